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

    public init(prefecture: String? = nil, counties: [County] = [], vocabulary: Vocabulary = .standard) {
      self.prefecture = prefecture
      self.counties = counties
      self.vocabulary = vocabulary
    }
  }

  private let vocabulary: Vocabulary
  private let gazetteer: Gazetteer
  private let prefecture: String?

  public init(options: Options = Options()) {
    vocabulary = options.vocabulary
    gazetteer = options.counties.isEmpty ? .standard : Gazetteer(adding: options.counties)
    prefecture = options.prefecture
  }

  /// The outline of one source. Articles are numbered within it; `ArticleNumbering` renumbers a whole run.
  public func outline(_ transcript: Transcript) -> OutlinedSource {
    let mended = MendedPage(PageText(transcript))
    let quotation = Quotation(mended)
    let datelines = DatelineRule(mended)
    let classifier = BlockClassifier(
      mended: mended, quotation: quotation, vocabulary: vocabulary, datelines: datelines,
      captions: CaptionRule(mended: mended), gazetteer: gazetteer)
    let kinds = mended.blocks.indices.map(classifier.kind)
    let endings = EndBylineRule(mended: mended, bylines: datelines.bylines)
    let signed = mended.blocks.indices.filter { kinds[$0] == .body && endings.byline(of: mended.blocks[$0]) != nil }
    let segmenter = PageSegmenter(
      mended: mended, kinds: kinds,
      boundary: BoundaryRule(mended: mended, kinds: kinds, gazetteer: gazetteer, signed: Set(signed)),
      assignment: HeadlineAssignment(mended: mended, kinds: kinds, datelines: datelines, gazetteer: gazetteer))
    let (items, column) = segmenter.items()
    let builder = ArticleBuilder(
      mended: mended, quotation: quotation, vocabulary: vocabulary, kinds: kinds, datelines: datelines,
      endings: endings, headlines: HeadlineRule(mended: mended, kinds: kinds, gazetteer: gazetteer),
      counties: CountyRule(gazetteer: gazetteer, prefecture: prefecture))
    var result = OutlinedSource(
      source: transcript.source,
      title: transcript.title ?? column.map { mended.string(mended.blocks[$0].text) }, articles: [])
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
