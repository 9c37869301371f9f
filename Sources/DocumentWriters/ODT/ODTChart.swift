import BriefingModel
import Packaging

/// A chart as an object of its own within the document, with its numbers in a table, so that a double click edits it.
///
/// It is drawn in greys with black outlines: briefings are printed in black and white.
struct ODTChart {
  let chart: Chart
  let width: String
  let height: String

  /// Fills in `odt-chart.xml`, dark beside light.
  private static let fills = 6
  /// With more categories their names stand aslant.
  private static let mostUpright = 8

  /// Nothing to draw: no categories, no series or no number.
  static func isEmpty(_ chart: Chart) -> Bool {
    chart.categories.isEmpty || !chart.series.contains { $0.values.contains { $0?.isFinite == true } }
  }

  func write(_ template: Template) throws(PackagingError) -> (bytes: [UInt8], dropped: Int) {
    var xml = try XMLWriter()
    try xml.markup(template.parts[0])
    try xml.start(
      "chart:chart",
      ["svg:width": width, "svg:height": height, "chart:class": "chart:bar", "chart:style-name": "Chart"])
    if chart.series.count > 1 {
      try xml.element(
        "chart:legend",
        ["chart:legend-position": "bottom", "style:legend-expansion": "wide", "chart:style-name": "Legend"])
    }
    try writePlotArea(to: &xml)
    try writeTable(to: &xml)
    try xml.end()
    try xml.markup(template.parts[1])
    return (try xml.finish(), xml.droppedCharacters)
  }

  private func writePlotArea(to xml: inout XMLWriter) throws(PackagingError) {
    let last = chart.categories.count + 1
    try xml.start(
      "chart:plot-area",
      [
        "chart:style-name": chart.isStacked ? "Plot.Stacked" : "Plot",
        "table:cell-range-address": "local-table.$A$1:.$\(Self.column(chart.series.count))$\(last)",
        "chart:data-source-has-labels": "both",
      ])
    try xml.start(
      "chart:axis",
      [
        "chart:dimension": "x", "chart:name": "primary-x",
        "chart:style-name": chart.categories.count > Self.mostUpright ? "Axis.X.Many" : "Axis.X",
      ])
    try xml.element("chart:categories", ["table:cell-range-address": "local-table.$A$2:.$A$\(last)"])
    try xml.end()
    try xml.start(
      "chart:axis", ["chart:dimension": "y", "chart:name": "primary-y", "chart:style-name": "Axis.Y"])
    if !chart.unit.isEmpty {
      try xml.start("chart:title", ["chart:style-name": "Axis.Title"])
      try xml.element("text:p", text: chart.unit)
      try xml.end()
    }
    try xml.element("chart:grid", ["chart:class": "major", "chart:style-name": "Axis.Grid"])
    try xml.end()
    for index in chart.series.indices {
      let column = Self.column(index + 1)
      let fill = index % Self.fills + 1
      try xml.element(
        "chart:series",
        [
          "chart:style-name": chart.isStacked ? "Stacked\(fill)" : "Series\(fill)",
          "chart:values-cell-range-address": "local-table.$\(column)$2:.$\(column)$\(last)",
          "chart:label-cell-address": "local-table.$\(column)$1", "chart:class": "chart:bar",
        ])
    }
    try xml.element("chart:wall", ["chart:style-name": "Wall"])
    try xml.end()
  }

  /// Categories down, series across.
  private func writeTable(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("table:table", ["table:name": "local-table"])
    try xml.start("table:table-header-columns")
    try xml.element("table:table-column")
    try xml.end()
    try xml.start("table:table-columns")
    try xml.element(
      "table:table-column", ["table:number-columns-repeated": "\(max(chart.series.count, 1))"])
    try xml.end()
    try xml.start("table:table-header-rows")
    try xml.start("table:table-row")
    for name in [""] + chart.series.map(\.name) { try writeCell(name, to: &xml) }
    try xml.end()
    try xml.end()
    try xml.start("table:table-rows")
    for (index, category) in chart.categories.enumerated() {
      try xml.start("table:table-row")
      try writeCell(category, to: &xml)
      for series in chart.series {
        try writeCell(index < series.values.count ? series.values[index] : nil, to: &xml)
      }
      try xml.end()
    }
    try xml.end()
    try xml.end()
  }

  private func writeCell(_ text: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("table:table-cell", ["office:value-type": "string"])
    try xml.element("text:p", text: text)
    try xml.end()
  }

  private func writeCell(_ value: Double?, to xml: inout XMLWriter) throws(PackagingError) {
    guard let value, value.isFinite else { return try xml.element("table:table-cell") }
    let spelled = abs(value) < 1e15 && value == value.rounded() ? "\(Int(value))" : "\(value)"
    try xml.start("table:table-cell", ["office:value-type": "float", "office:value": spelled])
    try xml.element("text:p", text: spelled)
    try xml.end()
  }

  /// A … Z, AA, AB …: 0 is the column of categories.
  static func column(_ index: Int) -> String {
    let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26))
    return (index < 26 ? "" : column(index / 26 - 1)) + String(Character(letter))
  }
}

extension ODTBody {
  var chartWidth: String { spelled(typeArea / 10) + "cm" }
  var chartHeight: String { isLandscape ? "7.6cm" : "8cm" }

  /// Caption and object; what it shows in words is its alternative text, and stands instead of a chart without
  /// numbers.
  mutating func write(
    _ chart: Chart, keepsNext: Bool, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try paragraph("Caption", chart.title, to: &xml)
    if ODTChart.isEmpty(chart) { return try paragraph("Text_20_body", chart.alternative, to: &xml) }
    charts.append(chart)
    try xml.start("text:p", ["text:style-name": keepsNext ? "Chart.Last" : "Chart"])
    try xml.start(
      "draw:frame",
      [
        "draw:style-name": "Chart.Frame", "draw:name": "Chart\(charts.count)",
        "text:anchor-type": "as-char", "svg:width": chartWidth, "svg:height": chartHeight,
        "draw:z-index": "0",
      ])
    try xml.element(
      "draw:object",
      [
        "xlink:href": "./Object \(charts.count)", "xlink:type": "simple", "xlink:show": "embed",
        "xlink:actuate": "onLoad",
      ])
    try xml.element("svg:title", text: chart.title)
    try xml.element("svg:desc", text: chart.alternative)
    try xml.end()
    try xml.end()
  }
}
