import BriefingModel

/// What was told of one object over time.
public struct Trend: Equatable, Sendable {
  /// One number; the figures of a trend have one unit.
  public struct Point: Equatable, Sendable {
    public var date: CalendarDate
    public var county: String
    public var figure: Figure
    public var source: String

    public init(date: CalendarDate, county: String, figure: Figure, source: String) {
      self.date = date
      self.county = county
      self.figure = figure
      self.source = source
    }
  }

  public var object: String
  /// Oldest first.
  public var points: [Point]

  public init(object: String, points: [Point]) {
    self.object = object
    self.points = points
  }
}

extension Composer {
  /// A chart with a series for each county, and the numbers as printed.
  public func compose(_ trend: Trend) -> Briefing {
    let rows = trend.points.map { [$0.date.iso, $0.county, $0.figure.text, $0.source] }
    let table = Table(
      caption: "历次数字", header: ["日期", "县名", "数字", "来源"], rows: rows.map { $0.map { Cell($0) } },
      widths: [6, 6, 6, 12])
    return Briefing(
      masthead: masthead, title: options.title ?? trend.object + "：历次数字",
      blocks: [.chart(trend.chart), .table(table)], colophon: options.colophon)
  }
}

extension Trend {
  var chart: Chart {
    let days = Array(Set(points.map(\.date))).sorted()
    let counties = points.map(\.county).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let series = counties.map { county in
      Chart.Series(
        name: county,
        values: days.map { day in
          points.last { $0.date == day && $0.county == county }?.figure.value.flatMap {
            Double($0.description)
          }
        })
    }
    let words = points.map { "\($0.date.iso) \($0.county)\($0.figure.text)" }.joined(separator: "；")
    return Chart(
      title: object, categories: days.map(\.iso), series: series, unit: points.first?.figure.unit ?? "",
      alternative: "柱形图。" + words + "。")
  }
}
