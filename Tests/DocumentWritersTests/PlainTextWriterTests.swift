import BriefingModel
import DocumentWriters
import TestSupport
import Testing

@Suite struct PlainTextWriterTests {
  @Test func writesTheRecordedText() throws {
    try expectGolden(try text(SampleBriefing.twoCounties), "briefings/two-counties/briefing.txt")
  }

  @Test func keepsEveryParagraphOnOneLine() throws {
    let written = try text(plain([.paragraph([.text("甲\n乙\r\n丙")], role: .body)]))
    #expect(written.contains("\n　　甲 乙 丙\n"))
  }

  @Test func putsFootnotesAtTheEndOfTheirItem() throws {
    let item = Heading(level: 0, label: "", text: [.text("又一篇")], bookmark: "b")
    let written = try text(
      plain([.paragraph([.text("段"), .footnote("来源。")], role: .body), .heading(item)]))
    #expect(written.contains("　　段［1］\n\n　　［1］来源。\n"))
  }

  @Test func alignsColumnsByDisplayWidth() throws {
    let table = Table(
      caption: "表", header: ["县名", "行"], rows: [["邹城市", "1"], ["A", "2"]], widths: [1, 1])
    let written = try text(plain([.table(table)]))
    #expect(written.contains("县名    行\n"))
    #expect(written.contains("邹城市  1\nA       2\n"))
  }

  @Test func dropsAndCountsControlCharacters() throws {
    let document = try write(plain([.paragraph([.text("甲\u{1}乙\u{FFFF}")], role: .body)]), as: .txt)
    #expect(String(decoding: document.bytes, as: UTF8.self).contains("　　甲乙\n"))
    #expect(document.droppedCharacters == 2)
  }

  @Test func standsInPlaceOfAnEmptyBriefing() throws {
    let written = try text(plain([]))
    #expect(written.contains("工作简报\n"))
    #expect(written.contains("2026年11月23日\n"))
    #expect(!written.contains("期"))
  }
}
