import BriefingModel

/// A short sentence that opens a paragraph, or stands within one, with a longer text after it.
///
///     压实“责任链条”。建立组织部门、机关党委…      paragraph lead
///     …。坚持三级联动。县委党的建设领导小组…        run-in
struct LeadSentenceRule: MeasureRule {
  private static let longest = 38
  private static let longestClause = 22

  static func propose(in body: ArticleBody) -> [Candidate] {
    var found: [Candidate] = []
    for index in body.sentences.indices {
      let sentence = body.sentences[index]
      guard sentence.mark != 0, !Glyph.isClosing(sentence.mark), sentence.text.count <= longest + 14 else {
        continue
      }
      let block = body.range(of: sentence.block)
      guard sentence.end < block.upperBound else { continue }
      let shape = Shape(of: sentence.text, in: body)
      guard (2...longest).contains(shape.length), shape.clauses.longest <= longestClause else { continue }
      let candidate = candidate(in: body, index, shape)
      if candidate.weight >= HeadingWeights.hopeless { found.append(candidate) }
    }
    return found
  }

  private static func candidate(in body: ArticleBody, _ index: Int, _ shape: Shape) -> Candidate {
    let sentence = body.sentences[index]
    var candidate = Candidate(
      marking: sentence.opensBlock ? .paragraphLead : .runIn, start: sentence.text.lowerBound,
      heading: sentence.text, bodyStart: sentence.end, ordinal: nil, block: sentence.block,
      opensBlock: sentence.opensBlock, opensLine: sentence.opensLine, mark: sentence.mark,
      shape: shape)
    candidate.weight = HeadingWeights.sentence(candidate, next: explained(by: index + 1, in: body), in: body)
    return candidate
  }

  /// The length of the text that explains the heading: the next sentence; for a paragraph's lead, whose next
  /// sentence may be a heading of its own, the rest of the paragraph.
  private static func explained(by next: Int, in body: ArticleBody) -> Int {
    let lead = body.sentences[next - 1]
    guard next < body.sentences.count, body.sentences[next].block == lead.block else { return 0 }
    let end = lead.opensBlock ? body.range(of: lead.block).upperBound : body.sentences[next].end
    return body.length(lead.end..<min(end, lead.end + 60))
  }
}
