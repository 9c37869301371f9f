import BriefingModel

/// A phrase and a colon that open a paragraph.
///
///     强化要素保障：成立专班……
struct ColonLeadRule: MeasureRule {
  private static let lengths = 3...24

  static func propose(in body: ArticleBody) -> [Candidate] {
    body.blocks.compactMap { block in
      let range = body.range(of: block)
      var colon = range.lowerBound
      while colon < range.upperBound, !Glyph.isStop(body.text[colon]) { colon += 1 }
      guard colon < range.upperBound, Glyph.isColon(body.text[colon]), !body.quotation.inside[colon] else {
        return nil
      }
      let heading = range.lowerBound..<colon
      guard lengths.contains(body.length(heading)),
        body.length(colon + 1..<range.upperBound) >= 12 || colon + 1 == range.upperBound,
        !opensSpeech(body, colon, range)
      else { return nil }
      var candidate = Candidate(
        marking: .colonLead, start: range.lowerBound, heading: heading, bodyStart: colon + 1, ordinal: nil,
        block: block, opensBlock: true, fillsBlock: colon + 1 == range.upperBound, mark: Glyph.colon,
        shape: Shape(of: heading, in: body))
      candidate.weight = HeadingWeights.sentence(candidate, next: 30, in: body)
      return candidate
    }
  }

  /// 他说：“…”, 问：…: somebody speaks.
  private static func opensSpeech(_ body: ArticleBody, _ colon: Int, _ range: Range<Int>) -> Bool {
    if body.text.at(colon + 1) == Glyph.openQuote { return true }
    return body.length(range.lowerBound..<colon) < 3
  }
}
