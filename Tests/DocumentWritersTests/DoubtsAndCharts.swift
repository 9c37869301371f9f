import BriefingModel

/// A briefing by hand with what only documents for the screen can show in full: doubts, corrections, charts and
/// shaded tables.
enum DoubtsAndCharts {
  static let briefing = Briefing(
    masthead: Masthead(
      name: "济宁组织工作", issue: 3, office: "市委组织部", date: CalendarDate(year: 2026, month: 11, day: 23)),
    blocks: [
      .contents(
        title: "目录",
        entries: [ContentsEntry(text: "邹城市：构建“链条式”平时考核体系", bookmark: "a 1")]),
      .heading(
        Heading(level: 0, label: "", text: [.text("邹城市：构建“链条式”平时考核体系　激发干部干事创业活力")], bookmark: "a 1")),
      .heading(
        Heading(
          level: 1, label: "一、",
          text: [.doubted("压实“责任链条”", comment: Comment("标题与导读所列不一致，请核对。"))], bookmark: "m-1")),
      .paragraph(
        [
          .text("今年以来，全市推广"),
          .doubted("”1+N”", comment: Comment("引号方向印反，按“1+N”读。")),
          .text("工作机制，储备人才"),
          .correction(printed: "1545人", proposed: "1,545人", comment: Comment("千位以上的数字分节。")),
          .text("，其中"), .footnote("来源：page.txt，第318行。"),
          .correction(printed: "", proposed: "村", comment: Comment("疑漏一字。")),
          .text("党组织书记18名"),
          .correction(printed: "名", proposed: "", comment: Comment("疑多一字。")), .text("。"),
        ], role: .body),
      .chart(numbers),
      .paragraph([.text("下一步将推广经验。"), .footnote("来源：page.txt，第361行。")], role: .body),
      .table(
        Table(
          caption: "附：各县做法对照", header: ["主题", "邹城市", "嘉祥县", "鱼台县"],
          rows: [["考核奖惩", "3", "1", "0"], ["队伍建设", "1", "12", "2"]], widths: [2, 1, 1, 1],
          shades: [[0, 0.5, 0.25, 0], [0, 0.25, 1, 0.4]], alternative: "邹城市以考核奖惩见长，嘉祥县以队伍建设见长。")),
      .chart(balance),
    ],
    colophon: Colophon(report: ["市委常委"], copies: 50))

  static let numbers = Chart(
    title: "各县做法数量", categories: ["邹城市", "嘉祥县", "鱼台县", "一个名字长得在图里放不下的经济技术开发区"],
    series: [
      Chart.Series(name: "考核奖惩", values: [3, 1, 0, 2]),
      Chart.Series(name: "队伍建设", values: [1, 12, nil, 2.5]),
      Chart.Series(name: "平台载体", values: [4, 6, 8]),
      Chart.Series(name: "服务群众", values: [5, 5, 5, 5]),
      Chart.Series(name: "责任体系", values: [2, 7, 1, 8]),
      Chart.Series(name: "宣传引导", values: [6, 2, 3, 1]),
    ], unit: "项", alternative: "嘉祥县队伍建设12项，为各县各类最多。")

  static let balance = Chart(
    title: "比上年增减", categories: ["邹城市", "嘉祥县"],
    series: [Chart.Series(name: "增减", values: [-12.5, 30])], unit: "%",
    alternative: "邹城市下降12.5%，嘉祥县增长30%。")
}
