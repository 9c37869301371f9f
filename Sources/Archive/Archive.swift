import BriefingModel
import Foundation
import GRDB
import Synchronization

/// The store: one SQLite file that keeps every source with its articles, and finds them again.
///
///     let archive = try Archive("jianbao.sqlite")
///     try archive.add(source)
///
/// Write-ahead log, foreign keys, one transaction a source. `synchronous = NORMAL`: after a power cut the last
/// transactions may be missing, the file is whole; after a killed process nothing is missing.
public final class Archive: Sendable {
  let queue: DatabaseQueue
  /// For near-duplicates, between one source and the next.
  let recent = Mutex(RecentArticles())
  /// How long to wait while another program writes, in seconds.
  private static let patience = 60.0

  /// Opens an archive, made on first use. A file that is only to be read is not changed (but brought up to this version,
  /// where an earlier one made it), and must be there.
  public init(_ path: String, isReadOnly: Bool = false) throws(ArchiveError) {
    queue = try guarded {
      guard isReadOnly else { return try Self.opened(path) }
      let queue = try Self.open(path, isReadOnly: true)
      if try queue.read(Self.checkVersion) == Schema.version { return queue }
      try queue.close()
      try Self.opened(path).close()
      return try Self.open(path, isReadOnly: true)
    }
  }

  private static func opened(_ path: String) throws -> DatabaseQueue {
    let queue = try open(path, isReadOnly: false)
    // The tables go to the file at once: without its log a new archive would be an empty file.
    if try queue.write({ try Schema.migrate($0) }) {
      _ = try queue.writeWithoutTransaction { try $0.checkpoint(.full) }
    }
    return queue
  }

  /// For tests of migrations.
  package init(_ path: String, version: Int) throws(ArchiveError) {
    queue = try guarded {
      let queue = try Self.open(path, isReadOnly: false)
      _ = try queue.write { try Schema.migrate($0, through: version) }
      return queue
    }
  }

  private static func open(_ given: String, isReadOnly: Bool) throws -> DatabaseQueue {
    // The log stands beside the file, not beside a link to it.
    let path = given == memory ? given : URL(fileURLWithPath: given).resolvingSymlinksInPath().path
    guard !hasLostFile(path) else { throw ArchiveError.damaged }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard path == memory || FileManager.default.fileExists(atPath: folder) else {
      throw ArchiveError.unreachable(code: Int(ResultCode.SQLITE_CANTOPEN.rawValue))
    }
    guard isReadOnly || path == memory || mayWrite(path) else { throw ArchiveError.readOnly }
    // Where nothing may be written, not even the log's index can stand beside the file. Without a log nobody writes.
    let isFixed = isReadOnly && !mayWrite(path) && !FileManager.default.fileExists(atPath: path + "-wal")
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      WordIndex.addTokenizers(db)
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
      guard !isReadOnly else { return }
      try Self.checkVersion(db)
      try Self.enterWAL(db)
      try db.execute(
        sql:
          "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864"
      )
    }
    return try DatabaseQueue(path: isFixed ? fixed(path) : path, configuration: configuration)
  }

  private static let memory = ":memory:"

  /// Whether there is a log, but no file or an empty one: SQLite would begin a new archive and empty the log.
  private static func hasLostFile(_ path: String) -> Bool {
    func size(_ path: String) -> Int {
      (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
    return size(path) == 0 && size(path + "-wal") > 0
  }

  /// Whether file (if there is one) and folder may be written.
  private static func mayWrite(_ path: String) -> Bool {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return files.isWritableFile(atPath: folder)
      && (!files.fileExists(atPath: path) || files.isWritableFile(atPath: path))
  }

  /// SQLite's name for a file that does not change.
  private static func fixed(_ path: String) -> String {
    var parts = URLComponents()
    parts.scheme = "file"
    parts.path = URL(fileURLWithPath: path).path
    parts.queryItems = [URLQueryItem(name: "immutable", value: "1")]
    return parts.string ?? path
  }

  /// A file of another program is left as it is, its journal too.
  @discardableResult
  private static func checkVersion(_ db: Database) throws -> Int {
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version >= 0 else { throw ArchiveError.damaged }
    guard owner == Schema.applicationID || (owner == 0 && tables == 0) else {
      throw ArchiveError.notAnArchive
    }
    guard version <= Schema.version else { throw ArchiveError.newer(version: version) }
    return version
  }

  /// SQLite does not wait for another process that is changing the journal at the same time.
  private static func enterWAL(_ db: Database) throws {
    for attempt in 0... {
      do {
        return try db.execute(sql: "PRAGMA journal_mode = WAL")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < 200 {
        // Taking and leaving a write lock waits as long as the other one needs.
        try? db.execute(sql: "BEGIN IMMEDIATE; COMMIT")
      }
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(ArchiveError) -> Value {
    try guarded { try queue.read(work) }
  }

  func write<Value>(_ work: (Database) throws -> Value) throws(ArchiveError) -> Value {
    try guarded { try queue.write(work) }
  }
}
