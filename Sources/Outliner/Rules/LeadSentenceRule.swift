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
      found.append(candidate(in: body, index, shape))
    }
    confirmRuns(in: &found, body)
    return found.filter { $0.weight >= HeadingWeights.hopeless }
  }

  /// Where paragraph after paragraph opens with a short sentence, the sentences are leads, however they are worded.
  ///
  ///     到吃劲的地方长本事。县里把征地拆迁…  ⏎ 把人才家底弄清楚。组织部门不再…  ⏎ 缺啥课补啥课。向全县…  ⏎ …
  private static func confirmRuns(in candidates: inout [Candidate], _ body: ArticleBody) {
    let leads = candidates.indices.filter {
      candidates[$0].marking == .paragraphLead && candidates[$0].shape.length <= HeadingWeights.longestInRun
    }
    guard leads.count >= HeadingWeights.leastRun else { return }
    var run: [Int] = []
    var headings = 0
    var place = 0
    func close() {
      if run.count + min(headings, run.count - 1) >= HeadingWeights.leastRun, run.count >= 2 {
        let weight = headings > 1 ? HeadingWeights.runBetweenHeadings : HeadingWeights.run
        for index in run { candidates[index].weight += weight }
      }
      run.removeAll(keepingCapacity: true)
      headings = 0
    }
    for block in body.blocks {
      if place < leads.count, candidates[leads[place]].block == block {
        run.append(leads[place])
        place += 1
      } else if isHeading(block, in: body) {
        headings += 1
      } else {
        close()
      }
    }
    close()
  }

  /// A short line without final punctuation.
  private static func isHeading(_ block: Int, in body: ArticleBody) -> Bool {
    let range = body.range(of: block)
    guard range.count <= 2 * HeadingWeights.longestHeadingLine, let last = range.last else { return false }
    return !Glyph.isSentenceEnd(body.text[last]) && body.length(range) <= HeadingWeights.longestHeadingLine
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
