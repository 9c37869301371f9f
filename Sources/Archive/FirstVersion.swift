import BriefingModel
import GRDB

/// The first version of the tables, and how their content comes into the second.
///
/// It kept each measure, figure and term as a row of its own, and was six times as large as the texts.
enum FirstVersion {
  /// An `origin` is `310-361 8000-9000 3000-3400`: lines, bytes and scalars of the source's text.
  static let tables = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, paper TEXT, day INTEGER NOT NULL, date_from TEXT NOT NULL,
      title TEXT, file_hash TEXT NOT NULL UNIQUE, text_hash TEXT NOT NULL, text TEXT NOT NULL);
    CREATE TABLE notice (
      source INTEGER NOT NULL REFERENCES source, place INTEGER NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL,
      origin TEXT, words TEXT, PRIMARY KEY (source, place)) WITHOUT ROWID;
    CREATE TABLE article (
      id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, place INTEGER NOT NULL,
      day INTEGER NOT NULL, kind TEXT NOT NULL, county TEXT, county_short TEXT, county_code TEXT, prefecture TEXT,
      province TEXT, kicker TEXT, headline TEXT, subtitle TEXT, dateline TEXT, date TEXT, byline_role TEXT,
      byline_names TEXT, origin TEXT NOT NULL, headline_origin TEXT, paragraphs TEXT, summary TEXT,
      length INTEGER NOT NULL, story INTEGER NOT NULL, UNIQUE (source, place));
    CREATE INDEX article_day ON article (day);
    CREATE INDEX article_county ON article (county, day);
    CREATE INDEX article_story ON article (story);
    CREATE TABLE measure (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, place INTEGER NOT NULL,
      parent INTEGER, number TEXT NOT NULL, role TEXT, heading TEXT NOT NULL, marking TEXT, heading_origin TEXT,
      origin TEXT, body TEXT NOT NULL, confidence REAL, figures INTEGER NOT NULL);
    CREATE INDEX measure_article ON measure (article, place);
    CREATE TABLE figure (
      measure INTEGER NOT NULL REFERENCES measure, place INTEGER NOT NULL, text TEXT NOT NULL, value TEXT, upper TEXT,
      start TEXT, unit TEXT, qualifier TEXT, kind TEXT NOT NULL, object TEXT, origin TEXT NOT NULL, county TEXT,
      day INTEGER NOT NULL, PRIMARY KEY (measure, place)) WITHOUT ROWID;
    CREATE INDEX figure_object ON figure (object, county, day) WHERE object IS NOT NULL;
    CREATE TABLE term (
      measure INTEGER NOT NULL REFERENCES measure, place INTEGER NOT NULL, text TEXT NOT NULL, origin TEXT NOT NULL,
      PRIMARY KEY (measure, place)) WITHOUT ROWID;
    CREATE TABLE band (
      key INTEGER NOT NULL, day INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article,
      PRIMARY KEY (key, day, article)) WITHOUT ROWID;
    CREATE TABLE issue (
      first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, year INTEGER NOT NULL, issue INTEGER NOT NULL,
      total INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (first_day, last_day)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='han');
    """

  /// Makes room for the new tables' names; what can be made from the rest goes at once.
  static func stepAside(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE search; DROP TABLE band;
        DROP INDEX article_day; DROP INDEX article_county; DROP INDEX article_story; DROP INDEX figure_object;
        ALTER TABLE source RENAME TO old_source; ALTER TABLE article RENAME TO old_article;
        """)
  }

  /// Writes every source anew, in the order of adding, and drops the old tables.
  static func moveOver(_ db: Database) throws {
    let reader = FirstReader(db: db)
    var recent = RecentArticles()
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM old_source ORDER BY id")
    while let row = try rows.next() {
      let source = PreparedSource(try reader.source(row))
      guard case .new = try SourceWriter(db: db, findsStories: false).write(source, recent: &recent) else {
        throw ArchiveError.damaged
      }
    }
    // Articles were numbered without gaps, so they have their numbers again.
    try db.execute(
      sql: """
        UPDATE article SET story = (SELECT nullif(story, id) FROM old_article WHERE old_article.id = article.id);
        DROP TABLE term; DROP TABLE figure; DROP TABLE measure; DROP TABLE notice; DROP TABLE old_article;
        DROP TABLE old_source;
        """)
  }
}

/// Builds values from the first version's rows.
private struct FirstReader {
  let db: Database

  func source(_ row: Row) throws -> ArchivedSource {
    let id: Int64 = row["id"]
    let name: String = row["name"]
    let articles = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM old_article WHERE source = ? ORDER BY place"), arguments: [id])
    let outlined = OutlinedSource(
      source: name, title: row["title"], articles: try articles.map { try article($0, source: name) },
      notices: try notices(of: id, name: name))
    guard let dateFrom = ArchivedSource.DateFrom(rawValue: row["date_from"]) else {
      throw ArchiveError.damaged
    }
    let text: String = row["text"]
    return ArchivedSource(
      outlined: outlined, paper: row["paper"], date: CalendarDate(dayNumber: row["day"]), dateFrom: dateFrom,
      fileHash: row["file_hash"], text: Array(text.utf8))
  }

  func notices(of source: Int64, name: String) throws -> [Notice] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM notice WHERE source = ? ORDER BY place"), arguments: [source])
    return try rows.map { row in
      guard let kind = Notice.Kind(rawValue: row["kind"]) else { throw ArchiveError.damaged }
      let spelled: String? = row["origin"]
      return Notice(
        kind: kind, message: row["message"], origin: try spelled.map { try origin($0, name) },
        words: row["words"])
    }
  }

  func article(_ row: Row, source: String) throws -> Article {
    guard let kind = Article.Kind(rawValue: row["kind"]) else { throw ArchiveError.damaged }
    let county: String? = row["county"]
    let short: String? = row["county_short"]
    let date: String? = row["date"]
    let role: String? = row["byline_role"]
    let headlineOrigin: String? = row["headline_origin"]
    let number: Int64 = row["id"]
    let place: Int = row["place"]
    var article = Article(
      id: "\(number)-\(place)", kind: kind,
      county: county.map {
        County(
          name: $0, short: short ?? $0, code: row["county_code"], prefecture: row["prefecture"],
          province: row["province"])
      },
      kicker: Spelling.lines(row["kicker"]), headline: Spelling.lines(row["headline"]),
      subtitle: row["subtitle"],
      dateline: row["dateline"], date: date.flatMap { CalendarDate(iso: $0) },
      byline: role.map { Byline(role: $0, names: Spelling.lines(row["byline_names"])) },
      origin: try origin(row["origin"], source),
      headlineOrigin: try headlineOrigin.map { try origin($0, source) },
      summary: row["summary"], paragraphs: Spelling.paragraphs(row["paragraphs"], source: source))
    try fill(&article, number: number, source: source)
    return article
  }

  /// Lede and measures with their figures and terms.
  private func fill(_ article: inout Article, number: Int64, source: String) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM measure WHERE article = ? ORDER BY place"), arguments: [number])
    guard let head = rows.first else { throw ArchiveError.damaged }
    article.lede = head["body"]
    article.figures = try figures(of: head["id"], source: source)
    article.terms = try terms(of: head["id"], source: source)
    var children: [Int: [Row]] = [:]
    for row in rows.dropFirst() { children[row["parent"], default: []].append(row) }
    article.measures = try measures(below: 0, children, source: source)
  }

  private func measures(below parent: Int, _ children: [Int: [Row]], source: String) throws -> [Measure] {
    try (children[parent] ?? []).map { row in
      guard let role = Measure.Role(rawValue: row["role"]), let marking = Marking(rawValue: row["marking"])
      else {
        throw ArchiveError.damaged
      }
      return Measure(
        number: row["number"], role: role, heading: row["heading"], marking: marking,
        headingOrigin: try origin(row["heading_origin"], source), origin: try origin(row["origin"], source),
        body: row["body"], confidence: row["confidence"], figures: try figures(of: row["id"], source: source),
        terms: try terms(of: row["id"], source: source),
        children: try measures(below: row["place"], children, source: source))
    }
  }

  private func figures(of measure: Int64, source: String) throws -> [Figure] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM figure WHERE measure = ? ORDER BY place"), arguments: [measure])
    return try rows.map { try figure($0, source: source) }
  }

  func figure(_ row: Row, source: String) throws -> Figure {
    guard let kind = Figure.Kind(rawValue: row["kind"]) else { throw ArchiveError.damaged }
    func number(_ name: String) -> ExactNumber? {
      let spelled: String? = row[name]
      return spelled.flatMap(ExactNumber.init(spelled:))
    }
    let qualifier: String? = row["qualifier"]
    return Figure(
      text: row["text"], value: number("value"), upper: number("upper"), from: number("start"),
      unit: row["unit"],
      qualifier: qualifier.flatMap(Figure.Qualifier.init(rawValue:)), kind: kind, object: row["object"],
      origin: try origin(row["origin"], source))
  }

  private func terms(of measure: Int64, source: String) throws -> [Term] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT text, origin FROM term WHERE measure = ? ORDER BY place"),
      arguments: [measure])
    return try rows.map { Term(text: $0["text"], origin: try origin($0["origin"], source)) }
  }

  private func origin(_ spelled: String, _ source: String) throws -> Origin {
    guard let origin = Origin(spelled: spelled, source: source) else { throw ArchiveError.damaged }
    return origin
  }
}
