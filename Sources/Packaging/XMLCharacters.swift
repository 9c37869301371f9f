/// The characters that XML 1.0 (§2.2) has no way to write, not even as a reference.
///
/// libxml2 writes them without complaint and the file is then ill-formed, so they are taken out first:
/// U+0000–0008, 000B, 000C, 000E–001F, FFFE and FFFF. A Swift string holds no surrogates.
public enum XMLCharacters {
  /// The text without forbidden characters, and how many there were.
  ///
  ///     XMLCharacters.filter("压实\u{1}责任")   // ("压实责任", 1)
  public static func filter(_ text: String) -> (text: String, dropped: Int) {
    var text = text
    let isClean = text.withUTF8 { bytes in !bytes.indices.contains { forbiddenLength(bytes, $0) > 0 } }
    if isClean { return (text, 0) }
    var kept: [UInt8] = []
    var dropped = 0
    text.withUTF8 { bytes in
      kept.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let length = forbiddenLength(bytes, index)
        if length > 0 {
          dropped += 1
          index += length
        } else {
          kept.append(bytes[index])
          index += 1
        }
      }
    }
    return (String(decoding: kept, as: UTF8.self), dropped)
  }

  /// Bytes of the forbidden character that starts at `index`; 0 where none does.
  @inline(__always)
  private static func forbiddenLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    if byte != 0xEF || index + 2 >= bytes.count { return 0 }
    return bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : 0
  }
}
