import GRDB

/// The tables, in the order of their versions. `PRAGMA user_version` counts the steps that a file has had.
enum Schema {
  /// "jbao": marks the file as ours.
  static let applicationID = 0x6A62_616F
  static var version: Int { steps.count }

  /// Brings a file up to this version, and says whether it was of an earlier one; refuses what is not ours or from a
  /// later one.
  @discardableResult
  static func migrate(_ db: Database, through last: Int = Schema.version) throws -> Bool {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard owner == applicationID || (owner == 0 && tables == 0) else { throw ArchiveError.notAnArchive }
    guard found <= version else { throw ArchiveError.newer(version: found) }
    guard found < last else { return false }
    for step in steps[found..<last] { try step(db) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(last)")
    return true
  }

  private static let steps: [@Sendable (Database) throws -> Void] = [
    { try $0.execute(sql: FirstVersion.tables) },
    { db in
      try FirstVersion.stepAside(db)
      try db.execute(sql: tables + WordIndex.tables)
      try FirstVersion.moveOver(db)
    },
    // The last source that an issue knew of; not known of issues from before.
    { try $0.execute(sql: "ALTER TABLE issue ADD COLUMN through INTEGER") },
  ]

  /// Days count from 1970-01-01. `outline` and `notices` are packed (`PackedWriter`). A story without a number is the
  /// article's own; `measures` counts those of all levels. The last four columns of the index are for `list`. Of
  /// articles past `through`, words and numbers are not yet in `search` and `told`.
  private static let tables = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, paper TEXT, day INTEGER NOT NULL, date_from TEXT NOT NULL,
      title TEXT, file_hash BLOB NOT NULL UNIQUE, text_hash BLOB, notices BLOB, text TEXT NOT NULL);
    CREATE TABLE county (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, short TEXT NOT NULL, code TEXT, prefecture TEXT, province TEXT);
    CREATE INDEX county_name ON county (name);
    CREATE TABLE article (
      id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, place INTEGER NOT NULL,
      day INTEGER NOT NULL, kind TEXT NOT NULL, county INTEGER REFERENCES county, story INTEGER REFERENCES article,
      length INTEGER NOT NULL, measures INTEGER NOT NULL, outline BLOB NOT NULL, UNIQUE (source, place));
    CREATE INDEX article_day ON article (day, kind, county, measures);
    CREATE INDEX article_story ON article (story) WHERE story IS NOT NULL;
    CREATE TABLE band (
      day INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article, keys BLOB NOT NULL,
      PRIMARY KEY (day, article)) WITHOUT ROWID;
    CREATE TABLE indexed (through INTEGER NOT NULL);
    INSERT INTO indexed VALUES (0);

    """
}
