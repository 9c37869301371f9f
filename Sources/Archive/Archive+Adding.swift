import BriefingModel
import Foundation
import GRDB

extension Archive {
  /// What adding a source did.
  public enum Added: Equatable, Sendable {
    /// `copies` names the first source of each story that is there already: where it has the new one's name, this may be
    /// a correction.
    case new(articles: Int, copies: [String])
    /// The same file is there.
    case known(Entry)
  }

  /// Stores a source with all that was found in it, in one transaction.
  public func add(_ source: ArchivedSource) throws(ArchiveError) -> Added {
    try add(PreparedSource(source))
  }

  public func add(_ source: PreparedSource) throws(ArchiveError) -> Added {
    try writeSources { db, recent in try SourceWriter(db: db).write(source, recent: &recent) }
  }

  /// A transaction that adds sources. What is remembered of recent articles is forgotten where it fails.
  func writeSources<Value: Sendable>(
    _ work: (Database, inout RecentArticles) throws -> Value
  ) throws(ArchiveError) -> Value {
    try guarded {
      var remembered = recent.withLock { exchange(&$0, with: RecentArticles()) }
      let value = try queue.write { db in try work(db, &remembered) }
      recent.withLock { $0 = remembered }
      return value
    }
  }

  private func exchange(_ held: inout RecentArticles, with new: RecentArticles) -> RecentArticles {
    defer { held = new }
    return held
  }
}

/// Writes the rows of one source.
struct SourceWriter {
  let db: Database
  /// Whether near-duplicates are looked for.
  var findsStories = true

  func write(_ prepared: PreparedSource, recent: inout RecentArticles) throws -> Archive.Added {
    let source = prepared.source
    let fileHash = Spelling.hash(source.fileHash)
    let known = try Row.fetchOne(
      db.cachedStatement(sql: Archive.Entry.select + " WHERE file_hash = ?"), arguments: [fileHash])
    if let known { return .known(try Archive.Entry(known)) }
    try db.cachedStatement(
      sql: """
        INSERT INTO source (name, paper, day, date_from, title, file_hash, text_hash, notices, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      source.outlined.source, source.paper, source.date.dayNumber, source.dateFrom.rawValue,
      source.outlined.title, fileHash, prepared.textHash.map(Spelling.hash), prepared.notices, prepared.text,
    ])
    let id = db.lastInsertedRowID
    let index = WordIndex(db: db)
    let (through, first) = try index.numbers()
    var copies: [String] = []
    for (place, article) in prepared.articles.enumerated() {
      let story = try write(
        article, number: first + Int64(place), place: place, source: id, recent: &recent)
      if let story { copies.append(try sourceName(ofArticle: story)) }
    }
    try index.fill(
      from: through, to: first + Int64(prepared.articles.count) - 1, after: source.text.count,
      with: &recent.waiting)
    return .new(articles: prepared.articles.count, copies: copies)
  }

  private func sourceName(ofArticle number: Int64) throws -> String {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT name FROM source WHERE id = (SELECT source FROM article WHERE id = ?)"),
      arguments: [number]) ?? ""
  }

  /// Gives the known story that the article tells.
  private func write(
    _ prepared: PreparedSource.Prepared, number: Int64, place: Int, source id: Int64,
    recent: inout RecentArticles
  ) throws -> Int64? {
    let article = prepared.article
    let county = try article.county.map { try countyID($0) }
    var story: Int64?
    if findsStories, let sketch = prepared.sketch {
      story = try Stories(db: db).story(
        of: sketch, keys: prepared.keys, day: prepared.day, county: county, recent: &recent)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO article (id, source, place, day, kind, county, story, length, measures, outline)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, id, place, prepared.day, article.kind.rawValue, county, story, article.origin.scalars.count,
      prepared.measures, prepared.outline,
    ])
    recent.waiting.append(WordIndex.Entry(article: number, day: prepared.day, words: prepared.words))
    guard let sketch = prepared.sketch, !prepared.keys.isEmpty else { return story }
    try db.cachedStatement(sql: "INSERT INTO band (day, article, keys) VALUES (?, ?, ?)")
      .execute(arguments: [prepared.day, number, Spelling.keys(prepared.keys)])
    recent.add(number, day: prepared.day, keys: prepared.keys)
    recent.add(sketch, of: number)
    return story
  }

  /// Counties are told of again and again: each is written once.
  private func countyID(_ county: County) throws -> Int64 {
    let values: StatementArguments = [
      county.name, county.short, county.code, county.prefecture, county.province,
    ]
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM county WHERE name = ? AND short = ? AND code IS ? AND prefecture IS ? AND province IS ?
          """), arguments: values)
    if let known { return known }
    try db.cachedStatement(
      sql: "INSERT INTO county (name, short, code, prefecture, province) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: values)
    return db.lastInsertedRowID
  }
}
