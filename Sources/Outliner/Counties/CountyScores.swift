/// How much speaks for each county. A text names few: a list is searched faster than a dictionary.
struct CountyScores {
  /// Scores this far below the best are still level with it.
  static let lead = 0.5

  /// The counties that something was said of, in the order of the text.
  private(set) var named: [Int] = []
  private var scores: [Double] = []

  subscript(county: Int) -> Double { named.firstIndex(of: county).map { scores[$0] } ?? 0 }

  var best: Double { scores.max() ?? 0 }

  var leaders: [Int] {
    let least = best - Self.lead
    return named.indices.filter { scores[$0] > least }.map { named[$0] }
  }

  mutating func add(_ weight: Double, to county: Int) {
    if let place = named.firstIndex(of: county) {
      scores[place] += weight
    } else {
      named.append(county)
      scores.append(weight)
    }
  }
}
