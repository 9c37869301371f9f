import BriefingModel

/// A small briefing by hand that uses everything the model has.
public enum SampleBriefing {
  public static let twoCounties = Briefing(
    masthead: Masthead(
      name: "工作简报", classification: "内部资料　注意保存", issue: 12, total: 108, office: "中共济宁市委组织部",
      date: CalendarDate(year: 2026, month: 11, day: 23)),
    title: "各县平时考核做法选编",
    blocks: [
      .contents(
        title: "目录",
        entries: [
          ContentsEntry(text: "邹城市：构建“链条式”平时考核体系　激发干部干事创业活力", bookmark: "a-370883-1"),
          ContentsEntry(text: "没有落点的条目", bookmark: "nowhere"),
        ]),
      .list(title: "本期导读", items: ["邹城：压实“责任链条”、建立“评价链条”", "鱼台：加强顶层设计、搭建平台载体"]),
      .paragraph([.text("按语：两县做法各有所长。")], role: .editorsNote),
      .heading(
        Heading(
          level: 0, label: "", text: [.text("邹城市：构建“链条式”平时考核体系　激发干部干事创业活力")],
          bookmark: "a-370883-1")),
      .paragraph([.text("——邹城市平时考核工作侧记")], role: .subtitle),
      .paragraph(
        [.text("邹城市　通讯员 侯康　page.txt，第310—361行"), .footnote("来源：page.txt，第310—361行。")], role: .source),
      .paragraph([.text("【摘要】邹城市构建“链条式”平时考核体系：一是压实“责任链条”；二是建立“评价链条”。")], role: .summary),
      .paragraph([.text("今年以来，  邹城市\t着眼于\n抓实<公务员>平时考核 & 评价。")], role: .body),
      .heading(
        Heading(level: 1, label: "一、", text: [.text("压实“责任链条”")], bookmark: "m-370883-1-1")),
      .heading(Heading(level: 2, label: "（一）", text: [.text("坚持三级联动")], bookmark: "m-370883-1-1.1")),
      .heading(Heading(level: 3, label: "1.", text: [.text("县级统筹")], bookmark: "m-370883-1-1.1.1")),
      .heading(Heading(level: 4, label: "（1）", text: [.text("每月调度")], bookmark: "m-370883-1-1.1.1.1")),
      .paragraph([.text("单位之间差距不低于40%。")], role: .body),
      .table(
        Table(
          caption: "附：数据一览表", header: ["县名", "条目", "对象", "数字", "原文行"],
          rows: [["邹城市", "1", "单位之间差距", "不低于40%", "351"]], widths: [6, 5, 14, 9, 7])),
      .table(
        Table(
          caption: "附：条目出处对照表", header: ["县名", "条目", "标题", "原文行"],
          rows: [
            ["邹城市", "1", "压实“责任链条”", "315—324"],
            ["邹城市", "1.1", "坚持三级联动", "320—324"],
          ], widths: [6, 4, 18, 8])),
    ],
    colophon: Colophon(
      report: ["市委常委", "市政府副市长"], send: ["市直各部门"], distribute: ["各县（市、区）党委组织部"], copies: 100,
      editor: "张三", reviewer: "李四", signer: "王五"))
}
