import BriefingModel

/// Draws what the Outliner found, as the goldens hold it:
///
///     article 邹城市 370883 :310-361
///     headline 激发干部干事创业活力
///     ├─ 1 paragraph-lead 压实“责任链条” :315
enum OutlineDrawing {
  static func text(_ outlined: OutlinedSource) -> String {
    var lines: [String] = outlined.title.map { ["title \($0)"] } ?? []
    for article in outlined.articles {
      if !lines.isEmpty { lines.append("") }
      lines += head(of: article) + draw(article.measures, indent: "")
    }
    if !outlined.notices.isEmpty { lines.append("") }
    lines += outlined.notices.map { notice in
      "notice \(notice.kind.rawValue)\(notice.origin.map(place) ?? "")"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(of article: Article) -> [String] {
    let county = article.county.map { " \($0.name) \($0.code ?? "")" } ?? ""
    let byline = article.byline.map { "byline \($0.role) \($0.names.joined(separator: "、"))" }
    let date = article.date.map { "date \($0.year)-\($0.month)-\($0.day)" }
    return ["\(article.kind.rawValue)\(county)\(place(article.origin))"]
      + article.kicker.map { "kicker \($0)" } + article.headline.map { "headline \($0)" }
      + [
        article.subtitle.map { "subtitle \($0)" }, article.dateline.map { "dateline \($0)" }, byline, date,
      ].compactMap { $0 }
  }

  private static func draw(_ measures: [Measure], indent: String) -> [String] {
    measures.indices.flatMap { index -> [String] in
      let measure = measures[index]
      let isLast = index == measures.count - 1
      let role = measure.role == .measure ? "" : " (\(measure.role.rawValue))"
      let line =
        "\(indent)\(isLast ? "└─" : "├─") \(measure.number)\(role) \(measure.marking.rawValue) "
        + "\(measure.heading)\(place(measure.headingOrigin))"
      return [line] + draw(measure.children, indent: indent + (isLast ? "   " : "│  "))
    }
  }

  private static func place(_ origin: Origin) -> String {
    let lines = origin.lines
    return lines.count == 1 ? " :\(lines.lowerBound)" : " :\(lines.lowerBound)-\(lines.upperBound)"
  }
}
