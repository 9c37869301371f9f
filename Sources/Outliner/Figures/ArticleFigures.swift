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
    let low = Self.first(quantities.count, from: range.lowerBound) { quantities[$0].range.lowerBound }
    let high = Self.first(quantities.count, from: range.upperBound) { quantities[$0].range.lowerBound }
    return (low..<max(low, high)).compactMap { index in
      let start = quantities[index].range.lowerBound
      return holes.contains { $0.contains(start) } ? nil : figure(quantities[index])
    }
  }

  func terms(in range: Range<Int>, without holes: [Range<Int>]) -> [Term] {
    let low = Self.first(terms.count, from: range.lowerBound) { terms[$0].lowerBound }
    let high = Self.first(terms.count, from: range.upperBound) { terms[$0].lowerBound }
    return terms[low..<max(low, high)].compactMap { part in
      guard Self.holds(range, holes, part) else { return nil }
      return Term(text: body.mended.string(part), origin: body.mended.page.origin(body.mended.printed(part)))
    }
  }

  /// How many places, which ascend, lie before `position`.
  private static func first(_ count: Int, from position: Int, _ place: (Int) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if place(middle) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func holds(_ range: Range<Int>, _ holes: [Range<Int>], _ part: Range<Int>) -> Bool {
    range.contains(part.lowerBound) && !holes.contains { $0.contains(part.lowerBound) }
  }

  private func figure(_ found: Quantity) -> Figure {
    Figure(
      text: body.mended.string(found.range), value: found.value, upper: found.upper, from: found.from,
      unit: found.unit?.name, qualifier: found.qualifier, kind: found.kind,
      object: found.object.map(body.mended.string),
      origin: body.mended.page.origin(body.mended.printed(found.range)))
  }
}
