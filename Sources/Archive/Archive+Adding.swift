import BriefingModel
import GRDB

extension Archive {
  /// What adding a source did.
  public enum Added: Equatable, Sendable {
    /// `copies` of the articles tell a story that is there already.
    case new(articles: Int, copies: Int)
    /// The same file is there, under this name.
    case known(name: String)
  }

  /// Stores a source with all that was found in it, in one transaction.
  public func add(_ source: ArchivedSource) throws(ArchiveError) -> Added {
    try write { try SourceWriter(db: $0, source: source).write() }
  }
}

/// Writes the rows of one source.
struct SourceWriter {
  let db: Database
  let source: ArchivedSource

  func write() throws -> Archive.Added {
    let known = try String.fetchOne(
      db.cachedStatement(sql: "SELECT name FROM source WHERE file_hash = ?"), arguments: [source.fileHash])
    if let known { return .known(name: known) }
    try db.cachedStatement(
      sql: """
        INSERT INTO source (name, paper, day, date_from, title, file_hash, text_hash, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      source.outlined.source, source.paper, source.date.dayNumber, source.dateFrom.rawValue,
      source.outlined.title,
      source.fileHash, SHA256.hex(of: source.text), String(decoding: source.text, as: UTF8.self),
    ])
    let id = db.lastInsertedRowID
    try writeNotices(of: id)
    var copies = 0
    for (place, article) in source.outlined.articles.enumerated() {
      if try write(article, place: place, source: id) { copies += 1 }
    }
    return .new(articles: source.outlined.articles.count, copies: copies)
  }

  private func writeNotices(of id: Int64) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?)")
    for (place, notice) in source.outlined.notices.enumerated() {
      try insert.execute(arguments: [
        id, place, notice.kind.rawValue, notice.message, notice.origin?.spelled, notice.words,
      ])
    }
  }

  /// Whether the article tells a known story.
  private func write(_ article: Article, place: Int, source id: Int64) throws -> Bool {
    let day = source.day(of: article)
    let text =
      source.text.indices.contains(article.origin.bytes.lowerBound)
      ? source.text[article.origin.bytes.clamped(to: 0..<source.text.count)] : []
    try insert(article, place: place, day: day, source: id)
    let number = db.lastInsertedRowID
    try db.cachedStatement(sql: "UPDATE article SET story = id WHERE id = ?").execute(arguments: [number])
    var rows = MeasureRows(db: db, article: number, county: article.county?.name, day: day)
    try rows.writeHead(article)
    try rows.write(article.measures, parent: 0)
    guard article.kind == .article else { return false }
    return try Stories(db: db).link(number, day: day, county: article.county?.name, text: text)
  }

  private func insert(_ article: Article, place: Int, day: Int, source id: Int64) throws {
    let values: [(any DatabaseValueConvertible)?] = [
      id, place, day, article.kind.rawValue, article.county?.name, article.county?.short,
      article.county?.code,
      article.county?.prefecture, article.county?.province, Spelling.text(article.kicker),
      Spelling.text(article.headline), article.subtitle, article.dateline, article.date?.iso,
      article.byline?.role,
      article.byline.flatMap { Spelling.text($0.names) }, article.origin.spelled,
      article.headlineOrigin?.spelled,
      Spelling.text(article.paragraphs), article.summary, article.origin.scalars.count, 0,
    ]
    try db.cachedStatement(
      sql: """
        INSERT INTO article (source, place, day, kind, county, county_short, county_code, prefecture, province, kicker,
          headline, subtitle, dateline, date, byline_role, byline_names, origin, headline_origin, paragraphs, summary,
          length, story) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: StatementArguments(values))
  }
}

/// Writes the measures of one article with their figures, terms and words. Place 0 is the article's own head: its
/// headline and what stands before the first measure.
struct MeasureRows {
  let db: Database
  let article: Int64
  let county: String?
  let day: Int
  private var place = 0

  init(db: Database, article: Int64, county: String?, day: Int) {
    self.db = db
    self.article = article
    self.county = county
    self.day = day
  }

  mutating func writeHead(_ article: Article) throws {
    let id = try nextID()
    try insert(
      id, [nil, "", nil, article.headline.joined(separator: "　"), nil, nil, nil, article.lede, nil],
      figures: article.figures)
    try write(article.figures, article.terms, measure: id)
    let titles = article.kicker + article.headline + [article.subtitle].compactMap { $0 }
    let body = article.paragraphs.isEmpty ? [article.lede] : article.paragraphs.map(\.text)
    try index(id, (titles + body).joined(separator: "\n"))
  }

  mutating func write(_ measures: [Measure], parent: Int) throws {
    for measure in measures {
      place += 1
      let id = try nextID()
      try insert(
        id,
        [
          parent, measure.number, measure.role.rawValue, measure.heading, measure.marking.rawValue,
          measure.headingOrigin.spelled, measure.origin.spelled, measure.body, measure.confidence,
        ], figures: measure.figures)
      try write(measure.figures, measure.terms, measure: id)
      try index(id, measure.heading + "\n" + measure.body)
      try write(measure.children, parent: place)
    }
  }

  /// One more than the last of the day.
  private func nextID() throws -> Int64 {
    let first = Int64(day) << 32
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(id) FROM measure WHERE id >= ? AND id < ?"),
      arguments: [first, first + 1 << 32])
    return last.map { $0 + 1 } ?? first
  }

  private func insert(_ id: Int64, _ values: [(any DatabaseValueConvertible)?], figures: [Figure]) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO measure (id, article, place, parent, number, role, heading, marking, heading_origin, origin, body,
          confidence, figures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: StatementArguments([id, article, place] + values + [figures.count]))
  }

  private func write(_ figures: [Figure], _ terms: [Term], measure: Int64) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO figure (measure, place, text, value, upper, start, unit, qualifier, kind, object, origin, county, day)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, figure) in figures.enumerated() {
      try insert.execute(arguments: [
        measure, place, figure.text, figure.value?.description, figure.upper?.description,
        figure.from?.description,
        figure.unit, figure.qualifier?.rawValue, figure.kind.rawValue, figure.object, figure.origin.spelled,
        county,
        day,
      ])
    }
    let insertTerm = try db.cachedStatement(sql: "INSERT INTO term VALUES (?, ?, ?, ?)")
    for (place, term) in terms.enumerated() {
      try insertTerm.execute(arguments: [measure, place, term.text, term.origin.spelled])
    }
  }

  private func index(_ id: Int64, _ text: String) throws {
    try db.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)").execute(arguments: [
      id, text,
    ])
  }
}
