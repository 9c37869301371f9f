import BriefingModel

/// A transcript as Unicode scalars, with the place of every line. (A class: every line break looks at it.)
final class PageText: Sendable {
  let source: String
  let scalars: [UInt32]
  let lines: [PageLine]
  /// The format says of some line that it is bold or a heading.
  let isStyled: Bool
  /// The byte at which every 64th scalar begins, so that places in a long line are found without counting it.
  private let milestones: [Int]

  init(_ transcript: Transcript) {
    source = transcript.source
    var lines: [PageLine] = []
    var milestones: [Int] = []
    lines.reserveCapacity(transcript.lines.count)
    // UTF-8 never has fewer bytes than scalars.
    scalars = [UInt32](unsafeUninitializedCapacity: transcript.bytes.count) { buffer, count in
      transcript.bytes.withUnsafeBufferPointer { bytes in
        var decoder = UTF8Decoder(bytes: bytes, scalars: buffer)
        for line in transcript.lines {
          let range = line.bytes.clamped(to: decoder.position..<max(decoder.position, bytes.count))
          // Line breaks stand between lines; they count as scalars, whatever kind they are.
          decoder.decode(to: range.lowerBound)
          lines.append(PageLine(number: line.number, bytes: range, style: line.style, decoding: &decoder))
        }
        count = decoder.count
        milestones = decoder.milestones
      }
    }
    self.lines = lines
    self.milestones = milestones
    isStyled = lines.contains { $0.isHeading || $0.boldEnd > $0.scalarStart }
  }

  /// The place of a range of scalars (never empty in practice; an empty one stands at its start).
  func origin(_ range: Range<Int>) -> Origin {
    let first = line(at: range.lowerBound)
    let end = max(range.lowerBound, range.upperBound - 1)
    let staysInLine = first + 1 >= lines.count || lines[first + 1].scalarStart > end
    let last = staysInLine ? first : line(at: end)
    let low = byteOffset(range.lowerBound, in: first)
    let high =
      first == last && lines.indices.contains(first)
      ? scalars[range].reduce(low) { $0 + utf8Length($1) } : byteOffset(range.upperBound, in: last)
    let bytes = low..<max(low, high)
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
    var position = min(lines[line].scalarStart, scalar)
    var offset = lines[line].byteStart
    let milestone = scalar / UTF8Decoder.stride
    if milestone * UTF8Decoder.stride > position, milestone < milestones.count {
      position = milestone * UTF8Decoder.stride
      offset = milestones[milestone]
    }
    for c in scalars[position..<scalar] { offset += utf8Length(c) }
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
  /// Width as it counts towards the column: typesetters squeeze quotation marks to half a character and hang a
  /// mark at the end of the line.
  let setWidth: Int
  /// Zero-width characters stand within the line.
  let holdsUnread: Bool
  /// A full-width parenthesis opens within the line.
  let holdsOpening: Bool
  /// Width of the blanks before `text`, in half-width units.
  let indent: Int

  var isBlank: Bool { text.isEmpty }

  /// Size of the type in points, where the format tells.
  let size: Float?
  /// Whether the line goes on the paragraph above it, where the layout shows it.
  let goesOn: Bool?
  /// The scalar at which bold type ends that opens the line; the line's start where none does.
  let boldEnd: Int
  /// The format calls the line a heading (of a document's parts, not its title).
  let isHeading: Bool

  fileprivate init(
    number: Int, bytes range: Range<Int>, style: LineStyle?, decoding decoder: inout UTF8Decoder
  ) {
    size = style?.size
    goesOn = style?.goesOn
    self.number = number
    byteStart = range.lowerBound
    byteEnd = range.upperBound
    scalarStart = decoder.count
    if let style, style.boldLead > 0 {
      decoder.decode(to: min(range.upperBound, range.lowerBound + style.boldLead))
    }
    let leadEnd = decoder.count
    decoder.decode(to: range.upperBound)
    boldEnd = style?.isBold ?? false ? decoder.count : leadEnd
    isHeading = (style?.headingLevel ?? 0) > 0
    let scalars = decoder.scalars
    var low = scalarStart
    var high = decoder.count
    var indent = 0
    while low < high, Glyph.isBlank(scalars[low]) {
      indent += Glyph.width(scalars[low])
      low += 1
    }
    while high > low, Glyph.isBlank(scalars[high - 1]) { high -= 1 }
    var width = 2 * (high - low)
    var squeezed = 0
    var holdsUnread = false
    var holdsOpening = false
    for index in low..<high {
      let c = scalars[index]
      // Most of the text is Han: two units wide, and none of these.
      if (0x4E00...0x9FFF).contains(c) { continue }
      width += Glyph.width(c) - 2
      if Glyph.isUnread(c) { holdsUnread = true }
      if c == Glyph.openQuote || c == Glyph.closeQuote { squeezed += 1 }
      if c == Glyph.openParenthesis { holdsOpening = true }
    }
    if high > low, Glyph.hangs(scalars[high - 1]) { squeezed += 2 }
    text = low..<high
    self.width = width
    self.holdsUnread = holdsUnread
    self.holdsOpening = holdsOpening
    setWidth = width - squeezed
    self.indent = indent
  }
}

/// Decodes valid UTF-8 from left to right; what is none, which no reader lets through, becomes U+FFFD.
private struct UTF8Decoder {
  let bytes: UnsafeBufferPointer<UInt8>
  let scalars: UnsafeMutableBufferPointer<UInt32>
  /// Scalars from one milestone to the next.
  static let stride = 64
  /// The byte at which every `stride`-th scalar begins.
  private(set) var milestones: [Int] = []
  private(set) var position = 0
  private(set) var count = 0

  init(bytes: UnsafeBufferPointer<UInt8>, scalars: UnsafeMutableBufferPointer<UInt32>) {
    self.bytes = bytes
    self.scalars = scalars
  }

  mutating func decode(to end: Int) {
    while position < end {
      if count % Self.stride == 0 { milestones.append(position) }
      decodeRun(to: end, atMost: Self.stride - count % Self.stride)
    }
  }

  /// Place and number stay in registers until the next milestone.
  private mutating func decodeRun(to end: Int, atMost length: Int) {
    let limit = count + length
    var place = position
    var number = count
    while place < end, number < limit {
      let (scalar, length) = scalar(at: place, before: end)
      scalars[number] = scalar
      number += 1
      place += length
    }
    position = place
    count = number
  }

  @inline(__always)
  private func scalar(at place: Int, before end: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[place])
    if first >= 0xE0, first < 0xF0, place + 2 < end {
      let scalar = (first & 0xF) << 12 | tail(place + 1) << 6 | tail(place + 2)
      return scalar & 0xF800 == 0xD800 ? (0xFFFD, 3) : (scalar, 3)
    }
    if first < 0x80 { return (first, 1) }
    if first >= 0xC0, first < 0xE0, place + 1 < end { return ((first & 0x1F) << 6 | tail(place + 1), 2) }
    if first >= 0xF0, first < 0xF5, place + 3 < end {
      let scalar = (first & 0x7) << 18 | tail(place + 1) << 12 | tail(place + 2) << 6 | tail(place + 3)
      return (Unicode.Scalar(scalar)?.value ?? 0xFFFD, 4)
    }
    return (0xFFFD, 1)
  }

  @inline(__always)
  private func tail(_ place: Int) -> UInt32 { UInt32(bytes[place] & 0x3F) }
}

private func utf8Length(_ c: UInt32) -> Int { c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4 }
