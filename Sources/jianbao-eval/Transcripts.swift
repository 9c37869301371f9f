import BriefingModel

/// The lines of a UTF-8 text. Stands in for `SourceReaders.read` until that target is there.
func transcript(_ bytes: [UInt8], source: String) -> Transcript {
  var lines: [Line] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let last = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    lines.append(Line(number: lines.count + 1, bytes: start..<last))
    start = end + 1
  }
  return Transcript(source: source, bytes: bytes, lines: lines)
}
