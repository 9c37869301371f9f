import BriefingModel
import Foundation
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
  /// Whether an issue before has told its story, with all the numbers and headings that it has.
  public var isToldBefore: Bool
  /// Whether it came too late for the issue of its days.
  public var isLate: Bool
  /// Characters of its text, line breaks included.
  public var length: Int
  /// Measures of all levels.
  public var measures: Int
}

extension Archive {
  /// The articles of an issue, in the order of sources and places.
  public func articles(of scope: IssueScope) throws(ArchiveError) -> [ArchivedArticle] {
    try read { db in
      var reader = ArticleReader(db: db)
      let rows = try Row.fetchCursor(
        db,
        sql: ArticleReader.select
          + " WHERE \(IssueScope.tells) ORDER BY source.name, source.id, article.place",
        arguments: scope.arguments)
      var found: [ArchivedArticle] = []
      while let row = try rows.next() {
        let stored = try reader.article(row)
        found.append(
          ArchivedArticle(
            article: stored.article, notices: try reader.notices(row),
            title: try row.value("source_title"),
            paper: stored.paper, day: CalendarDate(dayNumber: stored.day),
            story: try row.value("story"),
            isToldBefore: try Self.isToldBefore(
              stored, story: try row.value("story"), of: scope, in: db),
            isLate: stored.day < scope.first.dayNumber, length: try row.value("length"),
            measures: try row.value("measures")))
      }
      return found
    }
  }

  private static func isToldBefore(
    _ stored: StoredArticle, story: Int64, of scope: IssueScope, in db: Database
  ) throws -> Bool {
    let earlier = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM article WHERE id = :story AND id <> :own AND \(IssueScope.told)
          UNION ALL SELECT id FROM article WHERE story = :story AND id <> :own AND \(IssueScope.told)
          """), arguments: scope.arguments + ["story": story, "own": stored.number])
    guard !earlier.isEmpty else { return false }
    var reader = ArticleReader(db: db)
    var news = stored.article.news
    for other in earlier { news.subtract(try reader.article(numbered: other).article.news) }
    return news.isEmpty
  }

  /// The stories told more than once, each as the names of the sources that tell it.
  public func retoldStories() throws(ArchiveError) -> [[String]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(article.story, article.id) AS story, source.name
          FROM article JOIN source ON source.id = article.source
          WHERE article.story IS NOT NULL OR article.id IN (SELECT story FROM article WHERE story IS NOT NULL)
          ORDER BY 1, article.id
          """)
      let stories = Dictionary(grouping: rows) { $0[0] as Int64 }
      return stories.keys.sorted().map { (stories[$0] ?? []).map { $0[1] } }
    }
  }

  /// Every source, one after another, in the order of adding: added again in it, all is linked as it was.
  public func forEachSource(_ body: (ArchivedSource) throws -> Void) throws(ArchiveError) {
    try forEachHashedSource { source, _ in try body(source) }
  }

  /// The same with the recorded hash of the text: what has been damaged does not pass as whole.
  func forEachHashedSource(_ body: (ArchivedSource, _ textHash: String) throws -> Void) throws(ArchiveError) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM source ORDER BY id")
      while let row = try rows.next() {
        try body(try Self.source(row, in: db), Self.textHash(row))
      }
    }
  }

  /// The recorded hash of a source's text, which is the file's where the file is the text.
  static func textHash(_ row: Row) -> String {
    let hash: DatabaseValue = row["text_hash"]
    return Spelling.text(ofHash: hash.isNull ? row["file_hash"] : hash)
  }

  static func source(_ row: Row, in db: Database) throws -> ArchivedSource {
    guard let dateFrom = ArchivedSource.DateFrom(rawValue: try row.value("date_from")) else {
      throw ArchiveError.damaged
    }
    let text = SourceText(try row.value("text"), name: try row.value("name"))
    var reader = ArticleReader(db: db)
    let articles = try Row.fetchAll(
      db.cachedStatement(sql: ArticleReader.select + " WHERE article.source = ? ORDER BY article.place"),
      arguments: [try row.value("id") as Int64])
    return ArchivedSource(
      outlined: OutlinedSource(
        source: text.name, title: try row.value("title"),
        articles: try articles.map { try reader.article($0).article },
        notices: try text.notices(try row.value("notices"))),
      paper: try row.value("paper"),
      date: CalendarDate(dayNumber: try row.value("day")), dateFrom: dateFrom,
      fileHash: Spelling.text(ofHash: row["file_hash"]), text: text.bytes)
  }
}

/// A source's text with what finds places in it.
struct SourceText {
  let name: String
  let bytes: [UInt8]
  private let places: Places

  init(_ text: String, name: String) {
    self.name = name
    bytes = Array(text.utf8)
    places = Places(bytes)
  }

  func article(_ outline: Data) throws(ArchiveError) -> Article {
    var reader = try PackedReader(sealed: Array(outline), text: bytes, places: places, source: name)
    return try reader.article()
  }

  func notices(_ packed: Data?) throws(ArchiveError) -> [Notice] {
    guard let packed else { return [] }
    var reader = try PackedReader(sealed: Array(packed), text: bytes, places: places, source: name)
    return try reader.notices()
  }
}

/// An article with its number, source, day and paper.
struct StoredArticle: Sendable {
  var number: Int64
  var source: Int64
  var day: Int
  var paper: String?
  var article: Article
}

/// Builds articles from rows; the text of a source with many articles is taken apart once.
struct ArticleReader {
  static let select = """
    SELECT article.id AS id, article.source, article.place, article.day, article.kind, article.length,
      article.measures, article.outline,
      coalesce(article.story, article.id) AS story, county.name AS county, county.short, county.code,
      county.prefecture, county.province, source.name AS source_name, source.title AS source_title, source.paper,
      source.notices, source.text
    FROM article JOIN source ON source.id = article.source LEFT JOIN county ON county.id = article.county
    """

  let db: Database
  private var last: (source: Int64, text: SourceText)?

  init(db: Database) { self.db = db }

  mutating func article(_ row: Row) throws -> StoredArticle {
    guard let kind = Article.Kind(rawValue: try row.value("kind")) else {
      throw ArchiveError.damaged
    }
    var article = try text(row).article(try row.value("outline"))
    let (number, place): (Int64, Int) = (try row.value("id"), try row.value("place"))
    article.id = "\(number)-\(place)"
    article.kind = kind
    if let county: String = try row.value("county") {
      article.county = County(
        name: county, short: try row.value("short"), code: try row.value("code"),
        prefecture: try row.value("prefecture"),
        province: try row.value("province"))
    }
    return StoredArticle(
      number: number, source: try row.value("source"), day: try row.value("day"),
      paper: try row.value("paper"), article: article)
  }

  mutating func article(numbered number: Int64) throws -> StoredArticle {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: Self.select + " WHERE article.id = ?"), arguments: [number])
    else { throw ArchiveError.damaged }
    return try article(row)
  }

  mutating func notices(_ row: Row) throws -> [Notice] {
    try text(row).notices(try row.value("notices"))
  }

  private mutating func text(_ row: Row) throws -> SourceText {
    let source: Int64 = try row.value("source")
    if let last, last.source == source { return last.text }
    let text = SourceText(try row.value("text"), name: try row.value("source_name"))
    last = (source, text)
    return text
  }
}

extension Article {
  /// What another version of its story may lack: numbers, and measures by their headings.
  fileprivate var news: Set<String> {
    Set(figuresByPlace.joined().map(\.text)).union(flatMeasures.map(\.heading))
  }
}
