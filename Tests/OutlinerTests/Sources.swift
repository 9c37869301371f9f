import BriefingModel
import Foundation
import SourceReaders
import TestSupport
import Testing

/// A text to outline: the seed page or a fixture.
struct SourceText: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  var testDescription: String { name }

  func transcript() throws -> Transcript { try read(bytes, source: name) }

  static let seedName = "seed"

  static func seed() throws -> SourceText {
    try SourceText(name: seedName, at: Repository.root.appending(path: "seeds/000_49caeeadb3abf2b5.txt"))
  }

  /// Folders of `Fixtures/articles` that may be read; the held-out ones may not.
  static func slugs() throws -> [String] {
    let folder = Repository.fixtures.appending(path: "articles")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { slug in
      !slug.hasPrefix("heldout-")
        && FileManager.default.fileExists(atPath: folder.appending(path: "\(slug)/source.txt").path)
    }
  }

  static func fixtures() throws -> [SourceText] {
    try slugs().map { slug in
      try SourceText(name: slug, at: Repository.fixtures.appending(path: "articles/\(slug)/source.txt"))
    }
  }

  static func all() throws -> [SourceText] { try fixtures() + [seed()] }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  private init(name: String, at file: URL) throws {
    self.init(name: name, bytes: [UInt8](try Data(contentsOf: file)))
  }
}

extension Transcript {
  /// Lines between line feeds, whatever the bytes are: readers refuse what is not UTF-8, the Outliner must not trap.
  init(unchecked bytes: [UInt8]) {
    var lines: [Line] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(Line(number: lines.count + 1, bytes: start..<index))
      start = index + 1
    }
    if start < bytes.count { lines.append(Line(number: lines.count + 1, bytes: start..<bytes.count)) }
    self.init(source: "text", bytes: bytes, lines: lines)
  }

  init(_ text: String) { self.init(unchecked: Array(text.utf8)) }
}
