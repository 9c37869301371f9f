import BriefingModel

/// The comparable figures as bars: one unit, at most eight objects, each county one number an object.
///
/// Two numbers of one county for one object (党员 1064名、3667名) are a choice that nobody here can make, so that
/// object stays in the table.
struct FiguresChart {
  private static let mostObjects = 8

  private struct Bars {
    var object: String
    var unit: String
    /// One for each county.
    var figures: [Figure?]
    var values: [Double?]
  }

  private let counties: [County]
  private let bars: [Bars]

  init(_ comparison: Comparison) {
    counties = comparison.counties
    let all = comparison.figures.compactMap(Self.bars)
    let sizes = Dictionary(grouping: all, by: \.unit).mapValues(\.count)
    // Of units with as many objects the one that comes first.
    let unit = all.map(\.unit).reduce(nil as String?) { best, unit in
      guard let best else { return unit }
      return (sizes[unit] ?? 0) > (sizes[best] ?? 0) ? unit : best
    }
    bars = Array(all.filter { $0.unit == unit }.prefix(Self.mostObjects))
  }

  private static func bars(_ figures: ComparableFigures) -> Bars? {
    guard figures.cells.allSatisfy({ $0.count < 2 }) else { return nil }
    let single = figures.cells.map { $0.first?.figure }
    let values = single.map { figure in
      figure.flatMap { $0.upper == nil ? $0.value.flatMap { Double($0.description) } : nil }
    }
    guard values.filter({ $0 != nil }).count > 1 else { return nil }
    return Bars(object: figures.object, unit: figures.unit, figures: single, values: values)
  }

  /// `nil` where no two counties can be compared.
  var chart: Chart? {
    guard let first = bars.first else { return nil }
    let most = bars.flatMap(\.values).compactMap { $0 }.max() ?? 0
    // 元 with many noughts are read as 万元.
    let scale = first.unit == "元" && most >= 100_000 ? 10_000.0 : 1
    let series = counties.indices.filter { county in bars.contains { $0.values[county] != nil } }
      .map { county in
        Chart.Series(
          name: counties[county].name, values: bars.map { $0.values[county].map { $0 / scale } })
      }
    return Chart(
      title: "可比数字", categories: bars.map(\.object), series: series,
      unit: (scale > 1 ? "万" : "") + first.unit, alternative: "柱形图。" + words)
  }

  /// 党组织：泗水县118个、金乡县225个；…, as printed.
  private var words: String {
    bars.map { bar in
      let parts = zip(counties, bar.figures).compactMap { county, figure in
        figure.map { county.name + $0.text }
      }
      return bar.object + "：" + parts.joined(separator: "、")
    }.joined(separator: "；") + "。"
  }
}
