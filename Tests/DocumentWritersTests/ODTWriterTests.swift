import BriefingModel
import DocumentWriters
import Foundation
import Packaging
import TestSupport
import Testing

@Suite struct ODTWriterTests {
  private func paragraph(_ text: String) -> Block { .paragraph([.text(text)], role: .body) }

  @Test func writesTheRecordedContent() throws {
    let xml = try part("content.xml", of: SampleBriefing.twoCounties)
    // One block on each line, so that a change reads like a change.
    let starts = ["<text:p ", "<text:h ", "<text:table-of-content ", "<table:table", "<draw:frame"]
    let lines = starts.reduce(xml) { $0.replacingOccurrences(of: $1, with: "\n" + $1) }
    try expectGolden(lines, "briefings/two-counties/odt/content.xml")
  }

  @Test func writesTheRecordedMetadataWithTheMastheadsDate() throws {
    let meta = try part("meta.xml", of: SampleBriefing.twoCounties)
    #expect(meta.contains("<dc:title>各县平时考核做法选编</dc:title>"))
    #expect(meta.contains("<meta:creation-date>2026-11-23T00:00:00</meta:creation-date>"))
    #expect(meta.contains("<dc:creator>中共济宁市委组织部</dc:creator>"))
  }

  @Test func leavesOutADateThatIsNoDay() throws {
    var briefing = plain([])
    briefing.masthead.date = CalendarDate(year: 2026, month: 2, day: 29)
    #expect(!(try part("meta.xml", of: briefing)).contains("date"))
    briefing.masthead.date = CalendarDate(year: 2024, month: 2, day: 29)
    #expect(try part("meta.xml", of: briefing).contains("2024-02-29T00:00:00"))
  }

  @Test func sameBriefingGivesTheSameBytes() throws {
    #expect(try write(SampleBriefing.twoCounties, as: .odt) == write(SampleBriefing.twoCounties, as: .odt))
  }

  @Test func holdsItsPartsInAFixedOrder() throws {
    let reader = try ZIPReader(try write(plain([]), as: .odt).bytes)
    #expect(
      try reader.entries().map(\.name)
        == ["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"])
    #expect(try reader.entries()[0].isStored)
  }

  @Test func givesHeadingsOutlineLevelsAndBookmarks() throws {
    let heading = Heading(level: 2, label: "（一）", text: [.text("坚持三级联动")], bookmark: "m-1-1.1")
    let xml = try content([.heading(heading)])
    #expect(
      xml.contains(
        """
        <text:h text:style-name="Heading_20_3" text:outline-level="3"><text:bookmark-start text:name="m-1-1.1"/>\
        （一）坚持三级联动<text:bookmark-end text:name="m-1-1.1"/></text:h>
        """))
  }

  @Test func linksContentsOnlyToHeadingsThatExist() throws {
    let xml = try part("content.xml", of: SampleBriefing.twoCounties)
    #expect(xml.contains("xlink:href=\"#a-370883-1\""))
    #expect(!xml.contains("nowhere"))
    #expect(xml.contains("<text:p text:style-name=\"Contents_20_1\">没有落点的条目</text:p>"))
  }

  @Test func repeatsTheHeaderRowAndKeepsColumnWidths() throws {
    let xml = try part("content.xml", of: SampleBriefing.twoCounties)
    #expect(xml.contains("<table:table-header-rows><table:table-row"))
    #expect(xml.contains("style:column-width=\"26.0mm\""))
    #expect(xml.contains("style:column-width=\"78.0mm\""))
  }

  @Test func padsShortRowsAndKeepsLongOnes() throws {
    let table = Table(caption: "表", header: ["甲", "乙"], rows: [["一"], ["一", "二", "三"]], widths: [0, -5])
    let xml = try content([.table(table)])
    #expect(xml.components(separatedBy: "<table:table-cell").count == 10)
    #expect(xml.contains(">三</text:p>"))
  }

  @Test(arguments: [
    ("甲 乙", "甲 乙"), ("甲  乙", "甲<text:s text:c=\"2\"/>乙"),
    (" 甲 ", "<text:s text:c=\"1\"/>甲<text:s text:c=\"1\"/>"),
    ("甲\t乙", "甲<text:tab/>乙"), ("甲\r\n乙\r丙", "甲<text:line-break/>乙<text:line-break/>丙"), ("甲　乙", "甲　乙"),
    ("甲\n 乙", "甲<text:line-break/><text:s text:c=\"1\"/>乙"), ("<&>", "&lt;&amp;&gt;"),
  ])
  func spellsWhiteSpaceThatReadersWouldFold(text: String, spelled: String) throws {
    #expect(try content([paragraph(text)]).contains("\"Text_20_body\">\(spelled)</text:p>"))
  }

  @Test(arguments: [
    ("工作简报", "Masthead"), ("组织工作简报", "Masthead_20_Long"), ("济宁市基层党建工作简报", "Masthead_20_Longer"),
  ])
  func setsAMastheadInTheSizeThatFits(name: String, style: String) throws {
    var briefing = plain([])
    briefing.masthead.name = name
    #expect(try part("content.xml", of: briefing).contains("\"\(style)\">\(name)</text:p>"))
  }

  @Test(arguments: [
    ("构建“链条式”平时考核体系", "构建“链条式”平时考核体系"),
    ("邹城市：构建“链条式”平时考核体系　激发干部干事创业活力", "邹城市：构建“链条式”平时考核体系<text:line-break/>激发干部干事创业活力"),
    ("微山县：念好精准服务“三字诀”争当乡村振兴“排头兵”", "微山县：念好精准服务“三字诀”<text:line-break/>争当乡村振兴“排头兵”"),
    ("金乡县：实行“1+4+N”机制 提升居民小区治理效能", "金乡县：实行“1+4+N”机制<text:line-break/>提升居民小区治理效能"),
    ("一个没有任何标点也没有空格的长长长长长长长长长标题", "一个没有任何标点也没有空格的长长长长长长长长长标题"),
  ])
  func breaksATitleAtPhrases(title: String, spelled: String) throws {
    let xml = try content([.heading(Heading(level: 0, label: "", text: [.text(title)], bookmark: "a"))])
    #expect(xml.contains("<text:bookmark-start text:name=\"a\"/>\(spelled)<text:bookmark-end"))
  }

  @Test func hasAStyleForEveryRole() throws {
    let styles = try part("styles.xml", of: plain([]))
    for role in ParagraphRole.allCases {
      let xml = try content([.paragraph([.text("段")], role: role)])
      let name = xml.components(separatedBy: "\">段</text:p>")[0].components(separatedBy: "\"").last ?? ""
      #expect(styles.contains("style:name=\"\(name)\""), "\(role)")
    }
  }

  /// A frame at the foot of a page hides the footnotes there (LibreOffice 7.4).
  @Test func framesTheColophonOnlyWhereNoFootnoteCanStandBelow() throws {
    var briefing = SampleBriefing.twoCounties
    #expect(try part("content.xml", of: briefing).contains("\"Annex\">附：数据一览表"))
    #expect(try part("content.xml", of: briefing).contains("\"Caption\">附：条目出处对照表"))
    #expect(try part("content.xml", of: briefing).contains("<draw:frame"))
    briefing.blocks.removeLast(2)
    #expect(!(try part("content.xml", of: briefing)).contains("<draw:frame"))
    #expect(try part("content.xml", of: briefing).contains("报：市委常委"))
    briefing.blocks = []
    #expect(try part("content.xml", of: briefing).contains("<draw:frame"))
  }

  @Test func leavesOutAnEmptyColophon() throws {
    #expect(!(try content([])).contains("draw:frame"))
  }

  @Test func writesATypicalPageInMilliseconds() throws {
    let clock = ContinuousClock()
    let blocks = (1...120).flatMap { number -> [Block] in
      let name = "m-\(number)"
      return [
        .heading(Heading(level: 1, label: "一、", text: [.text("压实“责任链条”")], bookmark: name)),
        paragraph(String(repeating: "建立组织部门、机关党委“三位一体”的责任链条。", count: 5)),
      ]
    }
    _ = try write(plain(blocks), as: .odt)
    let times = try (0..<9).map { _ in try clock.measure { _ = try write(plain(blocks), as: .odt) } }.sorted()
    print("ODT of \(blocks.count) blocks: median \(times[4]) (debug build)")
    #expect(times[4] < .milliseconds(200))
  }
}
