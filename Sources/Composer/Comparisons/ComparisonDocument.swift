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
  /// More counties are not listed one by one in a sentence.
  private static let mostListed = 6
  /// Most groups hold two or three counties: with more columns the table would be empty for the greater part, so the
  /// counties then stand below each other.
  private static let mostColumns = 3
  private static let mostTerms = 8
  static let rowsCaption = "做法对照表"

  let comparison: Comparison
  let names: [String]
  private let reviews: [String: Review]
  private let isAlone: Bool
  private let composer: Composer

  init(_ comparison: Comparison, sources: [OutlinedSource], composer: Composer) {
    self.composer = composer
    self.comparison = comparison
    names = comparison.counties.map(\.name)
    let all = sources.flatMap { source in
      source.articles.map { Review($0, notices: source.notices, isOn: composer.options.forReview) }
    }
    reviews = Dictionary(all.map { ($0.article.id, $0) }, uniquingKeysWith: { first, _ in first })
    isAlone = sources.count == 1
  }

  var title: String {
    names.count <= 3 ? names.joined(separator: "、") + "做法对照" : "各县市做法对照"
  }

  var blocks: [Block] {
    var blocks: [Block] = opening.map { .paragraph([.text($0)], role: .body) }
    let overview = ThemeCounts(comparison).blocks
    if !isSideBySide { blocks += overview }
    if !comparison.rows.isEmpty { blocks.append(.table(rowsTable)) }
    if comparison.unpaired.contains(where: { !$0.isEmpty }) { blocks.append(.table(unpairedTable)) }
    blocks += terms.map { .paragraph([.text($0)], role: .body) }
    if isSideBySide { blocks += overview }
    if !comparison.figures.isEmpty { blocks.append(.table(figuresTable)) }
    if let chart = FiguresChart(comparison).chart { blocks.append(.chart(chart)) }
    return blocks
  }

  // MARK: What is common and what is not

  /// 邹城市、嘉祥县都有的做法：考核奖惩（…；…）。仅邹城市有的做法：….
  var opening: [String] {
    var paragraphs: [String] = []
    if comparison.rows.isEmpty {
      paragraphs.append(names.joined(separator: "、") + "没有可以对照的做法。")
    } else if names.count == 2 {
      let rows = comparison.rows.map { row in
        let cells = row.cells.map { $0.map(\.heading).joined(separator: "、") }
        return "\(theme(row.theme))（\(names[0])：\(cells[0])；\(names[1])：\(cells[1])）"
      }
      paragraphs.append(names.joined(separator: "、") + "都有的做法：" + rows.joined(separator: "；") + "。")
    } else {
      paragraphs.append("两个以上县市都有的做法：" + themesInRows.joined(separator: "；") + "。")
    }
    for (name, alone) in zip(names, comparison.unpaired)
    where !alone.isEmpty && names.count <= Self.mostListed {
      paragraphs.append("仅\(name)有的做法：" + alone.map(\.heading).joined(separator: "、") + "。")
    }
    return paragraphs
  }

  /// 考核奖惩（嘉祥县、邹城市）, once for each theme.
  private var themesInRows: [String] {
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
        members.count <= Self.mostListed
        ? members.joined(separator: "、") : members.prefix(Self.mostListed).joined(separator: "、") + "等"
      return "\(self.theme(theme))（\(shown)）"
    }
  }

  /// A row is weak below the threshold (each is the other's best, no more) and hardly above it.
  private static let margin = 0.05

  /// What an editor is asked about a row whose measures are hardly alike enough.
  private func doubt(about row: ComparisonRow) -> String? {
    guard composer.options.forReview, row.score < comparison.threshold + Self.margin else { return nil }
    let measures = zip(names, row.cells).flatMap { name, cell in cell.map { name + $0.heading } }
    return measures.joined(separator: " ～ ") + "：相似程度不高，是不是同一件事，请核对。"
  }

  // MARK: Tables

  private var isSideBySide: Bool { names.count <= Self.mostColumns }

  /// A row for each group of measures that answer each other: the counties side by side or, where they are many, those
  /// of the group below each other.
  var rowsTable: Table {
    let rows = comparison.rows.map { row -> [Cell] in
      let cells = self.cells(of: row)
      let middle = isSideBySide ? cells.map { Cell($0) } : [stacked(cells)]
      return [Cell(theme(row.theme))] + middle + [Cell(evidence(of: row))]
    }
    let columns = isSideBySide ? names : ["做法和要点"]
    return Table(
      caption: Self.rowsCaption, header: ["主题"] + columns + ["依据"], rows: rows,
      widths: isSideBySide ? [3] + names.map { _ in 22 / max(names.count, 1) } + [6] : [4, 20, 7])
  }

  /// The measures of each county. A doubt about the row stands on the last one's heading.
  private func cells(of row: ComparisonRow) -> [[Inline]] {
    let last = row.cells.lastIndex { !$0.isEmpty }
    return row.cells.enumerated().map { county, measures in
      let doubt = county == last ? doubt(about: row) : nil
      return lines(
        measures.enumerated().map { index, measure in
          self.measure(measure, doubt: index + 1 == measures.count ? doubt : nil)
        })
    }
  }

  /// 嘉祥县：3.3　强化结果运用, county by county.
  private func stacked(_ cells: [[Inline]]) -> Cell {
    let named = zip(names, cells).filter { !$0.1.isEmpty }.map { name, cell in [.text(name + "：")] + cell }
    return Cell(lines(named))
  }

  private func lines(_ lines: [[Inline]]) -> [Inline] { Array(lines.joined(separator: [.text("\n")])) }

  private var unpairedTable: Table {
    var rows: [[Cell]] = []
    for (name, alone) in zip(names, comparison.unpaired) {
      for reference in alone {
        let heading = [.text(reference.number + "　")] + heading(of: reference)
        let gist = gist(of: reference)
        rows.append([
          Cell(name), Cell(theme(reference.theme)), Cell(heading), gist.isEmpty ? "—" : Cell(gist),
          Cell(place(of: reference)),
        ])
      }
    }
    return Table(
      caption: "仅一地有的做法", header: ["县名", "主题", "做法", "要点", "原文行"], rows: rows,
      widths: [4, 4, 8, 14, 4])
  }

  private var figuresTable: Table {
    let rows = comparison.figures.map { figures -> [Cell] in
      let cells = figures.cells.map { Array($0.map(number).joined(separator: [.text("、")])) }
      if !isSideBySide { return [Cell(figures.object), stacked(cells)] }
      return [Cell(figures.object)] + cells.map { $0.isEmpty ? "—" : Cell($0) }
    }
    return Table(
      caption: "可比数字", header: ["对象"] + (isSideBySide ? names : ["各县市数字"]), rows: rows,
      widths: [5] + (isSideBySide ? names.map { _ in 6 } : [16]))
  }

  /// 118个（4）: the number as printed and the measure it stands in.
  private func number(_ entry: ComparableFigures.Entry) -> [Inline] {
    [.text("\(entry.figure.text)（\(entry.measure.number)）")]
  }

  /// 4　完善“奖惩链条”（第354行） and below it the gist.
  private func measure(_ reference: MeasureReference, doubt: String?) -> [Inline] {
    let heading = heading(of: reference, doubt: doubt)
    let head = [.text(reference.number + "　")] + heading + [.text("（\(place(of: reference))）")]
    let gist = gist(of: reference)
    return gist.isEmpty ? head : head + [.text("\n")] + gist
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

  /// A measure's heading with the doubts about it and about its row.
  private func heading(of reference: MeasureReference, doubt: String? = nil) -> [Inline] {
    guard let review = reviews[reference.article],
      let measure = measure(reference.number, in: review.article.measures)
    else {
      return doubt.map { [.doubted(reference.heading, comment: Comment($0))] } ?? [.text(reference.heading)]
    }
    return review.heading(measure, doubt: doubt)
  }

  /// What was done and the strongest figures, in the article's words; where no clause of these stands alone, how the
  /// text begins.
  private func gist(of reference: MeasureReference) -> [Inline] {
    guard let review = reviews[reference.article],
      let measure = measure(reference.number, in: review.article.measures)
    else { return [] }
    let names =
      review.article.county.map { [Scalars($0.name.unicodeScalars), Scalars($0.short.unicodeScalars)] } ?? []
    let excerpts = Excerpts(measure, isLast: false, names: names)
    let traceability = Traceability(review.article)
    let telling = [excerpts.gist].compactMap { $0 } + excerpts.figures.prefix(2)
    let wanted = (telling.isEmpty ? [excerpts.opening].compactMap { $0 } : telling)
      .filter { traceability.stands($0.text.string) }
    let runs = excerpts.joined(wanted).map(\.string).filter(traceability.stands)
    return runs.isEmpty ? [] : review.extract(runs.joined(separator: "；") + "。", of: measure)
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
    guard names.count <= Self.mostListed else { return paragraphs }
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
    for article in reviews.values.map(\.article).sorted(by: { $0.id < $1.id }) where article.county == county
    {
      for term in article.allTerms where !found.contains(term.text) { found.append(term.text) }
    }
    return found
  }
}
