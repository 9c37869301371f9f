import BriefingModel
import Composer
import Testing

@Suite struct DigestAndFiguresTests {
  private func measures(_ headings: [String], role: Measure.Role = .measure) -> [Measure] {
    headings.enumerated().map { Examples.measure("\($0.offset + 1)", $0.element, role: role) }
  }

  private func article(
    _ headings: [String], county: County? = Examples.zoucheng, role: Measure.Role = .measure
  ) -> Article {
    Examples.article(county: county, measures: measures(headings, role: role))
  }

  private func digest(_ article: Article) -> String? {
    let other = Examples.article("370827-1", county: Examples.yutai, headline: ["外引内培"])
    return Examples.compose([article, other]).lists.first?.first
  }

  @Test func tellsEachCountyInALine() {
    let briefing = Examples.compose([
      article(["压实“责任链条”", "建立“评价链条”"]),
      article(
        ["打基础，夯实农村党建，筑牢“红色根基”根基", "接地气，落脚城市党建，激发“红色动能”动能", "补短板，聚力“两新”发展，发挥力量"], county: Examples.yutai),
    ])
    #expect(briefing.lists == [["邹城：压实“责任链条”、建立“评价链条”", "鱼台：打基础、接地气、补短板"]])
    guard case .contents = briefing.blocks.first, case .list("本期导读", _) = briefing.blocks[1] else {
      Issue.record("the digest does not follow the contents")
      return
    }
  }

  @Test func tellsByTheHeadlineWhatTheHeadingsCannot() {
    #expect(digest(Examples.article()) == "邹城：构建“链条式”平时考核体系")
    #expect(
      digest(article([String(repeating: "长", count: 40), String(repeating: "题", count: 40)]))
        == "邹城：构建“链条式”平时考核体系")
    #expect(digest(article(["压实责任", "兑现奖惩"], role: .requirement)) == "邹城：要求压实责任、兑现奖惩")
  }

  @Test func joinsACountysArticles() {
    let briefing = Examples.compose([
      article(["甲", "乙"]), Examples.article("370827-1", county: Examples.yutai),
      Examples.article("370883-2", headline: ["兑现奖惩"]),
    ])
    #expect(briefing.lists == [["邹城：构建“链条式”平时考核体系；兑现奖惩", "鱼台：构建“链条式”平时考核体系"]])
  }

  @Test func hasNoDigestOfOneCounty() {
    #expect(Examples.compose([article(["甲", "乙"])]).lists.isEmpty)
  }

  @Test func printsTheSummaryAfterTheSourceLine() {
    let briefing = Examples.compose([article(["压实责任", "兑现奖惩"])])
    #expect(briefing.paragraphs(.summary) == ["【摘要】邹城市构建“链条式”平时考核体系：一是压实责任；二是兑现奖惩。"])
    let roles = briefing.blocks.compactMap { if case .paragraph(_, let role) = $0 { role } else { nil } }
    #expect(roles.prefix(3) == [.source, .summary, .body])
    #expect(Examples.compose([Examples.article()]).paragraphs(.summary) == [])
    let short = Examples.compose([article(["压实责任", "兑现奖惩"])]) { $0.summaryLength = 1 }
    #expect(short.paragraphs(.summary) == ["【摘要】邹城市：一是压实责任；二是兑现奖惩。"])
  }

  @Test func takesTheSummaryThatCameWithTheArticle() {
    var article = article(["甲", "乙"])
    article.summary = "邹城市：一是甲。"
    #expect(Examples.compose([article]).paragraphs(.summary) == ["【摘要】邹城市：一是甲。"])
  }

  @Test func tabulatesFiguresByCounty() {
    let body = "1月5日，申请帮扶资金近400万元，年产量从1000台增加至4000台，差距不低于40%。"
    let figures = [
      Examples.figure("1月5日", 0, .date),
      Examples.figure("400万元", 4_000_000, .money, of: "帮扶资金", .nearly, line: 7),
      Examples.figure("1000台", 1000, of: "年产量"),
      Examples.figure("4000台", 4000, of: "年产量", from: 1000, line: 8),
      Examples.figure("40%", 40, .percent, of: "差距", .atLeast, line: 9),
    ]
    let demand = Examples.measure(
      "2", "考核", "党员联系10户。", role: .requirement, figures: [Examples.figure("10户", 10)])
    var first = Examples.article(measures: [Examples.measure("1", "奖惩", body, figures: figures), demand])
    first.lede = "全市共有支部77个。"
    first.figures = [Examples.figure("77个", 77, of: "支部", line: 2)]
    var second = Examples.article("370827-1", county: Examples.yutai)
    second.lede = "建成广场6个。"
    second.figures = [Examples.figure("6个", 6, of: "广场")]
    let briefing = Examples.compose([first, second, first])
    let table = briefing.tables.first
    #expect(table?.caption == "附：数据一览表")
    #expect(table?.header == ["县名", "条目", "对象", "数字", "原文行"])
    #expect(
      table?.rows.prefix(5) == [
        ["邹城市", "导语", "支部", "77个", "2"], ["邹城市", "1", "帮扶资金", "近400万元", "7"],
        ["邹城市", "1", "年产量", "1000台增加至4000台", "8"], ["邹城市", "1", "差距", "不低于40%", "9"],
        ["邹城市", "2（要求）", "—", "10户", "1"],
      ])
    #expect(table?.rows.map { $0[0] } == Array(repeating: "邹城市", count: 10) + ["鱼台县"])
    #expect(table?.rows.last?[1] == "全文")
    #expect(briefing.tables.last?.caption == "附：条目出处对照表")
  }

  @Test func proposesTheYuanInTheTableToo() {
    var figures = [Examples.figure("18.5万", 185_000, .money, of: "帮扶资金")]
    figures[0].unit = "元"
    let article = Examples.article(measures: [
      Examples.measure("1", "奖惩", "帮扶资金18.5万，用于修路。", figures: figures), Examples.measure("2", "考核"),
    ])
    let number = Examples.compose([article]).tables.first?.rows.first?[3]
    #expect(number?.text.marked == "18.5万⟦→元⟧")
    #expect(Examples.compose([article]) { $0.forReview = false }.tables.first?.rows.first?[3] == "18.5万")
  }

  @Test func keepsAHopeAHopeAndLeavesOutMannersOfSpeech() {
    let body = "从三个方面入手，建设项目14个，预计年收入达123万元。"
    let figures = [
      Examples.figure("三个", 3, of: "方面"), Examples.figure("14个", 14, of: "项目"),
      Examples.figure("123万元", 1_230_000, .money, of: "年收入", .reaches),
    ]
    let article = Examples.article(measures: [
      Examples.measure("1", "奖惩", body, figures: figures), Examples.measure("2", "考核"),
    ])
    #expect(Examples.compose([article]).tables.first?.rows.map { $0[3] } == ["14个", "预计年收入达123万元"])
  }
}
