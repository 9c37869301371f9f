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
    var y: Int
    /// `nil` where there is no value.
    var length: (start: String, width: String)?
    var label: String
    var labelX: String
  }

  let legend: [(x: Int, y: Int, text: String)]
  /// The legend's lower end.
  let top: Int
  /// Where the labels of the categories end and bars may begin.
  let left: Int
  private let right: Int
  private let series: [[Double?]]
  private let categories: Int
  /// The largest value without its sign.
  private let scale: Double
  private let lowest: Double
  private let highest: Double

  init(_ chart: Chart) {
    categories = chart.categories.count
    series = chart.series.map { $0.values.map { value in value.flatMap { $0.isFinite ? $0 : nil } } }
    legend = Self.legend(chart.series.map(\.name))
    top = legend.last.map { $0.y + 24 } ?? 0
    let labels = chart.categories.map { Self.shortened($0.onOneLine, to: Self.widestLabel) }
    left = 8 + Self.units(labels)
    let values = series.flatMap { $0.prefix(chart.categories.count) }.compactMap { $0 }
    right = Self.width - 8 - Self.units(values.map { Self.spelled($0) })
    let largest = values.map(\.magnitude).max() ?? 0
    let scale = largest > 0 ? largest : 1
    self.scale = scale
    lowest = min(0, (values.min() ?? 0) / scale)
    highest = max(0, (values.max() ?? 0) / scale)
  }

  private var group: Int { max(1, series.count) * Self.barHeight + Self.gap }

  var height: Int { top + categories * group + Self.gap / 2 }

  /// Where the value 0 stands.
  var zero: String { Self.spelled(tenths: x(0)) }

  func label(_ category: String) -> String { Self.shortened(category, to: Self.widestLabel) }

  func middle(ofCategory index: Int) -> String {
    "\(top + index * group + group / 2 + 5)"
  }

  func bar(_ category: Int, _ index: Int) -> Bar {
    let y = top + category * group + Self.gap / 2 + index * Self.barHeight
    let value = category < series[index].count ? series[index][category] : nil
    guard let value else { return Bar(y: y, length: nil, label: "—", labelX: Self.spelled(tenths: x(0) + 4)) }
    let ends = [x(0), x(value / scale)].sorted()
    return Bar(
      y: y, length: (Self.spelled(tenths: ends[0]), Self.spelled(tenths: ends[1] - ends[0])),
      label: Self.spelled(value), labelX: Self.spelled(tenths: ends[1] + 4))
  }

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
