import BriefingModel

/// A bullet or lenticular brackets that open a block.
///
///     ●强化组织保障      【强化组织保障】成立……
struct BulletRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    body.blocks.compactMap { block in
      let range = body.range(of: block)
      let first = body.text.at(range.lowerBound)
      if first == 0x3010 || first == 0x5B { return bracketed(in: body, block, range) }
      guard Glyph.isBullet(first) else { return nil }
      var start = range.lowerBound
      while start < range.upperBound, Glyph.isBullet(body.text[start]) { start += 1 }
      return body.marked(
        .bullet, start: range.lowerBound, headingStart: start, block: block, ordinal: nil, label: 1)
    }
  }

  private static func bracketed(in body: ArticleBody, _ block: Int, _ range: Range<Int>) -> Candidate? {
    let close: UInt32 = body.text[range.lowerBound] == 0x3010 ? 0x3011 : 0x5D
    guard let end = body.text[range].firstIndex(of: close), end - range.lowerBound <= 40 else { return nil }
    let heading = range.lowerBound + 1..<end
    guard body.length(heading) > 1 else { return nil }
    var candidate = Candidate(
      marking: .bullet, start: range.lowerBound, heading: heading, bodyStart: end + 1, ordinal: nil, label: 1,
      block: block, opensBlock: true, fillsBlock: end + 1 == range.upperBound,
      shape: Shape(of: heading, in: body))
    candidate.weight = HeadingWeights.marked(candidate.shape)
    return candidate
  }
}
