#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// `Files` has a `read` and a `write` of its own, which would hide these.
private let systemRead = read
private let systemWrite = write

/// An operating system's refusal: the number that `errno` held.
struct SystemError: Error, Equatable {
  var number: Int32

  /// A named pipe into which no program writes.
  static let noWriter = SystemError(number: ENXIO)
  static let isDirectory = SystemError(number: EISDIR)
  static let absent = SystemError(number: ENOENT)
  static let exists = SystemError(number: EEXIST)
  /// What stands there is in use by SQLite, or may be.
  static let isDatabase = SystemError(number: ETXTBSY)

  static var last: SystemError { SystemError(number: errno) }
}

/// The file system, as far as this tool needs it. Names are UTF-8; a file with another name cannot be reached.
enum Files {
  enum Kind: Equatable {
    case file, directory, link, other
  }

  /// What stands at a path, or `nil` for nothing. Links are followed unless `followingLinks` is false.
  static func kind(of path: String, followingLinks: Bool = true) -> Kind? {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFLNK: return .link
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// What a link leads to; the path itself where there is no link, or one that leads nowhere.
  static func resolved(_ path: String) -> String {
    kind(of: path, followingLinks: false) == .link ? absolute(path) ?? path : path
  }

  /// Whether a file is an SQLite database (its first 16 bytes, "Database File Format" 1.3.1).
  static func isDatabase(_ path: String) -> Bool {
    guard kind(of: path) == .file else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { _ = close(descriptor) }
    var opening = [UInt8](repeating: 0, count: 16)
    return systemRead(descriptor, &opening, 16) == 16 && opening == Array("SQLite format 3\0".utf8)
  }

  /// Size in bytes; 0 for what has none (pipes).
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Seconds since a file was last written to; 0 for what is not there.
  static func age(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? time(nil) - status.modified : 0
  }

  /// Reads a file, or standard input for `-`, up to `limit` bytes and one more (so that the reader can refuse).
  static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    guard path != "-" else { return try readAll(0, expecting: 0, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last }
    defer { _ = close(descriptor) }
    let opening = try firstByte(ofPipe: descriptor)
    // Pipes and devices are waited for. What calls itself a file never makes anybody wait, but for /proc/kmsg.
    if kind(of: path) != .file { _ = fcntl(descriptor, F_SETFL, O_RDONLY) }
    return opening + (try readAll(descriptor, expecting: size(of: path), limit: limit))
  }

  /// Waits a second for a program that writes to a named pipe: without one, reading would never end. Other files
  /// give no byte here.
  private static func firstByte(ofPipe descriptor: Int32) throws(SystemError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return [] }
    for _ in 0..<20 {
      var byte: UInt8 = 0
      let count = systemRead(descriptor, &byte, 1)
      if count == 1 { return [byte] }
      if count < 0, errno == EAGAIN { return [] }
      usleep(50_000)
    }
    throw .noWriter
  }

  private static func readAll(
    _ descriptor: Int32, expecting size: Int, limit: Int
  ) throws(SystemError) -> [UInt8] {
    // One byte more than the file has: the end is then found without a second piece.
    var room = max(min(size, limit) + 1, 64 << 10)
    var bytes: [UInt8] = []
    while true {
      let piece = try readPiece(descriptor, capacity: room)
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
      guard piece.count == room, bytes.count <= limit else { return bytes }
      room = min(bytes.count, 16 << 20)
    }
  }

  /// Reads until `capacity` bytes are there or the file ends.
  private static func readPiece(_ descriptor: Int32, capacity: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let count = read(descriptor, rest)
        if count < 0 { failure = .last }
        guard count > 0 else { return }
        filled += count
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      return count
    }
  }

  /// Writes everything to an open file: 1 is standard output, 2 standard error.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(
          descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...]).baseAddress, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .last }
      done += count
    }
  }

  /// Names in a directory, without `.` and `..`, ordered by their bytes.
  static func names(in directory: String) throws(SystemError) -> [String] {
    guard let stream = opendir(directory) else { throw .last }
    defer { _ = closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a directory and those above it.
  static func makeDirectory(_ path: String) throws(SystemError) {
    if mkdir(path, 0o777) == 0 { return }
    let failure = SystemError.last
    if failure.number == EEXIST, kind(of: path) == .directory { return }
    if failure.number == EEXIST { throw SystemError(number: ENOTDIR) }
    guard failure.number == ENOENT, let parent = Path.parent(of: path), parent != path else { throw failure }
    try makeDirectory(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }

  static func remove(_ path: String) {
    _ = unlink(path)
  }

  /// The absolute path with links resolved, or `nil` where nothing stands.
  static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension stat {
  fileprivate var modified: Int {
    #if canImport(Darwin)
      st_mtimespec.tv_sec
    #else
      st_mtim.tv_sec
    #endif
  }
}

/// Paths as text.
enum Path {
  static func join(_ directory: String, _ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }

  /// `a/b` → `a`, `a` → `.`, `/a` → `/`; `nil` for the root and for nothing.
  static func parent(of path: String) -> String? {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard !bytes.isEmpty, bytes != [UInt8(ascii: "/")] else { return nil }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
