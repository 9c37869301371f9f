import Foundation

/// Runs a program on bytes kept in a temporary file.
public enum Tool {
  /// Complaints of `shared/tools/validate.sh` about a document; empty where it finds nothing wrong.
  public static func validate(_ bytes: [UInt8], extension name: String) throws -> String {
    let script = Repository.shared.appendingPathComponent("tools/validate.sh").path
    return try check(bytes, "briefing.\(name)", "/bin/bash", [script])
  }

  /// Complaints of xmllint about an XML part that is not well-formed.
  public static func xmllint(_ bytes: [UInt8]) throws -> String {
    try check(bytes, "part.xml", "/usr/bin/env", ["xmllint", "--nonet", "--noout"])
  }

  /// Complaints of xmllint's HTML parser, but for the elements that came after its time (HTML 4).
  public static func xmllintHTML(_ bytes: [UInt8]) throws -> String {
    let complaints = try check(
      bytes, "page.html", "/usr/bin/env", ["xmllint", "--html", "--nonet", "--noout"])
    let lines = complaints.split(separator: "\n").filter {
      $0.contains("error : ") || $0.contains("warning : ")
    }
    return lines.filter { !($0.contains("Tag ") && $0.hasSuffix(" invalid")) }.joined(separator: "\n")
  }

  private static func check(
    _ bytes: [UInt8], _ name: String, _ program: String, _ arguments: [String]
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    let (status, output) = try run(program, arguments + [file.path])
    return status == 0 ? "" : "exit \(status)\n\(output)"
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
