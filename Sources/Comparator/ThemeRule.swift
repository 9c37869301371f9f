/// A measure's main theme and the further ones: those whose words weigh most in it.
enum ThemeRule {
  /// Further themes weigh at least this share of the main one.
  private static let share = 0.5
  private static let most = 3

  static func themes(of profile: Profile, lexicon: Lexicon) -> [String] {
    let features = profile.themes
    let order = features.keys.indices.sorted {
      (features.weights[$1], features.keys[$0]) < (features.weights[$0], features.keys[$1])
    }
    guard let first = order.first else { return [] }
    let floor = features.weights[first] * share
    return order.prefix(most).filter { features.weights[$0] >= floor }.map {
      lexicon.themes[Int(features.keys[$0])]
    }
  }
}
