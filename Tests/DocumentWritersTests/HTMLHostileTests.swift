import BriefingModel
import DocumentWriters
import TestSupport
import Testing

/// Briefings nobody would write, each of which must still be a well-formed page, to XML readers and HTML readers.
@Suite(.enabled(if: Repository.canValidate, "../shared/tools/validate.sh or xmllint is not there"))
struct HTMLHostileTests {
  private func expectWellFormed(
    _ briefing: Briefing, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try write(briefing, as: .html).bytes
    #expect(try Tool.xmllint(page) == "", sourceLocation: sourceLocation)
    #expect(try Tool.xmllintHTML(page) == "", sourceLocation: sourceLocation)
  }

  /// The text wherever a text can stand.
  private func everywhere(_ text: String) -> Briefing {
    let comment = Comment(text)
    let inlines: [Inline] = [
      .text(text), .footnote(text), .doubted(text, comment: comment),
      .correction(printed: text, proposed: text, comment: comment),
    ]
    let series = Chart.Series(name: text, values: [1, -1, nil])
    var briefing = plain([
      .contents(title: text, entries: [ContentsEntry(text: text, bookmark: text)]),
      .list(title: text, items: [text]),
      .table(
        Table(
          caption: text, header: [text], rows: [[Cell(text), Cell(inlines)], []], widths: [], shades: [[1]],
          alternative: text)),
      .chart(
        Chart(
          title: text, categories: [text, text], series: [series, series], unit: text, alternative: text)),
    ])
    briefing.title = text
    briefing.masthead.name = text
    briefing.masthead.office = text
    briefing.masthead.classification = text
    briefing.blocks += ParagraphRole.allCases.map { .paragraph(inlines, role: $0) }
    briefing.blocks += (-1...12).map { level in
      .heading(Heading(level: level, label: text, text: inlines, bookmark: text))
    }
    briefing.colophon = Colophon(
      report: [text], send: [text], distribute: [text], copies: -1, editor: text, reviewer: text, signer: text
    )
    return briefing
  }

  @Test func ordinaryBriefingsAreWellFormed() throws {
    try expectWellFormed(SampleBriefing.twoCounties)
    try expectWellFormed(DoubtsAndCharts.briefing)
    try expectWellFormed(MarkedBriefing.portrait)
    try expectWellFormed(MarkedBriefing.landscape)
  }

  @Test func emptyBriefingsAreWellFormed() throws {
    try expectWellFormed(plain([]))
    try expectWellFormed(everywhere(""))
    let chart = Chart(title: "", categories: [], series: [], unit: "", alternative: "")
    try expectWellFormed(
      plain([
        .contents(title: "", entries: []), .list(title: "", items: []), .chart(chart),
        .table(Table(caption: "", header: [], rows: [], widths: [])), .paragraph([], role: .body),
      ]))
  }

  @Test func controlCharactersEverywhereAreDropped() throws {
    let all = String(String.UnicodeScalarView((0...0x20).compactMap { Unicode.Scalar(UInt32($0)) }))
    try expectWellFormed(everywhere("甲" + all + "\u{FFFE}\u{FFFF}乙"))
  }

  @Test func everyPlaneOfUnicodeIsKept() throws {
    let scalars = (0...16).flatMap { plane in
      [0xA0, 0x4E00, 0xFDD0, 0xFFFD].compactMap { Unicode.Scalar(UInt32(plane << 16 | $0)) }
    }
    let all = String(String.UnicodeScalarView(scalars))
    let document = try write(everywhere(all), as: .html)
    #expect(try Tool.xmllint(document.bytes) == "")
    #expect(document.droppedCharacters == 0)
    #expect(String(decoding: document.bytes, as: UTF8.self).contains("<mark"))
    #expect(String(decoding: document.bytes, as: UTF8.self).contains("<p>\(all)"))
  }

  @Test(arguments: [
    "甲", "“", " ", "　", "：“甲”", "<a b='c'>&amp;]]>", "-->", "</style><script>", "\r\n", "\u{85}\u{2028}",
    "e\u{301}",
  ])
  func longTextsAreWellFormed(unit: String) throws {
    try expectWellFormed(everywhere(String(repeating: unit, count: 200)))
  }

  @Test func tableOfTenThousandRowsIsWritten() throws {
    let rows = (1...10_000).map { row -> [Cell] in ["邹城市", "\(row)", "压实“责任链条”", "\(row)—\(row + 3)"] }
    let table = Table(caption: "附", header: ["县名", "条目", "标题", "原文行"], rows: rows, widths: [6, 4, 18, 8])
    try expectWellFormed(plain([.table(table)]))
    let page = String(decoding: try write(plain([.table(table)]), as: .html).bytes, as: UTF8.self)
    #expect(page.ranges(of: "<tr><td>").count == 10_000)
  }

  @Test func numbersAtTheEdgesAreWellFormed() throws {
    var briefing = plain([
      .table(Table(caption: "", header: ["甲", "乙"], rows: [], widths: [.max, .min]))
    ])
    briefing.masthead.issue = .max
    briefing.masthead.date = CalendarDate(year: .max, month: .min, day: 0)
    briefing.blocks.append(
      .heading(Heading(level: .max, label: "", text: [], bookmark: "a")))
    briefing.blocks.append(
      .heading(Heading(level: .min, label: "", text: [], bookmark: "b")))
    try expectWellFormed(briefing)
  }
}
