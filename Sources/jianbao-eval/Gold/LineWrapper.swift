/// Breaks a paragraph into the lines of a newspaper column.
///
/// Full-width characters count two half-width units, ASCII one. A line never begins with closing punctuation,
/// never ends with an opening bracket, and words and numbers in ASCII stay whole where a line can hold them.
///
///     LineWrapper(columns: 4).lines(Array("压实责任。建".unicodeScalars))   // 压实责 / 任。建
struct LineWrapper: Sendable {
  let columns: Int

  /// The scalars of each line; blanks at line ends and the indent are in none.
  func lines(_ text: [Unicode.Scalar]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = afterBlanks(text, 0)
    while start < text.count {
      let end = lineEnd(text, from: start)
      var trimmed = end
      while trimmed > start, isBlankScalar(text[trimmed - 1]) { trimmed -= 1 }
      lines.append(start..<trimmed)
      start = afterBlanks(text, end)
    }
    return lines
  }

  private func afterBlanks(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    text[start...].firstIndex { !isBlankScalar($0) } ?? text.count
  }

  private func lineEnd(_ text: [Unicode.Scalar], from start: Int) -> Int {
    var width = 0
    var end = start
    while end < text.count {
      width += displayWidth(text[end])
      if width > columns * 2 { break }
      end += 1
    }
    guard end < text.count else { return end }
    let fit = max(end, start + 1)
    var candidate = fit
    while candidate > start + 1 {
      if mayBreak(text, before: candidate) { return candidate }
      candidate -= 1
    }
    return fit
  }

  private func mayBreak(_ text: [Unicode.Scalar], before index: Int) -> Bool {
    let (last, next) = (text[index - 1], text[index])
    if Self.closing.contains(next) || Self.opening.contains(last) { return false }
    if last == next, last == "—" || last == "…" { return false }
    return !(isWord(last) && isWord(next))
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && !isBlankScalar(scalar) }

  private static let closing = Set("。，、；：！？”’』」）》〉】〕,.;:!?)%‰℃".unicodeScalars)
  private static let opening = Set("“‘『「（《〈【〔(".unicodeScalars)
}

/// Width in half-width units.
func displayWidth(_ scalar: Unicode.Scalar) -> Int { scalar.isASCII ? 1 : 2 }
