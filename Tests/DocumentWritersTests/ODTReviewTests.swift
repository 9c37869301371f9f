import BriefingModel
import DocumentWriters
import Foundation
import Packaging
import TestSupport
import Testing

@Suite struct ODTReviewTests {
  private let info = "<dc:creator>jianbao</dc:creator><dc:date>2026-11-23T00:00:00</dc:date>"

  private func body(_ inlines: [Inline]) throws -> String {
    try content([.paragraph(inlines, role: .body)])
  }

  @Test func writesTheRecordedContent() throws {
    let xml = try part("content.xml", of: SampleBriefing.underReview)
    let starts = ["<text:p ", "<text:h ", "<text:changed-region ", "<table:table", "<draw:frame"]
    let lines = starts.reduce(xml) { $0.replacingOccurrences(of: $1, with: "\n" + $1) }
    try expectGolden(lines, "briefings/under-review/odt/content.xml")
  }

  @Test func writesTheRecordedChart() throws {
    let xml = try part("Object 1/content.xml", of: SampleBriefing.underReview)
    let lines = ["<chart:", "<table:table-row"].reduce(xml) {
      $0.replacingOccurrences(of: $1, with: "\n" + $1)
    }
    try expectGolden(lines, "briefings/under-review/odt/Object 1/content.xml")
  }

  @Test func anchorsACommentOnExactlyItsWords() throws {
    let xml = try body([.text("甲"), .doubted("乙 丙", comment: Comment("请核对。")), .text("丁")])
    #expect(
      xml.contains(
        """
        >甲<office:annotation office:name="c1">\(info)<text:p>请核对。</text:p></office:annotation>乙 丙\
        <office:annotation-end office:name="c1"/>丁</text:p>
        """))
    #expect(!xml.contains("tracked-changes"))
  }

  @Test func tracksACorrectionWithItsComment() throws {
    let xml = try body([.text("推行"), .correction(printed: "”", proposed: "“", comment: Comment("印反了。"))])
    #expect(
      xml.contains(
        """
        <office:text text:use-soft-page-breaks="false"><text:tracked-changes text:track-changes="false">\
        <text:changed-region xml:id="del1" text:id="del1"><text:deletion><office:change-info>\(info)\
        </office:change-info><text:p text:style-name="Text_20_body">”</text:p></text:deletion></text:changed-region>\
        <text:changed-region xml:id="ins1" text:id="ins1"><text:insertion><office:change-info>\(info)\
        </office:change-info></text:insertion></text:changed-region></text:tracked-changes>
        """))
    #expect(
      xml.contains(
        """
        推行<office:annotation office:name="c1">\(info)<text:p>印反了。</text:p></office:annotation>\
        <text:change text:change-id="del1"/><text:change-start text:change-id="ins1"/>“\
        <text:change-end text:change-id="ins1"/><office:annotation-end office:name="c1"/></text:p>
        """))
  }

  @Test func writesOnlyTheHalfOfACorrectionThatThereIs() throws {
    let xml = try body([
      .correction(printed: "", proposed: "元", comment: Comment("漏字。")),
      .correction(printed: "的", proposed: "", comment: Comment("衍字。")),
    ])
    #expect(xml.contains("xml:id=\"ins1\"") && xml.contains("xml:id=\"del2\""))
    #expect(!xml.contains("del1") && !xml.contains("ins2"))
  }

  @Test func commentsAtThePlaceOfWordsThatGo() throws {
    let xml = try body([.correction(printed: "的", proposed: "", comment: Comment("衍字。"))])
    #expect(xml.contains("</office:annotation><text:change text:change-id=\"del1\"/></text:p>"))
    #expect(!xml.contains("annotation-end"))
  }

  @Test func breaksATitleThatBearsAComment() throws {
    let words: [Inline] = [
      .text("微山县：念好精准服务“"), .doubted("三字诀", comment: Comment("请核对。")), .text("”争当乡村振兴“排头兵”"),
    ]
    let xml = try content([.heading(Heading(level: 0, label: "", text: words, bookmark: "a"))])
    #expect(
      xml.contains("</office:annotation>三字诀<office:annotation-end office:name=\"c1\"/>”<text:line-break/>争当"))
    let blank: [Inline] = [
      .text("构建“链条式”平时考核体系"), .doubted("　激发", comment: Comment("请核对。")), .text("干部干事创业活力"),
    ]
    let broken = try content([.heading(Heading(level: 0, label: "", text: blank, bookmark: "a"))])
    #expect(broken.contains("体系<office:annotation "))
    #expect(broken.contains("</office:annotation><text:line-break/>激发<office:annotation-end"))
  }

  @Test func givesChangesADateEvenWhereTheMastheadHasNone() throws {
    var briefing = plain([
      .paragraph([.correction(printed: "", proposed: "元", comment: Comment("漏字。"))], role: .body)
    ])
    briefing.masthead.date = CalendarDate(year: 2026, month: 2, day: 30)
    #expect(try part("content.xml", of: briefing).contains("<dc:date>1980-01-01T00:00:00</dc:date>"))
  }

  @Test func listsEachChartInTheManifest() throws {
    let written = try write(SampleBriefing.underReview, as: .odt)
    let names = try ZIPReader(written.bytes).entries().map(\.name)
    #expect(names.suffix(3) == ["Object 1/content.xml", "Object 2/content.xml", "META-INF/manifest.xml"])
    let manifest = try part("META-INF/manifest.xml", of: SampleBriefing.underReview)
    #expect(manifest.contains("manifest:full-path=\"Object 2/\" manifest:version=\"1.3\""))
    #expect(manifest.contains("manifest:full-path=\"Object 2/content.xml\""))
  }

  @Test func tellsAChartInWordsToThoseWhoDoNotSeeIt() throws {
    let xml = try part("content.xml", of: SampleBriefing.underReview)
    #expect(xml.contains("<svg:title>可比数字</svg:title><svg:desc>柱形图。党组织：泗水县118个、"))
  }

  @Test func writesAChartWithoutNumbersAsItsWords() throws {
    let chart = Chart(title: "图", categories: ["甲"], series: [], unit: "个", alternative: "没有数字。")
    #expect(try content([.chart(chart)]).contains(">没有数字。</text:p>"))
    #expect(!(try content([.chart(chart)])).contains("draw:object"))
  }

  @Test(arguments: [
    (0.0, "Grid.Cell"), (0.01, "Grid.Shade1"), (0.2, "Grid.Shade1"), (0.5, "Grid.Shade3"), (7, "Grid.Shade5"),
  ])
  func shadesACellInOneOfFiveGreys(shade: Double, style: String) throws {
    let table = Table(caption: "表", header: [], rows: [["甲", "1"]], widths: [], shades: [[0, shade]])
    #expect(
      try content([.table(table)]).contains(
        "\"\(style)\" office:value-type=\"string\"><text:p text:style-name=\"Table_20_Count\">1</text:p>"))
  }

  @Test func setsWideTablesSmallerOnAPageOnItsSide() throws {
    let long = Table(
      caption: "表", header: ["甲"], rows: [[Cell(String(repeating: "长", count: 600))]], widths: [])
    let short = Table(caption: "表", header: ["甲"], rows: [["短"]], widths: [])
    var briefing = plain([.table(short), .paragraph([.text("段")], role: .body), .table(long)])
    #expect(try part("content.xml", of: briefing).contains("table:style-name=\"Grid.Whole\""))
    #expect(try part("content.xml", of: briefing).contains("\"Text.AfterTable\">段"))
    briefing.orientation = .landscape
    let xml = try part("content.xml", of: briefing)
    #expect(xml.contains("\"Compact_20_Contents\">短") && xml.contains("\"Compact_20_Heading\">甲"))
    #expect(xml.contains("table:name=\"Table1\" table:style-name=\"Landscape.Whole\""))
    #expect(xml.contains("table:name=\"Table2\" table:style-name=\"Landscape.Grid\""))
    #expect(!xml.contains("\"Annex\""))
  }

  @Test func anchorsCommentsAndChangesInCells() throws {
    let cell = Cell([
      .text("帮扶"), .doubted("资金", comment: Comment("请核对。")), .text("18.5万"),
      .correction(printed: "", proposed: "元", comment: Comment("漏字。")), .footnote("来源。"),
    ])
    let xml = try content([.table(Table(caption: "表", header: ["甲"], rows: [["1", cell]], widths: []))])
    #expect(xml.contains("xml:id=\"ins1\""))
    #expect(
      xml.contains(
        """
        <text:p text:style-name="Table_20_Contents">帮扶<office:annotation office:name="c1">\(info)\
        <text:p>请核对。</text:p></office:annotation>资金<office:annotation-end office:name="c1"/>18.5万\
        <office:annotation office:name="c2">
        """))
    #expect(xml.contains("</text:note></text:p></table:table-cell></table:table-row>"))
  }

  @Test func letsLongRowsBreak() throws {
    let rows: [[Cell]] = [["短", "短"], ["长", Cell(String(repeating: "长", count: 300))]]
    let xml = try content([.table(Table(caption: "表", header: ["甲", "乙"], rows: rows, widths: []))])
    #expect(xml.components(separatedBy: "table:style-name=\"Grid.Row\"").count == 3)
    #expect(xml.components(separatedBy: "table:style-name=\"Grid.Row.Long\"").count == 2)
  }

  /// Under a heading such words would stand alone at the foot of a page. What stands before an annex does not: that
  /// begins a page of its own.
  @Test func keepsWordsWithTheTableTheyIntroduce() throws {
    for (blocks, isKept) in introductions {
      let briefing = plain(blocks)
      #expect(try part("content.xml", of: briefing).contains("\"Text.Last\">丙") == isKept)
    }
  }

  @Test func keepsTheLastChartOrWordsWithTheColophon() throws {
    var briefing = plain([.paragraph([.text("甲")], role: .body)])
    #expect(try part("content.xml", of: briefing).contains("\"Text_20_body\">甲"))
    briefing.colophon = SampleBriefing.twoCounties.colophon
    #expect(try part("content.xml", of: briefing).contains("\"Text.Last\">甲"))
    let chart = Chart(
      title: "图", categories: ["甲"], series: [.init(name: "乙", values: [1])], unit: "", alternative: "")
    briefing.blocks = [.chart(chart), .paragraph([.text("甲")], role: .body), .chart(chart)]
    let xml = try part("content.xml", of: briefing)
    #expect(xml.contains("\"Chart\"><draw:frame") && xml.contains("\"Chart.Last\"><draw:frame"))
    #expect(xml.contains("\"Text_20_body\">甲"))
  }

  @Test func namesATableAndSaysWhatItTells() throws {
    let table = Table(caption: "表", header: ["甲"], rows: [], widths: [], alternative: "没有行。")
    #expect(
      try content([.table(table)]).contains(
        "<table:title>表</table:title><table:desc>没有行。</table:desc><table:table-column"))
  }

  @Test func plainTextTwinShowsThePrintedWordsOnly() throws {
    let written = try text(SampleBriefing.underReview)
    #expect(written.contains("　　全面推行”1+N”机制，帮扶资金18.5万，成效成效明显。\n"))
    #expect(!written.contains("请核对") && !written.contains("疑为漏字"))
  }
}
