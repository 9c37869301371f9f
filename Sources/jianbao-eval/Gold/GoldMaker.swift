/// Makes the printed source and the true outline of one annotated draft.
///
///     let fixture = GoldMaker(draft: draft, slug: "four-chains").fixture
struct GoldMaker: Sendable {
  /// What a fixture folder holds besides the draft itself.
  struct Fixture: Equatable, Sendable {
    var source: String
    var outline: GoldOutline
  }

  /// A tagged stretch where it was printed.
  private struct Printed {
    var tag: Tag
    var range: Range<Int>
    var lines: ClosedRange<Int>
    var form: String?
  }

  private let draft: Draft
  private let page: PrintedPage

  init(draft: Draft, slug: String) {
    self.draft = draft
    page = PrintedPage(draft, slug: slug)
  }

  var fixture: Fixture {
    let furniture = draft.lines.indices.flatMap { printed(line: $0) }.filter { $0.tag == .furniture }
      .map { GoldOutline.Furniture(text: text($0.range), line: $0.lines.lowerBound) }
    let articles = draft.articles.indices.map(article)
    return Fixture(
      source: page.text,
      outline: GoldOutline(source: "source.txt", pageFurniture: furniture, articles: articles))
  }

  private func printed(line: Int) -> [Printed] {
    let places = page.places[line]
    return draft.lines[line].spans.compactMap { span in
      guard let first = span.range.first, let last = span.range.last else { return nil }
      return Printed(
        tag: span.tag, range: places[first].offset..<places[last].offset + 1,
        lines: places[first].line...places[last].line,
        form: span.tag.entry == nil ? nil : headingForm(of: span, in: draft.lines[line]))
    }
  }

  /// The printed text of a range, line breaks removed.
  private func text(_ range: Range<Int>) -> String { string(page.scalars[range].filter { $0 != "\n" }) }

  private func article(_ index: Int) -> GoldOutline.Article {
    let lines = draft.lines.indices.filter { draft.lines[$0].article == index && !draft.lines[$0].isBlank }
    let spans = lines.flatMap { printed(line: $0) }
    let texts = { (tag: Tag) -> [String] in spans.filter { $0.tag == tag }.map { text($0.range) } }
    let labels = spans.filter { $0.tag.isDisplay && $0.tag != .furniture }
    let subtitle = texts(.subtitle).joined()
    let names = texts(.name)
    let roles = texts(.role).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let body = lines.filter { !draft.lines[$0].isDisplay }
    return GoldOutline.Article(
      id: "a\(index + 1)", kind: draft.articles[index].kind, county: draft.articles[index].county,
      prefecture: draft.articles[index].prefecture, dateline: texts(.dateline).first,
      byline: names.isEmpty ? nil : GoldOutline.Byline(role: roles.joined(separator: " "), names: names),
      body: extent(body.isEmpty ? lines : body), kicker: texts(.kicker), headline: texts(.headline),
      subtitle: subtitle.isEmpty ? nil : subtitle, countyLabel: texts(.countyLabel).first,
      headlineLines: labels.map { [$0.lines.lowerBound, $0.lines.upperBound] }, ledeLine: ledeLine(body),
      measures: entries(spans, article: "a\(index + 1)"))
  }

  /// From the first to the last scalar of these draft lines that is not blank.
  private func extent(_ lines: [Int]) -> GoldOutline.Body {
    let places = lines.flatMap { line in
      zip(draft.lines[line].text, page.places[line]).filter { !isBlankScalar($0.0) }.map(\.1)
    }
    guard let first = places.first, let last = places.last else {
      return GoldOutline.Body(start: 0, end: 0, line: 1, endLine: 1)
    }
    return GoldOutline.Body(start: first.offset, end: last.offset + 1, line: first.line, endLine: last.line)
  }

  /// The line of the first word that is neither dateline nor byline.
  private func ledeLine(_ lines: [Int]) -> Int {
    for line in lines {
      let credits = draft.lines[line].spans.filter(\.tag.isCredit)
      for (index, scalar) in draft.lines[line].text.enumerated() where scalar.properties.isAlphabetic {
        if !credits.contains(where: { $0.range.contains(index) }) { return page.places[line][index].line }
      }
    }
    return extent(lines).line
  }

  private func entries(_ spans: [Printed], article: String) -> [GoldOutline.Entry] {
    let headings = spans.filter { $0.tag.entry != nil }
    return entries(headings[...], prefix: article)
  }

  /// Headings up to the next one that is not deeper than the first belong below the first.
  private func entries(_ headings: ArraySlice<Printed>, prefix: String) -> [GoldOutline.Entry] {
    var entries: [GoldOutline.Entry] = []
    var rest = headings
    while let first = rest.popFirst(), let (level, role) = first.tag.entry {
      let below = rest.prefix { ($0.tag.entry?.level ?? 0) > level }
      rest = rest.dropFirst(below.count)
      let id = "\(prefix).\(entries.count + 1)"
      entries.append(
        GoldOutline.Entry(
          id: id, level: level, role: role, heading: text(first.range), form: first.form,
          start: first.range.lowerBound, end: first.range.upperBound, line: first.lines.lowerBound,
          endLine: first.lines.upperBound, children: self.entries(below, prefix: id)))
    }
    return entries
  }
}
