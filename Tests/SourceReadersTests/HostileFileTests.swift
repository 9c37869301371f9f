import Foundation
import SourceReaders
import Testing

/// Reads a file of the package.
func fileBytes(_ path: String) throws -> [UInt8] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return [UInt8](try Data(contentsOf: root.appending(path: path)))
}

@Suite struct HostileFileTests {
  static let expectations: [(file: String, error: ReadError)] = [
    ("empty.txt", .empty),
    ("empty-after-byte-order-mark.txt", .empty),
    ("tooLarge.txt", .tooLarge(bytes: 1664, limit: 1024)),
    ("document-pdf.txt", .document(.pdf)),
    ("document-zip.txt", .document(.zip)),
    ("document-compound.txt", .document(.compound)),
    ("document-rtf.txt", .document(.rtf)),
    ("utf16.txt", .utf16),
    ("utf16-big-endian.txt", .utf16),
    ("binary.txt", .binary(offset: 10)),
    ("invalidUTF8-gb18030.txt", .invalidUTF8(offset: 0, line: 1)),
    ("invalidUTF8-cut-off.txt", .invalidUTF8(offset: 16, line: 2)),
    ("invalidUTF8-overlong.txt", .invalidUTF8(offset: 10, line: 2)),
    ("invalidUTF8-surrogate.txt", .invalidUTF8(offset: 10, line: 2)),
    ("invalidUTF8-after-byte-order-mark.txt", .invalidUTF8(offset: 14, line: 2)),
  ]

  @Test(arguments: expectations)
  func refusesEachFileWithItsError(_ file: String, _ error: ReadError) throws {
    let bytes = try fileBytes("Fixtures/hostile/\(file)")
    #expect(throws: error) {
      try read(bytes, source: file, limits: ReadLimits(bytes: 1024))
    }
  }

  /// The switch makes the compiler ask for a fixture when a case is added.
  @Test func hasAFileForEachCase() {
    let names = Set(Self.expectations.map { Self.name(of: $0.error) })
    #expect(names == ["empty", "tooLarge", "document", "utf16", "binary", "invalidUTF8"])
    for (file, error) in Self.expectations { #expect(file.hasPrefix(Self.name(of: error))) }
  }

  private static func name(of error: ReadError) -> String {
    switch error {
    case .empty: "empty"
    case .tooLarge: "tooLarge"
    case .document: "document"
    case .utf16: "utf16"
    case .binary: "binary"
    case .invalidUTF8: "invalidUTF8"
    }
  }

  @Test func neverTrapsOnFlippedBytes() throws {
    let page = Array(try fileBytes("seeds/000_49caeeadb3abf2b5.txt").prefix(2000))
    for index in page.indices {
      var damaged = page
      damaged[index] ^= 0x80
      #expect(throws: ReadError.self) { try read(damaged, source: "damaged") }
    }
  }
}
