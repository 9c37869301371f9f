import BriefingModel
import GRDB

/// An article of the archive with what the archive knows of it besides.
public struct ArchivedArticle: Equatable, Sendable {
  public var article: Article
  /// The notices of its source.
  public var notices: [Notice]
  public var title: String?
  public var paper: String?
  public var day: CalendarDate
  /// The number that all articles of one story share.
  public var story: Int64
  /// Characters of its text, line breaks included.
  public var length: Int
}

extension Archive {
  /// The articles printed from one day to another, in the order of sources and places.
  public func articles(from first: CalendarDate, to last: CalendarDate) throws(ArchiveError)
    -> [ArchivedArticle]
  {
    try read { db in
      let reader = SourceReader(db: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT article.*, source.name AS source_name, source.title AS source_title, source.paper AS source_paper
          FROM article JOIN source ON source.id = article.source
          WHERE article.day BETWEEN ? AND ? ORDER BY source.name, source.id, article.place
          """, arguments: [first.dayNumber, last.dayNumber])
      var notices: [Int64: [Notice]] = [:]
      return try rows.map { row in
        let name: String = row["source_name"]
        let source: Int64 = row["source"]
        let known = try notices[source] ?? reader.notices(of: source, name: name)
        notices[source] = known
        return ArchivedArticle(
          article: try reader.article(row, source: name), notices: known, title: row["source_title"],
          paper: row["source_paper"], day: CalendarDate(dayNumber: row["day"]), story: row["story"],
          length: row["length"])
      }
    }
  }

  /// The stories told more than once, each as the names of the sources that tell it.
  public func retoldStories() throws(ArchiveError) -> [[String]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT article.story, source.name FROM article JOIN source ON source.id = article.source
          WHERE article.story IN (SELECT story FROM article GROUP BY story HAVING count(*) > 1)
          ORDER BY article.story, article.id
          """)
      let stories = Dictionary(grouping: rows) { $0[0] as Int64 }
      return stories.keys.sorted().map { (stories[$0] ?? []).map { $0[1] } }
    }
  }

  /// Every source, one after another, in the order of adding: added again in it, all is linked as it was.
  public func forEachSource(_ body: (ArchivedSource) throws -> Void) throws(ArchiveError) {
    try read { db in
      let reader = SourceReader(db: db)
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM source ORDER BY id")
      while let row = try rows.next() { try body(reader.source(row)) }
    }
  }
}

/// Builds values from rows.
struct SourceReader {
  let db: Database

  func source(_ row: Row) throws -> ArchivedSource {
    let id: Int64 = row["id"]
    let name: String = row["name"]
    let articles = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM article WHERE source = ? ORDER BY place"), arguments: [id])
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
