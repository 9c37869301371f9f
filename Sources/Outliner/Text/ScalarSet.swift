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
