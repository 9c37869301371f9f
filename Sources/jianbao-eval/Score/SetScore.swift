/// The scores of many sources together.
struct SetScore: Equatable, Sendable {
  var found = 0
  var expected = 0
  var matched = 0
  var kinds = Share()
  var counties = Share()
  var headlines = Share()
  var bylines = Share()
  var outline = OutlineScore()
  private var firstLevels: [Double] = []

  init(_ pages: [PageScore]) {
    for page in pages {
      found += page.found
      expected += page.expected
      outline += page.stray
      for article in page.articles { add(article) }
    }
  }

  private mutating func add(_ article: ArticleScore) {
    matched += article.isFound ? 1 : 0
    kinds.count(article.isKindRight)
    counties.count(article.isCountyRight)
    headlines.count(article.isHeadlineRight)
    bylines.count(article.isBylineRight)
    outline += article.outline
    firstLevels.append(article.outline.levels[0].f1)
  }

  /// Mean over articles of the first-level F1; an article without measures has 1 if none were found, else 0.
  var macroFirstLevel: Double {
    firstLevels.isEmpty ? 1 : firstLevels.reduce(0, +) / Double(firstLevels.count)
  }
}
