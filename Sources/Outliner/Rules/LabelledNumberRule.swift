import BriefingModel

/// A label and a number that open a block: 做法一：…, 关键词二 …, 第一招：….
///
///     做法一：党支部领办合作社      第二招：错时服务
struct LabelledNumberRule: MeasureRule {
  /// Longest label, in characters.
  private static let longest = 4

  static func propose(in body: ArticleBody) -> [Candidate] {
    body.blocks.compactMap { block in
      let range = body.range(of: block)
      return ordinalFirst(in: body, block, range) ?? labelFirst(in: body, block, range)
    }
  }

  /// 第一招：
  private static func ordinalFirst(in body: ArticleBody, _ block: Int, _ range: Range<Int>) -> Candidate? {
    guard body.text.at(range.lowerBound) == 0x7B2C else { return nil }
    let rest = body.text[range].dropFirst()
    guard let value = NumberMark.chinese(rest) ?? NumberMark.arabic(rest) else { return nil }
    let label = range.lowerBound + 1 + value.length
    guard body.vocabulary.labels.match(body.text, at: label, end: range.upperBound) != nil else { return nil }
    for mark in label + 1..<max(label + 2, min(label + longest, range.upperBound))
    where isMark(body.text.at(mark)) {
      return body.marked(
        .labelledNumber, start: range.lowerBound, headingStart: mark + 1, block: block, ordinal: value.number,
        label: body.text[label])
    }
    return nil
  }

  /// 做法一：
  private static func labelFirst(in body: ArticleBody, _ block: Int, _ range: Range<Int>) -> Candidate? {
    for position in range.dropFirst(2).prefix(longest - 1) {
      let rest = body.text[position..<range.upperBound]
      guard Glyph.isHan(body.text[position - 1]),
        let value = NumberMark.chinese(rest) ?? NumberMark.arabic(rest)
      else { continue }
      let mark = position + value.length
      guard mark < range.upperBound, body.vocabulary.labels.ends(body.text, range.lowerBound..<position),
        isMark(body.text[mark])
      else { continue }
      return body.marked(
        .labelledNumber, start: range.lowerBound, headingStart: mark + 1, block: block, ordinal: value.number,
        label: body.text[range.lowerBound])
    }
    return nil
  }

  private static func isMark(_ c: UInt32) -> Bool {
    Glyph.isColon(c) || Glyph.isBlank(c) || c == Glyph.enumerationComma || Glyph.isComma(c) || c == 0xB7
  }
}
