/// What a measure is about, as numbers that can be compared: how strongly it tells of each matter and theme, and the
/// rare words it uses. Depends on its own article alone, so that comparing two counties gives the same whatever else
/// the input holds.
struct Profile: Sendable {
  var matters = Features()
  /// Of the heading alone.
  var headingMatters = Features()
  /// Of matters too, but by pairs of characters that their words hold: 述职台上 tells of 考核评价 (述职评议).
  var topics = Features()
  var headingTopics = Features()
  /// Pairs of adjacent characters.
  var pairs = Features()
  var headingPairs = Features()
  /// Coined names.
  var terms: Set<String> = []
  /// Keyed by the lexicon's themes.
  var themes = Features()
  /// All scalars of heading and body: measures printed alike have the same.
  var print: [UInt32] = []
  var position = 0.0
}

/// Weights of matters, of pairs of characters or of themes, sorted by key.
struct Features: Sendable {
  private(set) var keys: [UInt64] = []
  private(set) var weights: [Double] = []
  private(set) var total = 0.0
  /// Euclidean.
  private(set) var length = 0.0

  init() {}

  init(_ weights: [UInt64: Double]) {
    for (key, weight) in weights.sorted(by: { $0.key < $1.key }) where weight > 0 {
      keys.append(key)
      self.weights.append(weight)
      total += weight
      length += weight * weight
    }
    length = length.squareRoot()
  }

  /// Calls `body` with each key that both hold and its two weights.
  func forEachCommon(_ other: Features, _ body: (UInt64, Double, Double) -> Void) {
    var i = 0
    var j = 0
    while i < keys.count, j < other.keys.count {
      if keys[i] == other.keys[j] {
        body(keys[i], weights[i], other.weights[j])
        i += 1
        j += 1
      } else if keys[i] < other.keys[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// 1 for the same direction, 0 for nothing in common.
  func cosine(_ other: Features) -> Double {
    guard length > 0, other.length > 0 else { return 0 }
    var product = 0.0
    forEachCommon(other) { _, a, b in product += a * b }
    return product / (length * other.length)
  }

  /// What is common as a share of the smaller whole, 0…1: a measure that does three things contains one that does
  /// one of them.
  func containment(_ other: Features) -> Double {
    guard total > 0, other.total > 0 else { return 0 }
    var common = 0.0
    forEachCommon(other) { _, a, b in common += min(a, b) }
    return common / min(total, other.total)
  }

  /// The strongest keys, at most `count`.
  func strongest(_ count: Int) -> [UInt64] {
    keys.indices.sorted { (weights[$1], keys[$0]) < (weights[$0], keys[$1]) }.prefix(count).map { keys[$0] }
  }
}
