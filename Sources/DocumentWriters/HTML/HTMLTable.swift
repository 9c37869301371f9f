import BriefingModel
import Packaging

extension HTMLBody {
  /// Caption, header row (repeated on each printed page) and rows, in a box that scrolls sideways on a narrow
  /// screen.
  mutating func write(_ table: Table, to xml: inout XMLWriter) throws(PackagingError) {
    tables += 1
    let id = "table-\(tables)"
    let columns = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    let isCommented = try startCommented(table.rows.joined().flatMap(\.text), to: &xml)
    try xml.start(
      "div", ["class": "table", "role": "region", "tabindex": "0", "aria-labelledby": id + "-caption"])
    try xml.text("\n")
    try writeAlternative(of: table, id, to: &xml)
    try xml.start("table", ["style": "min-width:\(leastWidth(of: table, columns: columns))em"])
    if !table.alternative.isEmpty { try xml.attribute("aria-describedby", id + "-alternative") }
    try xml.text("\n")
    try xml.html("caption", ["id": id + "-caption"], text: table.caption)
    try xml.text("\n")
    try writeColumns(of: table, count: columns, to: &xml)
    try writeHeader(of: table, columns: columns, to: &xml)
    try xml.start("tbody")
    try xml.text("\n")
    for (index, row) in table.rows.enumerated() {
      let shades = index < table.shades.count ? table.shades[index] : []
      try writeRow(row, columns: columns, shades: shades, hasRowHeaders: !table.shades.isEmpty, to: &xml)
    }
    try xml.endBlock()
    try xml.endBlock()
    try xml.endBlock()
    if isCommented { try endCommented(to: &xml) }
  }

  private func writeAlternative(
    of table: Table, _ id: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    if table.alternative.isEmpty { return }
    try xml.html("p", ["id": id + "-alternative", "class": "unseen"], text: table.alternative)
    try xml.text("\n")
  }

  /// The widths as parts of a hundred: 1 where none is given, 1000 at most.
  private func writeColumns(
    of table: Table, count: Int, to xml: inout XMLWriter
  ) throws(PackagingError) {
    if count == 0 { return }
    let widths = (0..<count).map { $0 < table.widths.count ? min(max(1, table.widths[$0]), 1000) : 1 }
    let total = widths.reduce(0, +)
    try xml.start("colgroup")
    for width in widths {
      let tenths = 1000 * width / total
      try xml.element("col", ["style": "width:\(tenths / 10).\(tenths % 10)%"])
    }
    try xml.endBlock()
  }

  /// Characters across, below which the table scrolls: nine for a column, fewer where its longest text is shorter,
  /// and one for the cell's edges; but never so many that it scrolls on a wide screen.
  private func leastWidth(of table: Table, columns: Int) -> Int {
    var longest = Array(repeating: 0, count: columns)
    for row in [table.header] + table.rows.map({ $0.map(\.words) }) {
      for (column, cell) in row.enumerated() where longest[column] < 18 {
        longest[column] = max(longest[column], min(DisplayWidth.columns(of: cell), 18))
      }
    }
    return min(longest.reduce(0) { $0 + ($1 + 1) / 2 + 1 }, briefing.orientation == .landscape ? 52 : 34)
  }

  private func writeHeader(
    of table: Table, columns: Int, to xml: inout XMLWriter
  ) throws(PackagingError) {
    if table.header.isEmpty { return }
    try xml.start("thead")
    try xml.start("tr")
    for column in 0..<columns {
      let text = column < table.header.count ? table.header[column] : ""
      try xml.html("th", ["scope": "col"], text: text)
    }
    try xml.endWithTag()
    try xml.endBlock()
  }

  /// A row; the first cell of a shaded table's row names it.
  private mutating func writeRow(
    _ cells: [Cell], columns: Int, shades: [Double], hasRowHeaders: Bool, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("tr")
    for column in 0..<columns {
      if hasRowHeaders, column == 0 {
        try xml.start("th", ["scope": "row"])
      } else {
        try xml.start("td")
      }
      if column < shades.count, let grey = Self.grey(shades[column]) {
        try xml.attribute("style", "background-color:#" + grey)
      }
      if column < cells.count { try write(cells[column].text, to: &xml) }
      try xml.endWithTag()
    }
    try xml.endBlock()
  }

  /// Grey from white (0) to #999 (1), on which black letters still stand out 7 : 1 (WCAG 2.2, 1.4.6); `nil` for
  /// white.
  private static func grey(_ shade: Double) -> String? {
    guard shade > 0 else { return nil }
    let level = 255 - Int((min(shade, 1) * 102).rounded())
    let digits = String(level, radix: 16)
    return digits + digits + digits
  }
}
