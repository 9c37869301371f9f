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

  /// What was asked for.
  public var object: String
  /// Oldest first.
  public var points: [Point]

  public init(object: String, points: [Point]) {
    self.object = object
    self.points = points
  }
}

extension Trend {
  /// What is counted, as first printed; with and without quotation marks it is one object.
  public var objects: [String] {
    var seen: Set<String> = []
    return points.map(\.object).filter { seen.insert(Figure.bare($0)).inserted }
  }

  /// The object, or what was asked for where that means several.
  var name: String { objects.count == 1 ? objects[0] : object }
}

extension Trend.Point {
  public var object: String { figure.object ?? "" }
}

extension Composer {
  /// A chart with a series for each county and object, and the numbers as printed.
  public func compose(_ trend: Trend) -> Briefing {
    let rows = trend.points.map { [$0.date.iso, $0.county, $0.object, $0.figure.text, $0.source] }
    let table = Table(
      caption: "历次数字", header: ["日期", "县名", "对象", "数字", "来源"], rows: rows.map { $0.map { Cell($0) } },
      widths: [7, 6, 7, 5, 9])
    return Briefing(
      masthead: masthead, title: options.title ?? trend.name + "：历次数字",
      blocks: [.chart(trend.chart), .table(table)], colophon: options.colophon)
  }
}

extension Trend {
  /// A chart of several objects has no more series: nobody tells apart more bars.
  private static let mostSeries = 8

  /// What is drawn in one colour.
  private struct Line: Hashable {
    var county: String
    var object: String
  }

  private static func line(of point: Point) -> Line {
    Line(county: point.county, object: Figure.bare(point.object))
  }

  var chart: Chart {
    let hasSeveral = objects.count > 1
    let told = Dictionary(grouping: points, by: Self.line)
    let lines = lines(told.mapValues(\.count), atMost: hasSeveral ? Self.mostSeries : .max)
    let drawn = points.filter { lines.contains(Self.line(of: $0)) }
    let days = Array(Set(drawn.map(\.date))).sorted()
    func name(_ line: Line) -> String {
      hasSeveral ? [line.county, line.object].filter { !$0.isEmpty }.joined(separator: " ") : line.county
    }
    let series = lines.map { line in
      let last = Dictionary(told[line, default: []].map { ($0.date, $0.figure) }) { $1 }
      return Chart.Series(
        name: name(line), values: days.map { last[$0]?.value.flatMap { Double($0.description) } })
    }
    let words = drawn.map { "\($0.date.iso) \(name(Self.line(of: $0)))\($0.figure.text)" }
    return Chart(
      title: self.name + (lines.count < told.count ? "（见报最多的\(lines.count)项）" : ""),
      categories: days.map(\.iso), series: series, unit: points.first?.figure.unit ?? "",
      alternative: "柱形图。" + words.joined(separator: "；") + "。")
  }

  /// Those of most numbers, in the order in which they were first told.
  private func lines(_ counts: [Line: Int], atMost most: Int) -> [Line] {
    var seen: Set<Line> = []
    let lines = points.map(Self.line).filter { seen.insert($0).inserted }
    let ranked = lines.enumerated().sorted {
      (counts[$1.element, default: 0], $0.offset) < (counts[$0.element, default: 0], $1.offset)
    }
    return ranked.prefix(most).sorted { $0.offset < $1.offset }.map(\.element)
  }
}
