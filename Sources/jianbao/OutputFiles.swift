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
    var temporaries: [String] = []
    defer { for path in temporaries { Files.remove(path) } }
    for file in files {
      // A rename onto a folder fails, and by then other files would have their names.
      if Files.kind(of: file.path) == .directory { throw .output(path: file.path, .isDirectory) }
      let temporary = temporaryPath(for: file.path)
      temporaries.append(temporary)
      do throws(SystemError) {
        try writeAndFlush(file.bytes, to: temporary)
      } catch {
        throw .output(path: file.path, error)
      }
    }
    for (file, temporary) in zip(files, temporaries) {
      guard rename(temporary, file.path) == 0 else { throw .output(path: file.path, .last) }
    }
    flushDirectories(of: files)
  }

  /// What `brief` calls its files: `简报-2026-11-23.odt`, with the title or masthead instead of 简报 where set.
  ///
  /// What a file name cannot hold becomes `_`; file systems take 255 bytes, a temporary name some more.
  static func name(_ title: String?, date: CalendarDate, format: String) -> String {
    let forbidden: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    var stem = String.UnicodeScalarView()
    for scalar in (title ?? "").unicodeScalars.prefix(60) {
      let isSafe = scalar.value >= 32 && scalar.value != 127 && !forbidden.contains(scalar)
      stem.append(isSafe && !(stem.isEmpty && scalar == ".") ? scalar : "_")
    }
    let day = "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
    return "\(stem.isEmpty ? "简报" : String(stem))-\(day).\(format)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
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

  private static func writeAndFlush(_ bytes: [UInt8], to path: String) throws(SystemError) {
    Files.remove(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last }
    do throws(SystemError) {
      try Files.write(bytes, to: descriptor)
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
