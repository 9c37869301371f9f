import BriefingModel

/// Bold type that opens a paragraph and ends without a mark, or with a blank or a comma: nothing but the type shows where the
/// heading ends. (What ends in 。 or ： other rules see; the bold type supports them.)
///
///     **压实“责任链条”**　建立县镇村三级包保机制，…
struct BoldLeadRule: MeasureRule {
  private static let lengths = 4...30
  /// Characters that must follow in the paragraph.
  private static let leastBody = 20

  static func propose(in body: ArticleBody) -> [Candidate] {
    guard body.hints.areKnown else { return [] }
    return body.blocks.compactMap { candidate(in: body, $0) }
  }

  private static func candidate(in body: ArticleBody, _ block: Int) -> Candidate? {
    let range = body.range(of: block)
    guard let boldEnd = body.hints.boldEnd(of: block), range.contains(boldEnd), boldEnd > range.lowerBound
    else { return nil }
    var end = boldEnd
    while end > range.lowerBound, Glyph.isBlank(body.text[end - 1]) || Glyph.isComma(body.text[end - 1]) {
      end -= 1
    }
    let heading = range.lowerBound..<end
    guard lengths.contains(body.length(heading)), body.length(boldEnd..<range.upperBound) >= leastBody,
      !NumberMark.opens(body.text[heading].prefix(8)), !heading.contains(where: { ends(body.text[$0]) }),
      !ends(body.text[boldEnd])
    else { return nil }
    var candidate = Candidate(
      marking: .paragraphLead, start: range.lowerBound, heading: heading,
      bodyStart: body.skipBlanks(boldEnd, end: range.upperBound), block: block, opensBlock: true,
      isBold: true,
      shape: Shape(of: heading, in: body))
    candidate.weight = HeadingWeights.sentence(candidate, next: 60, in: body)
    return candidate
  }

  private static func ends(_ mark: UInt32) -> Bool { Glyph.isStop(mark) || Glyph.isColon(mark) }
}
