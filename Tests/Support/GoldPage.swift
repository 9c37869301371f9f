import BriefingModel
import Foundation

/// The seed page with the outline that people made of it (`Fixtures/gold/outline.json`), as the Outliner
/// would hand it on: input for everything that comes after the Outliner, and independent of it.
public enum GoldPage {
  private struct File: Decodable {
    var source: String
    var articles: [Item]
  }

  private struct Span: Decodable {
    var start: Int
    var end: Int
    var line: Int
    var endLine: Int
  }

  private struct Writer: Decodable {
    var role: String
    var names: [String]
  }

  private struct Item: Decodable {
    var id: String
    var kind: String
    var county: String
    var dateline: String?
    var byline: Writer?
    var body: Span
    var kicker: [String]
    var headline: [String]
    var subtitle: String?
    var headlineLines: [[Int]]
    var measures: [Entry]
  }

  private struct Entry: Decodable {
    var id: String
    var heading: String
    var start: Int
    var end: Int
    var line: Int
    var endLine: Int
    var children: [Entry]
  }

  private static let codes = [
    "微山县": "370826", "嘉祥县": "370829", "泗水县": "370831", "鱼台县": "370827", "邹城市": "370883",
    "任城区": "370811", "金乡县": "370828",
  ]

  public static func source() throws -> OutlinedSource {
    let json = try Data(contentsOf: Repository.fixtures.appendingPathComponent("gold/outline.json"))
    let file = try JSONDecoder().decode(File.self, from: json)
    let page = try String(
      contentsOf: Repository.root.appendingPathComponent("seeds/\(file.source)"), encoding: .utf8)
    let builder = Builder(source: file.source, scalars: Array(page.unicodeScalars))
    return OutlinedSource(source: file.source, title: nil, articles: file.articles.map(builder.article))
  }

  private struct Builder {
    let source: String
    let scalars: [Unicode.Scalar]

    func article(_ item: Item) -> Article {
      let code = codes[item.county]
      let end = item.body.end
      let first = item.measures.first?.start ?? end
      let lines = item.headlineLines.flatMap { $0 }
      let lede = text(item.body.start, first)
      let bounds = (lines.min() ?? item.body.line, lines.max() ?? item.body.endLine)
      return Article(
        id: "\(code ?? "000000")-1", kind: Article.Kind(rawValue: item.kind) ?? .other,
        county: County(
          name: item.county, short: String(item.county.dropLast()), code: code, prefecture: "济宁市",
          province: "山东省"),
        kicker: item.kicker, headline: item.headline, subtitle: item.subtitle, dateline: item.dateline,
        byline: item.byline.map { Byline(role: $0.role, names: $0.names) },
        lede: lede, origin: origin(item.body.line, item.body.endLine),
        headlineOrigin: lines.isEmpty ? nil : origin(bounds.0, bounds.1),
        measures: measures(item.measures, end: end, endLine: item.body.endLine, path: ""),
        paragraphs: [
          Paragraph(text: text(item.body.start, end), origin: origin(item.body.line, item.body.endLine))
        ])
    }

    private func measures(_ entries: [Entry], end: Int, endLine: Int, path: String) -> [Measure] {
      entries.enumerated().map { index, entry in
        let next = index + 1 < entries.count ? entries[index + 1] : nil
        let number = path + "\(index + 1)"
        let stop = next?.start ?? end
        let stopLine = next.map { max(entry.line, $0.line - 1) } ?? endLine
        return Measure(
          number: number, heading: entry.heading, marking: .paragraphLead,
          headingOrigin: origin(entry.line, entry.endLine), origin: origin(entry.line, stopLine),
          body: text(entry.end, entry.children.first?.start ?? stop), confidence: 1,
          children: measures(entry.children, end: stop, endLine: stopLine, path: number + "."))
      }
    }

    /// Printed text without line breaks and without the full stop that ends a heading.
    private func text(_ start: Int, _ end: Int) -> String {
      guard start < end else { return "" }
      let kept = scalars[start..<end].filter { !"\r\n".unicodeScalars.contains($0) }
      let text = kept.reduce(into: "") { $0.unicodeScalars.append($1) }
      return text.hasPrefix("。") ? String(text.dropFirst()) : text
    }

    private func origin(_ first: Int, _ last: Int) -> Origin {
      Origin(source: source, lines: first...max(first, last), bytes: 0..<0, scalars: 0..<0)
    }
  }
}
