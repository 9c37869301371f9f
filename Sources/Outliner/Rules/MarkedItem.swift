import BriefingModel

extension ArticleBody {
  /// A candidate whose marker stands at `start` and whose heading begins at `headingStart`.
  func marked(
    _ marking: Marking, start: Int, headingStart: Int, block: Int, ordinal: Int?, label: UInt32 = 0
  ) -> Candidate? {
    let limit = mended.blocks[block].text.upperBound
    let from = skipBlanks(headingStart, end: limit)
    let end = HeadingEnd(in: self, from: from, limit: limit)
    guard length(end.heading) > 0 else { return nil }
    var candidate = Candidate(
      marking: marking, start: start, heading: end.heading, bodyStart: end.bodyStart, ordinal: ordinal,
      label: label, block: block, opensBlock: start == range(of: block).lowerBound,
      fillsBlock: end.bodyStart >= limit, mark: end.mark)
    candidate.shape = Shape(of: end.heading, in: self)
    candidate.weight = HeadingWeights.marked(candidate.shape)
    return candidate
  }

  /// Whether a list item may begin at `position`: at the start of a block or right after a stop or comma.
  func opensClause(_ position: Int, in block: Int) -> Bool {
    let range = range(of: block)
    guard position > range.lowerBound else { return true }
    let before = text[position - 1]
    return Glyph.isStop(before) || Glyph.isComma(before) || before == Glyph.enumerationComma
      || Glyph.isClosing(before) || Glyph.isBlank(before) || before == 0x2E
      || (before == Glyph.emDash)
  }

  /// Whether a sentence may begin at `position`.
  func opensSentence(_ position: Int, in block: Int) -> Bool {
    let range = range(of: block)
    guard position > range.lowerBound else { return true }
    let before = text[position - 1]
    return Glyph.isStop(before) || Glyph.isBlank(before) || before == Glyph.closeQuote || before == 0x2E
  }
}
