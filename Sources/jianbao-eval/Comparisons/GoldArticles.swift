import BriefingModel

/// Articles as gold has them, so that an alignment can be scored apart from the outline's faults.
struct GoldArticles {
  let source: String
  let scalars: [Unicode.Scalar]

  init(_ text: String, source: String) {
    scalars = Array(text.unicodeScalars)
    self.source = source
  }

  func article(_ gold: GoldOutline.Article, id: String) -> Article {
    let starts = (Self.starts(gold.measures) + [gold.body.end]).sorted()
    let county = gold.county.map {
      County(name: $0, short: String($0.dropLast()), code: nil, prefecture: gold.prefecture, province: nil)
    }
    return Article(
      id: id, kind: Article.Kind(rawValue: gold.kind) ?? .other, county: county, headline: gold.headline,
      origin: origin(gold.body.start..<gold.body.end, lines: gold.body.line...gold.body.endLine),
      measures: measures(gold.measures, prefix: "", starts: starts))
  }

  private static func starts(_ entries: [GoldOutline.Entry]) -> [Int] {
    entries.flatMap { [$0.start] + starts($0.children) }
  }

  private func measures(_ entries: [GoldOutline.Entry], prefix: String, starts: [Int]) -> [Measure] {
    entries.enumerated().map { index, entry in
      let number = prefix + "\(index + 1)"
      let end = starts.first { $0 > entry.start } ?? scalars.count
      let place = origin(entry.start..<end, lines: entry.line...entry.endLine)
      return Measure(
        number: number, role: Measure.Role(rawValue: entry.role ?? "measure") ?? .measure,
        heading: entry.heading,
        marking: .paragraphLead, headingOrigin: place, origin: place,
        body: string(scalars[min(entry.end, end)..<end].filter { $0 != "\n" }), confidence: 1,
        children: measures(entry.children, prefix: number + ".", starts: starts))
    }
  }

  private func origin(_ range: Range<Int>, lines: ClosedRange<Int>) -> Origin {
    Origin(source: source, lines: lines, bytes: range, scalars: range)
  }
}
