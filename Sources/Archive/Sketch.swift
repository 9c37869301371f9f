/// What near-duplicates are found by: the runs of five Han characters of a text, as hashes.
///
/// Digits, punctuation and line breaks are left out, so that changed numbers and another column width change nothing.
/// Two sketches share a band as often as they are alike; of 12 bands a version cut to half shares two in 997 of 1000
/// cases, and strangers in one of 150. Which are alike is decided by counting their real shingles.
///
///     Sketch(text).bands.count   // 12
struct Sketch: Sendable {
  private static let width = 5
  private static let bandCount = 12
  /// Below this many shingles a text is a note that may well be printed twice by chance.
  static let least = 40
  /// What share of the shorter text must stand in the longer one.
  static let share = 0.6

  /// Ascending, each once.
  let shingles: [UInt32]

  init(_ bytes: some Sequence<UInt8>) {
    var window = [UInt64](repeating: 0, count: Self.width)
    var count = 0
    var found: [UInt32] = []
    var pending: UInt32 = 0
    var missing = 0
    for byte in bytes {
      if byte & 0xC0 == 0x80 {
        pending = pending << 6 | UInt32(byte & 0x3F)
        missing -= 1
      } else {
        pending = byte >= 0xE0 && byte < 0xF0 ? UInt32(byte & 0x0F) : 0
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
      }
      guard missing == 0, (0x3400...0x9FFF).contains(pending) else { continue }
      window[count % Self.width] = UInt64(pending)
      count += 1
      guard count >= Self.width else { continue }
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      for back in 0..<Self.width {
        hash = (hash ^ window[(count + back) % Self.width]) &* 0x100_0000_01B3
        hash ^= hash >> 29
      }
      found.append(UInt32(truncatingIfNeeded: Self.mix(hash) >> 32))
    }
    found.sort()
    var unique = 0
    for shingle in found where unique == 0 || found[unique - 1] != shingle {
      found[unique] = shingle
      unique += 1
    }
    found.removeLast(found.count - unique)
    shingles = found
  }

  /// Keys of the bands: equal ones are candidates. Empty for a text that is too short.
  ///
  /// One permutation, cut into bins: the least hash of each bin stands for it, an empty bin takes the next one's.
  var bands: [UInt32] {
    guard shingles.count >= Self.least else { return [] }
    let bins = Self.bandCount
    var least = [UInt64](repeating: .max, count: bins)
    for shingle in shingles {
      let hash = Self.mix(UInt64(shingle) &+ 0x51ED_270B)
      let bin = Int(hash % UInt64(bins))
      least[bin] = min(least[bin], hash >> 8)
    }
    let full = least
    for bin in 0..<bins where least[bin] == .max {
      for step in 1..<bins where full[(bin + step) % bins] != .max {
        least[bin] = Self.mix(full[(bin + step) % bins] &+ UInt64(step)) >> 8
        break
      }
    }
    return least.enumerated().map { bin, hash in UInt32(truncatingIfNeeded: Self.mix(hash ^ UInt64(bin + 1)))
    }
  }

  /// Whether both tell one story: enough of the shorter stands in the longer.
  func isNear(_ other: Sketch) -> Bool {
    let (short, long) = shingles.count < other.shingles.count ? (self, other) : (other, self)
    guard short.shingles.count >= Self.least else { return false }
    var (common, place) = (0, 0)
    for shingle in short.shingles {
      while place < long.shingles.count, long.shingles[place] < shingle { place += 1 }
      if place < long.shingles.count, long.shingles[place] == shingle { common += 1 }
    }
    return Double(common) >= Self.share * Double(short.shingles.count)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
