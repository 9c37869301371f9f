import Foundation

/// What one run of the built tool gave.
struct Run {
  var status: Int32
  var output: String
  var messages: String
}

/// The tool as it was built beside these tests.
enum Tool {
  static let path: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "jianbao").path(percentEncoded: false)
  }()

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let seed = root.appending(path: "seeds/000_49caeeadb3abf2b5.txt").path(percentEncoded: false)

  static func hostile(_ name: String) -> String {
    root.appending(path: "Fixtures/hostile/\(name)").path(percentEncoded: false)
  }

  /// Runs the tool. Output goes through files, so that no pipe can fill up.
  static func run(
    _ arguments: [String], in folder: Folder, input: [UInt8] = [], variables: [String: String] = [:]
  ) throws -> Run {
    try run(path, arguments, in: folder, input: input, variables: variables)
  }

  /// Runs the tool on a terminal of its own; its output and its messages come together.
  static func runOnTerminal(
    _ arguments: [String], in folder: Folder, variables: [String: String] = [:]
  ) throws -> Run {
    let script = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    let terminal = variables.merging(["TERM": "xterm"]) { given, _ in given }
    return try run("/usr/bin/python3", ["-c", script, path] + arguments, in: folder, variables: terminal)
  }

  /// Runs the tool with its standard input closed.
  static func runWithoutInput(_ arguments: [String], in folder: Folder) throws -> Run {
    try run("/bin/sh", ["-c", "exec \"$0\" \"$@\" <&-", path] + arguments, in: folder, variables: [:])
  }

  /// Runs the tool with no more than so much address space.
  static func runWithin(megabytes: Int, _ arguments: [String], in folder: Folder) throws -> Run {
    let script = "ulimit -v \(megabytes << 10) && exec \"$0\" \"$@\""
    return try run("/bin/sh", ["-c", script, path] + arguments, in: folder, variables: [:])
  }

  /// Runs the tool with an output that takes nothing.
  static func runWithFullOutput(_ arguments: [String], in folder: Folder) throws -> Run {
    try run(path, arguments, in: folder, output: "/dev/full", variables: [:])
  }

  /// Runs the tool with files that may not grow beyond a size.
  static func runWithFileLimit(_ arguments: [String], kilobytes: Int, in folder: Folder) throws -> Run {
    let script = "ulimit -f \(kilobytes); exec \"$0\" \"$@\""
    return try run("/bin/bash", ["-c", script, path] + arguments, in: folder, variables: [:])
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: Folder, input: [UInt8] = [],
    output: String? = nil, variables: [String: String]
  ) throws -> Run {
    let streams = try Folder()
    defer { streams.remove() }
    try streams.write("in", input)
    try streams.write("out", [])
    try streams.write("err", [])
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(variables) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams.url.appending(path: "in"))
    process.standardOutput = try FileHandle(
      forWritingTo: output.map { URL(filePath: $0) } ?? streams.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: streams.url.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try streams.text("out"), messages: try streams.text("err"))
  }
}

/// A folder of a test's own.
struct Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "jianbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// Writes a file and the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// Every file below, hidden ones too, ordered by name.
  var files: [String] {
    let all =
      FileManager.default.enumerator(atPath: url.path(percentEncoded: false))?.compactMap { $0 as? String }
      ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}

/// Runs a test in a folder that is gone afterwards.
func inFolder(_ test: (Folder) throws -> Void) throws {
  let folder = try Folder()
  defer { folder.remove() }
  try test(folder)
}
