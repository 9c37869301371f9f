import BriefingModel

/// What a week's briefing says besides its items.
public struct WeeklyNotes: Sendable {
  /// The days that the issue is of.
  public var first: CalendarDate
  public var last: CalendarDate
  /// Where the story of an article was printed, by the article's id.
  public var printed: [String: [String]]
  /// The paper that an article was printed in, by the article's id.
  public var papers: [String: String]
  /// County, object, number, earlier number, when.
  public var continuing: [[String]] = []
  /// Counties without news.
  public var silent: [String] = []
  public var comparison: Comparison?

  public init(
    first: CalendarDate, last: CalendarDate, printed: [String: [String]] = [:], papers: [String: String] = [:]
  ) {
    self.first = first
    self.last = last
    self.printed = printed
    self.papers = papers
  }

  /// 本期收录2026年11月16日至22日的报道。
  var period: String {
    let year = last.year == first.year ? "" : "\(last.year)年"
    let month = year.isEmpty && last.month == first.month ? "" : "\(last.month)月"
    let end = first == last ? "" : "至\(year)\(month)\(last.day)日"
    return "本期收录\(first.year)年\(first.month)月\(first.day)日\(end)的报道。"
  }
}

extension Composer {
  /// The items as ever, then the counties compared, what goes on from earlier weeks, and who sent nothing.
  public func compose(_ sources: [OutlinedSource], notes: WeeklyNotes, notices: inout [Notice]) -> Briefing {
    var sections: [Item] = []
    if let comparison = notes.comparison, !comparison.rows.isEmpty {
      let document = ComparisonDocument(comparison, sources: sources, composer: self)
      sections.append(section("本周各县市做法对照", bookmark: "w-comparison", document.weekly))
    }
    if !notes.continuing.isEmpty {
      sections.append(section("与前几周相比", bookmark: "w-continuing", Self.continuing(notes.continuing)))
    }
    if !notes.silent.isEmpty {
      let counties = notes.silent.joined(separator: "、") + "。"
      sections.append(
        section("本周没有报道的县市", bookmark: "w-silent", [.paragraph([.text(counties)], role: .body)]))
    }
    var composer = self
    composer.papers = notes.papers
    var briefing = composer.compose(
      sources, sections: sections, annexes: [copies(in: sources, printed: notes.printed)], notices: &notices)
    briefing.blocks.insert(.paragraph([.text(notes.period)], role: .body), at: 0)
    return briefing
  }

  private func section(_ title: String, bookmark: String, _ blocks: [Block]) -> Item {
    let heading = Heading(level: 0, label: "", text: [.text(title)], bookmark: bookmark)
    return Item(title: title, bookmark: bookmark, blocks: [.heading(heading)] + blocks)
  }

  private static func continuing(_ rows: [[String]]) -> [Block] {
    [
      .paragraph([.text("前几周写过的对象，本周有\(rows.count)项数字与上次不同。")], role: .body),
      .table(
        Table(
          caption: "同一对象前后数字", header: ["县名", "对象", "本周", "此前", "此前日期"],
          rows: rows.map { $0.map { Cell($0) } }, widths: [4, 9, 5, 5, 9])),
    ]
  }

  private func copies(in sources: [OutlinedSource], printed: [String: [String]]) -> Table {
    let rows = sources.flatMap(\.articles).compactMap { article in
      printed[article.id].map { [Cell(title(of: article)), Cell($0.joined(separator: "、"))] }
    }
    return Table(caption: "附：一稿多载", header: ["标题", "刊载"], rows: rows, widths: [16, 14])
  }
}

extension ComparisonDocument {
  /// The words and the rows, on an upright page: what stands alone is told by the items.
  fileprivate var weekly: [Block] {
    var table = rowsTable
    if table.widths.count == 3 { table.widths = [4, 13, 9] }
    return opening.map { .paragraph([.text($0)], role: .body) } + [.table(table)]
  }
}
