import BriefingModel
import GRDB

extension Archive {
  /// What the archive knows of a source, without its text.
  public struct Entry: Equatable, Sendable {
    let number: Int64
    public var name: String
    public var paper: String?
    public var date: CalendarDate
    public var articles: Int

    init(_ row: Row) throws {
      number = try row.value("id")
      name = try row.value("name")
      paper = try row.value("paper")
      date = CalendarDate(dayNumber: try row.value("day"))
      articles = try row.value("articles")
    }

    static let select = """
      SELECT id, name, paper, day, (SELECT count(*) FROM article WHERE source = source.id) AS articles FROM source
      """
  }

  /// The sources whose name is wanted, in the order of adding.
  public func sources(where isWanted: (String) -> Bool) throws(ArchiveError) -> [Entry] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, name FROM source ORDER BY id")
      var numbers: [Int64] = []
      while let row = try rows.next() {
        if isWanted(try row.value("name")) { numbers.append(try row.value("id")) }
      }
      return try numbers.compactMap { number in
        try Row.fetchOne(db, sql: Entry.select + " WHERE id = ?", arguments: [number]).map(Entry.init)
      }
    }
  }

  /// Takes sources out with all that was found in them, in one transaction; gives those that were still there.
  public func remove(_ entries: [Entry]) throws(ArchiveError) -> [Entry] {
    try writeSources { db, recent in
      // It may remember what goes.
      recent = RecentArticles()
      let found = try entries.filter { entry in
        try Row.fetchOne(db, sql: Entry.select + " WHERE id = ?", arguments: [entry.number]).map(Entry.init)
          == entry
      }
      try SourceEraser(db: db).erase(found.map(\.number))
      return found
    }
  }
}

/// Deletes the rows of sources.
private struct SourceEraser {
  let db: Database

  func erase(_ sources: [Int64]) throws {
    var articles: [StoredArticle] = []
    var reader = ArticleReader(db: db)
    for source in sources {
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: ArticleReader.select + " WHERE article.source = ?"), arguments: [source])
      while let row = try rows.next() { articles.append(try reader.article(row)) }
    }
    try WordIndex(db: db).leave(articles.map(WordIndex.Entry.init))
    try endStories(of: articles.map(\.number))
    for article in articles {
      try db.cachedStatement(sql: "DELETE FROM band WHERE day = ? AND article = ?")
        .execute(arguments: [article.day, article.number])
      try db.cachedStatement(sql: "DELETE FROM article WHERE id = ?").execute(arguments: [article.number])
    }
    for source in sources {
      try db.cachedStatement(sql: "DELETE FROM source WHERE id = ?").execute(arguments: [source])
    }
    // The last sources' numbers are given again: what comes is new to every issue.
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM source") ?? 0
    try db.execute(sql: "UPDATE issue SET through = ?1 WHERE through > ?1", arguments: [last])
  }

  /// What is left of a story takes the number of its earliest article; one article is no story.
  private func endStories(of articles: [Int64]) throws {
    let leave = try db.cachedStatement(sql: "UPDATE article SET story = NULL WHERE id = ?")
    for article in articles { try leave.execute(arguments: [article]) }
    let earliest = try db.cachedStatement(sql: "SELECT min(id) FROM article WHERE story = ?")
    let renumber = try db.cachedStatement(sql: "UPDATE article SET story = nullif(?1, id) WHERE story = ?2")
    for article in articles {
      guard let first = try Int64.fetchOne(earliest, arguments: [article]) else { continue }
      try renumber.execute(arguments: [first, article])
    }
  }
}
