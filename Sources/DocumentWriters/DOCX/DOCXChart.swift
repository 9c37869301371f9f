import BriefingModel
import Packaging

/// The part of a bar chart, with its data as literals: no workbook is embedded, so Word shows it but cannot edit its data.
///
/// Series differ in greys that stay apart in black and white.
struct DOCXChart {
  private let chart: Chart
  private static let fills = ["595959", "BFBFBF", "262626", "8C8C8C", "F2F2F2", "737373"]

  init(_ chart: Chart) {
    self.chart = chart
  }

  func part() throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_chart_xml, name: "docx-chart.xml",
      marks: ["<?jianbao title?>", "<?jianbao series?>", "<?jianbao unit?>", "<?jianbao legend?>"])
    return try DOCXPart(template) { mark, xml throws(PackagingError) in
      switch mark {
      case 0: try writeTitle(chart.title, size: "1400", font: "黑体", to: &xml)
      case 1: for index in chart.series.indices { try writeSeries(index, to: &xml) }
      case 2:
        if !chart.unit.isEmpty {
          try writeTitle("单位：" + chart.unit, size: "1050", font: "仿宋_GB2312", to: &xml)
        }
      default: if chart.series.count > 1 { try writeLegend(to: &xml) }
      }
    }
  }

  private func writeTitle(
    _ text: String, size: String, font: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("c:title")
    try xml.start("c:tx")
    try xml.start("c:rich")
    try xml.element("a:bodyPr")
    try xml.start("a:p")
    try xml.start("a:r")
    try xml.start("a:rPr", ["lang": "zh-CN", "sz": size, "b": "0"])
    try xml.element("a:latin", ["typeface": font])
    try xml.element("a:ea", ["typeface": font])
    try xml.end()
    try xml.element("a:t", text: text)
    for _ in 0..<4 { try xml.end() }
    try xml.element("c:overlay", ["val": "0"])
    try xml.end()
  }

  private func writeSeries(_ index: Int, to xml: inout XMLWriter) throws(PackagingError) {
    let series = chart.series[index]
    try xml.start("c:ser")
    try xml.element("c:idx", ["val": "\(index)"])
    try xml.element("c:order", ["val": "\(index)"])
    try xml.start("c:tx")
    try xml.element("c:v", text: series.name)
    try xml.end()
    try writeFill(Self.fills[index % Self.fills.count], to: &xml)
    try xml.element("c:invertIfNegative", ["val": "0"])
    try xml.start("c:cat")
    try xml.start("c:strLit")
    try xml.element("c:ptCount", ["val": "\(chart.categories.count)"])
    for (place, category) in chart.categories.enumerated() { try writePoint(place, category, to: &xml) }
    try xml.end()
    try xml.end()
    try xml.start("c:val")
    try xml.start("c:numLit")
    try xml.element("c:formatCode", text: "General")
    try xml.element("c:ptCount", ["val": "\(chart.categories.count)"])
    for (place, value) in series.values.prefix(chart.categories.count).enumerated() {
      if let value, value.isFinite { try writePoint(place, spelled(value), to: &xml) }
    }
    for _ in 0..<3 { try xml.end() }
  }

  private func writeFill(_ fill: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("c:spPr")
    try xml.start("a:solidFill")
    try xml.element("a:srgbClr", ["val": fill])
    try xml.end()
    try xml.start("a:ln", ["w": "6350"])
    try xml.start("a:solidFill")
    try xml.element("a:srgbClr", ["val": "000000"])
    for _ in 0..<3 { try xml.end() }
  }

  private func writePoint(_ place: Int, _ value: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("c:pt", ["idx": "\(place)"])
    try xml.element("c:v", text: value)
    try xml.end()
  }

  private func writeLegend(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("c:legend")
    try xml.element("c:legendPos", ["val": "b"])
    try xml.element("c:overlay", ["val": "0"])
    try xml.end()
  }

  /// 3 rather than 3.0.
  private func spelled(_ value: Double) -> String {
    let digits = "\(value)"
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}

extension DOCXBody {
  /// The drawing that shows a chart, as wide as the type area; in words only where there is nothing to draw.
  mutating func write(_ chart: Chart, to xml: inout XMLWriter) throws(PackagingError) {
    if chart.categories.isEmpty || chart.series.isEmpty {
      try paragraph("Caption", chart.title, to: &xml)
      return try paragraph("BodyText", chart.alternative, to: &xml)
    }
    charts.append(chart)
    try xml.startParagraph("Figure")
    try xml.start("w:r")
    try xml.start("w:drawing")
    try xml.start("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"])
    // 635 EMU a twip; 8 cm high.
    try xml.element("wp:extent", ["cx": "\(typeArea * 635)", "cy": "2880000"])
    try xml.element(
      "wp:docPr",
      ["id": "\(charts.count)", "name": "图\(charts.count)", "descr": chart.alternative, "title": chart.title])
    try xml.element("wp:cNvGraphicFramePr")
    try xml.start("a:graphic")
    try xml.start("a:graphicData", ["uri": "http://schemas.openxmlformats.org/drawingml/2006/chart"])
    try xml.element("c:chart", ["r:id": "chart\(charts.count)"])
    for _ in 0..<6 { try xml.end() }
  }
}
