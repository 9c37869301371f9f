import BriefingModel

/// Draws a table in columns that line up in a fixed-width font.
enum PlainTextTable {
  /// No column is padded wider than this; a longer cell pushes its own row only.
  private static let widest = 52

  static func lines(of table: Table) -> [String] {
    let rows = ([table.header] + table.rows.map { $0.map(\.words) }).map { $0.map(flat) }
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], min(DisplayWidth.columns(of: cell), widest))
      }
    }
    if widths.isEmpty { return [] }
    let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    let drawn = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : DisplayWidth.padded(cell, to: widths[column])
      }
      return cells.joined(separator: "  ")
    }
    return [rule] + drawn.prefix(1) + [rule] + drawn.dropFirst() + [rule]
  }

  private static func flat(_ cell: String) -> String {
    cell.contains(where: \.isNewline) ? String(cell.map { $0.isNewline ? " " : $0 }) : cell
  }
}
