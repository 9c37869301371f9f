import BriefingModel

extension Composer {
  /// Under an item's title: county, reporter, paper, file and lines; the whole citation as a footnote.
  ///
  ///     邹城市　通讯员 侯康　page.txt，第310—361行
  func sourceLine(of review: Review) -> Block {
    let article = review.article
    var parts: [String] = []
    if let county = article.county?.name ?? review.ambiguousCounty { parts.append(county) }
    if let byline = article.byline {
      let words = [byline.role] + byline.names
      parts.append(words.filter { !$0.isEmpty }.joined(separator: " "))
    }
    if let paper = papers[article.id] { parts.append(paper) }
    parts.append("\(fileName(article.origin.source))，\(prose(lines(of: article)))")
    let line = parts.joined(separator: "　")
    return .paragraph(review.sourceLine(line) + [.footnote(citation(of: article))], role: .source)
  }

  /// The blocks with what line numbers mean, as a second note where the first of several sources is cited: the first then stands on the
  /// file's name, this one on the lines.
  ///
  /// LibreOffice 7.4 has one more use for it: saved as DOCX and opened again there, a document loses the words of all
  /// footnotes where a comment stands between the first and the second.
  func explained(_ blocks: [Block]) -> [Block] {
    let sources = blocks.indices.filter {
      if case .paragraph(_, .source) = blocks[$0] { true } else { false }
    }
    guard sources.count > 1, case .paragraph(let inlines, .source) = blocks[sources[0]] else { return blocks }
    var blocks = blocks
    blocks[sources[0]] = .paragraph(explained(inlines), role: .source)
    return blocks
  }

  private func explained(_ inlines: [Inline]) -> [Inline] {
    let explanation = Inline.footnote(Self.explanation)
    guard inlines.count > 1, case .text(let line) = inlines[inlines.count - 2],
      let end = line.lastIndex(of: "，")
    else { return inlines + [.text(" "), explanation] }
    let citation = inlines[inlines.count - 1]
    let pieces: [Inline] = [.text(String(line[..<end])), citation, .text(String(line[end...])), explanation]
    return Array(inlines.dropLast(2)) + pieces
  }

  private static let explanation = "行号从原文的第一行数起；各条做法的行号见文后的条目出处对照表。"

  /// 来源：page.txt，第310—361行；电头：本报邹城讯；见报日期：2020年7月1日。
  func citation(of article: Article) -> String {
    let paper = papers[article.id].map { $0 + "，" } ?? ""
    var parts = ["来源：\(paper)\(sourceName(article.origin.source))，\(prose(lines(of: article)))"]
    if let dateline = article.dateline { parts.append("电头：\(dateline)") }
    if let date = article.date { parts.append("见报日期：\(date.year)年\(date.month)月\(date.day)日") }
    return parts.joined(separator: "；") + "。"
  }

  /// Where each item and each of its measures was printed.
  func placesTable(of articles: [Article]) -> Table {
    let hasOneSource = hasOneSource(articles)
    var rows: [[Cell]] = []
    for article in articles {
      let county = article.county?.name ?? "—"
      let place = digits(lines(of: article))
      let file = hasOneSource ? "" : fileName(article.origin.source) + "　"
      rows.append([Cell(county), "全文", Cell(title(of: article)), Cell(file + place)])
      addRows(for: article.measures, county: county, to: &rows)
    }
    return Table(
      caption: "附：条目出处对照表", header: ["县名", "条目", "标题", "原文行"], rows: rows, widths: [6, 4, 18, 8])
  }

  func hasOneSource(_ articles: [Article]) -> Bool { Set(articles.map(\.origin.source)).count < 2 }

  private func addRows(for measures: [Measure], county: String, to rows: inout [[Cell]]) {
    for measure in measures {
      rows.append([county, measure.number, measure.heading, digits(measure.origin.lines)].map { Cell($0) })
      addRows(for: measure.children, county: county, to: &rows)
    }
  }

  /// From the first to the last line of body and headline, whichever comes first in the source.
  private func lines(of article: Article) -> ClosedRange<Int> {
    guard let headline = article.headlineOrigin, headline.source == article.origin.source else {
      return article.origin.lines
    }
    let body = article.origin.lines
    return min(body.lowerBound, headline.lines.lowerBound)...max(body.upperBound, headline.lines.upperBound)
  }

  private func prose(_ lines: ClosedRange<Int>) -> String {
    "第\(digits(lines))行"
  }

  func digits(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)—\(lines.upperBound)"
  }

  private func sourceName(_ source: String) -> String {
    source == "-" ? "标准输入" : source
  }

  /// The last part of a path: a source line has no room for folders.
  func fileName(_ source: String) -> String {
    sourceName(source).split(separator: "/").last.map(String.init) ?? source
  }
}
