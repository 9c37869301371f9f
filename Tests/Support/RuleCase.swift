import Foundation
import Testing

/// One example of `Fixtures/rules/<rule>.cases`: what stands between two fences.
///
///     ```
///     一、强化组织保障
///     .
///     强化组织保障
///     ```
public struct RuleCase: Sendable, CustomTestStringConvertible {
  /// Why a file cannot be read as examples: an unclosed fence, or no line `.` in it.
  public struct Malformed: Error {
    public let place: String
  }

  /// The file's name without its ending.
  public let rule: String
  /// Line of the opening fence.
  public let line: Int
  public let input: String
  /// One finding a line; `-` stands for none.
  public let expected: [String]

  public var testDescription: String { "\(rule).cases:\(line)" }

  /// Names of all files, without their ending.
  public static func rules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".cases") }.map { String($0.dropLast(6)) }.sorted()
  }

  public static func all() throws -> [RuleCase] { try rules().flatMap(cases) }

  /// The examples of one file; the prose around the fences is for people.
  public static func cases(of rule: String) throws -> [RuleCase] {
    let text = try String(contentsOf: folder.appending(path: "\(rule).cases"), encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    let fences = lines.indices.filter { lines[$0] == "```" }
    guard fences.count.isMultiple(of: 2) else {
      throw Malformed(place: "\(rule).cases: \(fences.count) fences")
    }
    return try stride(from: 0, to: fences.count, by: 2).map { index in
      let inner = lines[fences[index] + 1..<fences[index + 1]]
      let line = fences[index] + 1
      guard let dot = inner.firstIndex(of: ".") else { throw Malformed(place: "\(rule).cases:\(line)") }
      let input = inner[..<dot].joined(separator: "\n")
      return RuleCase(rule: rule, line: line, input: input, expected: Array(inner[(dot + 1)...]))
    }
  }

  private static var folder: URL { Repository.fixtures.appending(path: "rules") }
}
