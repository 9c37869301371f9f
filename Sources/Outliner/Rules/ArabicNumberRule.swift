import BriefingModel

/// An Arabic numeral with a point or 、 that opens a block or a sentence; also 01 with a blank.
///
///     1.强化组织保障      2、摸清底数      03　用好数据
struct ArabicNumberRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    body.marks.compactMap { mark in
      let range = body.range(of: mark.block)
      guard Glyph.isDigit(body.text[mark.position]),
        mark.position == range.lowerBound || !Glyph.isDigit(body.text[mark.position - 1])
      else { return nil }
      return candidate(in: body, at: mark.position, block: mark.block, range: range)
    }
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
