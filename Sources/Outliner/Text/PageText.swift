import BriefingModel

/// A transcript as Unicode scalars, with the place of every line.
struct PageText: Sendable {
  let source: String
  let scalars: [UInt32]
  let lines: [PageLine]

  init(_ transcript: Transcript) {
    source = transcript.source
    var scalars: [UInt32] = []
    scalars.reserveCapacity(transcript.bytes.count / 2 + 16)
    var lines: [PageLine] = []
    lines.reserveCapacity(transcript.lines.count)
    transcript.bytes.withUnsafeBufferPointer { bytes in
      for line in transcript.lines {
        let range = line.bytes.clamped(to: 0..<bytes.count)
        // Line breaks stand between lines; they count as scalars, whatever kind they are.
        let previousEnd = lines.last?.byteEnd ?? 0
        if range.lowerBound > previousEnd { decodeUTF8(bytes, previousEnd..<range.lowerBound, into: &scalars) }
        lines.append(PageLine(number: line.number, bytes: range, decoding: bytes, into: &scalars))
      }
    }
    self.scalars = scalars
    self.lines = lines
  }

  /// The place of a range of scalars (never empty in practice; an empty one stands at its start).
  func origin(_ range: Range<Int>) -> Origin {
    let first = line(at: range.lowerBound)
    let last = line(at: max(range.lowerBound, range.upperBound - 1))
    let bytes = byteOffset(range.lowerBound, in: first)..<byteOffset(range.upperBound, in: last)
    let numbers = number(first)...max(number(first), number(last))
    return Origin(source: source, lines: numbers, bytes: bytes, scalars: range)
  }

  func number(_ index: Int) -> Int { lines.indices.contains(index) ? lines[index].number : 1 }

  /// The line that holds a scalar, by binary search.
  private func line(at scalar: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].scalarStart <= scalar { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private func byteOffset(_ scalar: Int, in line: Int) -> Int {
    guard lines.indices.contains(line) else { return 0 }
    var offset = lines[line].byteStart
    for c in scalars[min(lines[line].scalarStart, scalar)..<scalar] { offset += utf8Length(c) }
    return offset
  }
}

/// One printed line: where it stands, and what its look says.
struct PageLine: Sendable {
  let number: Int
  let byteStart: Int
  let byteEnd: Int
  /// First scalar of the line, indent included.
  let scalarStart: Int
  /// The printed text without blanks at either end.
  let text: Range<Int>
  /// Width of `text` in half-width units.
  let width: Int
  /// Width of the blanks before `text`, in half-width units.
  let indent: Int

  var isBlank: Bool { text.isEmpty }

  init(number: Int, bytes range: Range<Int>, decoding bytes: UnsafeBufferPointer<UInt8>, into scalars: inout [UInt32]) {
    self.number = number
    byteStart = range.lowerBound
    byteEnd = range.upperBound
    scalarStart = scalars.count
    decodeUTF8(bytes, range, into: &scalars)
    var low = scalarStart
    var high = scalars.count
    var indent = 0
    while low < high, Glyph.isBlank(scalars[low]) {
      indent += Glyph.width(scalars[low])
      low += 1
    }
    while high > low, Glyph.isBlank(scalars[high - 1]) { high -= 1 }
    var width = 0
    for index in low..<high { width += Glyph.width(scalars[index]) }
    text = low..<high
    self.width = width
    self.indent = indent
  }
}

/// Decodes valid UTF-8; a stray byte, which no reader lets through, becomes U+FFFD.
private func decodeUTF8(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into scalars: inout [UInt32]) {
  var index = range.lowerBound
  let end = range.upperBound
  while index < end {
    let first = UInt32(bytes[index])
    if first < 0x80 {
      scalars.append(first)
      index += 1
    } else if first >= 0xE0, first < 0xF0, index + 2 < end {
      scalars.append((first & 0xF) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F))
      index += 3
    } else if first >= 0xC0, first < 0xE0, index + 1 < end {
      scalars.append((first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F))
      index += 2
    } else if first >= 0xF0, index + 3 < end {
      let high = (first & 0x7) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
      scalars.append(high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F))
      index += 4
    } else {
      scalars.append(0xFFFD)
      index += 1
    }
  }
}

private func utf8Length(_ c: UInt32) -> Int { c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4 }
