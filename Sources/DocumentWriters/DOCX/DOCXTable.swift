import BriefingModel
import Packaging

extension DOCXBody {
  /// Caption, header row (repeated on each page) and rows; a table without columns is its caption only.
  mutating func write(_ table: Table, caption: String, to xml: inout XMLWriter) throws(PackagingError) {
    try paragraph(caption, table.caption, to: &xml)
    let widths = widths(of: table)
    if widths.isEmpty { return }
    try xml.start("w:tbl")
    try writeProperties(of: table, to: &xml)
    try xml.start("w:tblGrid")
    for width in widths { try xml.element("w:gridCol", ["w:w": "\(width)"]) }
    try xml.end()
    if !table.header.isEmpty {
      try writeRow(table.header.map { Cell($0) }, shades: [], widths: widths, isHeader: true, to: &xml)
    }
    for (index, row) in table.rows.enumerated() {
      let shades = index < table.shades.count ? table.shades[index] : []
      try writeRow(row, shades: shades, widths: widths, isHeader: false, to: &xml)
    }
    try xml.end()
  }

  private func writeProperties(of table: Table, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("w:tblPr")
    try xml.element("w:tblStyle", ["w:val": "TableGrid"])
    try xml.element("w:tblW", ["w:w": "\(typeArea)", "w:type": "dxa"])
    try xml.element("w:tblLayout", ["w:type": "fixed"])
    try xml.element("w:tblLook", ["w:val": "0620", "w:firstRow": table.header.isEmpty ? "0" : "1"])
    try xml.element("w:tblCaption", ["w:val": table.caption])
    try xml.element(
      "w:tblDescription", ["w:val": table.alternative.isEmpty ? table.caption : table.alternative])
    try xml.end()
  }

  /// Cells of a shaded table are numbers but for the first, and stand in the middle.
  private mutating func writeRow(
    _ cells: [Cell], shades: [Double], widths: [Int], isHeader: Bool, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("w:tr")
    try xml.start("w:trPr")
    if !cells.mayBreak { try xml.element("w:cantSplit") }
    if isHeader { try xml.element("w:tblHeader") }
    try xml.end()
    for (column, width) in widths.enumerated() {
      try xml.start("w:tc")
      try xml.start("w:tcPr")
      try xml.element("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])
      if column < shades.count, let fill = fill(shades[column]) {
        try xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": fill])
      }
      try xml.end()
      let isCount = !shades.isEmpty && column > 0
      try xml.startParagraph(isHeader ? "TableHeading" : isCount ? "TableCount" : "TableText")
      if column < cells.count { try write(cells[column].text, to: &xml) }
      try xml.end()
      try xml.end()
    }
    try xml.end()
  }

  /// A grey from near white down to B3B3B3, on which black print keeps a contrast of 10 : 1.
  private func fill(_ shade: Double) -> String? {
    guard shade > 0 else { return nil }
    let byte = 255 - Int(min(shade, 1) * 76)
    let digits = Array("0123456789ABCDEF")
    let pair = String([digits[byte / 16], digits[byte % 16]])
    return pair + pair + pair
  }

  /// Twips of each column, together the type area: in the ratio asked for, 1 where none is given, 1000 at most.
  private func widths(of table: Table) -> [Int] {
    let columns = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    let parts = (0..<columns).map { $0 < table.widths.count ? min(max(1, table.widths[$0]), 1000) : 1 }
    let total = max(parts.reduce(0, +), 1)
    var edge = 0
    var widths: [Int] = []
    var sum = 0
    for part in parts {
      sum += part
      let next = typeArea * sum / total
      widths.append(next - edge)
      edge = next
    }
    return widths
  }
}
