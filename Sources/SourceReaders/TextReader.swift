import BriefingModel

/// Reads plain text: strict UTF-8, with or without byte order mark; lines end with LF, CRLF or CR.
///
///     "\u{FEFF}微山\r\n鱼台"   →   lines 1 (bytes 0..<6) and 2 (bytes 8..<14)
enum TextReader {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func read(_ file: [UInt8], source: String) throws(ReadError) -> Transcript {
    let markLength = file.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let bytes = markLength == 0 ? file : Array(file[markLength...])
    guard !bytes.isEmpty else { throw .empty }
    // NUL first: a binary file is seldom UTF-8, and "binary" is the more useful answer.
    let lines: [Line]
    do throws(NULByte) {
      lines = try scanLines(bytes.span)
    } catch {
      throw .binary(offset: error.offset + markLength)
    }
    if let bad = firstInvalidByte(bytes.span) {
      let line = lines.last { $0.bytes.lowerBound <= bad }?.number ?? 1
      throw .invalidUTF8(offset: bad + markLength, line: line)
    }
    return Transcript(source: source, bytes: bytes, lines: lines)
  }

  private struct NULByte: Error {
    var offset: Int
  }

  /// One pass; only bytes below 14 (tab, line ends, NUL) leave the fast path.
  private static func scanLines(_ bytes: Span<UInt8>) throws(NULByte) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(bytes.count / 64 + 1)
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte < 14 else { continue }
      if byte == 0 { throw NULByte(offset: index - 1) }
      guard byte == 10 || byte == 13 else { continue }
      lines.append(Line(number: lines.count + 1, bytes: start..<index - 1))
      if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
      start = index
    }
    if start < bytes.count { lines.append(Line(number: lines.count + 1, bytes: start..<bytes.count)) }
    return lines
  }

  private static func firstInvalidByte(_ bytes: Span<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
