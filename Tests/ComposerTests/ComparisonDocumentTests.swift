import BriefingModel
import Composer
import Testing

@Suite struct ComparisonDocumentTests {
  private let jiaxiang = County(
    name: "嘉祥县", short: "嘉祥", code: "370829", prefecture: "济宁市", province: "山东省")

  private func reference(_ article: String, _ number: String, _ heading: String, _ theme: String)
    -> MeasureReference
  {
    MeasureReference(
      article: article, number: number, heading: heading, theme: theme, also: [],
      origin: Examples.origin(1...2))
  }

  private func figures(_ object: String, _ unit: String, _ cells: [[(String, Int64)]]) -> ComparableFigures {
    ComparableFigures(
      object: object, unit: unit,
      cells: cells.map { entries in
        entries.map { text, value in
          .init(measure: reference("a", "1", "压实责任", "责任"), figure: Examples.figure(text, value, of: object))
        }
      })
  }

  private func comparison(_ counties: [County]? = nil, figures: [ComparableFigures] = []) -> Comparison {
    let rows = [
      ComparisonRow(
        theme: "考核奖惩", score: 0.95, evidence: [],
        cells: [[reference("a", "4", "完善“奖惩链条”", "考核奖惩")], [reference("b", "3.3", "强化结果运用", "考核奖惩")]]),
      ComparisonRow(
        theme: "组织领导", score: 0.7, evidence: [],
        cells: [[reference("a", "1", "压实“责任链条”", "组织领导")], [reference("b", "3.3", "强化结果运用", "考核奖惩")]]),
    ]
    return Comparison(
      counties: counties ?? [Examples.zoucheng, jiaxiang], granularity: .leaf, rows: rows,
      unpaired: [[reference("a", "2", "建立“评价链条”", "组织领导")], [reference("b", "1", "抓实管理", "")]],
      figures: figures, threshold: 0.78)
  }

  private func compose(_ comparison: Comparison, forReview: Bool = true) -> Briefing {
    Composer(options: .init(date: Examples.date, forReview: forReview)).compose(comparison, sources: [])
  }

  @Test func asksAboutARowThatIsHardlyAlike() {
    let briefing = compose(comparison())
    #expect(
      briefing.paragraphs(.body)[0]
        == "邹城市、嘉祥县都有的做法：考核奖惩（邹城市：完善“奖惩链条”；嘉祥县：强化结果运用）；组织领导（邹城市：压实“责任链条”；嘉祥县：强化结果运用）。")
    let rows = rowsTable(briefing).rows.map { $0.map(\.text.marked) }
    #expect(rows[0][1...2] == ["4　完善“奖惩链条”（page.txt，第1—2行）", "3.3　强化结果运用（page.txt，第1—2行）"])
    #expect(rows[1][1] == "1　压实“责任链条”（page.txt，第1—2行）")
    #expect(
      rows[1][2]
        == "3.3　⟦强化结果运用｜邹城市压实“责任链条” ～ 嘉祥县强化结果运用：相似程度不高，是不是同一件事，请核对。⟧（page.txt，第1—2行）")
    let clean = compose(comparison(), forReview: false)
    #expect(rowsTable(clean).rows.joined().allSatisfy { $0.text.count == 1 })
    #expect(rowsTable(clean).rows.map { $0.map(\.words) } == rowsTable(briefing).rows.map { $0.map(\.words) })
  }

  private func rowsTable(_ briefing: Briefing) -> Table {
    briefing.tables.first { $0.caption == "做法对照表" } ?? Table(caption: "", header: [], rows: [], widths: [])
  }

  @Test func correctsAHeadingInTheTable() {
    let measure = Examples.measure("4", "推行”1+N”机制")
    let article = Examples.article("a", measures: [measure])
    let notice = Notice(
      kind: .reversedQuotationMark, message: "", origin: article.origin, words: "”1+N”机制")
    let source = OutlinedSource(source: "page.txt", title: nil, articles: [article], notices: [notice])
    let briefing = Composer(options: .init(date: Examples.date)).compose(comparison(), sources: [source])
    #expect(rowsTable(briefing).rows[0][1].text.marked == "4　推行⟦”→“⟧1+N”机制（第1—2行）")
  }

  @Test func setsTheCountiesOfAGroupBelowEachOtherWhereTheyAreMany() throws {
    let others = ["金乡县", "鱼台县"].map {
      County(name: $0, short: $0, code: nil, prefecture: nil, province: nil)
    }
    var many = comparison([Examples.zoucheng, jiaxiang] + others)
    many.rows = many.rows.map { row in
      var row = row
      row.cells += [[], []]
      return row
    }
    many.unpaired += [[reference("c", "1", "抓活动", "")], []]
    let briefing = compose(many)
    #expect(rowsTable(briefing).header == ["主题", "做法和要点", "依据"])
    #expect(
      rowsTable(briefing).rows[0][1]
        == "邹城市：4　完善“奖惩链条”（page.txt，第1—2行）\n嘉祥县：3.3　强化结果运用（page.txt，第1—2行）")
    let captions = briefing.tables.map(\.caption)
    #expect(captions == ["各县市做法主题分布（条）", "做法对照表", "仅一地有的做法"])
  }

  @Test func countsEachMeasureOnceUnderItsTheme() throws {
    let table = try #require(compose(comparison()).tables.first { $0.caption.hasPrefix("各县市做法主题分布") })
    #expect(table.header == ["主题", "邹城市", "嘉祥县"])
    #expect(table.rows == [["考核奖惩", "1", "1"], ["组织领导", "2", "—"], ["其他", "—", "1"]])
    #expect(table.shades == [[0, 0.5, 0.5], [0, 1, 0], [0, 0, 0.5]])
    #expect(table.alternative.contains("组织领导：邹城市2条；"))
    let chart = try #require(compose(comparison()).charts.first)
    #expect(chart.isStacked)
    #expect(chart.categories == ["考核奖惩", "组织领导", "其他"])
    #expect(chart.series.map(\.values) == [[1, 2, nil], [1, nil, 1]])
  }

  @Test func setsManyCountiesBelowEachOther() throws {
    let counties = (1...10).map {
      County(name: "第\($0)县", short: "第\($0)", code: nil, prefecture: nil, province: nil)
    }
    var many = comparison(counties)
    many.rows = []
    many.unpaired = counties.indices.map { [reference("a\($0)", "1", "做法", $0 < 5 ? "甲" : "乙")] }
    let briefing = compose(many)
    let table = try #require(briefing.tables.first)
    #expect(table.header == ["县名", "甲", "乙"])
    #expect(table.rows.count == 10)
    #expect(briefing.charts[0].series.map(\.values) == [[5, 5]])
  }

  @Test func drawsFiguresOfOneUnitThatNeedNoChoice() throws {
    let all = [
      figures("党员", "名", [[("1200余名", 1200)], [("1064名", 1064), ("3667名", 3667)]]),
      figures("资金", "元", [[("30万元", 300_000)], [("2亿元", 200_000_000)]]),
      figures("党组织", "个", [[("118个", 118)], [("225个", 225)]]),
      figures("小区", "个", [[("48个", 48)], [("97个", 97)]]),
    ]
    let chart = try #require(compose(comparison(figures: all)).charts.last)
    #expect(chart.title == "可比数字")
    #expect(chart.unit == "个")
    #expect(chart.categories == ["党组织", "小区"])
    #expect(chart.series.map(\.name) == ["邹城市", "嘉祥县"])
    #expect(chart.series.map(\.values) == [[118, 48], [225, 97]])
    #expect(chart.alternative == "柱形图。党组织：邹城市118个、嘉祥县225个；小区：邹城市48个、嘉祥县97个。")
    let money = try #require(compose(comparison(figures: [all[1]])).charts.last)
    #expect(money.unit == "万元")
    #expect(money.series.map(\.values) == [[30], [20_000]])
    #expect(compose(comparison(figures: [all[0]])).charts.count == 1)
  }

  @Test func drawsAtMostEightObjects() {
    let many = (1...12).map { figures("对象\($0)", "个", [[("\($0)个", Int64($0))], [("2个", 2)]]) }
    #expect(compose(comparison(figures: many)).charts.last?.categories.count == 8)
  }

  @Test func standsOnItsSide() {
    #expect(compose(comparison()).orientation == .landscape)
  }
}
