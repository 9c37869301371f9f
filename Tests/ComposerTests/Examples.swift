import BriefingModel
import Composer

/// Hand-made values in the shape the Outliner gives them.
enum Examples {
  static let zoucheng = County(
    name: "邹城市", short: "邹城", code: "370883", prefecture: "济宁市", province: "山东省")
  static let yutai = County(name: "鱼台县", short: "鱼台", code: "370827", prefecture: "济宁市", province: "山东省")
  static let date = CalendarDate(year: 2026, month: 11, day: 23)

  static func origin(_ lines: ClosedRange<Int>, source: String = "page.txt") -> Origin {
    Origin(source: source, lines: lines, bytes: 0..<0, scalars: 0..<0)
  }

  static func measure(
    _ number: String, _ heading: String, _ body: String = "", role: Measure.Role = .measure,
    lines: ClosedRange<Int> = 1...1, figures: [Figure] = [], children: [Measure] = []
  ) -> Measure {
    Measure(
      number: number, role: role, heading: heading, marking: .paragraphLead, headingOrigin: origin(lines),
      origin: origin(lines), body: body, confidence: 1, figures: figures, children: children)
  }

  static func figure(
    _ text: String, _ value: Int64, _ kind: Figure.Kind = .count, of object: String? = nil,
    _ qualifier: Figure.Qualifier? = nil, from: Int64? = nil, line: Int = 1
  ) -> Figure {
    Figure(
      text: text, value: ExactNumber(digits: value), from: from.map { ExactNumber(digits: $0) }, unit: nil,
      qualifier: qualifier, kind: kind, object: object, origin: origin(line...line))
  }

  static func article(
    _ id: String = "370883-1", county: County? = zoucheng, headline: [String] = ["构建“链条式”平时考核体系"],
    measures: [Measure] = []
  ) -> Article {
    Article(
      id: id, kind: .article, county: county, headline: headline, dateline: "本报邹城讯",
      byline: Byline(role: "通讯员", names: ["侯康"]), lede: "今年以来，邹城市着眼于抓实考核。",
      origin: origin(310...356), headlineOrigin: origin(360...361), measures: measures)
  }

  static func compose(
    _ articles: [Article], _ change: (inout Composer.Options) -> Void = { _ in }
  ) -> Briefing {
    var options = Composer.Options(date: date)
    change(&options)
    return Composer(options: options).compose([
      OutlinedSource(source: "page.txt", title: nil, articles: articles)
    ])
  }
}

extension Briefing {
  var headings: [Heading] {
    blocks.compactMap { if case .heading(let heading) = $0 { heading } else { nil } }
  }

  /// Headings as they are printed: 一、压实“责任链条”.
  var printedHeadings: [String] { headings.map { $0.label + $0.text.words } }

  func paragraphs(_ role: ParagraphRole) -> [String] { inlines(role).map(\.words) }

  func inlines(_ role: ParagraphRole) -> [[Inline]] {
    blocks.compactMap { block in
      if case .paragraph(let inlines, role) = block { inlines } else { nil }
    }
  }

  var charts: [Chart] {
    blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  var footnotes: [String] {
    blocks.flatMap { block -> [String] in
      guard case .paragraph(let inlines, _) = block else { return [] }
      return inlines.compactMap { if case .footnote(let text) = $0 { text } else { nil } }
    }
  }

  var table: Table? { tables.last }

  var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  var lists: [[String]] {
    blocks.compactMap { if case .list(_, let items) = $0 { items } else { nil } }
  }
}

extension [Inline] {
  var words: String {
    map { inline in
      switch inline {
      case .text(let text), .doubted(let text, comment: _): text
      case .correction(let printed, proposed: _, comment: _): printed
      case .footnote: ""
      }
    }.joined()
  }

  /// The words between ⟦ ⟧ bear a comment; after → stands what is proposed for them.
  var marked: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .doubted(let text, let comment): "⟦\(text)｜\(comment.text)⟧"
      case .correction(let printed, let proposed, _): "⟦\(printed)→\(proposed)⟧"
      case .footnote: ""
      }
    }.joined()
  }
}
