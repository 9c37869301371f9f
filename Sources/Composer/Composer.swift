import BriefingModel

/// Decides what a briefing says: masthead, contents, digest, one item for each article, its figures, and where it
/// all was printed.
///
/// Every word but the labels (目录, 要求, 来源 …) is printed text of the sources.
///
///     Composer(options: .init(date: CalendarDate(year: 2026, month: 11, day: 23))).compose(sources)
public struct Composer: Sendable {
  /// What the user decides about an issue.
  public struct Options: Equatable, Sendable {
    /// Name of the briefing, large and red at the head.
    public var name: String
    /// 内部资料 注意保存.
    public var classification: String?
    public var issue: Int?
    public var total: Int?
    public var office: String?
    /// Never the clock's: the caller knows the day.
    public var date: CalendarDate
    public var colophon: Colophon
    /// Only these counties, by full or short name (邹城市, 邹城); empty means all.
    public var counties: [String]
    /// Title of the whole issue, below the red rule.
    public var title: String?
    /// Characters of an item's summary.
    public var summaryLength: Int
    /// Whether doubts become comments on the words they are about, and likely misprints proposed corrections, for an
    /// editor to go through. The words are the same either way.
    public var forReview: Bool

    public init(
      name: String = "工作简报", classification: String? = nil, issue: Int? = nil, total: Int? = nil,
      office: String? = nil, date: CalendarDate, colophon: Colophon = Colophon(), counties: [String] = [],
      title: String? = nil, summaryLength: Int = Composer.summaryLength, forReview: Bool = true
    ) {
      self.name = name
      self.classification = classification
      self.issue = issue
      self.total = total
      self.office = office
      self.date = date
      self.colophon = colophon
      self.counties = counties
      self.title = title
      self.summaryLength = summaryLength
      self.forReview = forReview
    }
  }

  let options: Options
  /// The paper that an article was printed in, by the article's id, where that is known.
  var papers: [String: String] = [:]

  public init(options: Options) {
    self.options = options
  }

  /// The sources' articles, captions and other items, in the order in which they stand.
  public func compose(_ sources: [OutlinedSource]) -> Briefing {
    var notices: [Notice] = []
    return compose(sources, notices: &notices)
  }

  /// The same, with a notice for each word or number that was kept out because its source does not hold it.
  public func compose(_ sources: [OutlinedSource], notices: inout [Notice]) -> Briefing {
    compose(sources, sections: [], annexes: [], notices: &notices)
  }

  /// The same with sections after the items, which stand in the contents like these, and tables after our own.
  func compose(
    _ sources: [OutlinedSource], sections: [Item], annexes: [Table], notices: inout [Notice]
  ) -> Briefing {
    let articles = sources.flatMap(\.articles).filter(isWanted)
    var dropped: [Notice] = []
    let figures = figuresTable(of: articles, notices: &dropped)
    let reviews = sources.flatMap { source in
      source.articles.filter(isWanted).map {
        Review($0, notices: source.notices + dropped, isOn: options.forReview)
      }
    }
    let items = items(for: reviews, notices: &notices)
    notices += dropped
    let tables = items.isEmpty ? [] : [figures, placesTable(of: articles)]
    return Briefing(
      masthead: masthead, title: options.title,
      blocks: blocks(of: items, digest: Digest(articles.filter { $0.kind == .article }), sections: sections)
        + (tables + annexes).filter { !$0.rows.isEmpty }.map(Block.table),
      colophon: options.colophon)
  }

  private func items(for reviews: [Review], notices: inout [Notice]) -> [Item] {
    var bookmarks = Bookmarks()
    var items: [Item] = []
    for review in reviews where review.article.kind == .article {
      items.append(item(for: review, bookmarks: &bookmarks, notices: &notices))
    }
    for (title, kind) in [("图片新闻", Article.Kind.photoCaption), ("其他稿件", .other)] {
      let members = reviews.filter { $0.article.kind == kind }
      if !members.isEmpty { items.append(group(title, of: members, bookmarks: &bookmarks)) }
    }
    return items
  }

  var masthead: Masthead {
    Masthead(
      name: options.name, classification: options.classification, issue: options.issue,
      total: options.total, office: options.office, date: options.date)
  }

  private func blocks(of items: [Item], digest: Digest, sections: [Item]) -> [Block] {
    var blocks: [Block] = []
    let all = items + sections
    if all.count > 1 {
      let entries = all.map { ContentsEntry(text: $0.title, bookmark: $0.bookmark) }
      blocks.append(.contents(title: "目录", entries: entries))
    }
    if digest.lines.count > 1 { blocks.append(.list(title: "本期导读", items: digest.lines)) }
    if items.isEmpty { blocks.append(.paragraph([.text("（本期没有稿件）")], role: .body)) }
    return blocks + explained(items.flatMap(\.blocks)) + sections.flatMap(\.blocks)
  }

  private func isWanted(_ article: Article) -> Bool {
    if options.counties.isEmpty { return true }
    guard let county = article.county else { return false }
    return options.counties.contains { $0 == county.name || $0 == county.short }
  }
}

/// A composed item: what the contents say of it, and its blocks.
struct Item {
  var title: String
  var bookmark: String
  var blocks: [Block]
}
