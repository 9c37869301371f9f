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
        !opensSpeech(body, colon, range), !isPair(body, colon, range)
      else { return nil }
      var candidate = Candidate(
        marking: .colonLead, start: range.lowerBound, heading: heading, bodyStart: colon + 1, ordinal: nil,
        block: block, opensBlock: true, fillsBlock: colon + 1 == range.upperBound, mark: Glyph.colon,
        shape: Shape(of: heading, in: body))
      candidate.weight = HeadingWeights.sentence(candidate, next: 30, in: body)
      return candidate
    }
  }

  /// 支部牵头：土地连成片。…: the colon joins two halves of one heading. (强化金融支持：设立产业引导基金。… opens
  /// with a verb and is whole before the colon.)
  private static func isPair(_ body: ArticleBody, _ colon: Int, _ range: Range<Int>) -> Bool {
    guard body.vocabulary.verbs.match(body.text, at: range.lowerBound, end: colon) == nil else {
      return false
    }
    guard let end = body.text[colon + 1..<range.upperBound].firstIndex(where: Glyph.isSentenceEnd) else {
      return false
    }
    return end < range.upperBound - 12 && body.length(colon + 1..<end) <= 12
      && !body.text[colon + 1..<end].contains(where: Glyph.isComma)
  }

  /// 他说：“…”, 问：…: somebody speaks.
  private static func opensSpeech(_ body: ArticleBody, _ colon: Int, _ range: Range<Int>) -> Bool {
    if body.text.at(colon + 1) == Glyph.openQuote { return true }
    return body.length(range.lowerBound..<colon) < 3
  }
}
