import BriefingModel

/// ① ② ③, at the start of a block, a sentence or a clause.
///
///     ①摸清底数。②分类施策。
struct CircledNumberRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    body.marks.compactMap { mark in
      let c = body.text[mark.position]
      guard (0x2460...0x2473).contains(c), !body.quotation.inside[mark.position] else { return nil }
      return body.marked(
        .circledNumber, start: mark.position, headingStart: mark.position + 1, block: mark.block,
        ordinal: Int(c - 0x2460) + 1)
    }
  }
}
