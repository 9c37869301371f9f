import BriefingModel
import Composer
import Testing

@Suite struct TrendTests {
  private static func point(_ day: Int, _ county: String, _ object: String, _ value: Int64) -> Trend.Point {
    Trend.Point(
      date: CalendarDate(year: 2026, month: 11, day: day), county: county,
      figure: Examples.figure("\(value)名", value, of: object), source: "page.txt")
  }

  private static func compose(
    _ asked: String, _ points: [Trend.Point]
  ) throws -> (title: String?, chart: Chart, table: Table) {
    let briefing = Composer(options: .init(date: Examples.date)).compose(Trend(object: asked, points: points))
    var chart: Chart?
    var table: Table?
    for block in briefing.blocks {
      if case .chart(let found) = block { chart = found }
      if case .table(let found) = block { table = found }
    }
    return (briefing.title, try #require(chart), try #require(table))
  }

  @Test func drawsOneObjectAsALineForEachCounty() throws {
    let made = try Self.compose(
      "驿站",
      [
        Self.point(3, "邹城市", "“红帆驿站”", 4), Self.point(3, "鱼台县", "红帆驿站", 7),
        Self.point(10, "邹城市", "红帆驿站", 9),
      ])
    #expect(made.title == "“红帆驿站”：历次数字" && made.chart.title == "“红帆驿站”")
    #expect(made.chart.series.map(\.name) == ["邹城市", "鱼台县"])
    #expect(made.chart.series.map(\.values) == [[4, 9], [7, nil]])
    #expect(made.table.rows[0].map(\.words) == ["2026-11-03", "邹城市", "“红帆驿站”", "4名", "page.txt"])
  }

  @Test func drawsSeveralObjectsApart() throws {
    let made = try Self.compose(
      "党", [Self.point(3, "邹城市", "党员", 30), Self.point(10, "邹城市", "优秀党员", 4)])
    #expect(made.title == "党：历次数字")
    #expect(made.chart.series.map(\.name) == ["邹城市 党员", "邹城市 优秀党员"])
    #expect(made.chart.series.map(\.values) == [[30, nil], [nil, 4]])
    #expect(made.chart.alternative.contains("2026-11-10 邹城市 优秀党员4名"))
  }

  @Test func drawsOfManyObjectsThoseOfMostNumbers() throws {
    let points = (1...10).map { Self.point(3, "邹城市", "\($0)类党员", Int64($0)) }
    let made = try Self.compose("党员", points + [Self.point(10, "邹城市", "9类党员", 5)])
    #expect(made.chart.title == "党员（见报最多的8项）")
    #expect(made.chart.series.map(\.name) == [1, 2, 3, 4, 5, 6, 7, 9].map { "邹城市 \($0)类党员" })
    #expect(made.table.rows.count == 11)
  }
}
