/// A rectangle on a page, in points from the top left corner.
struct Box: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }

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

  /// Gives each word its size: the height of its font, whose share of the size is learned from the words that
  /// are set without any spacing (a Han character is as wide as its type is large). Where the width says
  /// something quite different, as in another font, the width is believed.
  mutating func measure() {
    var counts: [Int: Int] = [:]
    for word in words where word.isWide && word.box.width > 0 {
      counts[Int((word.box.height / advance(word) * 100).rounded()), default: 0] +=
        word.text.unicodeScalars.count
    }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    let ratio = max(0.5, min(3, Double(best?.key ?? 130) / 100))
    for index in words.indices {
      let word = words[index]
      let byHeight = word.box.height / ratio
      let isOther = word.isWide && !(0.8...1.25).contains(advance(word) / byHeight)
      words[index].em = max(1, isOther && word.box.width > 0 ? advance(word) : byHeight)
    }
  }

  private func advance(_ word: PrintedWord) -> Double {
    word.box.width / Double(max(1, word.text.unicodeScalars.count))
  }

  /// The size of most of the text, to a quarter of a point.
  var bodySize: Double {
    var counts: [Int: Int] = [:]
    for word in words { counts[Int((word.em * 4).rounded()), default: 0] += word.text.unicodeScalars.count }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return max(1, Double(best?.key ?? 40) / 4)
  }
}
