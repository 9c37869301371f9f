import BriefingModel

/// Counts lines and scalars up to any byte of a text, without looking at the whole text each time.
struct Places {
  private static let step = 64

  private let text: [UInt8]
  /// Line feeds and scalars before each 64th byte.
  private var lineFeeds: [Int32] = []
  private var scalars: [Int32] = []

  init(_ text: [UInt8]) {
    self.text = text
    lineFeeds.reserveCapacity(text.count / Self.step + 1)
    scalars.reserveCapacity(text.count / Self.step + 1)
    var (lines, count) = (Int32(0), Int32(0))
    for (index, byte) in text.enumerated() {
      if index % Self.step == 0 {
        lineFeeds.append(lines)
        scalars.append(count)
      }
      if byte == 0x0A { lines += 1 }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }

  /// The place of these bytes as the Outliner gives it, or `nil` for bytes that the text does not have.
  func origin(of bytes: Range<Int>, source: String) -> Origin? {
    guard bytes.lowerBound >= 0, bytes.upperBound <= text.count,
      let lower = counts(before: bytes.lowerBound), let upper = counts(before: bytes.upperBound),
      let last = counts(before: max(bytes.lowerBound, bytes.upperBound - 1))
    else { return nil }
    return Origin(
      source: source, lines: lower.lines + 1...last.lines + 1, bytes: bytes,
      scalars: lower.scalars..<upper.scalars)
  }

  private func counts(before position: Int) -> (lines: Int, scalars: Int)? {
    guard !lineFeeds.isEmpty else { return (0, 0) }
    let mark = min(position / Self.step, lineFeeds.count - 1)
    var (lines, count) = (Int(lineFeeds[mark]), Int(scalars[mark]))
    for byte in text[mark * Self.step..<position] {
      if byte == 0x0A { lines += 1 }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return (lines, count)
  }
}
