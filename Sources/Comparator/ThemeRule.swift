/// A measure's main theme and the further ones: those whose words weigh most in it.
enum ThemeRule {
  /// Further themes weigh at least this share of the main one.
  private static let share: Float = 0.5
  private static let most = 3

  /// Positions in the lexicon's themes, the strongest first.
  static func order(_ weights: [Float]) -> [Int] {
    let order = Spread(weights).strongest(most)
    guard let first = order.first else { return [] }
    return order.filter { weights[$0] >= weights[first] * share }
  }
}
