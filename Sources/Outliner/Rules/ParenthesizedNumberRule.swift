import BriefingModel

/// A numeral in parentheses that opens a block or a sentence.
///
///     （一）强化组织保障      （1）摸清底数。
struct ParenthesizedNumberRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    body.marks.compactMap { mark in
      guard isOpen(body.text[mark.position]) else { return nil }
      return candidate(
        in: body, at: mark.position, block: mark.block, end: body.range(of: mark.block).upperBound)
    }
  }

  private static func isOpen(_ c: UInt32) -> Bool { c == Glyph.openParenthesis || c == 0x28 }

  private static func candidate(in body: ArticleBody, at position: Int, block: Int, end: Int) -> Candidate? {
    let rest = body.text[position + 1..<end]
    let chinese = NumberMark.chinese(rest)
    guard let value = chinese ?? NumberMark.arabic(rest) else { return nil }
    let close = position + 1 + value.length
    guard close < end, body.text[close] == Glyph.closeParenthesis || body.text[close] == 0x29,
      body.opensClause(position, in: block)
    else { return nil }
    return body.marked(
      chinese != nil ? .parenthesizedChineseNumber : .parenthesizedNumber, start: position,
      headingStart: close + 1, block: block, ordinal: value.number)
  }
}
