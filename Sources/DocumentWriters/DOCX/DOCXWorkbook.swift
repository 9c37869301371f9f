import BriefingModel
import Packaging

/// The spreadsheet behind a chart (ECMA-376 part 1 §18), so that an editor can change its data in Word:
/// categories in column A, a column for each series, names in row 1.
struct DOCXWorkbook {
  static let sheet = "Sheet1"
  private let chart: Chart

  init(_ chart: Chart) {
    self.chart = chart
  }

  func bytes() throws(WriteError) -> [UInt8] {
    let template = try Template(
      PackageResources.xlsx_sheet_xml, name: "xlsx-sheet.xml", marks: ["<?jianbao rows?>"])
    let sheet = try DOCXPart(template) { _, xml throws(PackagingError) in try writeRows(to: &xml) }
    do {
      var zip = ZIPWriter()
      try zip.add("[Content_Types].xml", PackageResources.xlsx_content_types_xml, isStored: true)
      try zip.add("_rels/.rels", PackageResources.xlsx_rels_xml, isStored: true)
      try zip.add("xl/workbook.xml", PackageResources.xlsx_workbook_xml, isStored: true)
      try zip.add("xl/_rels/workbook.xml.rels", PackageResources.xlsx_workbook_rels_xml, isStored: true)
      try zip.add("xl/worksheets/sheet1.xml", sheet.bytes, isStored: true)
      return try zip.finish()
    } catch {
      throw WriteError(error)
    }
  }

  /// `Sheet1!$B$2:$B$4`; column 0 holds the categories, row 0 the series' names.
  static func cells(column: Int, rows: ClosedRange<Int>) -> String {
    let name = letters(column)
    let first = "\(sheet)!$\(name)$\(rows.lowerBound + 1)"
    return rows.count == 1 ? first : "\(first):$\(name)$\(rows.upperBound + 1)"
  }

  /// A, B … Z, AA.
  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  private func writeRows(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("row", ["r": "1"])
    for (column, series) in chart.series.enumerated() {
      try writeText(series.name, "\(Self.letters(column + 1))1", to: &xml)
    }
    try xml.end()
    for (place, category) in chart.categories.enumerated() {
      let row = place + 2
      try xml.start("row", ["r": "\(row)"])
      try writeText(category, "A\(row)", to: &xml)
      for (column, series) in chart.series.enumerated() {
        guard place < series.values.count, let value = series.values[place], value.isFinite else { continue }
        try xml.start("c", ["r": "\(Self.letters(column + 1))\(row)"])
        try xml.element("v", text: DOCXChart.spelled(value))
        try xml.end()
      }
      try xml.end()
    }
  }

  private func writeText(_ text: String, _ cell: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("c", ["r": cell, "t": "inlineStr"])
    try xml.start("is")
    try xml.element("t", text: text)
    try xml.end()
    try xml.end()
  }
}
