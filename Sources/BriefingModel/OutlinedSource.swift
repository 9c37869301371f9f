/// The outline of one source: its articles in reading order, and the doubts about them.
public struct OutlinedSource: Equatable, Sendable, Codable {
  public var source: String
  /// The page's title or column title (乡村振兴先锋).
  public var title: String?
  public var articles: [Article]
  public var notices: [Notice]

  public init(source: String, title: String?, articles: [Article], notices: [Notice] = []) {
    self.source = source
    self.title = title
    self.articles = articles
    self.notices = notices
  }
}
