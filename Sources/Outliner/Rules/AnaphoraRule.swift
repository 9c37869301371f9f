import BriefingModel

/// Paragraphs whose first clause, ended by a comma, repeats one pattern: the same first words, 以…为…, a quoted
/// word of the same kind.
///
///     突出抓好产业发展，……     以阵地为依托，……     聚焦“事难办”，……
///
/// One such clause is an ordinary adverbial; the series decides.
struct AnaphoraRule: MeasureRule {
  private static let lengths = 4...18

  static func propose(in body: ArticleBody) -> [Candidate] {
    body.blocks.compactMap { block in
      let range = body.range(of: block)
      var comma = range.lowerBound
      while comma < range.upperBound, comma - range.lowerBound < 30,
        !Glyph.isComma(body.text[comma]) && !Glyph.isStop(body.text[comma]) || body.quotation.inside[comma]
      { comma += 1 }
      guard comma < range.upperBound, Glyph.isComma(body.text[comma]), !body.quotation.inside[comma] else {
        return nil
      }
      let heading = range.lowerBound..<comma
      guard lengths.contains(body.length(heading)), body.length(comma..<range.upperBound) >= 12 else { return nil }
      var candidate = Candidate(
        marking: .anaphora, start: range.lowerBound, heading: heading, bodyStart: comma + 1, ordinal: nil,
        block: block, opensBlock: true, mark: Glyph.comma, shape: Shape(of: heading, in: body))
      candidate.weight = HeadingWeights.sentence(candidate, next: 30, in: body)
      return candidate
    }
  }
}
