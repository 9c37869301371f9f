import BriefingModel

/// The numbers by which kinds are written. A new kind goes to the end of its list: the places stand in files.
enum Codes {
  static let articles: [Article.Kind] = [.article, .photoCaption, .other]
  static let roles: [Measure.Role] = [.measure, .requirement, .section]
  static let markings: [Marking] = [
    .standaloneLine, .paragraphLead, .runIn, .yiShi, .yiYao, .chineseNumber, .parenthesizedChineseNumber,
    .numbered, .parenthesizedNumber, .circledNumber, .ordinalWord, .labelledNumber, .dash, .bullet,
    .colonLead,
    .anaphora,
  ]
  static let figures: [Figure.Kind] = [
    .count, .money, .length, .area, .volume, .weight, .percent, .range, .multiple, .ratio, .date, .time,
    .duration, .age, .energy, .power, .voltage, .temperature, .other,
  ]
  static let qualifiers: [Figure.Qualifier] = [
    .over, .nearly, .about, .under, .reaches, .projected, .consecutive, .range, .atLeast, .atMost,
  ]
  static let notices: [Notice.Kind] = [
    .ambiguousCounty, .unknownCounty, .countMismatch, .lowConfidence, .reversedQuotationMark,
    .missingHeadline,
    .nothingFound, .untraceableDropped,
  ]
}

extension PackedWriter {
  private mutating func put<Value: Equatable>(_ value: Value, among values: [Value]) {
    put(values.firstIndex(of: value) ?? values.count)
  }

  /// All of an article but kind and county, which have columns.
  mutating func put(_ article: Article) {
    put(article.origin)
    put(article.headlineOrigin)
    put(article.kicker)
    put(article.headline)
    put(article.subtitle)
    put(article.dateline)
    put(article.date.map { [$0.year, $0.month, $0.day] } ?? [])
    put(article.byline?.role)
    if let byline = article.byline { put(byline.names) }
    put(article.summary)
    put(article.paragraphs.count)
    for paragraph in article.paragraphs {
      put(paragraph.origin)
      put(paragraph.text)
    }
    put(article.origin)
    put(article.lede)
    put(article.figures)
    put(article.terms)
    put(article.measures)
  }

  private mutating func put(_ numbers: [Int]) {
    put(numbers.count)
    for number in numbers { put(number) }
  }

  private mutating func put(_ measures: [Measure]) {
    put(measures.count)
    for measure in measures {
      putPlainly(measure.number.utf8)
      put(measure.role, among: Codes.roles)
      put(measure.marking, among: Codes.markings)
      put(measure.confidence)
      put(measure.origin)
      put(measure.headingOrigin)
      put(measure.heading)
      put(measure.body)
      put(measure.figures)
      put(measure.terms)
      put(measure.children)
    }
  }

  private mutating func put(_ figures: [Figure]) {
    put(figures.count)
    for figure in figures {
      put(figure.kind, among: Codes.figures)
      put(figure.qualifier.map { (Codes.qualifiers.firstIndex(of: $0) ?? Codes.qualifiers.count) + 1 } ?? 0)
      put(figure.origin)
      put(figure.text)
      put(figure.unit)
      put(figure.object)
      let numbers = [figure.value, figure.upper, figure.from]
      put(numbers.enumerated().reduce(0) { $0 | ($1.element == nil ? 0 : 1 << $1.offset) })
      for number in numbers.compactMap({ $0 }) { put(number) }
    }
  }

  private mutating func put(_ terms: [Term]) {
    put(terms.count)
    for term in terms {
      put(term.origin)
      put(term.text)
    }
  }

  mutating func put(_ notices: [Notice]) {
    put(notices.count)
    for notice in notices {
      put(notice.kind, among: Codes.notices)
      put(notice.origin)
      put(notice.words)
      put(notice.message)
    }
  }
}

extension PackedReader {
  private mutating func value<Value>(among values: [Value]) throws(ArchiveError) -> Value {
    let place = try number()
    guard values.indices.contains(place) else { throw .damaged }
    return values[place]
  }

  /// An article without its kind and county.
  mutating func article() throws(ArchiveError) -> Article {
    var article = Article(id: "", kind: .other, origin: try origin())
    article.headlineOrigin = try optionalOrigin()
    article.kicker = try strings()
    article.headline = try strings()
    article.subtitle = try optionalString()
    article.dateline = try optionalString()
    var numbers: [Int] = []
    for _ in 0..<(try count()) { numbers.append(try number()) }
    if numbers.count == 3 {
      article.date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    if let role = try optionalString() { article.byline = Byline(role: role, names: try strings()) }
    article.summary = try string()
    for _ in 0..<(try count()) {
      let origin = try origin()
      article.paragraphs.append(Paragraph(text: try string(), origin: origin))
    }
    article.origin = try origin()
    article.lede = try string()
    article.figures = try figures()
    article.terms = try terms()
    article.measures = try measures()
    return article
  }

  private mutating func measures() throws(ArchiveError) -> [Measure] {
    var measures: [Measure] = []
    for _ in 0..<(try count()) {
      let number = try string()
      let role = try value(among: Codes.roles)
      let marking = try value(among: Codes.markings)
      let confidence = try double()
      let origin = try origin()
      let headingOrigin = try self.origin()
      measures.append(
        Measure(
          number: number, role: role, heading: try string(), marking: marking, headingOrigin: headingOrigin,
          origin: origin, body: try string(), confidence: confidence, figures: try figures(),
          terms: try terms(), children: try self.measures()))
    }
    return measures
  }

  private mutating func figures() throws(ArchiveError) -> [Figure] {
    var figures: [Figure] = []
    for _ in 0..<(try count()) {
      let kind = try value(among: Codes.figures)
      let qualifier = try number()
      guard (0...Codes.qualifiers.count).contains(qualifier) else { throw .damaged }
      let origin = try origin()
      var figure = Figure(
        text: try string(), value: nil, unit: try optionalString(), kind: kind, origin: origin)
      figure.qualifier = qualifier == 0 ? nil : Codes.qualifiers[qualifier - 1]
      figure.object = try optionalString()
      let present = try number()
      if present & 1 != 0 { figure.value = try exactNumber() }
      if present & 2 != 0 { figure.upper = try exactNumber() }
      if present & 4 != 0 { figure.from = try exactNumber() }
      figures.append(figure)
    }
    return figures
  }

  private mutating func terms() throws(ArchiveError) -> [Term] {
    var terms: [Term] = []
    for _ in 0..<(try count()) {
      let origin = try origin()
      terms.append(Term(text: try string(), origin: origin))
    }
    return terms
  }

  mutating func notices() throws(ArchiveError) -> [Notice] {
    var notices: [Notice] = []
    for _ in 0..<(try count()) {
      let kind = try value(among: Codes.notices)
      let origin = try optionalOrigin()
      let words = try optionalString()
      notices.append(Notice(kind: kind, message: try string(), origin: origin, words: words))
    }
    return notices
  }
}
