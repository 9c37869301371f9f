/// A set of scalars of the Basic Multilingual Plane, asked once for every character of a text.
struct ScalarSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

  init() {}

  init(_ members: String) {
    for scalar in members.unicodeScalars { insert(scalar.value) }
  }

  /// Other planes are rare: they count as members, and the caller looks more closely.
  @inline(__always)
  func mayContain(_ c: UInt32) -> Bool {
    c > 0xFFFF || bits[Int(c >> 6)] & (1 << UInt64(c & 63)) != 0
  }

  mutating func insert(_ c: UInt32) {
    if c <= 0xFFFF { bits[Int(c >> 6)] |= 1 << UInt64(c & 63) }
  }
}

/// An ascending list of scalars that tells the place of each: a table without hashing.
struct RankedScalars: Sendable {
  private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
  /// How many members come before each group of 64.
  private var before = [Int32](repeating: 0, count: 0x10000 / 64)
  /// Members of other planes, which are rare, with their places.
  private var rare: [UInt32: Int] = [:]

  init(_ members: [UInt32]) {
    for (place, c) in members.enumerated() {
      if c <= 0xFFFF { bits[Int(c >> 6)] |= 1 << UInt64(c & 63) } else { rare[c] = place }
    }
    var count: Int32 = 0
    for group in bits.indices {
      before[group] = count
      count += Int32(bits[group].nonzeroBitCount)
    }
  }

  @inline(__always)
  func rank(_ c: UInt32) -> Int? {
    guard c <= 0xFFFF else { return rare.isEmpty ? nil : rare[c] }
    let group = Int(c >> 6)
    let bit: UInt64 = 1 << UInt64(c & 63)
    guard bits[group] & bit != 0 else { return nil }
    return Int(before[group]) + (bits[group] & (bit - 1)).nonzeroBitCount
  }
}
