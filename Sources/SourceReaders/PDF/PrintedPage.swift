/// A rectangle on a page, in points from the top left corner.
struct Box: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
  var across: Double { (left + right) / 2 }

  /// The smallest rectangle that holds both.
  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// How far two rectangles lie side by side over each other, in points; negative where they do not.
  func overlapAcross(_ other: Box) -> Double { min(right, other.right) - max(left, other.left) }
  func overlapDown(_ other: Box) -> Double { min(bottom, other.bottom) - max(top, other.top) }
}

/// Characters without a gap between them.
struct PrintedWord: Equatable {
  var box: Box
  var text: String
  /// Size of the type: the width of a Han character.
  var em: Double

  init(box: Box, text: String, em: Double = 0) {
    self.box = box
    self.text = text
    self.em = em
  }

  var length: Int { text.unicodeScalars.count }

  /// Nothing but full-width characters.
  var isWide: Bool { text.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }
}

/// Words read on in one column.
struct PrintedLine: Equatable {
  var box: Box
  var text: String
  var em: Double
}

/// One page of a PDF: what `pdftotext -bbox-layout` tells of it.
struct PrintedPage: Equatable {
  var width: Double
  var height: Double
  var words: [PrintedWord] = []

  /// Gives each word its size: how wide the characters of most words of its height are, since a Han character is as
  /// wide as its type is large and few lines are stretched to fill their column. Of a height that is rare, the share
  /// of the size in the height is learned from the whole page; where the width then says something quite different,
  /// as in another font, the width is believed.
  mutating func measure() {
    let usual = usualAdvances
    var counts: [Int: Int] = [:]
    for word in words where word.isWide && word.box.width > 0 {
      counts[Int((word.box.height / advance(word) * 100).rounded()), default: 0] += word.length
    }
    let ratio = max(0.5, min(3, Double(Self.most(counts) ?? 130) / 100))
    for index in words.indices {
      let word = words[index]
      let byHeight = usual[Self.step(word.box.height)] ?? word.box.height / ratio
      let isKnown = usual[Self.step(word.box.height)] != nil
      let likely = isKnown ? 0.8...1.7 : 0.8...1.25
      let isOther = word.isWide && !likely.contains(advance(word) / byHeight)
      words[index].em = max(1, isOther && word.box.width > 0 ? advance(word) : byHeight)
    }
  }

  /// Characters of one height that are enough to tell their size.
  private static let enough = 60

  /// The width of most characters, by the height of their words (in quarters of a point).
  private var usualAdvances: [Int: Double] {
    var heights: [Int: [Int: Int]] = [:]
    for word in words where word.isWide && word.box.width > 0 {
      heights[Self.step(word.box.height), default: [:]][Self.step(advance(word)), default: 0] += word.length
    }
    return heights.compactMapValues { counts in
      guard counts.values.reduce(0, +) >= Self.enough, let best = Self.most(counts) else { return nil }
      return Double(best) / 4
    }
  }

  private static func step(_ points: Double) -> Int { Int((points * 4).rounded()) }

  /// The key of the largest count, the smallest of several.
  private static func most(_ counts: [Int: Int]) -> Int? {
    counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  private func advance(_ word: PrintedWord) -> Double {
    word.box.width / Double(max(1, word.length))
  }

  /// The size of most of the text, to a quarter of a point.
  var bodySize: Double {
    var counts: [Int: Int] = [:]
    for word in words { counts[Self.step(word.em), default: 0] += word.length }
    return max(1, Double(Self.most(counts) ?? 40) / 4)
  }
}
