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
  /// Whether its story was printed before the days asked for, with all the numbers that it tells.
  public var isToldBefore: Bool
  /// Characters of its text, line breaks included.
  public var length: Int
}

extension Archive {
  /// The articles printed from one day to another, in the order of sources and places.
  public func articles(from first: CalendarDate, to last: CalendarDate) throws(ArchiveError)
    -> [ArchivedArticle]
  {
    try read { db in
      var reader = ArticleReader(db: db)
      let rows = try Row.fetchCursor(
        db,
        sql: ArticleReader.select
          + " WHERE article.day BETWEEN ? AND ? ORDER BY source.name, source.id, article.place",
        arguments: [first.dayNumber, last.dayNumber])
      var found: [ArchivedArticle] = []
      while let row = try rows.next() {
        let stored = try reader.article(row)
        found.append(
          ArchivedArticle(
            article: stored.article, notices: try reader.notices(row), title: row["source_title"],
            paper: stored.paper, day: CalendarDate(dayNumber: stored.day), story: row["story"],
            isToldBefore: try Self.isToldBefore(stored.article, row["story"], first, in: db),
            length: row["length"]))
      }
      return found
    }
  }

  private static func isToldBefore(
    _ article: Article, _ story: Int64, _ day: CalendarDate, in db: Database
  ) throws -> Bool {
    var reader = ArticleReader(db: db)
    let earlier = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM article WHERE id = ?1 AND day < ?2
          UNION ALL SELECT id FROM article WHERE story = ?1 AND day < ?2
          """), arguments: [story, day.dayNumber])
    guard !earlier.isEmpty else { return false }
    var numbers = Set(article.figuresByPlace.joined().map(\.text))
    for other in earlier {
      numbers.subtract(try reader.article(numbered: other).article.figuresByPlace.joined().map(\.text))
    }
    return numbers.isEmpty
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
    try forEachSource { source, _ in try body(source) }
  }

  /// The same with the recorded hash of the text: what has been damaged does not pass as whole.
  func forEachSource(_ body: (ArchivedSource, _ textHash: String) throws -> Void) throws(ArchiveError) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM source ORDER BY id")
      while let row = try rows.next() {
        let (fileHash, textHash): (DatabaseValue, DatabaseValue) = (row["file_hash"], row["text_hash"])
        try body(try Self.source(row, in: db), Spelling.text(ofHash: textHash.isNull ? fileHash : textHash))
      }
    }
  }

  private static func source(_ row: Row, in db: Database) throws -> ArchivedSource {
    guard let dateFrom = ArchivedSource.DateFrom(rawValue: row["date_from"]) else {
      throw ArchiveError.damaged
    }
    let text = SourceText(row["text"], name: row["name"])
    var reader = ArticleReader(db: db)
    let articles = try Row.fetchAll(
      db.cachedStatement(sql: ArticleReader.select + " WHERE article.source = ? ORDER BY article.place"),
      arguments: [row["id"] as Int64])
    return ArchivedSource(
      outlined: OutlinedSource(
        source: text.name, title: row["title"], articles: try articles.map { try reader.article($0).article },
        notices: try text.notices(row["notices"])),
      paper: row["paper"], date: CalendarDate(dayNumber: row["day"]), dateFrom: dateFrom,
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

/// An article with its number, day and paper.
struct StoredArticle: Sendable {
  var number: Int64
  var day: Int
  var paper: String?
  var article: Article
}

/// Builds articles from rows; the text of a source with many articles is taken apart once.
struct ArticleReader {
  static let select = """
    SELECT article.id AS id, article.source, article.place, article.day, article.kind, article.length, article.outline,
      coalesce(article.story, article.id) AS story, county.name AS county, county.short, county.code,
      county.prefecture, county.province, source.name AS source_name, source.title AS source_title, source.paper,
      source.notices, source.text
    FROM article JOIN source ON source.id = article.source LEFT JOIN county ON county.id = article.county
    """

  let db: Database
  private var last: (source: Int64, text: SourceText)?

  init(db: Database) { self.db = db }

  mutating func article(_ row: Row) throws -> StoredArticle {
    guard let kind = Article.Kind(rawValue: row["kind"]) else { throw ArchiveError.damaged }
    var article = try text(row).article(row["outline"])
    let (number, place): (Int64, Int) = (row["id"], row["place"])
    article.id = "\(number)-\(place)"
    article.kind = kind
    if let county: String = row["county"] {
      article.county = County(
        name: county, short: row["short"], code: row["code"], prefecture: row["prefecture"],
        province: row["province"])
    }
    return StoredArticle(number: number, day: row["day"], paper: row["paper"], article: article)
  }

  mutating func article(numbered number: Int64) throws -> StoredArticle {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: Self.select + " WHERE article.id = ?"), arguments: [number])
    else { throw ArchiveError.damaged }
    return try article(row)
  }

  mutating func notices(_ row: Row) throws -> [Notice] { try text(row).notices(row["notices"]) }

  private mutating func text(_ row: Row) -> SourceText {
    let source: Int64 = row["source"]
    if let last, last.source == source { return last.text }
    let text = SourceText(row["text"], name: row["source_name"])
    last = (source, text)
    return text
  }
}
