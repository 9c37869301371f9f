/// Joins the words of a page into lines, each within its column.
///
/// A gap of white in a line is a gutter between columns where the white goes on through the lines above or
/// below with text on both sides; else it is a blank in the text: 凝聚合力　下好一盘棋.
struct LineFinder {
  private struct Row {
    var words: [PrintedWord]
    var middle: Double
    var em: Double
  }

  /// Gaps in units of the type's size: less than this is no blank, more than `widest` is none either.
  private static let narrowest = 0.6
  /// A mark that hangs over the end of its line leaves less white of the gutter.
  private static let narrowestGutter = 0.45
  private static let widest = 3.4
  private static let widestInHeadline = 1.5
  /// Lines looked at above and below.
  private static let reach = 24

  private let rows: [Row]
  private let body: Double

  init(_ page: PrintedPage) {
    body = page.bodySize
    rows = Self.rows(page.words)
  }

  var lines: [PrintedLine] {
    rows.indices.flatMap { index in
      var lines: [PrintedLine] = []
      var start = 0
      let words = rows[index].words
      for position in words.indices.dropFirst()
      where isGutter(words[position - 1].box, words[position].box, row: index) {
        lines.append(line(words[start..<position]))
        start = position
      }
      lines.append(line(words[start...]))
      return lines
    }
  }

  /// Words at one height and of like size, from left to right.
  private static func rows(_ words: [PrintedWord]) -> [Row] {
    var rows: [Row] = []
    for word in words.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
      let near = rows.indices.suffix(reach).last { index in
        let row = rows[index]
        return abs(row.middle - word.box.middle) < 0.35 * min(row.em, word.em)
          && (0.7...1.4).contains(word.em / row.em)
      }
      if let near {
        rows[near].words.append(word)
      } else {
        rows.append(Row(words: [word], middle: word.box.middle, em: word.em))
      }
    }
    for index in rows.indices { rows[index].words.sort { $0.box.left < $1.box.left } }
    return rows
  }

  private func isGutter(_ left: Box, _ right: Box, row: Int) -> Bool {
    let em = rows[row].em
    let gap = (right.left - left.right) / em
    guard gap >= Self.narrowestGutter else { return false }
    let isLarge = em > 1.25 * body
    guard gap <= (isLarge ? Self.widestInHeadline : Self.widest) else { return true }
    var evidence = (left: 0, right: 0)
    for step in [-1, 1] { look(from: row, step, left.right, right.left, &evidence) }
    let needed = isLarge ? 4 : 2
    guard evidence.left >= needed && evidence.right >= needed else { return false }
    return !isCentred(row, around: (left.right + right.left) / 2)
  }

  /// A line that stands in the middle above or below two columns, with a blank in it that happens to stand above the
  /// gutter:
  ///
  ///            责编：姚岚　　校对：刘盛
  ///     　　本报安化讯…　　　　来水预测和调度…
  private func isCentred(_ row: Int, around place: Double) -> Bool {
    let own = extent(of: row, around: place)
    // (The nearest line may be an indented one.)
    return (row - 3...row + 3).contains { index in
      guard index != row, rows.indices.contains(index), abs(rows[index].middle - rows[row].middle) < 6 * body
      else { return false }
      let other = extent(of: index, around: place)
      let white = (left: own.left - other.left, right: other.right - own.right)
      return min(white.left, white.right) > 3 * body && abs(white.left - white.right) < 1.5 * body
    }
  }

  /// From where to where the words reach that stand right at both sides of a place.
  private func extent(of row: Int, around place: Double) -> (left: Double, right: Double) {
    let words = rows[row].words
    var (left, right) = (place, place)
    for word in words.reversed() where word.box.right <= place {
      if left == place || left - word.box.right < 1.2 * body { left = word.box.left }
    }
    for word in words where word.box.left >= place {
      if right == place || word.box.left - right < 1.2 * body { right = word.box.right }
    }
    return (left, right)
  }

  /// Counts lines that end or begin at the white between two words, from a row outwards, until the white is
  /// closed or the text ends. Where lines reach farther into it, it is narrower.
  private func look(
    from row: Int, _ step: Int, _ left: Double, _ right: Double, _ evidence: inout (left: Int, right: Int)
  ) {
    var (low, high) = (left, right)
    var index = row + step
    var last = rows[row].middle
    var looked = 0
    while rows.indices.contains(index), looked < Self.reach,
      abs(rows[index].middle - last) < 3.2 * max(body, rows[row].em)
    {
      for word in rows[index].words where word.box.left < high && word.box.right > low {
        let isLeft = word.box.left - low < high - word.box.right
        if isLeft { low = max(low, word.box.right) } else { high = min(high, word.box.left) }
      }
      guard high - low > 0.42 * body else { return }
      let before = rows[index].words.contains { $0.box.right <= low && $0.box.right > low - 3.5 * body }
      let after = rows[index].words.contains { $0.box.left >= high && $0.box.left < high + 3.5 * body }
      if before { evidence.left += 1 }
      if after { evidence.right += 1 }
      if before || after { last = rows[index].middle }
      index += step
      looked += 1
    }
  }

  private func line(_ words: ArraySlice<PrintedWord>) -> PrintedLine {
    var line = PrintedLine(
      box: words.first?.box ?? Box(left: 0, top: 0, right: 0, bottom: 0), text: "", em: size(words))
    let spacing = spacing(words)
    for word in words {
      let gap = (word.box.left - line.box.right - spacing) / line.em
      line.text += blank(gap, between: line.text.unicodeScalars.last, word.text.unicodeScalars.first)
      line.text += word.text
      line.box = line.box.union(word.box)
    }
    return line
  }

  /// What justification adds between any two characters, in points: then nearly each Han
  /// character is a word of its own.
  private func spacing(_ words: ArraySlice<PrintedWord>) -> Double {
    let han = words.filter { $0.text.unicodeScalars.allSatisfy(Self.isHan) }
    let characters = han.reduce(0) { $0 + $1.text.unicodeScalars.count }
    guard !han.isEmpty, Double(characters) <= 1.4 * Double(han.count) else { return 0 }
    let gaps = zip(words, words.dropFirst()).filter { pair in
      [pair.0.text.unicodeScalars.last, pair.1.text.unicodeScalars.first].allSatisfy {
        $0.map(Self.isHan) ?? false
      }
    }.map { $1.box.left - $0.box.right }.sorted()
    return gaps.isEmpty ? 0 : max(0, gaps[gaps.count / 4])
  }

  /// The size of most of the line's characters.
  private func size(_ words: ArraySlice<PrintedWord>) -> Double {
    let sizes = words.flatMap { word in word.text.unicodeScalars.map { _ in word.em } }.sorted()
    return sizes.isEmpty ? body : sizes[sizes.count / 2]
  }

  /// The blank that a gap stands for. Between Han characters and digits typesetters leave a quarter of an em.
  private func blank(_ gap: Double, between left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> String {
    guard let left, let right else { return "" }
    if gap >= 1.6 { return "\u{3000}\u{3000}" }
    if gap >= Self.narrowest { return "\u{3000}" }
    let areAlike =
      left.isASCII && right.isASCII || Self.isHan(left) && Self.isHan(right)
      || "”》）".unicodeScalars.contains(left) && Self.isHan(right)
      || Self.isHan(left) && "“《（".unicodeScalars.contains(right)
    return gap > 0.14 && areAlike ? " " : ""
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
