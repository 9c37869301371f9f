import BriefingModel

/// Turns a transcript into articles with their outlines of measures. Total: any text gives a value.
///
///     Outliner().outline(transcript).articles[0].measures[0].heading   // "压实“责任链条”"
public struct Outliner: Sendable {
  /// What a user's settings change.
  public struct Options: Sendable {
    /// Prefecture whose short county names are meant (济宁 or 济宁市).
    public var prefecture: String?
    /// Units that GB/T 2260 does not list (高新区).
    public var counties: [County]
    /// The words that rules look for.
    public var vocabulary: Vocabulary

    /// Whether quantities and names are looked for; an outline alone is had a third sooner.
    public var findsFigures: Bool

    public init(
      prefecture: String? = nil, counties: [County] = [], vocabulary: Vocabulary = .standard,
      findsFigures: Bool = true
    ) {
      self.findsFigures = findsFigures
      self.prefecture = prefecture
      self.counties = counties
      self.vocabulary = vocabulary
    }
  }

  private let vocabulary: Vocabulary
  private let gazetteer: Gazetteer
  private let prefecture: String?
  private let findsFigures: Bool

  public init(options: Options = Options()) {
    vocabulary = options.vocabulary
    gazetteer = options.counties.isEmpty ? .standard : Gazetteer(adding: options.counties)
    prefecture = options.prefecture
    findsFigures = options.findsFigures
  }

  /// The county-level units of a prefecture (济宁 or 济宁市), in the list's order, own ones first.
  public func counties(of prefecture: String) -> [County] {
    gazetteer.counties.filter { $0.prefecture == prefecture || $0.prefecture == prefecture + "市" }
  }

  /// The outline of one source. Articles are numbered within it; `ArticleNumbering` renumbers a whole run.
  public func outline(_ transcript: Transcript) -> OutlinedSource {
    let page = Page(transcript, vocabulary: vocabulary, gazetteer: gazetteer)
    let builder = ArticleBuilder(page, prefecture: prefecture, findsFigures: findsFigures)
    let (items, column) = page.segmenter.items()
    var result = OutlinedSource(
      source: transcript.source, title: transcript.title ?? column.map(page.string), articles: [])
    for item in items {
      let built = builder.article(item)
      result.articles.append(built.value)
      result.notices += built.notices
    }
    if items.isEmpty {
      result.notices.append(Notice(kind: .nothingFound, message: "没有找到文章。", origin: nil))
    }
    var numbering = ArticleNumbering()
    numbering.number(&result)
    return result
  }

  /// What every rule proposed in each article, with weights: for those who write rules.
  ///
  ///     paragraph-lead  2.3  压实“责任链条”
  package func explain(_ transcript: Transcript) -> [String] {
    let page = Page(transcript, vocabulary: vocabulary, gazetteer: gazetteer)
    let builder = ArticleBuilder(page, prefecture: prefecture, findsFigures: findsFigures)
    return page.segmenter.items().items.flatMap { item -> [String] in
      let body = builder.body(of: item)
      let candidates = Proposals(body).all.sorted { $0.start < $1.start }.map { candidate in
        let weight = (candidate.weight * 100).rounded() / 100
        let ordinal = candidate.ordinal.map { " #\($0)" } ?? ""
        return
          "    \(candidate.marking.rawValue)\(ordinal)  \(weight)  \(page.mended.string(candidate.heading))"
      }
      let titles = item.titles.map { "  title \(page.kinds[$0]) \(page.string($0))" }
      let blocks = body.blocks.map {
        "  \(page.kinds[$0]) \(page.mended.string(body.range(of: $0).prefix(30)))"
      }
      return ["item \(item.kind.rawValue)"] + titles + blocks + candidates
    }
  }
}

/// Gives articles their ids (`370883-1`), counting within each county over a whole run.
public struct ArticleNumbering: Sendable {
  private var counts: [String: Int] = [:]

  public init() {}

  public mutating func number(_ outlined: inout OutlinedSource) {
    for index in outlined.articles.indices {
      let code = outlined.articles[index].county?.code ?? "000000"
      counts[code, default: 0] += 1
      outlined.articles[index].id = "\(code)-\(counts[code, default: 0])"
    }
  }
}
