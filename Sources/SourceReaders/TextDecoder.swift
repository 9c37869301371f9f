import Packaging

/// Finds out in which encoding a text is, by strict decoding, and turns it into UTF-8.
///
///     TextDecoder.decode([0xE7, 0xDE, 0xCF, 0xD8, 0x0A])   →   "缜县\n" (GB 18030)
///
/// Order: byte order mark, UTF-8, UTF-16 where it cannot be anything else, GB 18030. Nearly any bytes can be read
/// as GB 18030, so it comes last, and never for what is UTF-8 but for a few bytes.
enum TextDecoder {
  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let littleMark: [UInt8] = [0xFF, 0xFE]
  private static let bigMark: [UInt8] = [0xFE, 0xFF]

  /// The text as UTF-8, without byte order mark. `encoding` is what the user says; nothing else is then tried.
  static func decode(_ file: [UInt8], as encoding: TextEncoding? = nil) throws(ReadError) -> [UInt8] {
    switch encoding ?? marked(file) {
    case .utf8: return try utf8(file)
    case .gb18030: return try gb18030(file)
    case .utf16: return try utf16(file, isBig: file.starts(with: bigMark))
    case .utf16LittleEndian: return try utf16(file, isBig: false)
    case .utf16BigEndian: return try utf16(file, isBig: true)
    case nil: return try detected(file)
    }
  }

  private static func marked(_ file: [UInt8]) -> TextEncoding? {
    if file.starts(with: utf8Mark) { return .utf8 }
    if file.starts(with: littleMark) { return .utf16LittleEndian }
    return file.starts(with: bigMark) ? .utf16BigEndian : nil
  }

  private static func detected(_ file: [UInt8]) throws(ReadError) -> [UInt8] {
    let bad = firstInvalidByte(file.span)
    let zero = file.firstIndex(of: 0)
    if bad == nil, zero == nil { return file }
    if zero != nil, let text = unmistakableUTF16(file) { return text }
    if let zero { throw .binary(offset: zero) }
    guard let bad, !isNearlyUTF8(file.span) else {
      throw undecodable(file, at: bad ?? 0)
    }
    try refuseControls(file)
    do throws(UndecodableByte) {
      return withoutPrivateBlanks(try CharacterDecoder.utf8(file, from: "GB18030"))
    } catch {
      throw undecodable(file, at: max(bad, error.offset))
    }
  }

  // MARK: Encodings

  private static func utf8(_ file: [UInt8]) throws(ReadError) -> [UInt8] {
    let mark = file.starts(with: utf8Mark) ? utf8Mark.count : 0
    let bytes = mark == 0 ? file : Array(file[mark...])
    guard !bytes.isEmpty else { throw .empty }
    if let zero = bytes.firstIndex(of: 0) { throw .binary(offset: mark + zero) }
    if let bad = firstInvalidByte(bytes.span) { throw undecodable(file, at: mark + bad) }
    return bytes
  }

  private static func gb18030(_ file: [UInt8]) throws(ReadError) -> [UInt8] {
    if let zero = file.firstIndex(of: 0) { throw .binary(offset: zero) }
    do throws(UndecodableByte) {
      return withoutPrivateBlanks(try CharacterDecoder.utf8(file, from: "GB18030"))
    } catch {
      throw undecodable(file, at: error.offset)
    }
  }

  private static func utf16(_ file: [UInt8], isBig: Bool) throws(ReadError) -> [UInt8] {
    let mark = file.starts(with: isBig ? bigMark : littleMark) ? 2 : 0
    let units = Array(file[mark...])
    guard !units.isEmpty else { throw .empty }
    let text: [UInt8]
    do throws(UndecodableByte) {
      text = try CharacterDecoder.utf8(units, from: isBig ? "UTF-16BE" : "UTF-16LE")
    } catch {
      // The low byte of a line feed's unit.
      let low = isBig ? 1 : 0
      let feeds = stride(from: 0, to: error.offset - 1, by: 2).count {
        units[$0 + low] == 10 && units[$0 + 1 - low] == 0
      }
      throw .undecodable(offset: mark + error.offset, line: feeds + 1)
    }
    if let zero = text.firstIndex(of: 0) {
      let before = String(decoding: text[..<zero], as: UTF8.self).utf16.count
      throw .binary(offset: mark + 2 * before)
    }
    return text
  }

  /// Without a mark, UTF-16 shows by its zeros (line feeds, ASCII, U+4E00) and by decoding to what is usual in
  /// Chinese text, nearly all of it.
  private static func unmistakableUTF16(_ file: [UInt8]) -> [UInt8]? {
    guard file.count % 2 == 0 else { return nil }
    for encoding in ["UTF-16LE", "UTF-16BE"] {
      if let text = try? CharacterDecoder.utf8(file, from: encoding), isUsual(text) { return text }
    }
    return nil
  }

  private static func isUsual(_ text: [UInt8]) -> Bool {
    var usual = 0
    var scalars = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      scalars += 1
      switch scalar.value {
      case 9, 10, 13, 0x20...0x7E, 0x2010...0x2030, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFF5E:
        usual += 1
      case 0..<32: return false
      default: break
      }
    }
    return usual * 20 >= scalars * 19
  }

  // MARK: Checks

  static func firstInvalidByte(_ bytes: Span<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Text in which four fifths of the bytes above ASCII form UTF-8 sequences was UTF-8 before it was damaged. (In
  /// GB 18030 text fewer than a third do, by chance.)
  private static func isNearlyUTF8(_ bytes: Span<UInt8>) -> Bool {
    var within = 0
    var stray = 0
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      let length =
        first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
      var end = index + 1
      while end < bytes.count, end < index + length, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if first >= 0x80 { if end - index == length { within += length } else { stray += end - index } }
      index = end
    }
    return within >= 4 * stray
  }

  /// Text has no control characters but tabs, line ends, page breaks and the end mark of DOS.
  private static func refuseControls(_ file: [UInt8]) throws(ReadError) {
    // Bytes below 0x20 are themselves in every place of GB 18030.
    let offset = file.firstIndex { $0 < 32 && ![9, 10, 11, 12, 13, 26].contains($0) }
    if let offset { throw .binary(offset: offset) }
  }

  /// GBK's A3A0, a blank of many Chinese editors, becomes U+E5E5, which no font shows: U+3000 is meant.
  private static func withoutPrivateBlanks(_ text: [UInt8]) -> [UInt8] {
    var text = text
    var index = 0
    while let found = text[index...].firstIndex(of: 0xEE) {
      if text[found...].starts(with: [0xEE, 0x97, 0xA5]) {
        text.replaceSubrange(found..<found + 3, with: [0xE3, 0x80, 0x80])
      }
      index = found + 1
    }
    return text
  }

  private static func undecodable(_ file: [UInt8], at offset: Int) -> ReadError {
    var line = 1
    for index in file.indices.prefix(offset)
    where file[index] == 10 || (file[index] == 13 && file[index + 1] != 10) {
      line += 1
    }
    return .undecodable(offset: offset, line: line)
  }
}
