import BriefingModel
import Composer
import Testing

@Suite struct ComposerTests {
  @Test func putsTheCountyBeforeAHeadlineThatDoesNotNameIt() {
    let briefing = Examples.compose([
      Examples.article(headline: ["构建“链条式”平时考核体系", "激发干部干事创业活力"]),
      Examples.article("370883-2", headline: ["邹城持续激发党员队伍活力"]),
      Examples.article("370883-3", headline: []),
      Examples.article("000000-1", county: nil, headline: []),
    ])
    #expect(
      briefing.printedHeadings == [
        "邹城市：构建“链条式”平时考核体系　激发干部干事创业活力", "邹城持续激发党员队伍活力", "邹城市：（无标题）", "（无标题）",
      ])
  }

  @Test func listsTheItemsWhenThereIsMoreThanOne() {
    let one = Examples.compose([Examples.article()])
    #expect(!one.blocks.contains { if case .contents = $0 { true } else { false } })
    let two = Examples.compose([Examples.article(), Examples.article("370827-1", county: Examples.yutai)])
    guard case .contents("目录", let entries) = two.blocks.first else {
      Issue.record("no contents")
      return
    }
    #expect(entries.map(\.text) == ["邹城市：构建“链条式”平时考核体系", "鱼台县：构建“链条式”平时考核体系"])
    #expect(entries.map(\.bookmark) == two.headings.map(\.bookmark))
  }

  @Test func numbersMeasuresByDepth() {
    let deepest = Examples.measure("1.1.1.1.1", "第五层", "文。")
    let fourth = Examples.measure("1.1.1.1", "第四层", children: [deepest])
    let third = Examples.measure("1.1.1", "第三层", children: [fourth])
    let second = Examples.measure("1.1", "第二层", children: [third])
    let briefing = Examples.compose([
      Examples.article(measures: [
        Examples.measure("1", "第一层", children: [second]), Examples.measure("2", "又一层"),
      ])
    ])
    #expect(
      briefing.printedHeadings.dropFirst()
        == ["一、第一层", "（一）第二层", "1.第三层", "（1）第四层", "二、又一层"])
    #expect(briefing.headings.map(\.level) == [0, 1, 2, 3, 4, 1])
    #expect(briefing.paragraphs(.body).suffix(2) == ["①第五层", "文。"])
  }

  @Test func givesEveryMeasureAStableBookmark() {
    let measures = [Examples.measure("1", "甲", children: [Examples.measure("1.1", "乙")])]
    let briefing = Examples.compose([
      Examples.article(measures: measures), Examples.article(measures: measures),
      Examples.article("370883-" + String(repeating: "9", count: 60), measures: measures),
      Examples.article("县 1", measures: []),
    ])
    let names = briefing.headings.map(\.bookmark)
    #expect(names.prefix(3) == ["a-370883-1", "m-370883-1-1", "m-370883-1-1.1"])
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.count <= 40 })
    #expect(names.last == "a---1")
  }

  @Test func saysOfRequirementsThatTheyAreRequired() {
    let inner = Examples.measure("2.1", "压紧责任", role: .requirement)
    let briefing = Examples.compose([
      Examples.article(measures: [
        Examples.measure("1", "抓实考核", "已完成。"),
        Examples.measure("2", "压实责任", role: .requirement, children: [inner]),
        Examples.measure("3", "加强督导", role: .requirement),
        Examples.measure("4", "兑现奖惩"),
      ])
    ])
    #expect(briefing.paragraphs(.body).filter { $0 == "以下是提出的要求：" }.count == 1)
    #expect(
      briefing.printedHeadings.dropFirst() == ["一、抓实考核", "二、压实责任", "（一）压紧责任", "三、加强督导", "四、兑现奖惩"])
  }

  @Test func printsTheLedeThenEachMeasuresParagraphs() {
    let briefing = Examples.compose([
      Examples.article(measures: [
        Examples.measure("1", "压实“责任链条”", "第一段。\n第二段。"), Examples.measure("2", "孤题"),
      ])
    ])
    #expect(briefing.paragraphs(.body) == ["今年以来，邹城市着眼于抓实考核。", "第一段。", "第二段。"])
  }

  @Test func printsTheParagraphsOfAnArticleWithoutMeasures() {
    var article = Examples.article()
    article.paragraphs = ["今年以来，邹城市着眼于抓实考核。", "第二段。"].map {
      Paragraph(text: $0, origin: Examples.origin(1...1))
    }
    #expect(Examples.compose([article]).paragraphs(.body) == ["今年以来，邹城市着眼于抓实考核。", "第二段。"])
    article.paragraphs = []
    #expect(Examples.compose([article]).paragraphs(.body) == ["今年以来，邹城市着眼于抓实考核。"])
  }

  @Test func putsKickerAndSubtitleUnderTheTitle() {
    var article = Examples.article()
    article.kicker = ["分类管理 精准施策"]
    article.subtitle = "邹城市工作侧记"
    #expect(Examples.compose([article]).paragraphs(.subtitle) == ["分类管理 精准施策", "——邹城市工作侧记"])
  }

  @Test func citesFileLinesAndDate() {
    var article = Examples.article()
    article.date = CalendarDate(year: 2020, month: 7, day: 1)
    article.origin.source = "in/page.txt"
    article.headlineOrigin?.source = "in/page.txt"
    let briefing = Examples.compose([article])
    #expect(briefing.paragraphs(.source) == ["邹城市　通讯员 侯康　page.txt，第310—361行"])
    #expect(briefing.footnotes == ["来源：in/page.txt，第310—361行；电头：本报邹城讯；见报日期：2020年7月1日。"])
  }

  /// Two notes before any comment on the text: else LibreOffice 7.4 loses the words of all on their way through DOCX.
  @Test func explainsLineNumbersInASecondNoteOnTheFirstSource() {
    let briefing = Examples.compose([
      Examples.article(), Examples.article("370827-1", county: Examples.yutai),
    ])
    let lines = briefing.inlines(.source)
    #expect(lines[0].count == 4 && lines[1].count == 2)
    #expect(lines[0][0] == .text("邹城市　通讯员 侯康　page.txt"))
    #expect(lines[0][2] == .text("，第310—361行"))
    #expect(briefing.footnotes[1] == "行号从原文的第一行数起；各条做法的行号见文后的条目出处对照表。")
    #expect(briefing.footnotes.count == 3)
  }

  @Test func namesStandardInputInWords() {
    var article = Examples.article()
    article.origin = Examples.origin(5...5, source: "-")
    article.headlineOrigin = nil
    #expect(Examples.compose([article]).footnotes == ["来源：标准输入，第5行；电头：本报邹城讯。"])
  }

  @Test func closesWithCaptionsAndOtherPieces() {
    var caption = Examples.article("370827-1", county: Examples.yutai, headline: [])
    caption.kind = .photoCaption
    caption.lede = "图为志愿者在服务。"
    var other = Examples.article("000000-1", county: nil, headline: ["天气预报"])
    other.kind = .other
    other.lede = "晴。"
    let briefing = Examples.compose([other, caption, Examples.article()])
    #expect(briefing.printedHeadings == ["邹城市：构建“链条式”平时考核体系", "图片新闻", "其他稿件"])
    #expect(briefing.paragraphs(.body).suffix(2) == ["图为志愿者在服务。", "晴。"])
    #expect(briefing.paragraphs(.subtitle) == ["天气预报"])
    #expect(briefing.footnotes.count == 4)
  }

  @Test(arguments: ["邹城市", "邹城"])
  func keepsOnlyTheCountiesAskedFor(name: String) {
    let articles = [
      Examples.article(), Examples.article("370827-1", county: Examples.yutai),
      Examples.article("000000-1", county: nil),
    ]
    let briefing = Examples.compose(articles) { $0.counties = [name] }
    #expect(briefing.printedHeadings == ["邹城市：构建“链条式”平时考核体系"])
  }

  @Test func endsWithATableOfWhereEverythingStands() {
    let inner = Examples.measure("1.1", "坚持三级联动", lines: 320...324)
    let briefing = Examples.compose([
      Examples.article(measures: [Examples.measure("1", "压实“责任链条”", lines: 315...324, children: [inner])])
    ])
    #expect(briefing.table?.caption == "附：条目出处对照表")
    #expect(briefing.table?.header == ["县名", "条目", "标题", "原文行"])
    #expect(
      briefing.table?.rows == [
        ["邹城市", "全文", "邹城市：构建“链条式”平时考核体系", "310—361"],
        ["邹城市", "1", "压实“责任链条”", "315—324"],
        ["邹城市", "1.1", "坚持三级联动", "320—324"],
      ])
  }

  @Test func namesTheFileInTheTableWhenThereAreSeveral() {
    var second = Examples.article("370883-2")
    second.origin.source = "second.txt"
    let briefing = Examples.compose([Examples.article(), second])
    #expect(briefing.table?.rows.map { $0[3] } == ["page.txt　310—361", "second.txt　310—356"])
  }

  @Test func saysSoWhenThereIsNothing() {
    let briefing = Examples.compose([])
    #expect(briefing.paragraphs(.body) == ["（本期没有稿件）"])
    #expect(briefing.masthead.name == "工作简报")
  }

  @Test func passesOnWhatTheUserDecides() {
    let briefing = Examples.compose([]) {
      $0.name = "组织工作简报"
      $0.issue = 12
      $0.total = 108
      $0.office = "市委组织部"
      $0.classification = "内部资料"
      $0.title = "各县经验选编"
      $0.colophon = Colophon(report: ["市委"], copies: 100)
    }
    #expect(
      briefing.masthead
        == Masthead(
          name: "组织工作简报", classification: "内部资料", issue: 12, total: 108, office: "市委组织部", date: Examples.date)
    )
    #expect(briefing.title == "各县经验选编")
    #expect(briefing.colophon.copies == 100)
  }
}
