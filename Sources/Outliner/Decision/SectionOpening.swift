/// What it says of sentences that a measure's text begins with one of them.
///
/// Below a heading running text sets out with a long sentence; a short one there is the first of the measure's parts,
/// however it is worded, and short ones like it that follow are the others.
///
///     一、流程再造，跑出审批加速度 ⏎ 开店准营一件事。把餐饮、药店…。摘牌就能进场。在雒容、中渡…
struct SectionOpening {
  let body: ArticleBody
  /// A measure's text, without its heading.
  let range: Range<Int>

  /// The candidates, of one marking within the range, with what their place says added to their weights.
  func lifted(_ candidates: ArraySlice<Candidate>) -> ArraySlice<Candidate> {
    guard let first = candidates.first, isShort(first), opens(first) else { return candidates }
    let amount = HeadingWeights.sectionOpening + (openEveryBlock(candidates) ? HeadingWeights.everyBlock : 0)
    return candidates.map { candidate in
      guard isShort(candidate) else { return candidate }
      var candidate = candidate
      candidate.weight += amount
      return candidate
    }[...]
  }

  private func isShort(_ candidate: Candidate) -> Bool {
    (candidate.marking == .paragraphLead || candidate.marking == .runIn)
      && candidate.shape.length <= HeadingWeights.longestOpening
  }

  /// No sentence of the measure's text stands before it.
  private func opens(_ candidate: Candidate) -> Bool {
    let next = body.sentences.partition { $0.text.lowerBound >= range.lowerBound }
    return next < body.sentences.count && body.sentences[next].text.lowerBound >= candidate.start
  }

  /// Two paragraphs or more, each of which opens with one of them.
  private func openEveryBlock(_ candidates: ArraySlice<Candidate>) -> Bool {
    let blocks = body.blocks.filter { range.contains(body.range(of: $0).lowerBound) }
    let opened = Set(candidates.lazy.filter { $0.opensBlock && isShort($0) }.map(\.block))
    return blocks.count >= 2 && blocks.allSatisfy(opened.contains)
  }
}
