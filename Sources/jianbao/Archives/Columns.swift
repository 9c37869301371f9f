import DocumentWriters

/// Rows whose cells stand below one another on a terminal.
enum Columns {
  /// Columns of a terminal that the longest bar takes.
  private static let longest = 20

  /// Each column is as wide as its widest cell; the last one is not padded.
  static func lined(_ rows: [[String]]) -> String {
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let padded = zip(row, widths).dropLast().map { DisplayWidth.padded($0, to: $1 + 2) }
      return padded.joined() + (row.last ?? "") + "\n"
    }.joined()
  }

  /// A bar for a share of the most; nothing has none.
  static func bar(_ share: Double) -> String {
    share > 0 ? String(repeating: "█", count: max(1, Int(share * Double(longest)))) : ""
  }
}
