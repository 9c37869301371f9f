import BriefingModel

/// Reads plain text: lines end with LF, CRLF or CR.
///
///     "\u{FEFF}微山\r\n鱼台"   →   lines 1 (bytes 0..<6) and 2 (bytes 8..<14)
enum TextReader {
  static func read(_ file: [UInt8], source: String, options: ReadOptions) throws(ReadError) -> Transcript {
    let bytes = try TextDecoder.decode(file, as: options.encoding)
    let lines = scanLines(bytes.span)
    let limit = options.limits.lines
    guard lines.count <= limit else { throw .tooLarge(.lines, found: lines.count, limit: limit) }
    return Transcript(source: source, bytes: bytes, lines: lines)
  }

  /// One pass; only bytes below 14 (tab, line ends) leave the fast path.
  private static func scanLines(_ bytes: Span<UInt8>) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(bytes.count / 64 + 1)
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte < 14, byte == 10 || byte == 13 else { continue }
      lines.append(Line(number: lines.count + 1, bytes: start..<index - 1))
      if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
      start = index
    }
    if start < bytes.count { lines.append(Line(number: lines.count + 1, bytes: start..<bytes.count)) }
    return lines
  }
}
