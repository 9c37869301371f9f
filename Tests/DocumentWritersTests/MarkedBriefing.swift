import BriefingModel
import TestSupport

/// The sample with doubts, corrections, a chart and a shaded table besides.
enum MarkedBriefing {
  static let portrait: Briefing = {
    var briefing = SampleBriefing.twoCounties
    briefing.blocks.insert(contentsOf: marked, at: 13)
    return briefing
  }()

  static let landscape: Briefing = {
    var briefing = portrait
    briefing.orientation = .landscape
    return briefing
  }()

  private static let marked: [Block] = [
    .paragraph(
      [
        .text("邹城市建成"), .doubted("“红帆驿站”", comment: Comment("两处写法不同：红帆驿站、红帆骚站。")),
        .text("91个"), .footnote("来源：第396行。"), .text("，"),
        .correction(printed: "1+N”工作机", proposed: "“1+N”工作机", comment: Comment("引号印反了，建议改正。")),
        .text("制"), .correction(printed: "的的", proposed: "", comment: Comment("多了两个字。")),
        .correction(printed: "", proposed: "。", comment: Comment("句末缺标点。")),
      ], role: .body),
    .heading(
      Heading(
        level: 1, label: "二、", text: [.doubted("建立评价链条", comment: Comment("标题与正文不一致。"))],
        bookmark: "m-370883-1-2")),
    .chart(
      Chart(
        title: "各县做法数量", categories: ["邹城市", "嘉祥县", "鱼台县"],
        series: [
          Chart.Series(name: "一级", values: [4, 3, nil]),
          Chart.Series(name: "二级", values: [2.5, 11, .infinity]),
        ], unit: "项", alternative: "柱形图：邹城市4项，嘉祥县3项。")),
    .table(
      Table(
        caption: "两县做法疏密", header: ["主题", "邹城市", "嘉祥县"],
        rows: [["考核奖惩", "4", "1"], ["人才引进", "0", "3"], ["基层治理", "2", "2"]], widths: [3, 2, 2],
        shades: [[0, 1, 0.25], [0, 0, 0.75], [0, .nan]], alternative: "邹城市多在考核奖惩，嘉祥县多在人才引进。")),
    .paragraph([.text("以上合计20项。")], role: .body),
  ]
}
