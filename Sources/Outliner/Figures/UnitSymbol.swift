/// A unit's name of up to six scalars, packed: quantities are copied about a great deal and hold no references.
///
///     UnitSymbol("平方公里").name   // "平方公里"
package struct UnitSymbol: Equatable, Sendable {
  private var words: (UInt64, UInt64) = (0, 0)

  package init(_ text: String) {
    var place = 0
    for scalar in text.unicodeScalars.prefix(6) {
      let bits = UInt64(scalar.value) << UInt64(21 * (place % 3))
      if place < 3 { words.0 |= bits } else { words.1 |= bits }
      place += 1
    }
  }

  package var name: String {
    String(writing: 24) { buffer in
      var length = 0
      for index in 0..<6 {
        let word = index < 3 ? words.0 : words.1
        let scalar = UInt32(truncatingIfNeeded: word >> UInt64(21 * (index % 3)) & 0x1F_FFFF)
        guard scalar > 0 else { break }
        length += Glyph.encode(scalar, into: buffer, at: length)
      }
      return length
    }
  }

  /// The scalar of a unit of one, or 0.
  @inline(__always)
  var single: UInt32 { words.0 >> 21 == 0 ? UInt32(truncatingIfNeeded: words.0) : 0 }

  package static func == (a: UnitSymbol, b: UnitSymbol) -> Bool { a.words == b.words }
}

extension UnitSymbol: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}
