/// How wide text stands in a fixed-width font: a Chinese character takes two columns, a Latin one takes one.
public enum DisplayWidth {
  public static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// Unicode's East Asian Width W and F; of the ambiguous characters those that Chinese fonts draw wide: “ ” ‘ ’ — … ·
  /// do not line up everywhere, so the dash, the ellipsis and circled digits count as wide, quotation marks too.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2014...0x2015, 0x2018...0x201D, 0x2026, 0x2460...0x24FF: 2
    case 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: 2
    case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: 2
    default: 1
    }
  }

  /// The text with blanks after it up to the width.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }

  /// The text with blanks before it so that it stands in the middle.
  static func centred(_ text: String, in width: Int) -> String {
    String(repeating: " ", count: max(0, (width - columns(of: text)) / 2)) + text
  }

  /// One text at the left, one at the right, at least two blanks between.
  static func spread(_ left: String, _ right: String, in width: Int) -> String {
    if left.isEmpty { return String(repeating: " ", count: max(0, width - columns(of: right))) + right }
    return left + String(repeating: " ", count: max(2, width - columns(of: left) - columns(of: right)))
      + right
  }
}
