import BriefingModel

/// Writes what was found in a source as few bytes, for nearly all of it is printed in the source's text: a string is
/// the places it is made of, and only what the text does not hold is written out.
///
///     推行红色代办 → where it starts, seen from the last place, and its length: 3 bytes
///
/// Lossless for any value: what cannot be said by places is written as it is.
struct PackedWriter {
  /// How far around the last place a string is looked for, in bytes: near it on both sides first.
  private static let reaches = [0, 96, 900]
  /// One Han character; less is not worth a search.
  private static let shortest = 3

  private(set) var bytes: [UInt8] = []
  private let text: [UInt8]
  private let places: Places
  /// Where the last place began, or the last string ended.
  private var cursor = 0

  init(text: [UInt8], places: Places) {
    self.text = text
    self.places = places
    bytes.reserveCapacity(1024)
  }

  /// The bytes with their checksum before them.
  var sealed: [UInt8] { Checksum.bytes(of: bytes) + bytes }

  /// Seven bits a byte, small negative numbers short too.
  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func put(_ number: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
    }
  }

  mutating func put(_ number: ExactNumber) {
    put(Int(number.digits))
    put(number.exponent)
  }

  /// 0 for `nil`, 1 and the bytes for what is written out, else one more than the number of runs, and the runs: how far
  /// each begins after the end of the one before, and its length.
  mutating func put(_ string: String?) {
    guard let string else { return put(0) }
    let wanted = Array(string.utf8)
    guard wanted.count >= Self.shortest, let runs = find(wanted), let last = runs.last else {
      return putPlainly(wanted)
    }
    put(1 + runs.count)
    var end = cursor
    for run in runs {
      put(run.lowerBound - end)
      put(run.count)
      end = run.upperBound
    }
    cursor = last.upperBound
  }

  /// For what is never found in the text.
  mutating func putPlainly(_ wanted: some Collection<UInt8>) {
    put(1)
    put(wanted.count)
    bytes += wanted
  }

  mutating func put(_ strings: [String]) {
    put(strings.count)
    for string in strings { put(string) }
  }

  /// 0 for `nil`; lines and scalars only where the text does not say the same.
  mutating func put(_ origin: Origin?) {
    guard let origin else { return put(0) }
    let isPlain = places.origin(of: origin.bytes, source: origin.source) == origin
    put(isPlain ? 1 : 2)
    put(origin.bytes.lowerBound - cursor)
    put(origin.bytes.count)
    cursor = min(max(origin.bytes.lowerBound, 0), text.count)
    guard !isPlain else { return }
    for number in [origin.lines.lowerBound, origin.lines.upperBound] { put(number) }
    for number in [origin.scalars.lowerBound, origin.scalars.upperBound] { put(number) }
    put(cursor)
  }

  // MARK: Strings in the text

  /// The runs of the text that make a string, at or near the last place.
  private func find(_ wanted: [UInt8]) -> [Range<Int>]? {
    text.withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { wanted in
        // A unit ends where its figure's text ends.
        if let run = Self.run(of: wanted, in: text, endingAt: cursor) { return [run] }
        for (inner, outer) in zip(Self.reaches, Self.reaches.dropFirst()) {
          let after = stride(from: cursor + inner, to: cursor + outer, by: 1)
          let before = stride(from: cursor - inner - 1, to: cursor - outer - 1, by: -1)
          for starts in [after, before] {
            if let runs = Self.runs(of: wanted, in: text, fromAnyOf: starts) { return runs }
          }
        }
        return nil
      }
    }
  }

  private static func run(
    of wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, endingAt end: Int
  ) -> Range<Int>? {
    let start = end - wanted.count
    guard start >= 0, text[start..<end].elementsEqual(wanted) else { return nil }
    return start..<end
  }

  private static func runs(
    of wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>,
    fromAnyOf starts: StrideTo<Int>
  ) -> [Range<Int>]? {
    // The first bytes of Han characters are much alike, the third ones are not.
    for start in starts
    where start >= 0 && start + 2 < text.count && text[start + 2] == wanted[2] && text[start + 1] == wanted[1]
      && text[start] == wanted[0]
    {
      if let runs = runs(of: wanted, in: text, from: start) { return runs }
    }
    return nil
  }

  /// Line breaks and blanks of the text are passed over where the string has none.
  private static func runs(
    of wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [Range<Int>]? {
    var runs: [Range<Int>] = []
    var (position, done, begin) = (start, 0, start)
    while done < wanted.count {
      guard position < text.count else { return nil }
      if text[position] == wanted[done] {
        position += 1
        done += 1
        continue
      }
      if position > begin { runs.append(begin..<position) }
      guard let width = blank(text, at: position), !runs.isEmpty else { return nil }
      position += width
      begin = position
    }
    return runs + [begin..<position]
  }

  /// Bytes of the line break or blank that stands here.
  private static func blank(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    switch text[position] {
    case 0x09, 0x0A, 0x0D, 0x20: 1
    case 0xE3 where position + 2 < text.count && text[position + 1] == 0x80 && text[position + 2] == 0x80: 3
    default: nil
    }
  }
}

/// Sixty-four bits that change when a byte does: for damage, not for malice.
enum Checksum {
  static let width = 8

  static func bytes(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    hash ^= hash >> 32
    return stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0)) }
  }
}
