import BriefingModel

/// 一是…二是…三是…, and 一要…二要…, which demands rather than reports.
///
///     一是摸清底数。…      会议强调，一要压实责任；二要…
struct YiShiRule: MeasureRule {
  private static let be: UInt32 = 0x662F
  private static let shall: UInt32 = 0x8981

  static func propose(in body: ArticleBody) -> [Candidate] {
    body.marks.compactMap { mark in
      guard Glyph.numeral(body.text[mark.position]) != nil else { return nil }
      return candidate(
        in: body, at: mark.position, block: mark.block, end: body.range(of: mark.block).upperBound)
    }
  }

  /// 统一要求, 唯一要做的 and 十一要 are other words.
  private static let joiners = ScalarSet("统唯惟第逐专单同划万之每一二三四五六七八九十")

  private static func follows(_ body: ArticleBody, _ position: Int) -> Bool {
    position > 0 && !joiners.mayContain(body.text[position - 1])
  }

  private static func candidate(in body: ArticleBody, at position: Int, block: Int, end: Int) -> Candidate? {
    guard let value = NumberMark.chinese(body.text[position..<min(end, position + 4)]) else { return nil }
    let word = position + value.length
    guard word < end else { return nil }
    // 各学校一要…；二要…: the first may follow its subject, and a leader's words may be quoted.
    let demands = body.text[word] == shall
    guard body.opensClause(position, in: block) || (demands && value.number == 1 && follows(body, position)),
      demands || !body.quotation.inside[position]
    else { return nil }
    switch body.text[word] {
    case be:
      return body.marked(.yiShi, start: position, headingStart: word + 1, block: block, ordinal: value.number)
    case shall:
      return body.marked(.yiYao, start: position, headingStart: word + 1, block: block, ordinal: value.number)
    default:
      return nil
    }
  }
}
