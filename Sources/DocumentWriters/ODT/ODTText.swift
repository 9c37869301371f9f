import Packaging

extension XMLWriter {
  /// Text with the white space spelled that XML readers of ODF would fold (ODF 1.3 part 3 §6.1.2):
  /// tabs, line breaks, and any blanks that are not single blanks between words.
  mutating func spelled(_ text: String) throws(PackagingError) {
    if !text.utf8.contains(where: { $0 <= 0x20 }) { return try self.text(text) }
    let bytes = Array(text.utf8)
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = Self.blankLength(bytes, at: index)
      if length > 0 {
        try self.text(String(decoding: bytes[start..<index], as: UTF8.self))
        try blank(bytes[index], count: length)
        start = index + length
      }
      index += max(length, 1)
    }
    try self.text(String(decoding: bytes[start...], as: UTF8.self))
  }

  private mutating func blank(_ byte: UInt8, count: Int) throws(PackagingError) {
    switch byte {
    case 0x09: try element("text:tab")
    case 0x20: try element("text:s", ["text:c": "\(count)"])
    default: try element("text:line-break")
    }
  }

  /// Bytes to be spelled at `index`: a tab, a line break (CR LF is one), or a run of blanks.
  private static func blankLength(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0x09, 0x0A: return 1
    case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0x20:
      let end = bytes[index...].firstIndex { $0 != 0x20 } ?? bytes.count
      let isBetweenWords = index > 0 && bytes[index - 1] > 0x20 && end < bytes.count && bytes[end] > 0x20
      return end - index == 1 && isBetweenWords ? 0 : end - index
    default: return 0
    }
  }
}
