import BriefingModel

/// Turns outline nodes into measures, with numbers and origins.
struct MeasureBuilder: Sendable {
  let body: ArticleBody
  let figures: ArticleFigures

  func measures(_ nodes: [OutlineNode], under parent: String = "") -> [Measure] {
    nodes.enumerated().map { index, node in
      let number = parent.isEmpty ? "\(index + 1)" : "\(parent).\(index + 1)"
      let candidate = node.candidate
      let textEnd = node.children.first?.candidate.start ?? node.end
      let own = candidate.start..<max(candidate.start, node.end)
      let holes = node.children.map { $0.candidate.start..<max($0.candidate.start, $0.end) }
      return Measure(
        number: number, role: node.role, heading: body.mended.string(candidate.heading),
        marking: candidate.marking, headingOrigin: origin(candidate.heading),
        origin: origin(candidate.start..<trimmed(max(candidate.heading.upperBound, node.end))),
        body: text(candidate.bodyStart..<max(candidate.bodyStart, textEnd)), confidence: node.confidence,
        figures: figures.figures(in: own, without: holes), terms: figures.terms(in: own, without: holes),
        children: measures(node.children, under: number))
    }
  }

  private func origin(_ range: Range<Int>) -> Origin { body.mended.page.origin(body.mended.printed(range)) }

  /// The end without blanks and other items' blocks that stand in between.
  private func trimmed(_ end: Int) -> Int {
    let next = body.blocks.partition { body.range(of: $0).lowerBound >= end }
    return next == 0 ? end : min(end, body.range(of: body.blocks[next - 1]).upperBound)
  }

  /// The article's text within a range, one line for each paragraph.
  func text(_ range: Range<Int>) -> String {
    let low = body.blocks.partition { body.range(of: $0).upperBound > range.lowerBound }
    let high = body.blocks.partition { body.range(of: $0).lowerBound >= range.upperBound }
    if high == low + 1 {
      return body.mended.string(body.range(of: body.blocks[low]).clamped(to: range).filterBlanks(body.text))
    }
    let parts = body.blocks[low..<max(low, high)].compactMap { block -> Range<Int>? in
      let part = body.range(of: block).clamped(to: range).filterBlanks(body.text)
      return part.isEmpty ? nil : part
    }
    return body.text.string(parts)
  }
}

extension Range where Bound == Int {
  /// The range without blanks at either end.
  fileprivate func filterBlanks(_ text: [UInt32]) -> Range<Int> {
    var low = lowerBound
    var high = upperBound
    while low < high, Glyph.isBlank(text[low]) { low += 1 }
    while high > low, Glyph.isBlank(text[high - 1]) { high -= 1 }
    return low..<high
  }
}
