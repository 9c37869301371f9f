import BriefingModel
import Packaging

/// A bar chart and the workbook with its data, which Word opens when an editor changes them.
///
/// Series differ in greys that stay apart in black and white.
struct DOCXChart {
  private let chart: Chart
  private static let fills = ["595959", "BFBFBF", "262626", "8C8C8C", "F2F2F2", "737373"]

  init(_ chart: Chart) {
    self.chart = chart
  }

  /// An entry of the package with its media type; relations have none of their own.
  struct Entry {
    var name: String
    var type: String?
    var bytes: [UInt8]
  }

  /// The chart, its workbook and what ties them, with the characters that had to be left out.
  func entries(named name: String) throws(WriteError) -> (entries: [Entry], dropped: Int) {
    let part = try part()
    let format = "application/vnd.openxmlformats-officedocument."
    let entries = [
      Entry(name: "word/charts/\(name).xml", type: format + "drawingml.chart+xml", bytes: part.bytes),
      Entry(name: "word/charts/_rels/\(name).xml.rels", type: nil, bytes: try relations(to: name).bytes),
      Entry(
        name: "word/embeddings/\(name).xlsx", type: format + "spreadsheetml.sheet",
        bytes: try DOCXWorkbook(chart).bytes()),
    ]
    return (entries, part.dropped)
  }

  private func relations(to name: String) throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_chart_rels_xml, name: "docx-chart-rels.xml", marks: ["<?jianbao workbook?>"])
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      try xml.element(
        "Relationship",
        [
          "Id": "workbook",
          "Type": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package",
          "Target": "../embeddings/\(name).xlsx",
        ])
    }
  }

  private func part() throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_chart_xml, name: "docx-chart.xml",
      marks: [
        "<?jianbao title?>", "<?jianbao grouping?>", "<?jianbao series?>", "<?jianbao overlap?>",
        "<?jianbao unit?>", "<?jianbao legend?>",
      ])
    return try DOCXPart(template) { mark, xml throws(PackagingError) in
      switch mark {
      case 0: try writeTitle(chart.title, size: "1400", font: "黑体", to: &xml)
      case 1: try xml.element("c:grouping", ["val": chart.isStacked ? "stacked" : "clustered"])
      case 2: for index in chart.series.indices { try writeSeries(index, to: &xml) }
      case 3: if chart.isStacked { try xml.element("c:overlap", ["val": "100"]) }
      case 4:
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
    try writeTexts([series.name], cells: DOCXWorkbook.cells(column: index + 1, rows: 0...0), to: &xml)
    try xml.end()
    try writeFill(Self.fills[index % Self.fills.count], to: &xml)
    try xml.element("c:invertIfNegative", ["val": "0"])
    let rows = 1...max(1, chart.categories.count)
    try xml.start("c:cat")
    try writeTexts(chart.categories, cells: DOCXWorkbook.cells(column: 0, rows: rows), to: &xml)
    try xml.end()
    try xml.start("c:val")
    try writeValues(series, cells: DOCXWorkbook.cells(column: index + 1, rows: rows), to: &xml)
    try xml.end()
    try xml.end()
  }

  /// The words of cells, kept beside the reference for programs that do not open the workbook.
  private func writeTexts(_ texts: [String], cells: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("c:strRef")
    try xml.element("c:f", text: cells)
    try xml.start("c:strCache")
    try xml.element("c:ptCount", ["val": "\(texts.count)"])
    for (place, text) in texts.enumerated() { try writePoint(place, text, to: &xml) }
    try xml.end()
    try xml.end()
  }

  private func writeValues(
    _ series: Chart.Series, cells: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("c:numRef")
    try xml.element("c:f", text: cells)
    try xml.start("c:numCache")
    try xml.element("c:formatCode", text: "General")
    try xml.element("c:ptCount", ["val": "\(chart.categories.count)"])
    for (place, value) in series.values.prefix(chart.categories.count).enumerated() {
      if let value, value.isFinite { try writePoint(place, Self.spelled(value), to: &xml) }
    }
    try xml.end()
    try xml.end()
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
  static func spelled(_ value: Double) -> String {
    let digits = "\(value)"
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}

extension DOCXBody {
  /// The drawing that shows a chart, as wide as the type area; in words only where there is nothing to draw.
  mutating func write(
    _ chart: Chart, keepsNext: Bool, to xml: inout XMLWriter
  ) throws(PackagingError) {
    if chart.categories.isEmpty || chart.series.isEmpty {
      try paragraph("Caption", chart.title, to: &xml)
      return try paragraph("BodyText", chart.alternative, to: &xml)
    }
    charts.append(chart)
    try xml.startParagraph("Figure", keepsNext: keepsNext)
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
