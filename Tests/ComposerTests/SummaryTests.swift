import BriefingModel
import Composer
import Testing

@Suite struct SummaryTests {
  private func summary(_ article: Article, _ length: Int = 300) -> String {
    Composer.summary(of: article, length: length).value
  }

  /// Long enough that three fifths of it do not bind.
  private let padding = String(repeating: "组织部门牵头负总责，确保工作有序推进。", count: 30)

  private func article(_ measures: [Measure], headline: [String] = ["构建“链条式”平时考核体系", "激发干部干事创业活力"]) -> Article
  {
    var article = Examples.article(headline: headline, measures: measures)
    article.lede = padding
    return article
  }

  @Test func hasTheFormOfTheGenre() {
    let measures = [
      Examples.measure("1", "压实“责任链条”", "建立“三位一体”的责任链条。组织部门牵头负总责。"),
      Examples.measure("2", "建立“评价链条”", "针对不同层级、不同岗位特点，分级分类建立评价链条。"),
    ]
    #expect(
      summary(article(measures))
        == "邹城市构建“链条式”平时考核体系，激发干部干事创业活力：一是压实“责任链条”，建立“三位一体”的责任链条；"
        + "二是建立“评价链条”，针对不同层级、不同岗位特点，分级分类建立评价链条。")
  }

  @Test func keepsTheStrongestFiguresWithTheirClauses() {
    let body = "通过单独组建等方式，成立居民小区党支部77个，覆盖小区97个。召开会议2次。投入资金80万元。"
    let figures = [
      Examples.figure("77个", 77, of: "居民小区党支部"), Examples.figure("97个", 97, of: "小区"),
      Examples.figure("2次", 2, of: "会议"), Examples.figure("80万元", 800_000, .money, of: "资金"),
    ]
    let one = article([Examples.measure("1", "建强堡垒", body, figures: figures), Examples.measure("2", "搭建载体")])
    #expect(summary(one).contains("一是建强堡垒，成立居民小区党支部77个，覆盖小区97个，召开会议2次，投入资金80万元；"))
    #expect(summary(one, 55).contains("一是建强堡垒，投入资金80万元；二是搭建载体。"))
  }

  @Test func namesSecondLevelHeadings() {
    let children = [Examples.measure("1.1", "坚持三级联动"), Examples.measure("1.2", "系统推进调研")]
    let text = summary(
      article([Examples.measure("1", "提高站位", children: children), Examples.measure("2", "定向施策")]))
    #expect(text.hasSuffix("：一是提高站位，坚持三级联动、系统推进调研；二是定向施策。"))
  }

  @Test(arguments: [1, 20, 40, 60, 80])
  func dropsFiguresBeforeMeasuresAndNeverAMeasure(length: Int) {
    let figures = [Examples.figure("80万元", 800_000, .money, of: "资金")]
    let text = summary(
      article([
        Examples.measure("1", "压实责任链条", "投入资金80万元。", figures: figures),
        Examples.measure("2", "建立评价链条", "投入资金80万元。", figures: figures),
      ]), length)
    #expect(text.contains("一是压实责任链条"))
    #expect(text.contains("二是建立评价链条"))
    #expect(text.unicodeScalars.count <= max(length, 24))
  }

  @Test func neverSaysThatADemandWasMet() {
    let text = summary(
      article([
        Examples.measure("1", "抓实考核", role: .requirement), Examples.measure("2", "压实责任", role: .requirement),
      ]))
    #expect(text.hasSuffix("。要求：一是抓实考核；二是压实责任。"))
    let mixed = article([
      Examples.measure(
        "1", "抓实考核", children: [Examples.measure("1.1", "务必兑现奖惩", role: .requirement)]),
      Examples.measure("2", "压实责任", role: .requirement),
    ])
    #expect(summary(mixed).hasSuffix("：一是抓实考核。要求：一是压实责任。"))
  }

  @Test func givesPartsThatNameNoActionASentence() {
    let text = summary(
      article([
        Examples.measure("1", "基本情况", "全县共有基层党组织628个。", role: .section),
        Examples.measure("2", "坚持高位推动"), Examples.measure("3", "强化队伍建设"),
      ]))
    #expect(text.hasSuffix("。基本情况：全县共有基层党组织628个。一是坚持高位推动；二是强化队伍建设。"))
  }

  @Test(arguments: [
    ("其中党员干部占80%。", "一是建强堡垒；"), ("此外，建成广场3个。", "一是建强堡垒，建成广场3个；"), ("他投入资金80万元。", "一是建强堡垒；"),
    ("计划明年开工，投入资金80万元。", "一是建强堡垒，计划明年开工，投入资金80万元；"), ("村支书张三带头，投入资金80万元。", "一是建强堡垒；"),
    ("“大家都说好，干得好。”投入资金80万元。", "一是建强堡垒；"),
  ])
  func leavesOutClausesThatHangOnWhatWasDropped(body: String, expected: String) {
    let figures = [
      Examples.figure("80%", 80, .percent), Examples.figure("3个", 3, of: "广场"),
      Examples.figure("80万元", 800_000, .money),
    ]
    let first = Examples.measure("1", "建强堡垒", body, figures: figures)
    let text = summary(article([first, Examples.measure("2", "搭建载体")]))
    #expect(text.contains(expected))
  }

  @Test func tellsAnArticleWithoutMeasuresByItsFirstSentences() {
    var article = Examples.article()
    article.lede = "此外，会上通报了情况。邹城市望海公路昨日通车，全长27.3公里。工程由县里投资。" + padding
    #expect(summary(article, 30) == "邹城市望海公路昨日通车，全长27.3公里。工程由县里投资。")
    #expect(summary(article, 20) == "邹城市望海公路昨日通车。")
    article.lede = "望海公路昨日通车。" + padding
    #expect(summary(article, 20) == "邹城市：望海公路昨日通车。")
  }

  @Test func tellsAPhotographByItsCaption() {
    var caption = Examples.article(headline: [])
    caption.kind = .photoCaption
    caption.lede = "图为邹城市志愿者在车站服务。 ■通讯员 李奇泽摄"
    #expect(summary(caption) == "图为邹城市志愿者在车站服务。")
  }

  @Test func namesTheCountyOnce() {
    let measures = [Examples.measure("1", "甲"), Examples.measure("2", "乙")]
    #expect(summary(article(measures, headline: ["邹城持续激发活力"])) == "邹城持续激发活力：一是甲；二是乙。")
    #expect(summary(article(measures, headline: ["一根竹子的旅行"])) == "邹城市：一根竹子的旅行。一是甲；二是乙。")
    #expect(
      summary(article(measures, headline: ["鲁政办〔2021〕8号", "关于做好公路养护", "工作的通知"]))
        == "邹城市：关于做好公路养护工作的通知。一是甲；二是乙。")
  }

  @Test func isEmptyOnlyWhereThereIsNothing() {
    var article = Examples.article(headline: [])
    article.lede = ""
    #expect(summary(article) == "")
  }
}
