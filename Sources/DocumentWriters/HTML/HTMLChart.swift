import BriefingModel
import Packaging

/// A chart as a drawing within the page: for each category a group of lying bars, one for each series.
///
/// Bars lie because Chinese names stand level beside them; they differ by pattern, so that they do without colour.
struct HTMLChart {
  private let chart: Chart
  private let id: String
  private let layout: HTMLChartLayout

  init(_ chart: Chart, number: Int) {
    self.chart = chart
    id = "chart-\(number)"
    layout = HTMLChartLayout(chart)
  }

  func write(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("figure")
    try xml.text("\n")
    try xml.start(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(HTMLChartLayout.width) \(layout.height)",
        "role": "img", "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-alternative",
        "font-size": "\(HTMLChartLayout.fontSize)",
      ])
    try xml.text("\n")
    try xml.element("title", ["id": id + "-title"], text: chart.title.onOneLine)
    try xml.element("desc", ["id": id + "-alternative"], text: chart.alternative.onOneLine)
    try xml.text("\n")
    try writePatterns(to: &xml)
    try writeLegend(to: &xml)
    for index in chart.categories.indices { try writeCategory(index, to: &xml) }
    try writeAxis(to: &xml)
    try xml.end()
    try xml.text("\n")
    let unit = chart.unit.isEmpty ? "" : "（单位：\(chart.unit)）"
    try xml.html("figcaption", text: chart.title + unit)
    try xml.text("\n")
    try xml.endBlock()
  }

  // MARK: Parts

  private func writePatterns(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("defs")
    for (index, fill) in HTMLChartFill.all.prefix(chart.series.count).enumerated() {
      try fill.write("\(id)-fill-\(index + 1)", to: &xml)
    }
    try xml.end()
    try xml.text("\n")
  }

  private func fill(_ series: Int) -> String {
    "url(#\(id)-fill-\(series % HTMLChartFill.all.count + 1))"
  }

  private func writeLegend(to xml: inout XMLWriter) throws(PackagingError) {
    for (series, place) in layout.legend.enumerated() {
      try xml.element(
        "rect",
        [
          "x": "\(place.x)", "y": "\(place.y)", "width": "12", "height": "12", "fill": fill(series),
          "stroke": "#000",
        ])
      try xml.element("text", ["x": "\(place.x + 17)", "y": "\(place.y + 11)"], text: place.text)
      try xml.text("\n")
    }
  }

  private func writeCategory(_ index: Int, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("g")
    let full = chart.categories[index].onOneLine
    let label = layout.label(full)
    if label != full { try xml.element("title", text: full) }
    let middle = "\(layout.middle(ofCategory: index))"
    try xml.element("text", ["x": "\(layout.left - 6)", "y": middle, "text-anchor": "end"], text: label)
    let bars = layout.bars(ofCategory: index)
    if bars.isEmpty { try xml.element("text", ["x": layout.labelOfNothingX, "y": middle], text: "—") }
    for bar in bars { try write(bar, to: &xml) }
    try xml.end()
    try xml.text("\n")
  }

  private func write(_ bar: HTMLChartLayout.Bar, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.element(
      "rect",
      [
        "x": bar.start, "y": "\(bar.y)", "width": bar.width, "height": "\(HTMLChartLayout.barHeight)",
        "fill": fill(bar.series), "stroke": "#000",
      ])
    try xml.element("text", ["x": bar.labelX, "y": "\(bar.y + 12)"], text: bar.label)
  }

  private func writeAxis(to xml: inout XMLWriter) throws(PackagingError) {
    if chart.categories.isEmpty { return }
    try xml.element(
      "line",
      [
        "x1": layout.zero, "x2": layout.zero, "y1": "\(layout.top)", "y2": "\(layout.height)",
        "stroke": "#000",
      ])
    try xml.text("\n")
  }
}

/// How the bars of a series are filled: grey or a pattern that stays apart from the others in black and white.
struct HTMLChartFill {
  /// Background, and lines of a tile of 6 × 6 units.
  let ground: String
  let lines: String

  static let all = [
    HTMLChartFill(ground: "#555", lines: ""),
    HTMLChartFill(ground: "#fff", lines: "M-1 1L1 -1M0 6L6 0M5 7L7 5"),
    HTMLChartFill(ground: "#ccc", lines: ""),
    HTMLChartFill(ground: "#fff", lines: "M3 0V6"),
    HTMLChartFill(ground: "#fff", lines: "M0 0L6 6M0 6L6 0"),
    HTMLChartFill(ground: "#fff", lines: "M0 3H6"),
  ]

  func write(_ id: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start(
      "pattern", ["id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"])
    try xml.element("rect", ["width": "6", "height": "6", "fill": ground])
    if !lines.isEmpty { try xml.element("path", ["d": lines, "stroke": "#000"]) }
    try xml.end()
  }
}
