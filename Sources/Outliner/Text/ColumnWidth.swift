/// Finds how wide the column is in which a line was set, or that lines are not wrapped at all.
///
/// A hard-wrapped column has many lines of nearly one width that break off in mid-sentence; text with a
/// paragraph on each line has neither. One page may hold columns of several widths, so each line is judged
/// by its neighbours.
///
///     自全市“万名干部下基层”工作开展以⏎来，微山县韩庄镇…⏎   →  38 (half-width units)
struct ColumnWidth {
  /// Neighbours looked at on each side.
  private static let reach = 9
  /// Half-width units a full line may fall short of the column: marks that may not begin a line are pulled up.
  static let slack = 5
  private static let bins = 128
  /// A column narrower than this is a list of short lines, not running text.
  private static let narrowest = 20

  private let lines: [Int]
  private let page: PageText
  private var histogram = [UInt16](repeating: 0, count: bins)
  private var unfinished = 0
  private var window = 0..<0

  /// `lines` are the indices of the page's lines that carry text.
  init(page: PageText, lines: [Int]) {
    self.page = page
    self.lines = lines
  }

  /// The neighbourhood moves slowly: its mode is looked up for every few lines.
  private static let stride = 3

  /// The column of each text line, in half-width units; `nil` where lines are not wrapped.
  mutating func columns() -> [Int?] {
    var columns: [Int?] = []
    columns.reserveCapacity(lines.count)
    for position in lines.indices {
      let isKnown = position % Self.stride != 0
      columns.append(isKnown ? columns[position - 1] : width(around: min(position + 1, lines.count - 1)))
    }
    return columns
  }

  /// Column width around the `position`-th text line, in half-width units; `nil` where lines are not wrapped.
  /// Positions must not decrease from call to call.
  private mutating func width(around position: Int) -> Int? {
    slide(to: max(0, position - Self.reach)..<min(lines.count, position + Self.reach + 1))
    guard unfinished * 5 >= window.count else { return nil }
    let (best, support) = mode()
    // Among paragraphs that fill a line each, short lines of one width are no column.
    let limit = min(2 * best, Self.bins)
    var wide = 0
    for position in window where setWidth(position) >= limit { wide += 1 }
    guard wide * 4 <= window.count else { return nil }
    return support * 10 >= max(30, window.count * 3) ? best : nil
  }

  private func setWidth(_ position: Int) -> Int { page.lines[lines[position]].setWidth }

  /// The width that most lines reach, or fall short of by no more than `slack`; the widest of equals.
  private func mode() -> (width: Int, support: Int) {
    var best = 0
    var support = 0
    // Few widths occur among a line's neighbours: only those are looked at.
    for position in window {
      let width = setWidth(position)
      guard width >= Self.narrowest, width < Self.bins, width != best else { continue }
      var reached = 0
      for near in max(Self.narrowest, width - Self.slack + 1)...width { reached += Int(histogram[near]) }
      if reached > support || (reached == support && width > best) {
        best = width
        support = reached
      }
    }
    return (best, support)
  }

  private mutating func slide(to target: Range<Int>) {
    while window.upperBound < target.upperBound {
      count(window.upperBound, by: 1)
      window = window.lowerBound..<window.upperBound + 1
    }
    while window.lowerBound < target.lowerBound {
      count(window.lowerBound, by: -1)
      window = window.lowerBound + 1..<window.upperBound
    }
  }

  private mutating func count(_ position: Int, by step: Int) {
    let line = page.lines[lines[position]]
    if line.setWidth < Self.bins { histogram[line.setWidth] = UInt16(Int(histogram[line.setWidth]) + step) }
    let last = page.scalars[line.text.upperBound - 1]
    let ends = Glyph.isStop(last) || (Glyph.isClosing(last) && endsWithin(line))
    if line.setWidth >= Self.narrowest, line.setWidth < Self.bins, !ends { unfinished += step }
  }

  private func endsWithin(_ line: PageLine) -> Bool {
    line.text.count > 1 && Glyph.isSentenceEnd(page.scalars[line.text.upperBound - 2])
  }
}
