#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that only this user may enter, for programs that read and write files; `remove` takes it away with
/// everything in it.
public struct TemporaryFolder: Sendable {
  public let path: String

  public init() throws(ProgramError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/jianbao-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .notStarted(errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  public func write(_ bytes: [UInt8], to name: String) throws(ProgramError) {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .notStarted(errno) }
    defer { _ = close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(file, UnsafeRawBufferPointer(rebasing: buffer[done...]).baseAddress, bytes.count - done)
      }
      guard count > 0 || errno == EINTR else { throw .notStarted(errno) }
      done += max(0, count)
    }
  }

  /// A file's bytes, or `nil` where there is none or it is larger than allowed.
  public func read(_ name: String, limit: Int) -> [UInt8]? {
    let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size <= limit else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let count = systemRead(file, rest.baseAddress, rest.count)
        guard count > 0 else { return }
        filled += count
      }
    }
    return bytes.count == size ? bytes : nil
  }

  public func remove() { Self.remove(path, depth: 0) }

  private static func remove(_ path: String, depth: Int) {
    guard unlink(path) != 0, depth < 64 else { return }
    if let stream = opendir(path) {
      var names: [String] = []
      while let entry = readdir(stream) {
        names.append(
          withUnsafeBytes(of: entry.pointee.d_name) { buffer in
            String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
          })
      }
      _ = closedir(stream)
      for name in names where name != "." && name != ".." { remove("\(path)/\(name)", depth: depth + 1) }
    }
    _ = rmdir(path)
  }
}

private let systemRead = read
private let systemWrite = write
