import BriefingModel

/// How many measures each county gives to each theme: a table of themes and counties, and a chart of it.
///
/// These numbers are counts of ours and stand in no source; so they stand here only, and in no sentence.
struct ThemeCounts {
  /// More counties than this stand below each other, their themes side by side.
  private static let mostColumns = 8
  /// More counties cannot be told apart in a bar.
  private static let mostSeries = 6

  private let counties: [County]
  /// The most frequent first.
  let themes: [String]
  /// Theme by theme, a number for each county.
  let counts: [[Int]]

  /// Each measure counts once, under its main theme, in however many rows it stands.
  init(_ comparison: Comparison) {
    counties = comparison.counties
    var seen: [Set<Place>] = Array(repeating: [], count: counties.count)
    var order: [String] = []
    var counts: [String: [Int]] = [:]
    for cells in comparison.rows.map(\.cells) + [comparison.unpaired] {
      for (county, references) in cells.enumerated() {
        for reference in references where seen[county].insert(Place(reference)).inserted {
          let theme = reference.theme.isEmpty ? "其他" : reference.theme
          if counts[theme] == nil { order.append(theme) }
          counts[theme, default: Array(repeating: 0, count: counties.count)][county] += 1
        }
      }
    }
    let totals = counts.mapValues { $0.reduce(0, +) }
    let ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    themes = order.sorted {
      let (a, b) = (totals[$0] ?? 0, totals[$1] ?? 0)
      return a != b ? a > b : (ranks[$0] ?? 0) < (ranks[$1] ?? 0)
    }
    self.counts = themes.map { counts[$0] ?? [] }
  }

  private struct Place: Hashable {
    let article: String
    let number: String

    init(_ reference: MeasureReference) {
      article = reference.article
      number = reference.number
    }
  }

  /// One theme is nothing to compare.
  var blocks: [Block] { themes.count > 1 ? [.table(table), .chart(chart)] : [] }

  var table: Table {
    let isTall = counties.count > Self.mostColumns
    let grid = isTall ? counties.indices.map { county in counts.map { $0[county] } } : counts
    let labels = isTall ? counties.map(\.name) : themes
    let most = Double(grid.joined().max() ?? 1)
    return Table(
      caption: "各县市做法主题分布（条）",
      header: [isTall ? "县名" : "主题"] + (isTall ? themes : counties.map(\.name)),
      rows: zip(labels, grid).map { label, row in [Cell(label)] + row.map { Cell($0 == 0 ? "—" : "\($0)") } },
      widths: [5] + Array(repeating: 4, count: grid.first?.count ?? 0),
      shades: grid.map { row in [0] + row.map { Double($0) / max(most, 1) } },
      alternative: "各县市在每个主题下有几条做法，底色越深条数越多。" + words)
  }

  var chart: Chart {
    let isWide = counties.count > Self.mostSeries
    let series =
      isWide
      ? [Chart.Series(name: "做法", values: counts.map { Double($0.reduce(0, +)) })]
      : counties.indices.map { county in
        Chart.Series(
          name: counties[county].name, values: counts.map { $0[county] == 0 ? nil : Double($0[county]) })
      }
    return Chart(
      title: "各主题做法数量", categories: themes, series: series, unit: "条", alternative: "柱形图。" + words,
      isStacked: !isWide)
  }

  /// 组织体系：泗水县2条、金乡县6条；….
  private var words: String {
    zip(themes, counts).map { theme, row in
      let parts = zip(counties, row).filter { $0.1 > 0 }.map { "\($0.0.name)\($0.1)条" }
      return theme + "：" + parts.joined(separator: "、")
    }.joined(separator: "；") + "。"
  }
}
