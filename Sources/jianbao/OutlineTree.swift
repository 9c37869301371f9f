import BriefingModel

/// Draws outlines for people, with the lines of the source:
///
///     邹城市　构建“链条式”平时考核体系 激发干部干事创业活力　［第310—361行］
///     ├─ 1 压实“责任链条”　［段首句，第315行］
enum OutlineTree {
  static func text(_ outlined: OutlinedSource) -> String {
    var text = shown(outlined.source)
    if let title = outlined.title { text += "　\(title)" }
    text += "\n"
    for article in outlined.articles {
      text += "\n\(headline(of: article))\n"
      draw(article.measures, indent: "", into: &text)
    }
    if outlined.articles.isEmpty { text += "\n（没有找到文章）\n" }
    return text
  }

  private static func headline(of article: Article) -> String {
    var parts: [String] = []
    if let county = article.county { parts.append(county.name) }
    var words = (article.kicker + article.headline).joined(separator: " ")
    if let subtitle = article.subtitle { words += " ——\(subtitle)" }
    parts.append(words.isEmpty ? "（无标题）" : words)
    let kind: String? =
      switch article.kind {
      case .article: nil
      case .photoCaption: "图片说明"
      case .other: "其他"
      }
    let place = [kind, lines(article.printedLines)].compactMap { $0 }.joined(separator: "，")
    parts.append("［\(place)］")
    return parts.joined(separator: "　")
  }

  private static func draw(_ measures: [Measure], indent: String, into text: inout String) {
    for (index, measure) in measures.enumerated() {
      let isLast = index == measures.count - 1
      let role: String? =
        switch measure.role {
        case .measure: nil
        case .requirement: "要求"
        case .section: "部分"
        }
      let place = [measure.marking.words, role, lines(measure.headingOrigin.lines)]
        .compactMap { $0 }.joined(separator: "，")
      text += "\(indent)\(isLast ? "└─" : "├─") \(measure.number) \(measure.heading)　［\(place)］\n"
      draw(measure.children, indent: indent + (isLast ? "   " : "│  "), into: &text)
    }
  }

  private static func lines(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "第\(range.lowerBound)行" : "第\(range.lowerBound)—\(range.upperBound)行"
  }
}

extension Article {
  /// Body and headline together.
  fileprivate var printedLines: ClosedRange<Int> {
    guard let head = headlineOrigin?.lines else { return origin.lines }
    return min(head.lowerBound, origin.lines.lowerBound)...max(head.upperBound, origin.lines.upperBound)
  }
}

extension Marking {
  /// What the tree calls a marking.
  var words: String {
    switch self {
    case .standaloneLine: "独行标题"
    case .paragraphLead: "段首句"
    case .runIn: "段中句"
    case .yiShi: "一是式"
    case .yiYao: "一要式"
    case .chineseNumber: "序号一、"
    case .parenthesizedChineseNumber: "序号（一）"
    case .numbered: "序号1."
    case .parenthesizedNumber: "序号（1）"
    case .circledNumber: "序号①"
    case .ordinalWord: "次序词"
    case .labelledNumber: "带名序号"
    case .dash: "破折号"
    case .bullet: "项目符号"
    case .colonLead: "冒号句"
    case .anaphora: "同语开头"
    }
  }
}
