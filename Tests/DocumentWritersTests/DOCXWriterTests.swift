import BriefingModel
import DocumentWriters
import Foundation
import Packaging
import TestSupport
import Testing

@Suite struct DOCXWriterTests {
  private func part(_ name: String, of briefing: Briefing) throws -> String {
    let reader = try ZIPReader(try write(briefing, as: .docx).bytes)
    return String(decoding: try reader.bytes(of: name), as: UTF8.self)
  }

  private func document(_ blocks: [Block]) throws -> String {
    try part("word/document.xml", of: plain(blocks))
  }

  private func paragraph(_ inlines: Inline...) -> Block { .paragraph(inlines, role: .body) }

  private func ids(_ element: String, in xml: String) -> [Int] {
    xml.components(separatedBy: "<w:\(element) ").dropFirst().compactMap { rest in
      rest.components(separatedBy: "w:id=\"").dropFirst().first?.components(separatedBy: "\"").first.flatMap {
        Int($0)
      }
    }
  }

  /// As in ODT.
  @Test func keepsWordsWithTheTableTheyIntroduce() throws {
    for (blocks, isKept) in introductions {
      let before = try part("word/document.xml", of: plain(blocks)).components(separatedBy: "丙")[0]
      #expect(before.components(separatedBy: "<w:p>").last?.contains("<w:keepNext/>") == isKept)
    }
  }

  @Test(arguments: ["two-counties", "marked"])
  func writesTheRecordedDocument(slug: String) throws {
    let briefing = slug == "marked" ? MarkedBriefing.portrait : SampleBriefing.twoCounties
    let xml = try part("word/document.xml", of: briefing)
    // One block on each line, so that a change reads like a change.
    let starts = ["<w:p>", "<w:tbl>", "<w:tr>", "<w:sdt>"]
    let lines = starts.reduce(xml) { $0.replacingOccurrences(of: $1, with: "\n" + $1) }
    try expectGolden(lines, "briefings/\(slug)/docx/document.xml")
  }

  @Test func writesTheRecordedChartAndNotes() throws {
    for name in ["charts/chart1.xml", "comments.xml", "footnotes.xml"] {
      let xml = try part("word/" + name, of: MarkedBriefing.portrait)
      let lines = ["<c:ser>", "<w:comment ", "<w:footnote "].reduce(xml) {
        $0.replacingOccurrences(of: $1, with: "\n" + $1)
      }
      try expectGolden(
        lines, "briefings/marked/docx/" + (name.split(separator: "/").last.map(String.init) ?? ""))
    }
  }

  @Test(.enabled(if: Repository.canValidate, "../shared/tools/validate.sh or xmllint is not there"))
  func isValidWithEverythingInIt() throws {
    for (name, briefing) in [("marked", MarkedBriefing.portrait), ("landscape", MarkedBriefing.landscape)] {
      let document = try write(briefing, as: .docx)
      try keep(document, name + ".docx")
      #expect(document.droppedCharacters == 0)
      #expect(try Tool.validate(document.bytes, extension: "docx") == "")
    }
  }

  @Test(.enabled(if: Repository.canValidate, "../shared/tools/validate.sh or xmllint is not there"))
  func isValidWhateverTheMarkedWordsAre() throws {
    for text in ["", " ", "\u{1}\t\r\n  \u{FFFE}", "<a b='c'>&amp;]]>", "　“”—…\u{2028}\u{85}", "𠮷👨‍👩‍👧"] {
      let comment = Comment(text)
      let inlines: [Inline] = [
        .doubted(text, comment: comment), .correction(printed: text, proposed: text, comment: comment),
        .footnote(text),
      ]
      let series = [Chart.Series(name: text, values: [.nan, -.infinity, 1e300, nil])]
      let chart = Chart(
        title: text, categories: [text, text], series: series, unit: text, alternative: text)
      let table = Table(
        caption: text, header: [text], rows: [[Cell(inlines)], [Cell(text)]], widths: [],
        shades: [[-1], [.nan], [.infinity]],
        alternative: text)
      var briefing = plain([
        .heading(Heading(level: 0, label: text, text: inlines, bookmark: text)),
        .paragraph(inlines, role: .summary),
        .chart(chart), .table(table), .table(table),
      ])
      briefing.masthead.date = CalendarDate(year: 2026, month: 13, day: 1)
      let document = try write(briefing, as: .docx)
      #expect(try Tool.validate(document.bytes, extension: "docx") == "")
      #expect((document.droppedCharacters > 0) == text.contains("\u{1}"))
    }
  }

  @Test func countsTheCharactersItLeavesOut() throws {
    let briefing = plain([paragraph(.text("甲\u{1}乙\u{FFFF}"), .footnote("丙\u{2}"))])
    #expect(try write(briefing, as: .docx).droppedCharacters == 3)
    #expect(try part("word/document.xml", of: briefing).contains(">甲乙</w:t>"))
  }

  @Test func sameBriefingGivesTheSameBytes() throws {
    #expect(try write(MarkedBriefing.portrait, as: .docx) == write(MarkedBriefing.portrait, as: .docx))
  }

  @Test func holdsItsPartsInAFixedOrder() throws {
    let reader = try ZIPReader(try write(MarkedBriefing.portrait, as: .docx).bytes)
    #expect(
      try reader.entries().map(\.name) == [
        "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml",
        "word/footnotes.xml",
        "word/comments.xml", "word/charts/chart1.xml", "word/charts/_rels/chart1.xml.rels",
        "word/embeddings/chart1.xlsx", "docProps/core.xml", "docProps/app.xml",
      ])
  }

  @Test func chartsBringTheWorkbookThatTheirCellsName() throws {
    let chart = Chart(
      title: "各县做法", categories: ["队伍建设", "服务群众"],
      series: [.init(name: "泗水县", values: [3, nil]), .init(name: "金乡县", values: [2, 4.5])], unit: "项",
      alternative: "", isStacked: true)
    let briefing = Briefing(
      masthead: Masthead(name: "简报", date: CalendarDate(year: 2026, month: 11, day: 20)),
      blocks: [.chart(chart)])
    let drawn = try part("word/charts/chart1.xml", of: briefing)
    #expect(drawn.contains("<c:f>Sheet1!$C$2:$C$3</c:f>"))
    #expect(drawn.contains("<c:grouping val=\"stacked\"/>"))
    let document = try ZIPReader(try write(briefing, as: .docx).bytes)
    let workbook = try ZIPReader(try document.bytes(of: "word/embeddings/chart1.xlsx"))
    let sheet = String(decoding: try workbook.bytes(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
    #expect(sheet.contains("<c r=\"C3\"><v>4.5</v></c>"))
    #expect(!sheet.contains("r=\"B3\""))
  }

  @Test func writesMetadataWithTheMastheadsDate() throws {
    let core = try part("docProps/core.xml", of: SampleBriefing.twoCounties)
    #expect(core.contains("<dc:title>各县平时考核做法选编</dc:title>"))
    #expect(core.contains("<dc:creator>中共济宁市委组织部</dc:creator>"))
    #expect(core.contains("<dc:language>zh-CN</dc:language>"))
    #expect(core.contains(">2026-11-23T00:00:00Z</dcterms:created>"))
    var briefing = plain([])
    briefing.masthead.date = CalendarDate(year: 2026, month: 2, day: 29)
    #expect(!(try part("docProps/core.xml", of: briefing)).contains("dcterms:created"))
  }

  @Test func anchorsACommentOnExactlyTheDoubtedWords() throws {
    let xml = try document([paragraph(.text("建成"), .doubted("91个", comment: Comment("疑。")), .text("驿站"))])
    #expect(
      xml.contains(
        """
        <w:commentRangeStart w:id="1000"/><w:r><w:t>91个</w:t></w:r>\
        <w:commentRangeEnd w:id="1000"/>
        """))
  }

  @Test func tracksACorrectionAsDeletionAndInsertion() throws {
    let xml = try document([paragraph(.correction(printed: "甲", proposed: "乙", comment: Comment("误。")))])
    #expect(
      xml.contains(
        """
        <w:del w:id="1" w:author="jianbao" w:date="2026-11-23T00:00:00Z"><w:r>\
        <w:delText>甲</w:delText></w:r></w:del>\
        <w:ins w:id="2" w:author="jianbao" w:date="2026-11-23T00:00:00Z"><w:r>\
        <w:t>乙</w:t></w:r></w:ins><w:commentRangeEnd w:id="1000"/>
        """))
    #expect(
      !(try document([paragraph(.correction(printed: "", proposed: "乙", comment: Comment("缺。")))])).contains(
        "<w:del "))
  }

  /// LibreOffice 7.4 loses the footnotes of a document in which ids of comments and footnotes are the same.
  @Test func keepsIdsOfCommentsAndFootnotesApart() throws {
    let note = paragraph(.text("段"), .footnote("注"), .doubted("疑", comment: Comment("批")))
    let briefing = plain(Array(repeating: note, count: 1200))
    let comments = ids("comment", in: try part("word/comments.xml", of: briefing))
    let footnotes = ids("footnote", in: try part("word/footnotes.xml", of: briefing))
    #expect(comments.count == 1200 && footnotes.count == 1202)
    #expect(Set(comments).isDisjoint(with: footnotes))
  }

  @Test func namesBookmarksAsWordAllows() throws {
    let names = ["m-1-1.1", "m-1.1-1", "M_1_1_1", "第一", String(repeating: "长", count: 50), "", "1"]
    let xml = try document(names.map { .heading(Heading(level: 1, label: "", text: [], bookmark: $0)) })
    let written = xml.components(separatedBy: "<w:bookmarkStart ").dropFirst().compactMap {
      $0.components(separatedBy: "w:name=\"").last?.components(separatedBy: "\"").first
    }
    #expect(written.count == names.count)
    #expect(Set(written.map { $0.lowercased() }).count == names.count)
    #expect(written.allSatisfy { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]{0,39}/) != nil })
  }

  @Test func linksContentsOnlyToHeadingsThatExist() throws {
    let xml = try part("word/document.xml", of: SampleBriefing.twoCounties)
    #expect(xml.contains("<w:hyperlink w:anchor=\"a_370883_1\" w:history=\"1\">"))
    #expect(xml.contains(" PAGEREF a_370883_1 \\h </w:instrText>"))
    #expect(!xml.contains("nowhere"))
    #expect(
      xml.components(separatedBy: "w:fldCharType=\"begin\"").count
        == xml.components(separatedBy: "w:fldCharType=\"end\"").count)
  }

  @Test func estimatesThePagesOfTheContents() throws {
    let filler = Array(repeating: paragraph(.text(String(repeating: "字", count: 26 + 28 * 21))), count: 2)
    let xml = try document(
      [.contents(title: "目录", entries: [ContentsEntry(text: "甲", bookmark: "a")])] + filler
        + [.heading(Heading(level: 0, label: "", text: [.text("甲")], bookmark: "a")), paragraph(.text("段"))])
    #expect(xml.contains("<w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/>"))
  }

  @Test(arguments: [
    ("甲\r\n乙\r丙", "<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"),
    ("甲\t乙", "<w:t>甲</w:t><w:tab/><w:t>乙</w:t>"), ("<&>", "<w:t>&lt;&amp;&gt;</w:t>"),
    ("  甲 ", "<w:t xml:space=\"preserve\">  甲 </w:t>"), ("a  b", "<w:t xml:space=\"preserve\">a  b</w:t>"),
    ("\u{3000}甲", "<w:t xml:space=\"preserve\">\u{3000}甲</w:t>"),
    ("甲\u{A0}", "<w:t xml:space=\"preserve\">甲\u{A0}</w:t>"),
  ])
  func spellsWhiteSpace(text: String, spelled: String) throws {
    let xml = try document([paragraph(.text(text))])
    #expect(xml.contains("<w:r>\(spelled)</w:r>"))
  }

  @Test func keepsChineseQuotesInTheChineseFont() throws {
    let hint = "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>"
    #expect(try document([paragraph(.text("“红帆”"))]).contains("<w:r>\(hint)<w:t>“红帆”"))
    #expect(!(try document([paragraph(.text("红帆3个"))])).contains(hint))
  }

  @Test func shadesCellsInGreysThatKeepDigitsLegible() throws {
    let xml = try part("word/document.xml", of: MarkedBriefing.portrait)
    let fills = xml.components(separatedBy: "w:fill=\"").dropFirst().map { $0.prefix(6) }
    #expect(fills == ["B3B3B3", "ECECEC", "C6C6C6"])
  }

  @Test func anchorsCommentsAndChangesInCells() throws {
    let cell = Cell([
      .text("帮扶"), .doubted("资金", comment: Comment("请核对。")), .text("18.5万"),
      .correction(printed: "", proposed: "元", comment: Comment("漏字。")), .footnote("来源。"),
    ])
    let briefing = plain([.table(Table(caption: "表", header: ["甲"], rows: [[cell]], widths: []))])
    let xml = try part("word/document.xml", of: briefing)
    #expect(ids("commentReference", in: xml) == [1000, 1001])
    #expect(xml.contains("<w:commentRangeStart w:id=\"1000\"/><w:r><w:t>资金</w:t></w:r>"))
    #expect(xml.contains("<w:footnoteReference w:id=\"1\"/></w:r></w:p></w:tc>"))
    #expect(try part("word/comments.xml", of: briefing).contains("漏字。"))
  }

  @Test func keepsTheLastWordsWithTheColophon() throws {
    var briefing = plain([paragraph(.text("甲")), paragraph(.text("乙"))])
    briefing.colophon = SampleBriefing.twoCounties.colophon
    let xml = try part("word/document.xml", of: briefing)
    #expect(xml.components(separatedBy: "<w:pStyle w:val=\"BodyText\"/><w:keepNext/>").count == 2)
    #expect(xml.contains("<w:pStyle w:val=\"Gap\"/><w:keepNext/>"))
  }

  /// GB/T 9704-2012 clause 8.
  @Test func putsThePageNumberOfALandscapeBriefingAtTheLeft() throws {
    for (name, side) in [("footer1", "FooterRight"), ("footer2", "FooterLeft")] {
      let xml = try part("word/\(name).xml", of: MarkedBriefing.landscape)
      #expect(xml.contains("w:tblpX=\"1407\" w:tblpY=\"1531\"") && xml.contains("\"tbRl\""))
      #expect(xml.contains("w:val=\"\(side)\""))
    }
    let margins = "w:top=\"1531\" w:right=\"2098\" w:bottom=\"1531\" w:left=\"1984\""
    #expect(try part("word/document.xml", of: MarkedBriefing.landscape).contains(margins))
    #expect(!(try part("word/settings.xml", of: MarkedBriefing.landscape)).contains("mirrorMargins"))
    #expect(try part("word/settings.xml", of: MarkedBriefing.portrait).contains("<w:mirrorMargins/>"))
  }

  @Test func turnsThePageForALandscapeBriefing() throws {
    let xml = try part("word/document.xml", of: MarkedBriefing.landscape)
    #expect(xml.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"))
    #expect(xml.contains("<w:tblW w:w=\"12756\" w:type=\"dxa\"/>"))
    #expect(!xml.contains("w:w=\"8844\""))
  }

  @Test func hasAStyleForEveryRoleAndLevel() throws {
    let styles = try part("word/styles.xml", of: plain([]))
    let blocks: [Block] =
      ParagraphRole.allCases.map { .paragraph([.text("段")], role: $0) }
      + (-1...12).map { .heading(Heading(level: $0, label: "", text: [], bookmark: "b\($0)")) }
    let xml = try document(blocks)
    for name in xml.components(separatedBy: "<w:pStyle w:val=\"").dropFirst().map({
      $0.components(separatedBy: "\"")[0]
    }) {
      #expect(styles.contains("w:styleId=\"\(name)\""), "\(name)")
    }
    #expect(xml.contains("<w:pStyle w:val=\"Heading5\"/><w:outlineLvl w:val=\"8\"/>"))
  }

  @Test func writesATypicalPageInMilliseconds() throws {
    let clock = ContinuousClock()
    let blocks = (1...120).flatMap { number -> [Block] in
      [
        .heading(Heading(level: 1, label: "一、", text: [.text("压实“责任链条”")], bookmark: "m-\(number)")),
        paragraph(.text(String(repeating: "建立组织部门、机关党委“三位一体”的责任链条。", count: 5))),
      ]
    }
    _ = try write(plain(blocks), as: .docx)
    let times = try (0..<9).map { _ in try clock.measure { _ = try write(plain(blocks), as: .docx) } }
      .sorted()
    print("DOCX of \(blocks.count) blocks: median \(times[4]) (debug build)")
    #expect(times[4] < .milliseconds(300))
  }
}
