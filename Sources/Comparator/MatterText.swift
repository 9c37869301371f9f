import BriefingModel

/// Text as the Comparator reads it: scalars without quotation marks, blanks and line breaks; other punctuation ends
/// a clause and is one `MatterText.stop`.
///
///     完善“奖惩链条”，   →   完善奖惩链条|
struct MatterText: Sendable {
  static let stop: UInt32 = 0

  private(set) var scalars: [UInt32] = []

  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count / 3 + 1)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“", "”", "‘", "’", "\"", "「", "」", "《", "》", " ", "\u{3000}", "\n", "\r", "\t", "·": continue
      case "0"..."9", "A"..."Z", "a"..."z", "+", "%", "\u{3007}", "\u{3400}"..."\u{9FFF}",
        "\u{20000}"..."\u{3FFFF}":
        scalars.append(scalar.value)
      default:
        if scalars.last != Self.stop { scalars.append(Self.stop) }
      }
    }
  }

  /// The text of a stretch, for evidence.
  static func string(_ scalars: some Sequence<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(view)
  }

  /// Where two Han characters stand side by side.
  static func hanPairs(in text: [UInt32]) -> [Int] {
    text.indices.dropLast().filter { isHan(text[$0]) && isHan(text[$0 + 1]) }
  }

  static func isHan(_ scalar: UInt32) -> Bool { scalar >= 0x3400 || scalar == 0x3007 }
}
