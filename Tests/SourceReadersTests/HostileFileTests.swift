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
    ("tooLarge.txt", .tooLarge(.file, found: 1792, limit: 1024)),
    ("damaged-zip.txt", .damaged(part: "")),
    ("document-compound.txt", .document(.compound)),
    ("document-rtf.txt", .document(.rtf)),
    ("document-image.txt", .document(.image)),
    ("document-encrypted.odt", .document(.encrypted)),
    ("document-encrypted.docx", .document(.encrypted)),
    ("damaged-overlapping.docx", .damaged(part: "")),
    ("document-spreadsheet.xlsx", .document(.spreadsheet)),
    ("document-ofd.ofd", .document(.ofd)),
    ("document-archive.zip", .document(.archive)),
    ("damaged-without-document.docx", .damaged(part: "word/document.xml")),
    ("damaged-cut-off.docx", .damaged(part: "")),
    ("damaged-bit-flipped.docx", .damaged(part: "word/document.xml")),
    ("damaged-external-entity.docx", .damaged(part: "word/document.xml")),
    ("damaged-billion-laughs.odt", .damaged(part: "content.xml")),
    ("damaged-not-closed.odt", .damaged(part: "content.xml")),
    ("noText.docx", .noText),
    ("noText.html", .noText),
    ("tooLarge-nested.docx", .tooLarge(.depth, found: 251, limit: 250)),
    ("binary.txt", .binary(offset: 10)),
    ("undecodable-cut-off.txt", .undecodable(offset: 16, line: 2)),
    ("undecodable-overlong.txt", .undecodable(offset: 10, line: 2)),
    ("undecodable-surrogate.txt", .undecodable(offset: 10, line: 2)),
    ("undecodable-after-byte-order-mark.txt", .undecodable(offset: 14, line: 2)),
  ]

  @Test(arguments: expectations)
  func refusesEachFileWithItsError(_ file: String, _ error: ReadError) throws {
    let bytes = try fileBytes("Fixtures/hostile/\(file)")
    #expect(throws: error) {
      try read(
        bytes, source: file,
        options: ReadOptions(limits: ReadLimits(bytes: file == "tooLarge.txt" ? 1024 : 1 << 20)))
    }
  }

  /// Nothing is ever unpacked to the disk, so a name that leads out of the folder does no harm.
  @Test func readsPastEntriesWhoseNamesLeadOutside() throws {
    let bytes = try fileBytes("Fixtures/hostile/names-outside.docx")
    let transcript = try read(bytes, source: "a.docx", options: ReadOptions())
    #expect(transcript.lines.map { transcript.text(of: $0) }.contains("微山县念好三字诀。"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/jianbao-x"))
  }

  /// A newspaper page of 4 MB on one line; 50 MB take as long in proportion.
  @Test func readsAWebPageOnOneVeryLongLine() throws {
    let sentence = Array("县里把征地拆迁、项目建设一线作为干部的考场。".utf8)
    var page = Array("<!DOCTYPE html><html><body><div id=\"ozoom\"><p>".utf8)
    page.reserveCapacity(5 << 20)
    while page.count < 4 << 20 { page += sentence }
    page += Array("</p></div></body></html>".utf8)
    let transcript = try read(page, source: "a.html", options: ReadOptions())
    #expect(transcript.bytes.count > 3 << 20)
  }

  /// The switch makes the compiler ask for a fixture when a case is added.
  @Test func hasAFileForEachCase() {
    let names = Set(Self.expectations.map { Self.name(of: $0.error) })
    #expect(names == ["empty", "tooLarge", "document", "binary", "undecodable", "damaged", "noText"])
    for (file, error) in Self.expectations { #expect(file.hasPrefix(Self.name(of: error))) }
  }

  private static func name(of error: ReadError) -> String {
    switch error {
    case .empty: "empty"
    case .tooLarge: "tooLarge"
    case .document: "document"
    case .binary: "binary"
    case .undecodable: "undecodable"
    case .damaged: "damaged"
    case .noText: "noText"
    case .program: "program"
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
