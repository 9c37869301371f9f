import BriefingModel

/// An Arabic numeral with a point or 、 that opens a block or a sentence; also 01 with a blank.
///
///     1.强化组织保障      2、摸清底数      03　用好数据
struct ArabicNumberRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    var found: [Candidate] = []
    for block in body.blocks {
      let range = body.range(of: block)
      var previousWasDigit = false
      for position in range {
        let digit = Glyph.isDigit(body.text[position])
        defer { previousWasDigit = digit }
        guard digit, !previousWasDigit else { continue }
        if let candidate = candidate(in: body, at: position, block: block, range: range) { found.append(candidate) }
      }
    }
    return found
  }

  private static func candidate(
    in body: ArticleBody, at position: Int, block: Int, range: Range<Int>
  ) -> Candidate? {
    guard let value = NumberMark.arabic(body.text[position..<range.upperBound]) else { return nil }
    let mark = position + value.length
    guard mark < range.upperBound, !body.quotation.inside[position] else { return nil }
    let c = body.text[mark]
    let opens = position == range.lowerBound
    let padded = value.length == 2 && body.text[position] == 0x30
    let isMark = c == 0x2E || c == 0xFF0E || c == Glyph.enumerationComma || c == 0xFF09 || c == 0x29
    guard isMark || (opens && padded && !Glyph.isDigit(c)) else { return nil }
    if mark + 1 < range.upperBound, Glyph.isDigit(body.text[mark + 1]) { return nil }
    guard body.opensSentence(position, in: block) else { return nil }
    return body.marked(
      .numbered, start: position, headingStart: isMark ? mark + 1 : mark, block: block, ordinal: value.number)
  }
}
