import Foundation
import Testing

/// The house's rules that a machine can keep. Each failure names file and line.
@Suite struct HouseRulesTests {
  /// Which target may import what. A new target needs a line here first.
  static let imports: [String: Set<String>] = [
    "BriefingModel": [],
    "JSONText": [],
    "Packaging": ["CLibXML2", "CLibZip"],
    "Programs": ["Glibc", "Musl", "Darwin"],
    "SourceReaders": ["BriefingModel", "Packaging", "Programs"],
    "Outliner": ["BriefingModel"],
    "Comparator": ["BriefingModel"],
    "Composer": ["BriefingModel"],
    "DocumentWriters": ["BriefingModel", "Packaging", "JSONText"],
    "Checker": ["BriefingModel", "Packaging"],
    "Archive": ["BriefingModel", "Foundation", "GRDB", "Synchronization"],
    "jianbao": [
      "BriefingModel", "JSONText", "SourceReaders", "Outliner", "Comparator", "Composer", "DocumentWriters",
      "Checker", "Archive", "ArgumentParser", "Yams", "Glibc", "Musl", "Darwin",
    ],
    "jianbao-eval": [
      "BriefingModel", "SourceReaders", "Outliner", "Comparator", "Composer", "DocumentWriters",
      "Archive", "ArgumentParser", "Foundation", "Glibc",
    ],
  ]

  @Test(arguments: Package.sources)
  func importsOnlyWhatTheTableAllows(_ source: SwiftSource) throws {
    let target = String(source.path.split(separator: "/")[1])
    let allowed = try #require(Self.imports[target], "\(target) is missing from the table of imports")
    for match in source.codeText.matches(of: /(?m)^[ ]*(?:@\w+[ ]+|\w+[ ]+)*import[ ]+(?:\w+[ ]+)?(\w+)/) {
      #expect(allowed.contains(String(match.1)), "\(source.path) imports \(match.1)")
    }
  }

  @Test(arguments: Package.everything)
  func filesHaveAtMost400Lines(_ source: SwiftSource) {
    #expect(source.lineCount <= 400, "\(source.path): \(source.lineCount) lines")
  }

  @Test(arguments: Package.everything)
  func functionsHaveAtMost50Lines(_ source: SwiftSource) {
    for body in source.functionBodies {
      #expect(body.lines <= 50, "\(source.path):\(body.line): \(body.lines) lines")
    }
  }

  @Test(arguments: Package.sources)
  func errorEnumsHaveAtMostEightCases(_ source: SwiftSource) {
    for (name, count) in source.errorEnums {
      #expect(count <= 8, "\(source.path): \(name) has \(count) cases")
    }
  }

  @Test(arguments: Package.sources)
  func nothingIsForced(_ source: SwiftSource) {
    let forbidden: [(Regex<Substring>, String)] = [
      (/\btry!/, "try!"), (/\bas!/, "as!"), (/[\w)\]}]!(?!=)/, "force unwrap"),
      (/\bfatalError\b/, "fatalError"), (/\bpreconditionFailure\b/, "preconditionFailure"),
      (/\bnonisolated\(unsafe\)/, "global mutable state"),
    ]
    for (number, line) in source.codeText.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      for (pattern, name) in forbidden {
        #expect(line.firstMatch(of: pattern) == nil, "\(source.path):\(number + 1): \(name)")
      }
    }
  }

  @Test(arguments: Package.everything)
  func identifiersAreASCII(_ source: SwiftSource) {
    if let index = source.code.firstIndex(where: { $0 >= 0x80 }) {
      Issue.record("\(source.path):\(source.line(at: index)): an identifier outside ASCII")
    }
  }

  @Test func looksAtAllSources() {
    #expect(Package.sources.count > 10)
  }
}

extension SwiftSource {
  /// Functions, initialisers and computed properties with the lines they take, signature included.
  var functionBodies: [(line: Int, lines: Int)] {
    let text = codeText
    let declarations = text.matches(
      of: /(?:^|[^.\w])(func\s|init[?<(]|subscript[<(]|var\s+\w+\s*:[^={\n]+\{)/)
    return declarations.compactMap { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.1.startIndex)
      guard let opening = openingBrace(after: start), let closing = closingBrace(of: opening) else {
        return nil
      }
      return (line(at: start), line(at: closing) - line(at: start) + 1)
    }
  }

  /// The brace that opens the body; `nil` for a protocol's requirement.
  private func openingBrace(after start: Int) -> Int? {
    var depth = 0
    for index in start..<code.count {
      switch code[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{") where depth == 0: return index
      case UInt8(ascii: "}") where depth == 0: return nil
      case UInt8(ascii: "\n") where depth == 0 && nextLineDeclares(after: index): return nil
      default: break
      }
    }
    return nil
  }

  private func nextLineDeclares(after index: Int) -> Bool {
    let line = code[(index + 1)...].prefix { $0 != UInt8(ascii: "\n") }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard let first = words.first else { return true }
    return ["func", "var", "let", "static", "mutating", "init", "public", "private", "case"].contains(
      String(first))
  }

  private func closingBrace(of opening: Int) -> Int? {
    var depth = 0
    for index in opening..<code.count {
      if code[index] == UInt8(ascii: "{") { depth += 1 }
      if code[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Enums that conform to `Error`, with the number of their cases.
  var errorEnums: [(name: String, cases: Int)] {
    let text = codeText
    return text.matches(of: /\benum\s+(\w+)\s*:[^{]*\bError\b[^{]*\{/).compactMap { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      guard let opening = openingBrace(after: start), let closing = closingBrace(of: opening) else {
        return nil
      }
      return (String(match.1), caseCount(in: opening + 1..<closing))
    }
  }

  /// Names in the `case` lines at the top level of a body.
  private func caseCount(in body: Range<Int>) -> Int {
    var depth = 0
    var flat: [UInt8] = []
    for byte in code[body] {
      if "})]".utf8.contains(byte) { depth -= 1 }
      if depth == 0 { flat.append(byte) }
      if "{([".utf8.contains(byte) { depth += 1 }
    }
    let lines = String(decoding: flat, as: UTF8.self).split(separator: "\n")
    return lines.filter { $0.contains(/^\s*(indirect\s+)?case\s/) }.reduce(0) {
      $0 + $1.split(separator: ",").count
    }
  }
}
