/// The running text of one article, as rules see it. (A class: it is handed about a great deal.)
final class ArticleBody: Sendable {
  let mended: MendedPage
  let quotation: Quotation
  let vocabulary: Vocabulary
  let hints: StyleHints
  /// Indices of the article's blocks, in reading order; captions and furniture are left out.
  let blocks: [Int]
  /// First scalar after dateline and byline.
  let start: Int
  /// End of the text, before a byline in parentheses.
  let end: Int
  let sentences: [Sentence]
  /// The mended text of the whole page.
  let text: [UInt32]
  /// Where an item's number, or a word that counts, may stand: all that rules for numbers need look at.
  let marks: [Mark]

  struct Mark: Sendable {
    let position: Int
    let block: Int
  }

  init(
    mended: MendedPage, quotation: Quotation, vocabulary: Vocabulary, blocks: [Int], start: Int, textEnd: Int,
    hints: StyleHints
  ) {
    self.hints = hints
    self.mended = mended
    self.quotation = quotation
    self.vocabulary = vocabulary
    self.blocks = blocks
    self.start = start
    end = textEnd
    text = mended.text
    let cutter = SentenceCutter(mended: mended, quotation: quotation)
    var sentences: [Sentence] = []
    sentences.reserveCapacity(4 * blocks.count)
    for block in blocks { cutter.cut(block, into: &sentences) }
    // Only the first and the last block hold more than the article's text.
    let whole =
      (blocks.first.map { mended.blocks[$0].text.lowerBound } ?? start) >= start
      && (blocks.last.map { mended.blocks[$0].text.upperBound } ?? textEnd) <= textEnd
    self.sentences = whole ? sentences : sentences.compactMap { $0.clipped(to: start..<textEnd) }
    marks = Self.marks(text, blocks.map { ($0, Self.clip(mended.blocks[$0].text, start, textEnd)) })
  }

  private static func marks(_ text: [UInt32], _ blocks: [(block: Int, range: Range<Int>)]) -> [Mark] {
    var found: [Mark] = []
    found.reserveCapacity(64)
    let openings = Glyph.numberOpenings
    for (block, range) in blocks {
      for position in range where openings.mayContain(text[position]) {
        found.append(Mark(position: position, block: block))
      }
    }
    return found
  }

  /// The block's text, without a dateline and byline that open it.
  func range(of block: Int) -> Range<Int> {
    Self.clip(mended.blocks[block].text, start, end)
  }

  private static func clip(_ range: Range<Int>, _ start: Int, _ end: Int) -> Range<Int> {
    let low = range.contains(start) || start == range.upperBound ? start : range.lowerBound
    return low..<max(low, min(range.upperBound, end))
  }

  /// Han characters, letters and digits of a range: its length without punctuation.
  func length(_ range: Range<Int>) -> Int {
    var length = 0
    for index in range where Glyph.isHan(text[index]) || Glyph.isLetterOrDigit(text[index]) { length += 1 }
    return length
  }

  func skipBlanks(_ position: Int, end: Int) -> Int {
    var index = position
    while index < end, Glyph.isBlank(text[index]) { index += 1 }
    return index
  }
}

extension Sentence {
  /// The part of the sentence that lies within the article's text; `nil` if none does.
  fileprivate func clipped(to range: Range<Int>) -> Sentence? {
    let kept = text.clamped(to: range)
    guard !kept.isEmpty else { return nil }
    guard kept != text || end > range.upperBound else { return self }
    var sentence = self
    sentence.text = kept
    sentence.end = min(end, range.upperBound)
    if kept.lowerBound != text.lowerBound { sentence.opensBlock = false }
    return sentence
  }
}
