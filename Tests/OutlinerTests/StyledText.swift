import BriefingModel

/// Text with the looks that documents tell of: `**bold**` at the beginning of a line, `## ` before a heading.
enum StyledText {
  static func transcript(_ text: String) -> Transcript {
    guard text.contains("**") || text.hasPrefix("## ") || text.contains("\n## ") else {
      return Transcript(text)
    }
    var transcript = Transcript(source: "text", bytes: [], lines: [])
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var words = line
      var style = LineStyle()
      if words.hasPrefix("## ") {
        words = words.dropFirst(3)
        style.headingLevel = 2
      }
      let parts = words.split(separator: "**", omittingEmptySubsequences: false)
      let plain = parts.joined()
      if parts.count == 3, parts[0].isEmpty {
        style.isBold = parts[2].isEmpty
        style.boldLead = style.isBold ? 0 : parts[1].utf8.count
      }
      let start = transcript.bytes.count
      transcript.bytes += plain.utf8
      transcript.lines.append(
        Line(number: transcript.lines.count + 1, bytes: start..<transcript.bytes.count, style: style))
      transcript.bytes.append(10)
    }
    return transcript
  }
}
