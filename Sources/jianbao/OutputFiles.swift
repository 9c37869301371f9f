import BriefingModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is to be written.
struct OutputFile: Equatable {
  var path: String
  var bytes: [UInt8]
}

/// Writes files so that none is ever half there: each goes to a temporary name in its own folder, is flushed to
/// the disk, and all are renamed when the last one stands.
enum OutputFiles {
  static func write(_ files: [OutputFile]) throws(Failure) {
    _ = try write(files) { () throws(Failure) in true }
  }

  /// When all stand and none has its name yet, `isMeant` has the last word: without it nothing is left.
  static func write(_ files: [OutputFile], isMeant: () throws(Failure) -> Bool) throws(Failure) -> Bool {
    let files = files.map { OutputFile(path: Files.resolved($0.path), bytes: $0.bytes) }
    let (devices, ordinary) = (files.filter { isDevice($0.path) }, files.filter { !isDevice($0.path) })
    var temporaries: [String] = []
    defer { for path in temporaries { Files.remove(path) } }
    for file in ordinary {
      temporaries.append(temporaryPath(for: file.path))
      try writeTemporary(for: file.path) { descriptor throws(SystemError) in
        try Files.write(file.bytes, to: descriptor)
      }
    }
    guard try isMeant() else { return false }
    for file in ordinary { try giveName(file.path) }
    for file in devices {
      try writeThrough(to: file.path) { descriptor throws(SystemError) in
        try Files.write(file.bytes, to: descriptor)
      }
    }
    flushDirectories(of: ordinary)
    return true
  }

  /// Lets `body` write a file piece by piece to a descriptor; there too, it has its name when it is whole.
  static func write(_ path: String, _ body: (_ descriptor: Int32) throws(Failure) -> Void) throws(Failure) {
    let path = Files.resolved(path)
    let temporary = temporaryPath(for: path)
    defer { Files.remove(temporary) }
    var failure: Failure?
    func write(_ descriptor: Int32) {
      do throws(Failure) { try body(descriptor) } catch { failure = error }
    }
    let isDevice = isDevice(path)
    if isDevice { try writeThrough(to: path, write) } else { try writeTemporary(for: path, write) }
    if let failure { throw failure }
    guard !isDevice else { return }
    try giveName(path)
    flushDirectories(of: [OutputFile(path: path, bytes: [])])
  }

  /// Lets `body` make a new file at the temporary path that it is given.
  static func make(_ path: String, _ body: (_ temporary: String) throws(Failure) -> Void) throws(Failure) {
    try refuseDatabase(path)
    let temporary = temporaryPath(for: path)
    defer { for end in ["", "-journal", "-wal", "-shm"] { Files.remove(temporary + end) } }
    Files.remove(temporary)
    try body(temporary)
    try giveName(path)
    flushDirectories(of: [OutputFile(path: path, bytes: [])])
  }

  /// Pipes and devices are written to, not replaced.
  private static func isDevice(_ path: String) -> Bool { Files.kind(of: path) == .other }

  private static func writeThrough(
    to path: String, _ body: (_ descriptor: Int32) throws(SystemError) -> Void
  ) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .output(path: path, .last) }
    defer { _ = close(descriptor) }
    do throws(SystemError) { try body(descriptor) } catch { throw .output(path: path, error) }
  }

  /// An archive is never replaced by what was written from it, nor is what SQLite keeps beside it.
  private static func refuseDatabase(_ path: String) throws(Failure) {
    let ends = ["-wal", "-shm", "-journal"].filter { path.hasSuffix($0) }
    for candidate in [path] + ends.map({ String(path.dropLast($0.count)) }) where Files.isDatabase(candidate)
    {
      throw .output(path: path, .isDatabase)
    }
  }

  private static func writeTemporary(
    for path: String, _ body: (_ descriptor: Int32) throws(SystemError) -> Void
  ) throws(Failure) {
    // A rename onto a folder fails, and by then other files would have their names.
    if Files.kind(of: path) == .directory { throw .output(path: path, .isDirectory) }
    try refuseDatabase(path)
    removeLeftovers(of: path)
    do throws(SystemError) {
      try writeAndFlush(to: temporaryPath(for: path), body)
    } catch {
      throw .output(path: path, error)
    }
  }

  private static func giveName(_ path: String) throws(Failure) {
    guard rename(temporaryPath(for: path), path) == 0 else { throw .output(path: path, .last) }
  }

  /// What commands call their files: `简报-2026-11-23.odt`, of a week `简报-2026-W47.odt`, with the title or masthead instead of 简报 where set.
  ///
  /// What a file name cannot hold becomes `_`; file systems take 255 bytes, a temporary name some more.
  static func name(_ title: String?, days: String, format: String) -> String {
    let forbidden: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    var stem = String.UnicodeScalarView()
    for scalar in (title ?? "").unicodeScalars.prefix(60) {
      let isSafe = scalar.value >= 32 && scalar.value != 127 && !forbidden.contains(scalar)
      stem.append(isSafe && !(stem.isEmpty && scalar == ".") ? scalar : "_")
    }
    return "\(stem.isEmpty ? "简报" : String(stem))-\(days).\(format)"
  }

  /// One path a line on standard output, for scripts.
  static func printPaths(of files: [OutputFile]) throws(Failure) {
    do throws(SystemError) {
      try Files.write(files.flatMap { Array(($0.path + "\n").utf8) }, to: 1)
    } catch {
      throw .output(path: "-", error)
    }
  }

  /// Hidden, beside the file (a rename must not cross disks), and of this process only.
  private static func temporaryPath(for path: String) -> String {
    Path.join(Path.parent(of: path) ?? ".", ".jianbao-\(getpid())-\(Path.name(of: path)).tmp")
  }

  /// Temporary files of this name that a program left which was ended while it wrote them: an hour old and no longer
  /// written to.
  private static func removeLeftovers(of path: String) {
    let folder = Path.parent(of: path) ?? "."
    let (opening, ending) = (".jianbao-", "-\(Path.name(of: path)).tmp")
    for name in (try? Files.names(in: folder)) ?? [] where name.hasPrefix(opening) && name.hasSuffix(ending) {
      let number = name.dropFirst(opening.count).dropLast(ending.count)
      guard number.allSatisfy(\.isNumber), Files.age(of: Path.join(folder, name)) > 3600 else { continue }
      Files.remove(Path.join(folder, name))
    }
  }

  private static func writeAndFlush(
    to path: String, _ body: (_ descriptor: Int32) throws(SystemError) -> Void
  ) throws(SystemError) {
    Files.remove(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last }
    do throws(SystemError) {
      try body(descriptor)
      guard fsync(descriptor) == 0 else { throw .last }
    } catch {
      _ = close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw .last }
  }

  /// A rename lasts only when its folder has reached the disk; some file systems cannot, which is no error.
  private static func flushDirectories(of files: [OutputFile]) {
    for folder in Set(files.map { Path.parent(of: $0.path) ?? "." }) {
      let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      _ = fsync(descriptor)
      _ = close(descriptor)
    }
  }
}
