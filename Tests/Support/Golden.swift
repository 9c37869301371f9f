import Foundation
import Testing

/// Compares a text with the one recorded under Fixtures.
///
/// `UPDATE_GOLDENS=1 swift test` records instead, and **fails** the run: recording is not passing.
public func expectGolden(
  _ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Repository.fixtures.appendingPathComponent(path)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(path); run again without UPDATE_GOLDENS", sourceLocation: sourceLocation)
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no golden \(path); record it with UPDATE_GOLDENS=1", sourceLocation: sourceLocation)
    return
  }
  if expected == actual { return }
  let difference = firstDifference(expected, actual)
  Issue.record("\(path) differs: \(difference)", sourceLocation: sourceLocation)
}

private func firstDifference(_ expected: String, _ actual: String) -> String {
  let (old, new) = (lines(expected), lines(actual))
  let index = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let line = index ?? min(old.count, new.count)
  let oldLine = line < old.count ? old[line] : "(end)"
  let newLine = line < new.count ? new[line] : "(end)"
  return "line \(line + 1)\n  expected: \(oldLine)\n  actual:   \(newLine)"
}

private func lines(_ text: String) -> [Substring] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
}
