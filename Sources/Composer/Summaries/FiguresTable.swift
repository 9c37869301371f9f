import BriefingModel

extension Composer {
  /// 附：数据一览表: every quantity of the issue with what is counted and where it was printed, by county.
  ///
  ///     邹城市 │ 4 │ 单位之间差距 │ 不低于40% │ 351
  ///
  /// Days and times say when, not how much, and stay out; so do ages and spells of which nothing is said, and small
  /// counts in words (三个方面). What is demanded, not done, is marked 要求; what is only planned keeps its 预计.
  func figuresTable(of articles: [Article], notices: inout [Notice]) -> Table {
    let isAlone = hasOneSource(articles)
    var names: [String] = []
    var rows: [String: [[Cell]]] = [:]
    for article in articles {
      let name = article.county?.name ?? "—"
      if rows[name] == nil { names.append(name) }
      var collector = FigureRows(article)
      collector.collect()
      rows[name, default: []] += collector.rows.enumerated().map { index, row in
        // The file is named once: in a narrow column it takes three lines.
        let file = isAlone || index > 0 ? "" : fileName(article.origin.source) + "　"
        return [
          Cell(name), Cell(row.item), Cell(row.object), number(of: row), Cell(file + digits(row.lines)),
        ]
      }
      notices += collector.untraceable.map { Self.notice(of: $0, in: article.origin) }
    }
    return Table(
      caption: "附：数据一览表", header: ["县名", "条目", "对象", "数字", "原文行"],
      rows: names.flatMap { rows[$0] ?? [] }, widths: [6, 5, 14, 9, 7])
  }

  /// 18.5万[+元]: corrected as in the text, so that both stay alike.
  private func number(of row: FigureRows.Row) -> Cell {
    guard options.forReview, let comment = row.missingYuan else { return Cell(row.number) }
    return Cell([.text(row.number), .correction(printed: "", proposed: "元", comment: Comment(comment))])
  }
}

/// Collects an article's figures as they were printed.
struct FigureRows: Sendable {
  struct Row: Equatable, Sendable {
    var item: String
    var object: String
    var number: String
    var lines: ClosedRange<Int>
    /// What to say where the number ends without its 元.
    var missingYuan: String?
  }

  private let article: Article
  private let traceability: Traceability
  private(set) var rows: [Row] = []
  private(set) var untraceable: [String] = []

  init(_ article: Article) {
    self.article = article
    traceability = Traceability(article)
  }

  mutating func collect() {
    let text = article.lede + "\n" + article.paragraphs.map(\.text).joined(separator: "\n")
    add(
      carried(article.figures, before: article.measures), printedIn: text,
      item: article.measures.isEmpty ? "全文" : "导语")
    collect(article.measures, isRequired: false)
  }

  /// The figures before the first measure below: what is printed after the last one is neither in a lede nor in a
  /// body, and so not in the briefing.
  private func carried(_ figures: [Figure], before measures: [Measure]) -> [Figure] {
    guard let first = measures.first else { return figures }
    return figures.filter { $0.origin.bytes.lowerBound <= first.origin.bytes.lowerBound }
  }

  private mutating func collect(_ measures: [Measure], isRequired: Bool) {
    for measure in measures {
      let isRequired = isRequired || measure.role == .requirement
      let item = measure.number + (isRequired ? "（要求）" : "")
      add(
        carried(measure.figures, before: measure.children), printedIn: measure.heading + "\n" + measure.body,
        item: item)
      collect(measure.children, isRequired: isRequired)
    }
  }

  private mutating func add(_ figures: [Figure], printedIn text: String, item: String) {
    let all = Scalars(text.unicodeScalars)
    var rest = all[...]
    for (index, figure) in figures.enumerated() {
      let word = Scalars(figure.text.unicodeScalars)
      let place = rest.range(of: word) ?? all[...].range(of: word)
      let next = index + 1 < figures.count ? figures[index + 1] : nil
      if let place { rest = all[place.upperBound...] }
      guard isWanted(figure), next?.isChange(of: figure) != true else { continue }
      guard let place, traceability.stands(figure.text), traceability.stands(figure.object ?? "") else {
        untraceable.append(figure.object.map { $0 + " " + figure.text } ?? figure.text)
        continue
      }
      let before = index > 0 && figure.isChange(of: figures[index - 1]) ? figures[index - 1] : nil
      let number = PrintedFigure(figure, at: place, from: before, in: all).text
      let following = place.upperBound < all.endIndex ? all[place.upperBound] : nil
      let missing = number.hasSuffix(figure.text) ? Review.missingYuan(after: figure, before: following) : nil
      rows.append(
        Row(
          item: item, object: figure.object ?? "—", number: number, lines: figure.origin.lines,
          missingYuan: missing))
    }
  }

  private func isWanted(_ figure: Figure) -> Bool {
    if figure.isMannerOfSpeech { return false }
    return switch figure.kind {
    case .date, .time: false
    case .age, .duration, .other: figure.object != nil
    default: true
    }
  }
}

extension Figure {
  /// Whether this is the later of two states of one thing: 从1000台增加至4000台.
  fileprivate func isChange(of earlier: Figure) -> Bool {
    guard let from else { return false }
    return from == earlier.value
  }
}

/// A figure with the words around it that say how exact it is, and where it came from.
///
///     近400万元   不低于40%   1000台增加至4000台
struct PrintedFigure: Sendable {
  let text: String

  init(
    _ figure: Figure, at place: Range<Int>, from earlier: Figure?, in scalars: Scalars,
    words: SummaryWords = .standard
  ) {
    var range = place
    if let earlier, let start = Self.start(of: earlier, before: place.lowerBound, in: scalars) {
      range = start..<place.upperBound
    }
    if figure.qualifier != nil {
      let before = scalars[..<range.lowerBound]
      let opening = words.qualifiersBefore.first { before.ends(with: [$0]) }
      let ending = words.qualifiersAfter.first { scalars[range.upperBound...].starts(with: $0) }
      range = range.lowerBound - (opening?.count ?? 0)..<range.upperBound + (ending?.count ?? 0)
    }
    let clause = Self.clause(before: range.lowerBound, in: scalars)
    if let plan = clause.indices.first(where: { clause[$0...].opens(with: words.plans) }) {
      range = plan..<range.upperBound
    }
    text = scalars[range].string
  }

  /// The earlier state stands within the same clause.
  private static func start(of earlier: Figure, before end: Int, in scalars: Scalars) -> Int? {
    clause(before: end, in: scalars).range(of: Scalars(earlier.text.unicodeScalars))?.lowerBound
  }

  /// What stands between a place and the mark before it, as far as a glance goes.
  private static func clause(before end: Int, in scalars: Scalars) -> ArraySlice<Unicode.Scalar> {
    let window = scalars[max(0, end - 24)..<end]
    let mark = window.lastIndex { "，。；：\n".unicodeScalars.contains($0) }
    return window.suffix(from: mark.map { $0 + 1 } ?? window.startIndex)
  }
}
