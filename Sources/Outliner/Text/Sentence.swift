/// A sentence of the mended text: from its first scalar to its mark, which is 。！？, or the end of a block.
struct Sentence: Sendable {
  /// Words without the final mark.
  var text: Range<Int>
  /// End including the final mark and closing quotes after it.
  var end: Int
  /// Index of the block it stands in.
  var block: Int
  /// It opens its block.
  var opensBlock: Bool
  /// It opens a printed line that follows a finished one: perhaps a paragraph, perhaps not.
  var opensLine: Bool
  /// The scalar that ends it, or 0 at the end of a block without a mark.
  var mark: UInt32
}

/// Cuts blocks into sentences, minding quotation marks.
struct SentenceCutter {
  let mended: MendedPage
  let quotation: Quotation

  /// What may end a sentence: its marks, a closing mark after one, a wide blank after a lead.
  private static let mayEnd = ScalarSet("。！？!?…｡.”’》〉）)」』】]\u{3000}")

  func cut(_ index: Int, into sentences: inout [Sentence]) {
    let block = mended.blocks[index]
    let text = mended.text
    var start = block.text.lowerBound
    var position = start
    var line = block.lines.lowerBound
    let mayEnd = Self.mayEnd
    while true {
      position = text.skipHan(from: position, to: block.text.upperBound)
      guard position < block.text.upperBound else { break }
      guard mayEnd.mayContain(text[position]), let end = endOfSentence(at: position, in: block.text) else {
        position += 1
        continue
      }
      add(start..<position, end: end, mark: text[position], block: index, &line, &sentences)
      start = end
      position = end
    }
    if start < block.text.upperBound {
      add(start..<block.text.upperBound, end: block.text.upperBound, mark: 0, block: index, &line, &sentences)
    }
  }

  private func add(
    _ range: Range<Int>, end: Int, mark: UInt32, block index: Int, _ line: inout Int,
    _ sentences: inout [Sentence]
  ) {
    let block = mended.blocks[index]
    var text = range
    while let first = text.first, Glyph.isBlank(mended.text[first]) { text = first + 1..<text.upperBound }
    while let last = text.last, Glyph.isBlank(mended.text[last]) { text = text.lowerBound..<last }
    guard !text.isEmpty else { return }
    while line < block.lines.upperBound, mended.lineStarts[line] < text.lowerBound { line += 1 }
    let opensLine = line < block.lines.upperBound && mended.lineStarts[line] == text.lowerBound
    sentences.append(
      Sentence(
        text: text, end: end, block: index, opensBlock: text.lowerBound == block.text.lowerBound,
        opensLine: opensLine, mark: mark))
  }

  /// The end of the sentence whose mark stands at `position`, or `nil` if none ends there.
  private func endOfSentence(at position: Int, in block: Range<Int>) -> Int? {
    let text = mended.text
    let c = text[position]
    if let end = endOfLead(at: position, in: block) { return end }
    if Glyph.isSentenceEnd(c) || isHalfWidthStop(position, in: block) {
      guard !quotation.inside[position] else { return nil }
      var end = position + 1
      while end < block.upperBound, Glyph.isSentenceEnd(text[end]) || text[end] == Glyph.closeQuote {
        end += 1
      }
      return end
    }
    // “……。” closes the sentence that holds the quotation, unless the sentence goes on.
    guard Glyph.isClosing(c), quotation.inside[position], position > block.lowerBound,
      Glyph.isSentenceEnd(text[position - 1]), position + 1 < block.upperBound,
      !quotation.inside[position + 1] || Glyph.isOpening(text[position + 1]),
      !Glyph.isComma(text[position + 1]), text[position + 1] != 0x7684
    else { return nil }
    return position + 1
  }

  /// Full-width blanks after a short phrase that opens a block, and a long text after them: a heading and its body.
  ///
  ///     林长上山，责任到树　全县设立…
  private func endOfLead(at position: Int, in block: Range<Int>) -> Int? {
    let text = mended.text
    guard text[position] == Glyph.ideographicSpace, !quotation.inside[position],
      (4...30).contains(position - block.lowerBound), block.upperBound - position > 40,
      !Glyph.isComma(text[position - 1]), !text[block.lowerBound..<position].contains(Glyph.colon)
    else { return nil }
    var end = position
    while end < block.upperBound, Glyph.isBlank(text[end]) { end += 1 }
    return end
  }

  /// A half-width full stop after Han text: careless typing for 。
  private func isHalfWidthStop(_ position: Int, in block: Range<Int>) -> Bool {
    guard mended.text[position] == 0x2E, position > block.lowerBound else { return false }
    let before = mended.text[position - 1]
    return Glyph.isHan(before) || before == Glyph.closeQuote || before == Glyph.straightQuote
  }
}
