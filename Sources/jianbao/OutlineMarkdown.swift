import BriefingModel

/// Spells outlines as Markdown: `#` for the headline, `##` for 1, `###` for 1.1, bodies as paragraphs.
enum OutlineMarkdown {
  static func text(_ outlined: OutlinedSource) -> String {
    outlined.articles.map(text(of:)).joined(separator: "\n")
  }

  private static func text(of article: Article) -> String {
    let headline = article.headline.joined(separator: " ")
    var text = "# \(escaped(headline.isEmpty ? "（无标题）" : headline))\n"
    if !article.kicker.isEmpty { text += "\n*\(escaped(article.kicker.joined(separator: " ")))*\n" }
    if let subtitle = article.subtitle { text += "\n——\(escaped(subtitle))\n" }
    let byline = article.byline.map { ([$0.role] + $0.names).joined(separator: " ") }
    let source = [article.county?.name, article.dateline, byline].compactMap { $0 }.joined(separator: "　")
    if !source.isEmpty { text += "\n\(escaped(source))\n" }
    if article.measures.isEmpty {
      for paragraph in article.paragraphs { text += "\n\(escaped(paragraph.text))\n" }
    } else {
      append(article.lede, to: &text)
      for measure in article.measures { append(measure, level: 2, to: &text) }
    }
    return text
  }

  private static func append(_ measure: Measure, level: Int, to text: inout String) {
    // Markdown has six levels.
    let marks = String(repeating: "#", count: min(level, 6))
    text += "\n\(marks) \(measure.number) \(escaped(measure.heading))\n"
    append(measure.body, to: &text)
    for child in measure.children { append(child, level: level + 1, to: &text) }
  }

  private static func append(_ paragraphs: String, to text: inout String) {
    for paragraph in paragraphs.split(separator: "\n") { text += "\n\(escaped(String(paragraph)))\n" }
  }

  /// Puts a backslash before what Markdown would read as markup (CommonMark 0.31 section 2.4).
  private static func escaped(_ text: String) -> String {
    var result = ""
    var isNumber = true
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|": result += "\\"
      case "#", "+", "-", "=": if index == 0 { result += "\\" }
      case ".", ")": if index > 0, isNumber { result += "\\" }
      default: break
      }
      isNumber = isNumber && ("0"..."9").contains(scalar)
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
