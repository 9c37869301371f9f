import BriefingModel

/// A block that opens with a Chinese numeral and 、.
///
///     一、强化组织保障
struct ChineseNumberRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    body.blocks.compactMap { block in
      let range = body.range(of: block)
      let text = body.text[range]
      guard let value = NumberMark.chinese(text) else { return nil }
      let mark = range.lowerBound + value.length
      guard mark < range.upperBound,
        body.text[mark] == Glyph.enumerationComma || Glyph.isBlank(body.text[mark])
          || body.text[mark] == 0xFF0E
      else { return nil }
      // 一、二、三产业 and 二、三产业 count on.
      if let next = NumberMark.chinese(body.text[mark + 1..<range.upperBound]),
        next.number == value.number + 1,
        [Glyph.enumerationComma, 0x4EA7].contains(body.text.at(mark + 1 + next.length))
      {
        return nil
      }
      return body.marked(
        .chineseNumber, start: range.lowerBound, headingStart: mark + 1, block: block, ordinal: value.number)
    }
  }
}
