import BriefingModel
import DocumentWriters
import Foundation
import TestSupport
import Testing

/// The page a briefing is written as.
private func page(_ briefing: Briefing) throws -> String {
  String(decoding: try write(briefing, as: .html).bytes, as: UTF8.self)
}

/// What stands in its body.
private func body(_ briefing: Briefing) throws -> String {
  try page(briefing).between("<body>\n", "</body>")
}

private func body(_ blocks: [Block]) throws -> String { try body(plain(blocks)) }

extension String {
  fileprivate func between(_ start: String, _ end: String) throws -> String {
    let opening = try #require(range(of: start))
    let closing = try #require(range(of: end, range: opening.upperBound..<endIndex))
    return String(self[opening.upperBound..<closing.lowerBound])
  }

  /// What stands after each occurrence of `start`, up to the next quotation mark or bracket.
  fileprivate func values(after start: String) -> [String] {
    components(separatedBy: start).dropFirst().map { String($0.prefix { !"\")".contains($0) }) }
  }

  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}

@Suite struct HTMLWriterTests {
  private func paragraph(_ text: String) -> Block { .paragraph([.text(text)], role: .body) }

  @Test func writesTheRecordedPages() throws {
    try expectGolden(try body(SampleBriefing.twoCounties), "briefings/two-counties/html/body.html")
    try expectGolden(try body(DoubtsAndCharts.briefing), "briefings/doubts-and-charts/html/body.html")
    try keep(try write(SampleBriefing.twoCounties, as: .html), "sample.html")
    try keep(try write(DoubtsAndCharts.briefing, as: .html), "doubts.html")
  }

  @Test func sameBriefingGivesTheSameBytes() throws {
    #expect(try write(DoubtsAndCharts.briefing, as: .html) == write(DoubtsAndCharts.briefing, as: .html))
  }

  @Test func isOneFileThatAsksForNoOther() throws {
    let page = try page(DoubtsAndCharts.briefing)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\""))
    #expect(page.contains("<title>济宁组织工作（第3期）</title><meta name=\"author\" content=\"市委组织部\"/>"))
    #expect(page.contains("width=device-width"))
    #expect(!page.contains("src="))
    #expect(!page.contains("@import"))
    #expect(!page.contains("<link"))
    for address in page.values(after: "href=\"") + page.values(after: "url(") {
      #expect(address.hasPrefix("#"))
    }
  }

  @Test func everyLinkLeadsSomewhereAndNoIdStandsTwice() throws {
    for briefing in [SampleBriefing.twoCounties, DoubtsAndCharts.briefing] {
      let page = try page(briefing)
      let ids = page.values(after: " id=\"")
      #expect(Set(ids).count == ids.count)
      let links = ["href=\"#", "url(#", " aria-labelledby=\"", " aria-describedby=\""]
      for id in links.flatMap({ page.values(after: $0) }) { #expect(ids.contains(id)) }
    }
  }

  @Test func givesHeadingsTheirLevels() throws {
    let blocks = (-1...6).map {
      Block.heading(Heading(level: $0, label: "\($0)", text: [.text("题")], bookmark: "b\($0)"))
    }
    let body = try body(blocks)
    for (level, name) in zip(-1...6, ["h1", "h1", "h2", "h3", "h4", "h5", "h6", "h6"]) {
      #expect(body.contains("<\(name) id=\"b\(level)\">\(level)题</\(name)>"))
    }
  }

  @Test(arguments: [
    ("a 1", "a_1", "#a_1"), ("100%", "100%", "#100%25"), ("表", "表", "#表"),
    ("table-1", "_table-1", "#_table-1"),
    ("<\">", "&lt;&quot;&gt;", "#%3C%22%3E"), ("甲\u{1}", "甲", "#甲"),
  ])
  func linksContentsToAnyBookmark(bookmark: String, id: String, link: String) throws {
    let heading = Heading(level: 0, label: "", text: [.text("题")], bookmark: bookmark)
    let entry = ContentsEntry(text: "目", bookmark: bookmark)
    let body = try body([.contents(title: "", entries: [entry]), .heading(heading), .heading(heading)])
    #expect(body.count(of: "<h1 id=\"\(id)\">题</h1>") == 1)
    #expect(body.contains("<h1>题</h1>"))
    #expect(body.contains("<a href=\"\(link)\">目</a>"))
  }

  @Test func keepsApartBookmarksThatAreSpelledAlike() throws {
    let blocks = ["a b", "a_b"].map {
      Block.heading(Heading(level: 1, label: "", text: [.text("题")], bookmark: $0))
    }
    let body = try body(blocks)
    #expect(body.contains("<h2 id=\"a_b\">"))
    #expect(body.contains("<h2 id=\"a_b_\">"))
  }

  @Test func putsFootnotesAtTheEndOfTheirItemAndLinksThemBothWays() throws {
    let item = Heading(level: 0, label: "", text: [.text("又一篇")], bookmark: "b")
    let body = try body([.paragraph([.text("段"), .footnote("来源。")], role: .body), .heading(item)])
    let reference = try #require(body.range(of: "<a id=\"footnote-1-text\" href=\"#footnote-1\""))
    let note = try #require(
      body.range(of: "<p id=\"footnote-1\"><a href=\"#footnote-1-text\" role=\"doc-backlink\""))
    let next = try #require(body.range(of: "又一篇"))
    #expect(reference.lowerBound < note.lowerBound && note.lowerBound < next.lowerBound)
  }

  @Test func endsTheLastItemBeforeTheAnnexes() throws {
    let body = try body(DoubtsAndCharts.briefing)
    let note = try #require(body.range(of: "id=\"footnote-2\">"))
    let end = try #require(body.range(of: "</article>"))
    let table = try #require(body.range(of: "<div class=\"table\""))
    #expect(note.lowerBound < end.lowerBound && end.lowerBound < table.lowerBound)
  }

  @Test func anchorsCommentsOnTheirWordsAndKeepsThemOutOfTheText() throws {
    let doubt = Inline.doubted("十八", comment: Comment("疑为“十九”。\n请核对。"))
    let body = try body([.paragraph([.text("第"), doubt, .text("条")], role: .body)])
    #expect(
      body.contains(
        """
        <div class="commented">
        <p>第<mark id="comment-1-text" title="疑为“十九”。 请核对。" aria-describedby="comment-1">十八</mark>\
        <sup class="comment-number"><a href="#comment-1">核1</a></sup>条</p>
        <aside class="comments" aria-label="核对意见">
        <p id="comment-1"><a href="#comment-1-text" aria-label="核1，回到正文">核1</a>　疑为“十九”。<br/>请核对。</p>
        </aside>
        </div>
        """))
  }

  @Test func showsWhatACorrectionTakesAndBrings() throws {
    let body = try body(DoubtsAndCharts.briefing)
    #expect(body.contains("<del>1545人</del><ins>1,545人</ins></span>"))
    #expect(body.contains("\"comment-4\"><ins>村</ins></span>"))
    #expect(body.contains("\"comment-5\"><del>名</del></span>"))
  }

  @Test func leavesCommentsAndProposalsOutOfPrint() throws {
    let print = try page(plain([])).between("@media print {", "</style>")
    #expect(print.contains(".comments, .comment-number { display: none; }"))
    #expect(print.contains("ins { display: none; }"))
    #expect(print.contains("del { background: none; text-decoration: none; }"))
  }

  @Test func describesTablesAndTheirHeaders() throws {
    let body = try body(DoubtsAndCharts.briefing)
    #expect(body.contains("<table style=\"min-width:17em\" aria-describedby=\"table-1-alternative\">"))
    #expect(body.contains("<caption id=\"table-1-caption\">附：各县做法对照</caption>"))
    #expect(body.contains("<thead><tr><th scope=\"col\">主题</th>"))
    #expect(body.contains("<col style=\"width:40.0%\"/><col style=\"width:20.0%\"/>"))
  }

  @Test(
    arguments: [
      (0, ""), (-1, ""), (0.5, " style=\"background-color:#cccccc\""),
      (1, " style=\"background-color:#999999\""),
      (7, " style=\"background-color:#999999\""), (Double.nan, ""),
      (.infinity, " style=\"background-color:#999999\""),
    ] as [(Double, String)])
  func shadesCellsInGreys(shade: Double, style: String) throws {
    let table = Table(caption: "", header: [], rows: [["甲", "乙"]], widths: [], shades: [[0, shade]])
    #expect(try body([.table(table)]).contains("<tr><th scope=\"row\">甲</th><td\(style)>乙</td></tr>"))
  }

  @Test func padsShortRowsAndKeepsLongOnes() throws {
    let table = Table(caption: "表", header: ["甲", "乙"], rows: [["一"], ["一", "二", "三"]], widths: [0, -5])
    let body = try body([.table(table)])
    #expect(body.count(of: "<td>") == 6)
    #expect(body.count(of: "<th scope=\"col\">") == 3)
    #expect(body.contains("<td>三</td>"))
  }

  @Test(arguments: [
    ("甲  乙\t丙", "甲  乙\t丙"), ("甲\r\n乙\r丙\n", "甲<br/>乙<br/>丙<br/>"),
    ("<b>&amp;'\"]]>", "&lt;b&gt;&amp;amp;'&quot;]]&gt;"),
    ("甲\u{1}乙\u{FFFF}", "甲乙"), ("", ""),
  ])
  func escapesText(text: String, spelled: String) throws {
    #expect(try body([paragraph(text)]).contains("<p>\(spelled)</p>"))
  }

  @Test func dropsAndCountsControlCharacters() throws {
    #expect(try write(plain([paragraph("甲\u{1}乙\u{FFFF}")]), as: .html).droppedCharacters == 2)
  }

  @Test func setsPhrasesOfATitleInBoxes() throws {
    let title = Heading(
      level: 0, label: "", text: [.text("金乡县：实行“1+4+N”机制 提升居民小区治理效能")], bookmark: "a")
    #expect(
      try body([.heading(title)]).contains(
        """
        <h1 id="a"><span class="phrase">金乡县：实行“1+4+N”机制</span> \
        <span class="phrase">提升居民小区治理效能</span></h1>
        """))
  }

  @Test func writesLandscapeAsSuch() throws {
    var briefing = plain([])
    briefing.orientation = .landscape
    #expect(try body(briefing).contains("<main class=\"sheet landscape\">"))
    #expect(!(try body(briefing)).contains("<footer"))
  }
}

@Suite struct HTMLChartTests {
  private func drawing(_ values: [Double?], name: String = "县") throws -> String {
    let chart = Chart(
      title: "图", categories: values.map { _ in name }, series: [Chart.Series(name: "列", values: values)],
      unit: "项", alternative: "话")
    return try body([.chart(chart)])
  }

  @Test func tellsWhatItShowsInWords() throws {
    let drawing = try drawing([1])
    #expect(
      drawing.contains(
        "role=\"img\" aria-labelledby=\"chart-1-title\" aria-describedby=\"chart-1-alternative\""))
    #expect(
      drawing.contains("<title id=\"chart-1-title\">图</title><desc id=\"chart-1-alternative\">话</desc>"))
    #expect(drawing.contains("<figcaption>图（单位：项）</figcaption>"))
  }

  @Test(
    arguments: [
      (3.0, "3"), (2.5, "2.5"), (-12.5, "-12.5"), (1.0 / 3, "0.333"), (0.1 + 0.2, "0.3"), (0.0001, "0.0001"),
      (0.0, "0"),
      (1e15, "1000000000000000"), (1e16, "1e+16"),
    ] as [(Double, String)])
  func labelsBarsWithTheirValues(value: Double, label: String) throws {
    #expect(try drawing([value]).contains(">\(label)</text></g>"))
  }

  @Test func hasNoBarWithoutAValue() throws {
    #expect(try drawing([nil, .nan, .infinity]).count(of: ">—</text></g>") == 3)
    #expect(!(try drawing([nil])).contains("height=\"15\""))
  }

  @Test func givesNoRoomToSeriesWithoutAValue() throws {
    let chart = Chart(
      title: "图", categories: ["甲", "乙"],
      series: [Chart.Series(name: "一", values: [nil, 2]), Chart.Series(name: "二", values: [1, nil])],
      unit: "", alternative: "")
    let drawing = try body([.chart(chart)])
    #expect(drawing.count(of: "height=\"15\"") == 2)
    #expect(!drawing.contains("—"))
    #expect(drawing.contains("viewBox=\"0 0 360 80\""))
  }

  @Test func setsEverySeriesApartWithoutColour() throws {
    let body = try body(DoubtsAndCharts.briefing)
    let patterns = try body.between("<defs>", "</defs>").components(separatedBy: "<pattern ").dropFirst()
    let fills = patterns.map { $0.drop { $0 != ">" } }
    #expect(fills.count == 6)
    #expect(Set(fills).count == 6)
  }

  @Test func keepsBarsWithinTheDrawing() throws {
    let cases: [[Double]] = [
      [1, 2, 3], [-1, -2], [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [0, 0],
      [.leastNonzeroMagnitude], [],
    ]
    for values in cases {
      for name in ["县", "", String(repeating: "甲", count: 200)] {
        let bars = try drawing(values, name: name).components(separatedBy: "<rect x=").dropFirst()
        #expect(bars.count == values.count)
        for bar in bars {
          let start = try #require(Double(try bar.between("\"", "\"")))
          let width = try #require(Double(try bar.between("width=\"", "\"")))
          #expect(start >= 0 && width >= 0 && start + width <= 360, "\(values)")
        }
      }
    }
  }

  @Test func shortensLongNamesButKeepsThemAsTitles() throws {
    let name = String(repeating: "甲", count: 200)
    let drawing = try drawing([1], name: name)
    #expect(drawing.contains("<g><title>\(name)</title>"))
    #expect(drawing.contains(">甲甲甲甲甲甲甲甲甲…</text>"))
  }
}
