import GRDB

/// The tables, in the order of their versions. `PRAGMA user_version` counts the steps that a file has had.
enum Schema {
  /// "jbao": marks the file as ours.
  static let applicationID = 0x6A62_616F
  static var version: Int { steps.count }

  /// Brings a file up to this version; refuses what is not ours or from a later one.
  static func migrate(_ db: Database, through last: Int = Schema.version) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard owner == applicationID || (owner == 0 && tables == 0) else { throw ArchiveError.notAnArchive }
    guard found <= version else { throw ArchiveError.newer(version: found) }
    guard found < last else { return }
    for step in steps[found..<last] { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(last)")
  }

  /// An `origin` is `310-361 8000-9000 3000-3400`: lines, bytes and scalars of the source's text. Days count from
  /// 1970-01-01. A measure's `id` begins with its day, so that the index gives the newest first.
  private static let steps = [
    """
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
  ]
}
