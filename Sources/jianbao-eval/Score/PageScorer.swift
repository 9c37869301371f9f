import BriefingModel

/// How one gold article came out.
struct ArticleScore: Equatable, Sendable {
  var id: String
  var isFound = false
  var isKindRight = false
  var isCountyRight = false
  var isHeadlineRight = false
  var isBylineRight = false
  var outline = OutlineScore()
}

/// How one source came out.
struct PageScore: Equatable, Sendable {
  var slug: String
  /// Items in the outline and in gold.
  var found: Int
  var expected: Int
  var articles: [ArticleScore] = []
  /// False positives in items that gold does not have.
  var stray = OutlineScore()
  /// One line for each miss (−) and false positive (＋).
  var remarks: [String] = []
}

/// Scores an outline of one source against gold.
struct PageScorer: Sendable {
  let slug: String
  let source: [Unicode.Scalar]

  func score(gold: GoldOutline, found: [Article]) -> PageScore {
    var page = PageScore(slug: slug, found: found.count, expected: gold.articles.count)
    let partners = Self.partners(gold.articles.map(\.body), found.map(\.origin.scalars))
    for (index, article) in gold.articles.enumerated() {
      score(article, partners[index].map { found[$0] }, &page)
    }
    let matched = Set(partners.compactMap { $0 })
    for (index, article) in found.enumerated() where !matched.contains(index) {
      page.remarks.append("＋ \(slug):\(article.origin.lines.lowerBound) item \(article.headline.joined())")
      page.stray += headings(gold: [], article.measures, &page)
    }
    return page
  }

  /// For each body of gold the found body that shares most with it; greatest overlaps choose first.
  static func partners(_ bodies: [GoldOutline.Body], _ found: [Range<Int>]) -> [Int?] {
    var pairs: [(gold: Int, found: Int, overlap: Int)] = []
    for (index, body) in bodies.enumerated() {
      for (other, range) in found.enumerated() {
        let overlap = min(body.end, range.upperBound) - max(body.start, range.lowerBound)
        if overlap > 0 { pairs.append((index, other, overlap)) }
      }
    }
    pairs.sort { ($1.overlap, $0.gold, $0.found) < ($0.overlap, $1.gold, $1.found) }
    var partners: [Int?] = Array(repeating: nil, count: bodies.count)
    var taken: Set<Int> = []
    for pair in pairs where partners[pair.gold] == nil && !taken.contains(pair.found) {
      partners[pair.gold] = pair.found
      taken.insert(pair.found)
    }
    return partners
  }

  private func score(_ gold: GoldOutline.Article, _ found: Article?, _ page: inout PageScore) {
    var score = ArticleScore(id: gold.id)
    if let found {
      score.isFound = true
      func check(_ name: String, _ wanted: String, _ given: String) -> Bool {
        if withoutBlanks(wanted) == withoutBlanks(given) { return true }
        page.remarks.append("≠ \(slug):\(gold.body.line) \(name): \(wanted) | \(given)")
        return false
      }
      score.isKindRight = check("kind", gold.kind, found.kind.rawValue)
      score.isCountyRight = check("county", gold.county ?? "-", found.county?.name ?? "-")
      score.isHeadlineRight = check("headline", gold.headline.joined(), found.headline.joined())
      let names = gold.byline?.names ?? []
      score.isBylineRight = check(
        "byline", names.joined(separator: "、"), (found.byline?.names ?? []).joined(separator: "、"))
    } else {
      page.remarks.append("− \(slug):\(gold.body.line) item \(gold.headline.joined())")
    }
    score.outline = headings(gold: gold.measures, found?.measures ?? [], &page)
    page.articles.append(score)
  }

  private func headings(gold: [GoldOutline.Entry], _ found: [Measure], _ page: inout PageScore)
    -> OutlineScore
  {
    let scored = HeadingScorer(source: source).score(
      gold: ScoredHeading.all(gold), found: ScoredHeading.all(found))
    page.remarks += scored.differences.map { difference in
      let heading = difference.heading
      let role = heading.role == "measure" ? "" : " \(heading.role)"
      return "\(difference.isMiss ? "−" : "＋") \(slug):\(heading.line) L\(heading.level)\(role) "
        + "\(heading.text) [\(heading.form ?? "?")]"
    }
    return scored.score
  }
}
