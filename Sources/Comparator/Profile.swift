/// What a measure is about, as numbers that can be compared: how strongly it tells of each matter and theme.
/// Depends on its own article alone, so that comparing two counties gives the same whatever else the input holds.
///
/// (A class: profiles are handed about for every pair of measures.)
final class Profile: Sendable {
  /// By the words of the vocabulary that stand in the text; keyed by the lexicon's matters.
  let matters: Features
  /// By pairs of characters that the matters' words hold, so that 述职台上 tells of 考核评价 (述职评议); one number
  /// for each of the lexicon's matters, less what the article's measures have in common.
  let topics: Spread
  /// One number for each of the lexicon's themes.
  let themes: Spread
  /// The main theme and further ones, the strongest first.
  let themeOrder: [Int]
  /// By pairs of adjacent characters.
  let pairs: Features
  /// Pairs of adjacent characters in the heading, the rarest first.
  let headingPairs: [UInt64]
  /// Quoted and coined names of three characters or more.
  let terms: [Name]
  /// All scalars of heading and body: measures printed alike have the same.
  let print: [UInt32]
  /// Place among the article's measures, 0…1.
  let position: Double
  /// The article's place in `Alignment.fields`.
  let article: Int

  init(
    matters: Features, topics: Spread, themes: Spread, themeOrder: [Int], pairs: Features,
    headingPairs: [UInt64], terms: [Name], print: [UInt32], position: Double, article: Int
  ) {
    self.matters = matters
    self.topics = topics
    self.themes = themes
    self.themeOrder = themeOrder
    self.pairs = pairs
    self.headingPairs = headingPairs
    self.terms = terms
    self.print = print
    self.position = position
    self.article = article
  }

  struct Name: Sendable {
    var scalars: [UInt32]
    var isInHeading: Bool
  }
}

/// What an article as a whole is about: its field of work.
struct Field: Sendable {
  let topics: Spread
  let themes: Spread
  /// A bit for each of the strongest themes.
  let chiefThemes: UInt64

  private static let chief = 3

  init(topics: Spread, themes: Spread) {
    self.topics = topics
    self.themes = themes
    chiefThemes = themes.strongest(Self.chief).reduce(0) { $0 | 1 << UInt64($1 % 64) }
  }

  /// 0…1: 1 for articles on the same field.
  func likeness(_ other: Field) -> Double {
    (themes.agreement(other.themes).cosine + topics.agreement(other.topics).cosine) / 2
  }
}

/// How far two sets of weights agree, both 0…1.
struct Agreement: Sendable {
  /// 1 for the same direction, 0 for nothing in common.
  var cosine = 0.0
  /// What is common as a share of the smaller whole: a measure that does three things contains one that does one
  /// of them.
  var containment = 0.0
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

  func agreement(_ other: Features) -> Agreement {
    guard total > 0, other.total > 0 else { return Agreement() }
    let (product, common) = common(other)
    return Agreement(cosine: product / (length * other.length), containment: common / min(total, other.total))
  }

  /// Sums of the products and of the lesser of the weights of each key that both hold.
  private func common(_ other: Features) -> (product: Double, lesser: Double) {
    let (keys, otherKeys) = (keys.span, other.keys.span)
    var (i, j) = (0, 0)
    var (product, lesser) = (0.0, 0.0)
    while i < keys.count, j < otherKeys.count {
      let (key, otherKey) = (keys[unchecked: i], otherKeys[unchecked: j])
      if key == otherKey {
        let (weight, otherWeight) = (weights[i], other.weights[j])
        product += weight * otherWeight
        lesser += min(weight, otherWeight)
      }
      // Without branches: which key is the lesser cannot be foreseen.
      i += key <= otherKey ? 1 : 0
      j += key >= otherKey ? 1 : 0
    }
    return (product, lesser)
  }

  /// The strongest keys, at most `count`.
  func strongest(_ count: Int) -> [Int] {
    keys.indices.sorted { (weights[$1], keys[$0]) < (weights[$0], keys[$1]) }.prefix(count).map { keys[$0] }
  }
}

/// A number for each matter or theme of the lexicon.
struct Spread: Sendable {
  private(set) var values: [Float]
  /// The values in blocks, the last one filled up with zeros: comparing counties is mostly this.
  private let blocks: [SIMD16<Float>]
  private let length: Float
  private let total: Float

  init(_ values: [Float] = []) {
    self.values = values
    blocks = stride(from: 0, to: values.count, by: 16).map { start in
      var block = SIMD16<Float>()
      for index in start..<min(start + 16, values.count) { block[index - start] = values[index] }
      return block
    }
    total = values.reduce(0, +)
    length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  func agreement(_ other: Spread) -> Agreement {
    guard total > 0, other.total > 0 else { return Agreement() }
    var products = SIMD16<Float>()
    var lesser = SIMD16<Float>()
    for index in 0..<min(blocks.count, other.blocks.count) {
      let (block, otherBlock) = (blocks[index], other.blocks[index])
      products += block * otherBlock
      lesser += block.replacing(with: otherBlock, where: otherBlock .< block)
    }
    return Agreement(
      cosine: Double(products.sum() / (length * other.length)),
      containment: Double(lesser.sum() / min(total, other.total)))
  }

  /// Positions of the greatest numbers above zero, at most `count`.
  func strongest(_ count: Int) -> [Int] {
    values.indices.filter { values[$0] > 0 }
      .sorted { (values[$1], $0) < (values[$0], $1) }.prefix(count).map { $0 }
  }
}
