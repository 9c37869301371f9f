import BriefingModel

/// Turns a transcript into articles with their outlines of measures. Total: any text gives a value.
///
///     Outliner().outline(transcript).articles[0].measures[0].heading   // "压实“责任链条”"
public struct Outliner: Sendable {
  /// What a user's settings change.
  public struct Options: Equatable, Sendable {
    /// Prefecture whose short county names are meant (济宁 or 济宁市).
    public var prefecture: String?
    /// Units that GB/T 2260 does not list (高新区).
    public var counties: [County]

    public init(prefecture: String? = nil, counties: [County] = []) {
      self.prefecture = prefecture
      self.counties = counties
    }
  }

  let options: Options

  public init(options: Options = Options()) {
    self.options = options
  }

  public func outline(_ transcript: Transcript) -> OutlinedSource {
    OutlinedSource(source: transcript.source, title: transcript.title, articles: [])
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
