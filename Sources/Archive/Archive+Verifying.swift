import BriefingModel
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
        if pages != ["ok"] { faults += pages.map(Fault.page) }
        let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { $0[0] as String }
        faults += Set(broken).sorted().map(Fault.reference)
        let rows = try Row.fetchCursor(db, sql: "SELECT name, text, text_hash FROM source ORDER BY id")
        while let row = try rows.next() {
          let text: String = row["text"]
          let hash: String = row["text_hash"]
          if SHA256.hex(of: Array(text.utf8)) != hash { faults.append(.hash(source: row["name"])) }
        }
        if try !Self.indexIsWhole(db) { faults.append(.index) }
        let sources = try Int.fetchOne(db, sql: "SELECT count(*) FROM source") ?? 0
        let articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
        return (sources, articles, faults)
      }
    }
  }

  private static func indexIsWhole(_ db: Database) throws -> Bool {
    do {
      try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return false
    }
    let missing = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM measure WHERE id NOT IN (SELECT id FROM search_docsize)")
    let rest = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT id FROM measure)")
    return missing == 0 && rest == 0
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
