/// The encodings of text that can be read.
public enum TextEncoding: String, Equatable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// Byte order by the mark, little-endian without one.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// GB 18030, and with it GBK and GB 2312.
  case gb18030

  /// The encoding of this name, as users and web pages write it: `GBK`, `gb2312`, `UTF8`.
  public init?(name: String) {
    let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    switch letters {
    case "utf8": self = .utf8
    case "utf16", "unicode": self = .utf16
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "ms936", "windows936", "xgbk", "euccn": self = .gb18030
    default: return nil
    }
  }
}
