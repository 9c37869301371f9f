import BriefingModel

/// ① ② ③, at the start of a block, a sentence or a clause.
///
///     ①摸清底数。②分类施策。
struct CircledNumberRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    var found: [Candidate] = []
    for block in body.blocks {
      for position in body.range(of: block) where (0x2460...0x2473).contains(body.text[position]) {
        let candidate = body.marked(
          .circledNumber, start: position, headingStart: position + 1, block: block,
          ordinal: Int(body.text[position] - 0x2460) + 1)
        if let candidate { found.append(candidate) }
      }
    }
    return found
  }
}
