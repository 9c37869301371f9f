/// What a measure is about, as numbers that can be compared: how strongly it tells of each matter and theme.
/// Depends on its own article alone, so that comparing two counties gives the same whatever else the input holds.
struct Profile: Sendable {
  /// By the words of the vocabulary that stand in the text; keyed by the lexicon's matters.
  var matters = Features()
  /// By pairs of characters that the matters' words hold, so that 述职台上 tells of 考核评价 (述职评议); one number
  /// for each of the lexicon's matters, less what the article's measures have in common.
  var topics = Spread()
  /// One number for each of the lexicon's themes.
  var themes = Spread()
  /// The main theme and further ones, the strongest first.
  var themeOrder: [Int] = []
  /// By pairs of adjacent characters.
  var pairs = Features()
  /// Pairs of adjacent characters in the heading, the rarest first.
  var headingPairs: [UInt64] = []
  /// Quoted and coined names of three characters or more.
  var terms: [Name] = []
  /// All scalars of heading and body: measures printed alike have the same.
  var print: [UInt32] = []
  /// Place among the article's measures, 0…1.
  var position = 0.0
  /// The article's place in `Alignment.fields`.
  var article = 0

  struct Name: Sendable {
    var scalars: [UInt32]
    var isInHeading: Bool
  }
}

/// What an article as a whole is about: its field of work.
struct Field: Sendable {
  var topics = Spread()
  var themes = Spread()

  /// 0…1: 1 for articles on the same field.
  func likeness(_ other: Field) -> Double {
    (Double(themes.cosine(other.themes)) + Double(topics.cosine(other.topics))) / 2
  }
}

/// Weights of a few of many keys, sorted by key.
struct Features: Sendable {
  private(set) var keys: [Int] = []
  private(set) var weights: [Double] = []
  private(set) var total = 0.0
  /// Euclidean.
  private var length = 0.0

  init() {}

  init(_ weights: [Int: Double]) {
    for (key, weight) in weights.sorted(by: { $0.key < $1.key }) where weight > 0 {
      keys.append(key)
      self.weights.append(weight)
      total += weight
      length += weight * weight
    }
    length = length.squareRoot()
  }

  /// 1 for the same direction, 0 for nothing in common.
  func cosine(_ other: Features) -> Double {
    guard length > 0, other.length > 0 else { return 0 }
    var product = 0.0
    forEachCommon(other) { product += $0 * $1 }
    return product / (length * other.length)
  }

  /// What is common as a share of the smaller whole, 0…1: a measure that does three things contains one that does
  /// one of them.
  func containment(_ other: Features) -> Double {
    guard total > 0, other.total > 0 else { return 0 }
    var common = 0.0
    forEachCommon(other) { common += min($0, $1) }
    return common / min(total, other.total)
  }

  /// The two weights of each key that both hold.
  private func forEachCommon(_ other: Features, _ body: (Double, Double) -> Void) {
    var i = 0
    var j = 0
    while i < keys.count, j < other.keys.count {
      let (key, otherKey) = (keys[i], other.keys[j])
      if key == otherKey { body(weights[i], other.weights[j]) }
      if key <= otherKey { i += 1 }
      if key >= otherKey { j += 1 }
    }
  }

  /// The strongest keys, at most `count`.
  func strongest(_ count: Int) -> [Int] {
    keys.indices.sorted { (weights[$1], keys[$0]) < (weights[$0], keys[$1]) }.prefix(count).map { keys[$0] }
  }
}

/// A number for each matter or theme of the lexicon.
struct Spread: Sendable {
  private(set) var values: [Float]
  private let length: Float
  private let total: Float

  init(_ values: [Float] = []) {
    self.values = values
    total = values.reduce(0, +)
    length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// 1 for the same direction, 0 for nothing in common.
  func cosine(_ other: Spread) -> Float {
    guard length > 0, other.length > 0 else { return 0 }
    var product: Float = 0
    for index in 0..<min(values.count, other.values.count) { product += values[index] * other.values[index] }
    return product / (length * other.length)
  }

  /// What is common as a share of the smaller whole, 0…1.
  func containment(_ other: Spread) -> Float {
    guard total > 0, other.total > 0 else { return 0 }
    var common: Float = 0
    for index in 0..<min(values.count, other.values.count) {
      common += min(values[index], other.values[index])
    }
    return common / min(total, other.total)
  }

  /// Positions of the greatest numbers above zero, at most `count`.
  func strongest(_ count: Int) -> [Int] {
    values.indices.filter { values[$0] > 0 }
      .sorted { (values[$1], $0) < (values[$0], $1) }.prefix(count).map { $0 }
  }
}
