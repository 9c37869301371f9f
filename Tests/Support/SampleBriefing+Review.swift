import BriefingModel

extension SampleBriefing {
  /// What an editor goes through: comments, changes, a chart, a shaded table.
  public static let underReview = Briefing(
    masthead: Masthead(name: "工作简报", date: CalendarDate(year: 2026, month: 11, day: 23)),
    blocks: [
      .heading(
        Heading(
          level: 0, label: "",
          text: [
            .text("邹城市：念好“"), .doubted("三字诀", comment: Comment("应有3条，实际找到2条，请核对。")),
            .text("”　激发干部队伍干事创业新活力"),
          ], bookmark: "a-1")),
      .paragraph(
        [
          .doubted("市中区", comment: Comment("“市中区”可能是：甲、乙。")), .text("　page.txt，第1—9行"),
          .footnote("来源：page.txt，第1—9行。"),
        ], role: .source),
      .heading(
        Heading(
          level: 1, label: "一、", text: [.doubted("压实责任", comment: Comment("是否单独成条，请核对。"))],
          bookmark: "m-1-1")),
      .paragraph(
        [
          .text("全面推行"), .correction(printed: "”", proposed: "“", comment: Comment("引号印反了。")),
          .text("1+N”机制，帮扶资金18.5万"), .correction(printed: "", proposed: "元", comment: Comment("疑为漏字。")),
          .text("，成效"), .correction(printed: "成效", proposed: "", comment: Comment("重复。")), .text("明显。"),
        ], role: .body),
      .chart(
        Chart(
          title: "可比数字", categories: ["党组织", "小区"],
          series: [.init(name: "泗水县", values: [118, 48.5]), .init(name: "金乡县", values: [225, nil])],
          unit: "个",
          alternative: "柱形图。党组织：泗水县118个、金乡县225个；小区：泗水县48.5个。")),
      .chart(
        Chart(
          title: "各主题做法数量", categories: ["组织体系"],
          series: [.init(name: "泗水县", values: [2]), .init(name: "金乡县", values: [6])], unit: "条",
          alternative: "柱形图。", isStacked: true)),
      .table(
        Table(
          caption: "各县市做法主题分布（条）", header: ["主题", "泗水县", "金乡县"],
          rows: [["组织体系", "2", "6"], ["队伍建设", "—", "3"]], widths: [5, 4, 4],
          shades: [[0, 0.33, 1], [0, 0, 0.5]], alternative: "底色越深条数越多。")),
    ])
}
