import BriefingModel
import Packaging

extension ODTBody {
  /// Width of the type area in millimetres (GB/T 9704-2012 5.2.1).
  var typeArea: Double { layout.typeWidth(isLandscape: isLandscape) }

  /// A column style for each column of each table: `T1.C1`, with the width the briefing asks for.
  func writeColumnStyles(to xml: inout XMLWriter) throws(PackagingError) {
    var number = 0
    for case .table(let table) in briefing.blocks {
      number += 1
      let widths = widths(of: table)
      let total = max(widths.reduce(0, +), 1)
      for (column, width) in widths.enumerated() {
        let tenths = Int(typeArea * 10) * width / total
        try xml.start(
          "style:style",
          ["style:name": "T\(number).C\(column + 1)", "style:family": "table-column"])
        try xml.element(
          "style:table-column-properties",
          [
            "style:column-width": "\(tenths / 10).\(tenths % 10)mm",
            "style:rel-column-width": "\(tenths * 10)*",
          ])
        try xml.end()
      }
    }
  }

  /// Caption, header row (repeated on each page) and rows; a table without columns is its caption only.
  mutating func write(
    _ table: Table, caption: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    tables += 1
    let columns = widths(of: table).count
    try paragraph(caption, table.caption, to: &xml)
    if columns == 0 { return }
    try xml.start(
      "table:table",
      ["table:name": "Table\(tables)", "table:style-name": tableStyle(table)])
    try xml.element("table:title", text: table.caption)
    if !table.alternative.isEmpty { try xml.element("table:desc", text: table.alternative) }
    for column in 1...columns {
      try xml.element("table:table-column", ["table:style-name": "T\(tables).C\(column)"])
    }
    if !table.header.isEmpty {
      try xml.start("table:table-header-rows")
      try writeRow(table.header.map { Cell($0) }, columns: columns, style: .heading, to: &xml)
      try xml.end()
    }
    for (index, row) in table.rows.enumerated() {
      let shades = index < table.shades.count ? table.shades[index] : []
      try writeRow(row, columns: columns, style: .contents, shades: shades, to: &xml)
    }
    if table.header.isEmpty, table.rows.isEmpty {
      try writeRow([], columns: columns, style: .contents, to: &xml)
    }
    try xml.end()
  }

  /// Cells of a shaded table are numbers but for the first, and stand in the middle.
  private mutating func writeRow(
    _ cells: [Cell], columns: Int, style: CellText, shades: [Double] = [], to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("table:table-row", ["table:style-name": cells.mayBreak ? "Grid.Row.Long" : "Grid.Row"])
    for column in 0..<columns {
      let cell = shades.indices.contains(column) ? cellStyle(shades[column]) : "Grid.Cell"
      try xml.start("table:table-cell", ["table:style-name": cell, "office:value-type": "string"])
      let style = !shades.isEmpty && column > 0 ? .count : style
      try xml.start("text:p", ["text:style-name": name(of: style)])
      if column < cells.count { try write(cells[column].text, to: &xml) }
      try xml.end()
      try xml.end()
    }
    try xml.end()
  }

  private enum CellText: String {
    case heading = "Heading"
    case contents = "Contents"
    case count = "Count"
  }

  /// Tables on a page on its side have many columns and smaller words.
  private func name(of style: CellText) -> String {
    (isLandscape ? "Compact_20_" : "Table_20_") + style.rawValue
  }

  /// A table that surely fits on a page is not broken.
  private func tableStyle(_ table: Table) -> String {
    let length = table.rows.joined().reduce(0) { $0 + $1.words.utf8.count }
    let isShort = table.rows.count <= 16 && length < 1200
    return isShort
      ? (isLandscape ? "Landscape.Whole" : "Grid.Whole") : (isLandscape ? "Landscape.Grid" : "Grid")
  }

  /// One of five greys; none at all for 0.
  private func cellStyle(_ shade: Double) -> String {
    guard shade > 0 else { return "Grid.Cell" }
    return "Grid.Shade\(Int((min(shade, 1) * 5).rounded(.up)))"
  }

  /// One width for each column that the header or a row has: 1 where none is given, 1000 at most.
  private func widths(of table: Table) -> [Int] {
    let cells = table.rows.map(\.count).max() ?? 0
    let columns = max(table.header.count, cells)
    return (0..<columns).map { $0 < table.widths.count ? min(max(1, table.widths[$0]), 1000) : 1 }
  }
}

extension [Cell] {
  /// Whether the row is so high that a page would be left half empty if it had to stay whole.
  var mayBreak: Bool { contains { $0.words.utf8.count > 600 } }
}

extension Block {
  var isTable: Bool { if case .table = self { true } else { false } }
  fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
}

extension [Block] {
  /// Whether a block stands alone between a heading and a table.
  func introducesTable(at index: Int) -> Bool {
    index > 0 && index + 1 < count && self[index - 1].isHeading && self[index + 1].isTable
  }
}
