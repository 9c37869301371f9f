import BriefingModel

/// The figures and terms of one article, handed out to the measures that hold them.
struct ArticleFigures: Sendable {
  private let body: ArticleBody
  private let quantities: [Quantity]
  private let terms: [Range<Int>]

  init(_ body: ArticleBody, isOn: Bool = true) {
    self.body = body
    guard isOn else {
      quantities = []
      terms = []
      return
    }
    var scan = FigureScan(body.text, words: body.vocabulary.figures)
    for block in body.blocks { scan.scan(body.range(of: block)) }
    quantities = scan.quantities
    terms = scan.terms
  }

  /// Figures in a range that stand in none of the ranges left out.
  func figures(in range: Range<Int>, without holes: [Range<Int>]) -> [Figure] {
    let low = quantities.partition { $0.range.lowerBound >= range.lowerBound }
    let high = quantities.partition { $0.range.lowerBound >= range.upperBound }
    var figures: [Figure] = []
    if low < high { figures.reserveCapacity(high - low) }
    for index in low..<max(low, high) {
      let start = quantities[index].range.lowerBound
      if !holes.contains(where: { $0.contains(start) }) { figures.append(figure(quantities[index])) }
    }
    return figures
  }

  func terms(in range: Range<Int>, without holes: [Range<Int>]) -> [Term] {
    let low = terms.partition { $0.lowerBound >= range.lowerBound }
    let high = terms.partition { $0.lowerBound >= range.upperBound }
    return terms[low..<max(low, high)].compactMap { part in
      guard Self.holds(range, holes, part) else { return nil }
      return Term(text: body.mended.string(part), origin: body.mended.page.origin(body.mended.printed(part)))
    }
  }

  private static func holds(_ range: Range<Int>, _ holes: [Range<Int>], _ part: Range<Int>) -> Bool {
    range.contains(part.lowerBound) && !holes.contains { $0.contains(part.lowerBound) }
  }

  private func figure(_ found: Quantity) -> Figure {
    Figure(
      text: body.mended.string(found.range), value: found.value, upper: found.upper, from: found.from,
      unit: found.unit?.name, qualifier: found.qualifier, kind: found.kind,
      object: found.object(in: body.text),
      origin: body.mended.page.origin(body.mended.printed(found.range)))
  }
}
