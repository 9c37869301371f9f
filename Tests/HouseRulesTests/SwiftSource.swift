import Foundation

/// A Swift file of the package with its comments and string literals blanked out, so that rules look at code only.
///
/// Interpolated code stays. Line numbers stay.
struct SwiftSource: CustomTestStringConvertible {
  let path: String
  let lineCount: Int
  let code: [UInt8]

  var testDescription: String { path }

  init(path: String, text: [UInt8]) {
    self.path = path
    lineCount = text.count { $0 == UInt8(ascii: "\n") } + (text.last == UInt8(ascii: "\n") ? 0 : 1)
    var blanker = Blanker(text: text)
    blanker.code(endingWithParenthesis: false)
    code = blanker.result
  }

  var codeText: String { String(decoding: code, as: UTF8.self) }

  /// Line number (1-based) of a place in `code`.
  func line(at index: Int) -> Int {
    1 + code[..<index].count { $0 == UInt8(ascii: "\n") }
  }
}

/// Walks through Swift text and copies code, putting blanks for everything else.
private struct Blanker {
  let text: [UInt8]
  var index = 0
  var result: [UInt8] = []

  init(text: [UInt8]) {
    self.text = text
    result.reserveCapacity(text.count)
  }

  private func at(_ word: String, _ offset: Int = 0) -> Bool {
    text[min(index + offset, text.count)...].starts(with: word.utf8)
  }

  private mutating func keep() {
    result.append(text[index])
    index += 1
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where index < text.count {
      result.append(text[index] == UInt8(ascii: "\n") ? UInt8(ascii: "\n") : UInt8(ascii: " "))
      index += 1
    }
  }

  mutating func code(endingWithParenthesis: Bool) {
    var depth = 0
    while index < text.count {
      if at("//") {
        while index < text.count, !at("\n") { blank() }
      } else if at("/*") {
        blockComment()
      } else if let hashes = hashesBeforeQuote {
        string(hashes: hashes)
      } else {
        if at("(") { depth += 1 }
        if at(")") { depth -= 1 }
        keep()
        if endingWithParenthesis, depth < 0 { return }
      }
    }
  }

  /// How many `#` stand before the quotation mark that opens a literal here; `nil` where none opens.
  private var hashesBeforeQuote: Int? {
    let hashes = text[index...].prefix { $0 == UInt8(ascii: "#") }.count
    return at("\"", hashes) ? hashes : nil
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if at("/*") {
        depth += 1
        blank(2)
      } else if at("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && index < text.count
  }

  private mutating func string(hashes: Int) {
    let marks = String(repeating: "#", count: hashes)
    let quote = (at("\"\"\"", hashes) ? "\"\"\"" : "\"")
    blank(hashes + quote.utf8.count)
    while index < text.count, !at(quote + marks) {
      if at("\\" + marks + "(") {
        blank(1 + hashes)
        keep()
        code(endingWithParenthesis: true)
      } else if at("\\" + marks) {
        blank(2 + hashes)
      } else {
        blank()
      }
    }
    blank(quote.utf8.count + hashes)
  }
}

/// The package's own Swift files.
enum Package {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let sources = swiftFiles(in: "Sources")
  static let everything = sources + swiftFiles(in: "Tests")

  private static func swiftFiles(in folder: String) -> [SwiftSource] {
    let base = root.appending(path: folder).path()
    let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let text = FileManager.default.contents(atPath: "\(base)/\(name)") else { return nil }
      return SwiftSource(path: "\(folder)/\(name)", text: [UInt8](text))
    }
  }
}
