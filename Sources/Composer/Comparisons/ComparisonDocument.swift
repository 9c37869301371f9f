import BriefingModel

extension Composer {
  /// A comparison as a document: what is common and what is not in words, the rows side by side, what stands alone,
  /// terms, figures. Every word but the labels is printed text of the sources.
  ///
  ///     Composer(options: options).compose(comparison, sources: sources)
  public func compose(_ comparison: Comparison, sources: [OutlinedSource]) -> Briefing {
    let document = ComparisonDocument(comparison, sources: sources, composer: self)
    return Briefing(
      masthead: masthead, title: options.title ?? document.title, blocks: document.blocks,
      colophon: options.colophon, orientation: .landscape)
  }
}

/// The blocks of a comparison.
struct ComparisonDocument {
  /// More counties do not stand side by side on a page 225 mm wide.
  private static let mostColumns = 6
  private static let mostTerms = 8
  static let rowsCaption = "做法对照表"

  let comparison: Comparison
  let names: [String]
  private let articles: [String: Article]
  private let isAlone: Bool
  private let composer: Composer

  init(_ comparison: Comparison, sources: [OutlinedSource], composer: Composer) {
    self.composer = composer
    self.comparison = comparison
    names = comparison.counties.map(\.name)
    let all = sources.flatMap(\.articles)
    articles = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    isAlone = sources.count == 1
  }

  var title: String {
    names.count <= 3 ? names.joined(separator: "、") + "做法对照" : "各县市做法对照"
  }

  var blocks: [Block] {
    var blocks: [Block] = opening.map { .paragraph($0, role: .body) }
    if !comparison.rows.isEmpty { blocks.append(.table(rowsTable)) }
    if comparison.unpaired.contains(where: { !$0.isEmpty }) { blocks.append(.table(unpairedTable)) }
    blocks += terms.map { .paragraph([.text($0)], role: .body) }
    blocks += ThemeCounts(comparison).blocks
    if !comparison.figures.isEmpty { blocks.append(.table(figuresTable)) }
    if let chart = FiguresChart(comparison).chart { blocks.append(.chart(chart)) }
    return blocks
  }

  // MARK: What is common and what is not

  /// 邹城市、嘉祥县都有的做法：考核奖惩（…；…）。仅邹城市有的做法：….
  private var opening: [[Inline]] {
    var paragraphs: [[Inline]] = []
    if comparison.rows.isEmpty {
      paragraphs.append([.text(names.joined(separator: "、") + "没有可以对照的做法。")])
    } else if names.count == 2 {
      let rows = comparison.rows.map { row in
        let cells = row.cells.map { $0.map(\.heading).joined(separator: "、") }
        return words("\(theme(row.theme))（\(names[0])：\(cells[0])；\(names[1])：\(cells[1])）", of: [row])
      }
      paragraphs.append(listed(names.joined(separator: "、") + "都有的做法：", rows))
    } else {
      paragraphs.append(listed("两个以上县市都有的做法：", themesInRows))
    }
    for (name, alone) in zip(names, comparison.unpaired)
    where !alone.isEmpty && names.count <= Self.mostColumns {
      paragraphs.append([.text("仅\(name)有的做法：" + alone.map(\.heading).joined(separator: "、") + "。")])
    }
    return paragraphs
  }

  private func listed(_ opening: String, _ entries: [Inline]) -> [Inline] {
    var inlines: [Inline] = [.text(opening)]
    for (index, entry) in entries.enumerated() {
      inlines += [entry, .text(index + 1 < entries.count ? "；" : "。")]
    }
    return inlines
  }

  /// 考核奖惩（嘉祥县、邹城市）, once for each theme.
  private var themesInRows: [Inline] {
    var order: [String] = []
    var rows: [String: [ComparisonRow]] = [:]
    for row in comparison.rows {
      if rows[row.theme] == nil { order.append(row.theme) }
      rows[row.theme, default: []].append(row)
    }
    return order.map { theme in
      let rows = rows[theme] ?? []
      let members = names.indices.filter { county in rows.contains { !$0.cells[county].isEmpty } }
        .map { names[$0] }
      let shown =
        members.count <= Self.mostColumns
        ? members.joined(separator: "、") : members.prefix(Self.mostColumns).joined(separator: "、") + "等"
      return words("\(self.theme(theme))（\(shown)）", of: rows)
    }
  }

  /// A row is weak below the threshold (each is the other's best, no more) and hardly above it.
  private static let margin = 0.05

  /// Words about rows; with a doubt where one of these is hardly alike enough.
  ///
  /// The rows' own cells are plain words that no comment can be anchored on.
  private func words(_ text: String, of rows: [ComparisonRow]) -> Inline {
    let weak = rows.filter { $0.score < comparison.threshold + Self.margin }
    guard composer.options.forReview, !weak.isEmpty else { return .text(text) }
    let list = weak.map { row in
      zip(names, row.cells).flatMap { name, cell in cell.map { name + $0.heading } }
        .joined(separator: " ～ ")
    }
    return .doubted(
      text, comment: Comment("\(list.joined(separator: "；"))：相似程度不高，是不是同一件事，请核对。"))
  }

  // MARK: Tables

  private var rowsTable: Table {
    if names.count > Self.mostColumns {
      let rows = comparison.rows.map { row in
        let lines = zip(names, row.cells).filter { !$0.1.isEmpty }.map { name, cell in
          "\(name)：" + cell.map(\.heading).joined(separator: "；")
        }
        return [theme(row.theme), lines.joined(separator: "\n"), evidence(of: row)]
      }
      return Table(caption: Self.rowsCaption, header: ["主题", "做法", "依据"], rows: rows, widths: [3, 14, 5])
    }
    let isPair = names.count == 2
    let rows = comparison.rows.map { row in
      [theme(row.theme)] + row.cells.map { $0.map { cell($0, isFull: isPair) }.joined(separator: "\n") }
        + [evidence(of: row)]
    }
    return Table(
      caption: Self.rowsCaption, header: ["主题"] + names + ["依据"], rows: rows,
      widths: isPair ? [3, 11, 11, 6] : [4] + countyWidths + [7])
  }

  /// A county that stands in few rows needs no wide column.
  private var countyWidths: [Int] {
    names.indices.map { county in
      comparison.rows.contains { !$0.cells[county].isEmpty } ? 6 : 3
    }
  }

  private var unpairedTable: Table {
    var rows: [[String]] = []
    for (name, alone) in zip(names, comparison.unpaired) {
      for reference in alone {
        rows.append([
          name, theme(reference.theme), reference.number + "　" + reference.heading,
          gist(of: reference) ?? "—",
          place(of: reference),
        ])
      }
    }
    return Table(
      caption: "仅一地有的做法", header: ["县名", "主题", "做法", "要点", "原文行"], rows: rows,
      widths: [4, 4, 8, 14, 4])
  }

  private var figuresTable: Table {
    let isWide = names.count > Self.mostColumns
    let rows = comparison.figures.map { figures -> [String] in
      let cells = figures.cells.map { entries in
        entries.map { "\($0.figure.text)（\($0.measure.number)）" }.joined(separator: "、")
      }
      if isWide {
        let lines = zip(names, cells).filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }
        return [figures.object, lines.joined(separator: "\n")]
      }
      return [figures.object] + cells.map { $0.isEmpty ? "—" : $0 }
    }
    return Table(
      caption: "可比数字", header: ["对象"] + (isWide ? ["数字"] : names), rows: rows,
      widths: [5] + (isWide ? [16] : names.map { _ in 6 }))
  }

  /// 4　完善“奖惩链条”（第354行） and below it the gist.
  private func cell(_ reference: MeasureReference, isFull: Bool) -> String {
    let head = "\(reference.number)　\(reference.heading)（\(place(of: reference))）"
    guard isFull, let gist = gist(of: reference) else { return head }
    return head + "\n" + gist
  }

  private func evidence(of row: ComparisonRow) -> String {
    row.evidence.map(\.text).joined(separator: "；")
  }

  func theme(_ name: String) -> String { name.isEmpty ? "其他" : name }

  private func place(of reference: MeasureReference) -> String {
    let lines = reference.origin.lines
    let words = lines.count == 1 ? "第\(lines.lowerBound)行" : "第\(lines.lowerBound)—\(lines.upperBound)行"
    return isAlone ? words : composer.fileName(reference.origin.source) + "，" + words
  }

  // MARK: Extracts

  /// What was done and the strongest figures, in the article's words.
  private func gist(of reference: MeasureReference) -> String? {
    guard let article = articles[reference.article],
      let measure = measure(reference.number, in: article.measures)
    else { return nil }
    let names =
      article.county.map { [Scalars($0.name.unicodeScalars), Scalars($0.short.unicodeScalars)] } ?? []
    let excerpts = Excerpts(measure, isLast: false, names: names)
    let traceability = Traceability(article)
    let wanted = ([excerpts.gist].compactMap { $0 } + excerpts.figures.prefix(2))
      .filter { traceability.stands($0.text.string) }
    let runs = excerpts.joined(wanted).map(\.string).filter(traceability.stands)
    return runs.isEmpty ? nil : runs.joined(separator: "；") + "。"
  }

  private func measure(_ number: String, in measures: [Measure]) -> Measure? {
    for measure in measures {
      if measure.number == number { return measure }
      if number.hasPrefix(measure.number + "."), let found = self.measure(number, in: measure.children) {
        return found
      }
    }
    return nil
  }

  // MARK: Terms

  /// 共同的提法：“红帆驿站”。 and what only one county calls so.
  private var terms: [String] {
    var paragraphs: [String] = []
    let common = comparison.commonTerms.map { quoted($0.text) }
    if !common.isEmpty {
      paragraphs.append("共同的提法：" + common.prefix(Self.mostTerms).joined(separator: "、") + "。")
    }
    guard names.count <= Self.mostColumns else { return paragraphs }
    let shared = Set(comparison.commonTerms.map(\.text))
    for (county, name) in zip(comparison.counties, names) {
      let own = terms(of: county).filter { !shared.contains($0) }.prefix(Self.mostTerms)
      if !own.isEmpty { paragraphs.append("仅\(name)的提法：" + own.map(quoted).joined(separator: "、") + "。") }
    }
    return paragraphs
  }

  private func quoted(_ term: String) -> String { term.hasPrefix("《") ? term : "“\(term)”" }

  private func terms(of county: County) -> [String] {
    var found: [String] = []
    for article in articles.values.sorted(by: { $0.id < $1.id }) where article.county == county {
      for term in article.allTerms where !found.contains(term.text) { found.append(term.text) }
    }
    return found
  }
}
