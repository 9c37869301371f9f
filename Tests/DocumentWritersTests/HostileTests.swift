import BriefingModel
import DocumentWriters
import Foundation
import TestSupport
import Testing

/// Briefings nobody would write, each of which must still be a valid document.
@Suite(.enabled(if: Repository.canValidate, "../shared/tools/validate.sh or xmllint is not there"))
struct HostileTests {
  private func expectValid(_ briefing: Briefing, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for format in [WriteFormat.odt, .docx] {
      let document = try write(briefing, as: format)
      let complaints = try Tool.validate(document.bytes, extension: format.rawValue)
      #expect(complaints == "", "\(format)", sourceLocation: sourceLocation)
    }
  }

  private func everywhere(_ text: String) -> Briefing {
    let inlines: [Inline] = [
      .text(text), .footnote(text), .doubted(text, comment: Comment(text)),
      .correction(printed: text, proposed: text, comment: Comment(text)),
      .correction(printed: "", proposed: text, comment: Comment(text)),
      .correction(printed: text, proposed: "", comment: Comment("")),
    ]
    let names = Colophon(
      report: [text], send: [text], distribute: [text], copies: -1, editor: text, reviewer: text, signer: text
    )
    var briefing = plain([
      .contents(title: text, entries: [ContentsEntry(text: text, bookmark: text)]),
      .table(
        Table(
          caption: text, header: [text], rows: [[Cell(text), Cell(inlines)], []], widths: [],
          shades: [[.nan, .infinity, 2], [-1, 0.1], [1]], alternative: text)),
      .chart(
        Chart(
          title: text, categories: [text, text],
          series: [
            .init(name: text, values: [.nan, 1.5, 3]), .init(name: text, values: [-1e300]),
            .init(name: text, values: []),
          ], unit: text, alternative: text)),
      .chart(Chart(title: text, categories: [], series: [], unit: text, alternative: text)),
    ])
    briefing.title = text
    briefing.masthead.name = text
    briefing.masthead.office = text
    briefing.masthead.classification = text
    briefing.blocks += ParagraphRole.allCases.map { .paragraph(inlines, role: $0) }
    briefing.blocks += (-1...12).map { level in
      .heading(Heading(level: level, label: text, text: inlines, bookmark: text))
    }
    briefing.colophon = names
    return briefing
  }

  @Test func sampleThatUsesEverythingIsValid() throws {
    try expectValid(SampleBriefing.twoCounties)
    try keep(try write(SampleBriefing.twoCounties, as: .odt), "sample.odt")
    try expectValid(SampleBriefing.underReview)
    try keep(try write(SampleBriefing.underReview, as: .odt), "review.odt")
    var withoutAnnex = SampleBriefing.twoCounties
    withoutAnnex.blocks.removeLast()
    try expectValid(withoutAnnex)
    try keep(try write(withoutAnnex, as: .odt), "noannex.odt")
  }

  @Test func emptyBriefingIsValid() throws {
    try expectValid(plain([]))
    try expectValid(everywhere(""))
    try expectValid(
      plain([.contents(title: "", entries: []), .table(Table(caption: "", header: [], rows: [], widths: []))])
    )
  }

  @Test func controlCharactersEverywhereAreDropped() throws {
    let all = String(String.UnicodeScalarView((0...0x20).compactMap { Unicode.Scalar(UInt32($0)) }))
    try expectValid(everywhere("甲" + all + "\u{FFFE}\u{FFFF}乙"))
  }

  @Test func everyPlaneOfUnicodeIsKept() throws {
    let planes = (0...16).flatMap { plane in
      [0xA0, 0x4E00, 0xFDD0, 0xFFFD].map { UInt32(plane << 16 | $0) }
    }
    let scalars = planes.compactMap(Unicode.Scalar.init)
    let all = String(String.UnicodeScalarView(scalars))
    try expectValid(everywhere(all))
    #expect(try write(everywhere(all), as: .odt).droppedCharacters == 0)
    #expect(try content([.paragraph([.text(all)], role: .body)]).contains(">\(all)</text:p>"))
  }

  @Test(arguments: ["甲", "“", " ", "　", "：“甲”", "<a b='c'>&amp;]]>"])
  func longHeadingsAreValid(unit: String) throws {
    try expectValid(everywhere(String(repeating: unit, count: 200)))
  }

  private func table(rows: Int) -> Briefing {
    let rows = (1...rows).map { row -> [Cell] in ["邹城市", "\(row)", "压实“责任链条”", "\(row)—\(row + 3)"] }
    let header = ["县名", "条目", "标题", "原文行"]
    return plain([.table(Table(caption: "附", header: header, rows: rows, widths: [6, 4, 18, 8]))])
  }

  /// xmllint's RELAX NG takes time with the square of a table's rows (10,000: over ten minutes), so the schema
  /// sees a shorter one of the same make.
  @Test func tableOfTenThousandRowsIsWritten() throws {
    try expectValid(table(rows: 200))
    for rows in 20...36 {
      var full = table(rows: rows)
      full.blocks.insert(.paragraph([.text("段")], role: .body), at: 0)
      full.colophon = SampleBriefing.twoCounties.colophon
      try keep(try write(full, as: .odt), "rows\(rows).odt")
    }
    let content = try part("content.xml", of: table(rows: 10_000))
    #expect(content.components(separatedBy: "<table:table-row ").count == 10_002)
    #expect(try Tool.xmllint(Array(content.utf8)) == "")
    #expect(try text(table(rows: 10_000)).split(separator: "\n").count > 10_000)
  }

  @Test func numbersAtTheEdgesAreValid() throws {
    var briefing = plain([
      .table(Table(caption: "", header: ["甲", "乙"], rows: [], widths: [.max, .max]))
    ])
    briefing.masthead.issue = .max
    briefing.masthead.total = .min
    briefing.masthead.date = CalendarDate(year: .max, month: .min, day: 0)
    try expectValid(briefing)
    _ = try text(briefing)
  }
}
