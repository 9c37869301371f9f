import BriefingModel
import Foundation
import GRDB

extension Archive {
  /// What is wrong with an archive.
  public enum Fault: Equatable, Sendable {
    case page(String)
    case reference(table: String)
    case hash(source: String)
    case index
  }

  /// Looks at every page, reference, hash and at the index of words.
  public func verify() throws(ArchiveError) -> (sources: Int, articles: Int, faults: [Fault]) {
    try guarded {
      try queue.writeWithoutTransaction { db in
        var faults: [Fault] = []
        let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
        // What stands on damaged pages is anything.
        guard pages == ["ok"] else { return (0, 0, pages.map(Fault.page)) }
        let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { $0[0] as String }
        faults += Set(broken).sorted().map(Fault.reference)
        faults += try Self.faultsOfSources(db)
        // In one transaction, for others may be adding.
        try db.inTransaction(.immediate) {
          if try !Self.indexIsWhole(db) { faults.append(.index) }
          return .commit
        }
        let sources = try Int.fetchOne(db, sql: "SELECT count(*) FROM source") ?? 0
        let articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
        return (sources, articles, faults)
      }
    }
  }

  /// Reads every source with its articles, as an export does, and compares its text with its hash.
  private static func faultsOfSources(_ db: Database) throws -> [Fault] {
    var faults: [Fault] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM source ORDER BY id")
    while let row = try rows.next() {
      let isWhole = (try? Self.source(row, in: db)).map { SHA256.hex(of: $0.text) == Self.textHash(row) }
      if isWhole != true { faults.append(.hash(source: (try? row.value("name")) ?? "?")) }
    }
    return faults
  }

  private static func indexIsWhole(_ db: Database) throws -> Bool {
    do {
      try db.execute(
        sql: """
          INSERT INTO search (search) VALUES ('integrity-check'); INSERT INTO told (told) VALUES ('integrity-check')
          """)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return false
    }
    // Each place of an article that has been entered, and no other, has its row.
    let places = try Int.fetchOne(
      db,
      sql: """
        SELECT sum(min(measures, \(WordIndex.lastPlace)) + 1) FROM article
        WHERE id <= (SELECT through FROM indexed)
        """)
    let found = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), count(article.id) FROM search_docsize LEFT JOIN article
          ON article.id = (search_docsize.id >> 8) & \(WordIndex.articles)
          AND article.day = search_docsize.id >> 44 AND search_docsize.id & 255 <= article.measures
          AND article.id <= (SELECT through FROM indexed)
        """)
    return found?[0] == places ?? 0 && found?[1] == places ?? 0
  }

  /// A consistent copy, made while others write, through SQLite's own backup.
  public func backUp(to path: String) throws(ArchiveError) {
    try guarded {
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      // The copy is one file: no log stands beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    }
  }
}
