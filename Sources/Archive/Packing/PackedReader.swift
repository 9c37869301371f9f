import BriefingModel

/// Reads what `PackedWriter` wrote; throws `damaged` for all else.
struct PackedReader {
  private let bytes: [UInt8]
  private let text: [UInt8]
  private let places: Places
  private let source: String
  private var position = Checksum.width
  private var cursor = 0

  init(sealed bytes: [UInt8], text: [UInt8], places: Places, source: String) throws(ArchiveError) {
    guard bytes.count >= Checksum.width,
      Checksum.bytes(of: bytes[Checksum.width...]) == Array(bytes[..<Checksum.width])
    else { throw .damaged }
    self.bytes = bytes
    self.text = text
    self.places = places
    self.source = source
  }

  mutating func number() throws(ArchiveError) -> Int {
    var rest: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try next()
      rest |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: rest >> 1) ^ -Int(truncatingIfNeeded: rest & 1) }
    }
    throw .damaged
  }

  /// The length of a list; each member takes at least a byte.
  mutating func count() throws(ArchiveError) -> Int {
    let count = try number()
    guard (0...bytes.count - position).contains(count) else { throw .damaged }
    return count
  }

  mutating func double() throws(ArchiveError) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try next()) << shift }
    return Double(bitPattern: bits)
  }

  mutating func exactNumber() throws(ArchiveError) -> ExactNumber {
    ExactNumber(digits: Int64(try number()), exponent: try number())
  }

  mutating func optionalString() throws(ArchiveError) -> String? {
    let head = try number()
    guard head > 0 else { return nil }
    guard head > 1 else {
      let count = try self.count()
      position += count
      return String(decoding: bytes[position - count..<position], as: UTF8.self)
    }
    guard head == 2 else { return String(decoding: try runs(head - 1), as: UTF8.self) }
    return String(decoding: text[try run()], as: UTF8.self)
  }

  mutating func string() throws(ArchiveError) -> String {
    guard let string = try optionalString() else { throw .damaged }
    return string
  }

  mutating func strings() throws(ArchiveError) -> [String] {
    var strings: [String] = []
    for _ in 0..<(try count()) { strings.append(try string()) }
    return strings
  }

  mutating func optionalOrigin() throws(ArchiveError) -> Origin? {
    let kind = try number()
    guard kind > 0 else { return nil }
    let start = add(cursor, try number())
    let end = add(start, try number())
    guard start <= end else { throw .damaged }
    guard kind != 1 else {
      guard let origin = places.origin(of: start..<end, source: source) else { throw .damaged }
      cursor = start
      return origin
    }
    let (firstLine, lastLine) = (try number(), try number())
    let (firstScalar, lastScalar) = (try number(), try number())
    cursor = try number()
    guard firstLine <= lastLine, firstScalar <= lastScalar, (0...text.count).contains(cursor) else {
      throw .damaged
    }
    return Origin(
      source: source, lines: firstLine...lastLine, bytes: start..<end, scalars: firstScalar..<lastScalar)
  }

  mutating func origin() throws(ArchiveError) -> Origin {
    guard let origin = try optionalOrigin() else { throw .damaged }
    return origin
  }

  private mutating func runs(_ count: Int) throws(ArchiveError) -> [UInt8] {
    var found: [UInt8] = []
    for _ in 0..<count { found += text[try run()] }
    return found
  }

  private mutating func run() throws(ArchiveError) -> Range<Int> {
    let start = add(cursor, try number())
    let end = add(start, try number())
    guard 0 <= start, start <= end, end <= text.count else { throw .damaged }
    cursor = end
    return start..<end
  }

  private mutating func next() throws(ArchiveError) -> UInt8 {
    guard position < bytes.count else { throw .damaged }
    position += 1
    return bytes[position - 1]
  }

  /// Out of range stays out of range.
  private func add(_ a: Int, _ b: Int) -> Int { a &+ b }
}
