import BriefingModel
import Foundation
import SourceReaders
import Testing

@Suite struct TextReaderTests {
  private func lines(_ text: String) throws -> [String] {
    let transcript = try read(Array(text.utf8), source: "page.txt")
    return transcript.lines.map { transcript.text(of: $0) }
  }

  @Test(arguments: ["微山\n鱼台\n\n邹城", "微山\r\n鱼台\r\n\r\n邹城", "微山\r鱼台\r\r邹城", "微山\n鱼台\r\n\r邹城"])
  func endsLinesAtLineFeedAndCarriageReturn(_ text: String) throws {
    #expect(try lines(text) == ["微山", "鱼台", "", "邹城"])
  }

  @Test(arguments: ["微山", "微山\n", "微山\r\n", "微山\r"])
  func makesNoLineAfterTheLastLineEnd(_ text: String) throws {
    #expect(try lines(text) == ["微山"])
  }

  @Test func keepsLeadingBlanksTabsAndEmptyLines() throws {
    #expect(try lines("\n　　微山\t县 \n") == ["", "　　微山\t县 "])
  }

  @Test func numbersLinesFromOneAndPlacesThemInTheBytes() throws {
    let transcript = try read(Array("微山\r\n鱼台".utf8), source: "page.txt")
    #expect(transcript.lines == [Line(number: 1, bytes: 0..<6), Line(number: 2, bytes: 8..<14)])
    #expect(transcript.source == "page.txt")
    #expect(transcript.title == nil)
  }

  @Test func dropsByteOrderMarkFromBytesAndOffsets() throws {
    let marked = try read(Array("\u{FEFF}微山\n".utf8), source: "page.txt")
    let plain = try read(Array("微山\n".utf8), source: "page.txt")
    #expect(marked == plain)
  }

  @Test func keepsAByteOrderMarkInsideTheText() throws {
    #expect(try lines("微\u{FEFF}山") == ["微\u{FEFF}山"])
  }

  @Test func keepsCharactersOutsideTheBasicPlane() throws {
    #expect(try lines("𠮷县\n") == ["𠮷县"])
  }

  @Test func takesTextByTheEndingOfItsName() {
    #expect(ReadFormat(fileName: "03版.TXT") == .text)
    #expect(ReadFormat(fileName: "提纲.odt") == .odt)
    #expect(ReadFormat(fileName: "提纲.png") == nil)
    #expect(ReadFormat(fileName: "txt") == nil)
  }

  @Test func readsTheSeedPageLineByLine() throws {
    let bytes = try fileBytes("seeds/000_49caeeadb3abf2b5.txt")
    let transcript = try read(bytes, source: "seed")
    #expect(transcript.lines.count == bytes.split(separator: 10, omittingEmptySubsequences: false).count - 1)
    #expect(transcript.text(of: transcript.lines[314]).hasPrefix("压实“责任链条”。"))
  }

  /// The floor is far below the 1 GB/s of a release build, so that a busy machine and a debug build pass.
  @Test func readsALongTextInTimeProportionalToItsLength() throws {
    let page = try fileBytes("seeds/000_49caeeadb3abf2b5.txt")
    let long = Array(repeatElement(page, count: 100).joined())
    let start = ContinuousClock.now
    #expect(try read(long, source: "long").lines.count > 30_000)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-16le", "utf-16be", "gb18030"])
  func readsEachEncodingAsTheSameText(_ name: String) throws {
    // 㐀 has four bytes in GB 18030, 镕 two that GB 2312 lacks.
    let text = "微山县：一镕㐀“责任链条”\r\n　　鱼台县建成高标准农田。\n"
    let codes: [String: String.Encoding] = [
      "utf-8": .utf8, "utf-16": .utf16, "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian,
      "gb18030": .init(rawValue: 0x8000_0632),
    ]
    let code = try #require(codes[name])
    let bytes = [UInt8](try #require(text.data(using: code)))
    let expected = try read(Array(text.utf8), source: "a")
    #expect(try read(bytes, source: "a") == expected)
    let encoding = try #require(TextEncoding(name: name))
    #expect(try read(bytes, source: "a", options: ReadOptions(encoding: encoding)) == expected)
  }

  @Test func readsTheBlankOfOldEditorsAsAnIndent() throws {
    #expect(try read([0xA3, 0xA0, 0xA3, 0xA0, 0xCE, 0xA2], source: "a").bytes == Array("　　微".utf8))
  }

  @Test func refusesAnotherEncodingThanTheOneAskedFor() throws {
    let gbk: [UInt8] = [0x0A, 0xCE, 0xD2]
    #expect(throws: ReadError.undecodable(offset: 1, line: 2)) {
      try read(gbk, source: "a", options: ReadOptions(encoding: .utf8))
    }
  }
}
