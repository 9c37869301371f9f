import BriefingModel
import Composer
import Testing

@Suite struct ReviewTests {
  private func place(_ bytes: Range<Int>, line: Int = 1) -> Origin {
    Origin(source: "page.txt", lines: line...line, bytes: bytes, scalars: bytes)
  }

  private func article(
    headline: String = "念好精准服务“三字诀”", county: County? = Examples.zoucheng, lede: String = "导语。",
    measures: [Measure] = []
  ) -> Article {
    Article(
      id: "370883-1", kind: .article, county: county, headline: headline.isEmpty ? [] : [headline],
      lede: lede,
      origin: place(100..<1000), headlineOrigin: place(50..<100), measures: measures)
  }

  private func measure(
    _ number: String, _ body: String, _ bytes: Range<Int>, confidence: Double = 1, figures: [Figure] = [],
    children: [Measure] = []
  ) -> Measure {
    Measure(
      number: number, heading: "做法" + number, marking: .paragraphLead, headingOrigin: place(bytes),
      origin: place(bytes), body: body, confidence: confidence, figures: figures, children: children)
  }

  private func money(_ text: String, at byte: Int) -> Figure {
    Figure(
      text: text, value: ExactNumber(digits: 185_000), unit: "元", kind: .money,
      origin: place(byte..<byte + text.utf8.count))
  }

  private func notice(_ kind: Notice.Kind, _ bytes: Range<Int>, words: String? = nil) -> Notice {
    Notice(kind: kind, message: "请核对。", origin: place(bytes), words: words)
  }

  private func compose(_ article: Article, _ notices: [Notice] = [], forReview: Bool = true) -> Briefing {
    let source = OutlinedSource(source: "page.txt", title: nil, articles: [article], notices: notices)
    return Composer(options: .init(date: Examples.date, forReview: forReview)).compose([source])
  }

  private func headings(_ briefing: Briefing) -> [String] { briefing.headings.map(\.text.marked) }

  @Test func asksAboutTheWordsThatAnnounceAnotherNumber() {
    let briefing = compose(article(), [notice(.countMismatch, 50..<100, words: "三字诀")])
    #expect(headings(briefing) == ["邹城市：念好精准服务“⟦三字诀｜请核对。⟧”"])
  }

  @Test func asksAboutAMissingHeadline() {
    let briefing = compose(article(headline: ""), [notice(.missingHeadline, 100..<1000)])
    #expect(headings(briefing) == ["邹城市：⟦（无标题）｜请核对。⟧"])
  }

  @Test func asksWhichCountyOfThatNameIsMeant() {
    let doubted = [notice(.ambiguousCounty, 50..<100, words: "市中区")]
    let briefing = compose(article(county: nil), doubted)
    #expect(briefing.inlines(.source)[0].marked == "⟦市中区｜请核对。⟧　page.txt，第1行")
    #expect(
      compose(article(county: nil), doubted, forReview: false).paragraphs(.source)
        == briefing.paragraphs(.source))
  }

  @Test func asksForTheCountyOfAnArticleThatNamesNone() {
    let briefing = compose(article(county: nil), [notice(.unknownCounty, 50..<100)])
    #expect(briefing.inlines(.source)[0].marked == "⟦page.txt，第1行｜请核对。⟧")
  }

  @Test func asksAboutHeadingsThatNothingMarks() {
    let sure = measure("1", "甲。", 200..<300)
    let doubtful = measure("2", "乙。", 300..<400, confidence: 0.5)
    let briefing = compose(article(measures: [sure, doubtful]))
    #expect(headings(briefing).suffix(2) == ["做法1", "⟦做法2｜这一条在原文中没有明显标记，是否单独成条，请核对。⟧"])
  }

  @Test func saysInTheTitleWhatWasKeptOutOfTheTables() {
    let figure = Examples.figure("900万元", 9_000_000, .money, of: "投资")
    let briefing = compose(article(measures: [measure("1", "没有这个数。", 200..<300, figures: [figure])]))
    #expect(headings(briefing)[0] == "⟦邹城市：念好精准服务“三字诀”｜“投资 900万元”在原文中找不到，没有写入。⟧")
  }

  @Test func proposesTheQuotationMarkAsMeant() {
    let child = measure("1.1", "又推行”1+N”机制。", 300..<400)
    let body = "完善“1+4”体系，推行”1+N”机制。"
    let briefing = compose(
      article(measures: [measure("1", body, 200..<400, children: [child])]),
      [
        notice(.reversedQuotationMark, 260..<263, words: "”1+N”机制。"),
        notice(.reversedQuotationMark, 330..<333, words: "”1+N”机制。"),
      ])
    #expect(
      briefing.inlines(.body).suffix(2).map(\.marked) == [
        "完善“1+4”体系，推行⟦”→“⟧1+N”机制。", "又推行⟦”→“⟧1+N”机制。",
      ])
    #expect(briefing.paragraphs(.body).suffix(2) == [body, "又推行”1+N”机制。"])
  }

  @Test(arguments: [
    ("帮扶资金18.5万，用于修路。", "18.5万", "帮扶资金18.5万⟦→元⟧，用于修路。"),
    ("补助18.5万元。", "18.5万元", "补助18.5万元。"),
    ("投入2亿、3亿元。", "2亿", "投入2亿、3亿元。"),
    ("资金增至\n2亿\n其中", "2亿", "资金增至⏎2亿⟦→元⟧⏎其中"),
  ])
  func proposesTheYuanThatMoneyLacks(body: String, figure: String, marked: String) {
    let measure = measure("1", body, 200..<300, figures: [money(figure, at: 220)])
    let briefing = compose(article(measures: [measure]))
    #expect(briefing.inlines(.body).dropFirst().map(\.marked).joined(separator: "⏎") == marked)
  }

  @Test func proposesCorrectionsInTheLedeAndNotBeyondIt() {
    var told = article(lede: "投入18.5万，成效明显。", measures: [measure("1", "又投入18.5万，修路。", 200..<300)])
    told.figures = [money("18.5万", at: 120), money("18.5万", at: 920)]
    let briefing = compose(told)
    #expect(
      briefing.inlines(.body).map(\.marked) == ["投入18.5万⟦→元⟧，成效明显。", "又投入18.5万，修路。"])
  }

  @Test func cleanBriefingHasTheSameWordsAndNoMarks() {
    let measure = measure(
      "1", "推行”1+N”机制，投入18.5万。", 200..<300, confidence: 0.1, figures: [money("18.5万", at: 220)])
    let notices = [
      notice(.countMismatch, 50..<100, words: "三字诀"),
      notice(.reversedQuotationMark, 230..<233, words: "”1+N”机制"),
    ]
    let reviewed = compose(article(measures: [measure]), notices)
    let clean = compose(article(measures: [measure]), notices, forReview: false)
    #expect(clean.blocks.count == reviewed.blocks.count)
    for (a, b) in zip(clean.blocks, reviewed.blocks) {
      guard case .paragraph(let plain, _) = a, case .paragraph(let marked, _) = b else { continue }
      #expect(plain.words == marked.words)
      #expect(plain.marked == plain.words)
    }
    #expect(clean.printedHeadings == reviewed.printedHeadings)
    #expect(clean != reviewed)
  }

  @Test func leavesAloneWhatOtherSourcesDoubt() {
    var other = notice(.countMismatch, 50..<100, words: "三字诀")
    other.origin = Origin(source: "other.txt", lines: 1...1, bytes: 50..<100, scalars: 50..<100)
    #expect(headings(compose(article(), [other])) == ["邹城市：念好精准服务“三字诀”"])
  }
}
