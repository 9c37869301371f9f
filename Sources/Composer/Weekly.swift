import BriefingModel

/// What a week's briefing says besides its items.
public struct WeeklyNotes: Sendable {
  /// Where the story of an article was printed, by the article's id.
  public var printed: [String: [String]]
  /// County, object, number, earlier number, when.
  public var continuing: [[String]] = []
  /// Counties without news.
  public var silent: [String] = []
  public var comparison: Comparison?

  public init(printed: [String: [String]]) {
    self.printed = printed
  }
}

extension Composer {
  /// The items as ever, then the counties compared, what goes on from earlier weeks, and who sent nothing.
  public func compose(_ sources: [OutlinedSource], notes: WeeklyNotes, notices: inout [Notice]) -> Briefing {
    var briefing = compose(sources, notices: &notices)
    if let comparison = notes.comparison, !comparison.rows.isEmpty {
      briefing.blocks.append(heading("本周各县市做法对照", bookmark: "w-comparison"))
      briefing.blocks += ComparisonDocument(comparison, sources: sources, composer: self).weekly
    }
    if !notes.continuing.isEmpty {
      briefing.blocks.append(heading("与前几周相比", bookmark: "w-continuing"))
      briefing.blocks.append(
        .paragraph([.text("前几周写过的对象，本周有\(notes.continuing.count)项数字与上次不同。")], role: .body))
      briefing.blocks.append(
        .table(
          Table(
            caption: "同一对象前后数字", header: ["县名", "对象", "本周", "此前", "此前日期"],
            rows: notes.continuing.map { $0.map { Cell($0) } },
            widths: [4, 9, 5, 5, 9])))
    }
    let copies = sources.flatMap(\.articles).compactMap { article in
      notes.printed[article.id].map { [title(of: article), $0.joined(separator: "、")] }
    }
    if !copies.isEmpty {
      briefing.blocks.append(
        .table(
          Table(
            caption: "附：一稿多载", header: ["标题", "刊载"], rows: copies.map { $0.map { Cell($0) } },
            widths: [16, 14])))
    }
    if !notes.silent.isEmpty {
      briefing.blocks.append(
        .paragraph([.text("本周没有报道的县市：" + notes.silent.joined(separator: "、") + "。")], role: .body))
    }
    return briefing
  }

  private func heading(_ text: String, bookmark: String) -> Block {
    .heading(Heading(level: 0, label: "", text: [.text(text)], bookmark: bookmark))
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
