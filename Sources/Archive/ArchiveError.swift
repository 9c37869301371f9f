import GRDB

/// Why an archive gave no result. Nothing half done is ever left in it.
public enum ArchiveError: Error, Equatable, Sendable {
  /// The file is no SQLite database, or one of another program.
  case notAnArchive
  /// A later version of this program made the file; `version` is its schema's.
  case newer(version: Int)
  /// A page of the file does not hold what it must.
  case damaged
  /// The disk is full, or the file may not grow.
  case full
  /// The file or its folder may not be written.
  case readOnly
  /// Another program has held the file for longer than the waiting time.
  case busy
  /// The file cannot be opened or read; the number is SQLite's extended result code.
  case unreachable(code: Int)
  /// What is to be imported is not what `export` wrote; `isChanged`: a text does not have the hash that it had.
  case notAnExport(line: Int, isChanged: Bool = false)

  init(_ error: any Error) {
    if let known = error as? ArchiveError {
      self = known
      return
    }
    // A value of another kind than the tables say.
    guard let error = error as? DatabaseError else {
      self = error is RowDecodingError ? .damaged : .unreachable(code: -1)
      return
    }
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notAnArchive
      // A table or column that is not there.
      case .SQLITE_CORRUPT, .SQLITE_ERROR: .damaged
      case .SQLITE_FULL: .full
      case .SQLITE_IOERR where Self.isRefusedWrite(error.extendedResultCode): .full
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .unreachable(code: Int(error.extendedResultCode.rawValue))
      }
  }

  /// A limit on a file's size shows as one of these.
  private static func isRefusedWrite(_ code: ResultCode) -> Bool {
    [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE].contains(code)
  }
}

/// Runs work of GRDB, whose errors are of any kind.
func guarded<Value>(_ work: () throws -> Value) throws(ArchiveError) -> Value {
  do { return try work() } catch { throw ArchiveError(error) }
}
