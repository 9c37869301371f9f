import BriefingModel

/// Where the parts of a chart stand, in units of its own: 360 across, so that letters are legible on a telephone.
struct HTMLChartLayout {
  static let width = 360
  static let fontSize = 13
  static let barHeight = 15
  private static let gap = 10
  /// No label takes more columns than this (a Chinese character takes two); a longer one ends in ….
  private static let widestLabel = 20
  private static let widestName = 48

  struct Bar {
    var series: Int
    var y: Int
    var start: String
    var width: String
    var label: String
    var labelX: String
  }

  let legend: [(x: Int, y: Int, text: String)]
  /// The legend's lower end.
  let top: Int
  let height: Int
  /// Where the labels of the categories end and bars may begin.
  let left: Int
  private let right: Int
  /// For each category where it starts, and its values with the series they are of. What has no value takes no
  /// room: themes that one county of seven has would else be six sevenths empty.
  private let groups: [(y: Int, values: [(series: Int, value: Double)])]
  /// The largest value without its sign.
  private let scale: Double
  private let lowest: Double
  private let highest: Double

  init(_ chart: Chart) {
    legend = Self.legend(chart.series.map(\.name))
    top = legend.last.map { $0.y + 24 } ?? 0
    var (groups, y) = ([(y: Int, values: [(series: Int, value: Double)])](), top)
    for category in chart.categories.indices {
      let values = Self.values(of: chart, category)
      groups.append((y, values))
      y += max(1, values.count) * Self.barHeight + Self.gap
    }
    self.groups = groups
    height = y + Self.gap / 2
    left = 8 + Self.units(chart.categories.map { Self.shortened($0.onOneLine, to: Self.widestLabel) })
    let values = groups.flatMap { $0.values.map(\.value) }
    right = Self.width - 8 - Self.units(values.map { Self.spelled($0) })
    let largest = values.map(\.magnitude).max() ?? 0
    let scale = largest > 0 ? largest : 1
    self.scale = scale
    lowest = min(0, (values.min() ?? 0) / scale)
    highest = max(0, (values.max() ?? 0) / scale)
  }

  private static func values(of chart: Chart, _ category: Int) -> [(series: Int, value: Double)] {
    chart.series.enumerated().compactMap { index, series in
      guard category < series.values.count, let value = series.values[category], value.isFinite else {
        return nil
      }
      return (index, value)
    }
  }

  /// Where the value 0 stands.
  var zero: String { Self.spelled(tenths: x(0)) }

  func label(_ category: String) -> String { Self.shortened(category, to: Self.widestLabel) }

  /// The baseline of letters in the middle of a category.
  func middle(ofCategory index: Int) -> Int {
    let rows = max(1, groups[index].values.count)
    return groups[index].y + (rows * Self.barHeight + Self.gap) / 2 + 5
  }

  func bars(ofCategory index: Int) -> [Bar] {
    groups[index].values.enumerated().map { row, entry in
      let ends = [x(0), x(entry.value / scale)].sorted()
      return Bar(
        series: entry.series, y: groups[index].y + Self.gap / 2 + row * Self.barHeight,
        start: Self.spelled(tenths: ends[0]), width: Self.spelled(tenths: ends[1] - ends[0]),
        label: Self.spelled(entry.value), labelX: Self.spelled(tenths: ends[1] + 4))
    }
  }

  /// Where a dash for nothing stands.
  var labelOfNothingX: String { Self.spelled(tenths: x(0) + 4) }

  /// A value of -1…1 in units from the drawing's left side.
  private func x(_ value: Double) -> Double {
    let span = highest - lowest
    return Double(left) + Double(right - left) * (span > 0 ? (value - lowest) / span : 0)
  }

  /// The names of the series in lines; nothing where there is only one series.
  private static func legend(_ names: [String]) -> [(x: Int, y: Int, text: String)] {
    guard names.count > 1 else { return [] }
    var places: [(x: Int, y: Int, text: String)] = []
    var (x, y) = (1, 1)
    for name in names {
      let text = shortened(name.onOneLine, to: widestName)
      let width = 17 + units([text]) + 14
      if x > 1, x + width > Self.width { (x, y) = (1, y + 20) }
      places.append((x, y, text))
      x += width
    }
    return places
  }

  // MARK: Text

  /// Width of the widest text; half a character's width a column.
  private static func units(_ texts: [String]) -> Int {
    (texts.map(DisplayWidth.columns).max() ?? 0) * fontSize / 2
  }

  private static func shortened(_ text: String, to columns: Int) -> String {
    if text.utf8.count <= columns || DisplayWidth.columns(of: text) <= columns { return text }
    var short = ""
    var width = 2
    for character in text {
      width += DisplayWidth.columns(of: String(character))
      if width > columns { break }
      short.append(character)
    }
    return short + "…"
  }

  /// Three decimals at most, none where it has none.
  static func spelled(_ value: Double) -> String {
    guard value.magnitude < 1e16 else { return "\(value)" }
    let rounded = (value * 1000).rounded() / 1000
    if rounded == 0 { return value == 0 ? "0" : "\(value)" }
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func spelled(tenths value: Double) -> String {
    spelled((value * 10).rounded() / 10)
  }
}
