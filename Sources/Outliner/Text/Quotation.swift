/// What stands inside quotation marks, book-title marks and parentheses.
///
/// Marks printed the wrong way round (”1+N”) and typewriter quotes ("1+N") are read as meant; a mark that is
/// never closed within its block is ignored, so that one misprint cannot hide the rest of a paragraph.
struct Quotation: Sendable {
  /// Depth for every scalar of the mended text; an enclosing mark itself counts as inside.
  private(set) var inside: [Bool]
  /// Mended positions of quotation marks that were printed the wrong way round.
  private(set) var reversed: [Int] = []

  init(_ mended: MendedPage) {
    inside = Array(repeating: false, count: mended.text.count)
    for block in mended.blocks { scan(mended.text, block.text) }
  }

  /// Marks that wait for their fellows, while a block is scanned.
  private var open: [(mark: UInt32, at: Int)] = []

  /// Longest quotation, in scalars, that is taken at its word; a longer one was most likely never closed.
  private static let longest = 400
  /// Marks within marks; more are never meant.
  private static let deepest = 16

  private mutating func scan(_ text: [UInt32], _ range: Range<Int>) {
    open.removeAll(keepingCapacity: true)
    var next = range.lowerBound
    while true {
      let index = text.skipHan(from: next, to: range.upperBound)
      guard index < range.upperBound else { return }
      next = index + 1
      let c = text[index]
      guard
        c == Glyph.straightQuote || (c >= 0x2018 && c <= 0x201D) || Glyph.isOpening(c) || Glyph.isClosing(c)
      else { continue }
      if c == Glyph.openQuote, open.last?.mark == c,
        Self.nextQuote(text, index + 1..<range.upperBound) == Glyph.closeQuote
      {
        open[open.count - 1] = (c, index)  // The one before was never closed.
      } else if Self.closes(c, open.last?.mark) {
        let start = open.removeLast()
        if text[start.at] == Glyph.closeQuote { reversed.append(start.at) }
        if c == Glyph.openQuote { reversed.append(index) }
        if open.isEmpty, index - start.at <= Self.longest { mark(start.at...index) }
      } else if c == Glyph.closeQuote || c == Glyph.straightQuote {
        // A closing mark with nothing open: an opening one printed the wrong way round, if another follows.
        if Self.closesLater(text, index + 1..<range.upperBound) { open.append((Glyph.closeQuote, index)) }
      } else if Glyph.isOpening(c) {
        if open.count >= Self.deepest { open.removeFirst() }
        open.append((c, index))
      } else if let depth = open.lastIndex(where: { Self.closes(c, $0.mark) }) {
        let start = open[depth].at
        open.removeSubrange(depth...)
        if open.isEmpty, index - start <= Self.longest { mark(start...index) }
      }
    }
  }

  private mutating func mark(_ range: ClosedRange<Int>) {
    for index in range { inside[index] = true }
  }

  private static func nextQuote(_ text: [UInt32], _ range: Range<Int>) -> UInt32? {
    text[range].first { $0 == Glyph.openQuote || $0 == Glyph.closeQuote }
  }

  private static func closesLater(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    for index in range.prefix(60) {
      let c = text[index]
      if Glyph.isSentenceEnd(c) { return false }
      if c == Glyph.closeQuote || c == Glyph.straightQuote { return true }
      // ”1+N“: both may be reversed, if no closing mark follows for the opening one.
      if c == Glyph.openQuote { return nextQuote(text, index + 1..<range.upperBound) != Glyph.closeQuote }
    }
    return false
  }

  private static func closes(_ c: UInt32, _ open: UInt32?) -> Bool {
    switch open {
    case 0x201C: c == Glyph.closeQuote || c == Glyph.straightQuote || c == Glyph.openQuote
    case Glyph.closeQuote: c == Glyph.closeQuote || c == Glyph.straightQuote || c == Glyph.openQuote
    case 0x2018: c == 0x2019
    case 0x300A: c == 0x300B
    case 0x3008: c == 0x3009
    case 0xFF08, 0x28: c == Glyph.closeParenthesis || c == 0x29
    case 0x300C: c == 0x300D
    case 0x300E: c == 0x300F
    case 0x3010: c == 0x3011
    case 0x5B: c == 0x5D
    default: false
    }
  }
}
