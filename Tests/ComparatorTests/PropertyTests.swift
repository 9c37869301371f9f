import BriefingModel
import Comparator
import Testing

/// What holds of every comparison.
@Suite struct ComparisonPropertyTests {
  private func compare(
    _ articles: [Article], _ counties: [County], _ granularity: Comparison.Granularity = .leaf
  ) -> Comparison {
    Comparator(options: .init(granularity: granularity)).compare(articles, counties: counties)
  }

  private func countyPairs(_ source: ComparisonSource) -> [(County, County)] {
    let counties = Comparator.counties(in: source.articles)
    return counties.enumerated().flatMap { index, a in counties[(index + 1)...].map { (a, $0) } }
  }

  @Test(arguments: try ComparisonSource.all(), Comparison.Granularity.allCases)
  func isTheSameBothWays(_ source: ComparisonSource, _ granularity: Comparison.Granularity) {
    for (a, b) in countyPairs(source) {
      let there = compare(source.articles, [a, b], granularity)
      let back = compare(source.articles, [b, a], granularity)
      #expect(there.pairs == back.pairs)
      #expect(there.rows.map(\.theme) == back.rows.map(\.theme))
      #expect(there.rows.map(\.score) == back.rows.map(\.score))
      #expect(there.rows.map(\.evidence) == back.rows.map(\.evidence))
      #expect(there.unpaired == back.unpaired.reversed())
    }
  }

  @Test(arguments: try ComparisonSource.all())
  func doesNotDependOnTheOrderOfArticles(_ source: ComparisonSource) {
    for (a, b) in countyPairs(source) {
      let there = compare(source.articles, [a, b])
      let back = compare(source.articles.reversed(), [a, b])
      #expect(there.pairs == back.pairs)
      #expect(there.rows == back.rows)
    }
  }

  @Test(arguments: try ComparisonSource.all(), Comparison.Granularity.allCases)
  func everyMeasureStandsExactlyOnce(_ source: ComparisonSource, _ granularity: Comparison.Granularity) {
    for (a, b) in countyPairs(source) {
      let comparison = compare(source.articles, [a, b], granularity)
      let wanted = source.articles.filter { $0.county == a || $0.county == b }.flatMap { article in
        Comparator.measures(of: article, granularity: granularity).map {
          "\(article.id) \($0.number) \($0.heading)"
        }
      }
      #expect(comparison.standing.sorted() == wanted.sorted())
      let empty = comparison.rows.flatMap(\.cells).filter(\.isEmpty)
      #expect(empty.isEmpty)
    }
  }

  @Test(arguments: try ComparisonSource.all(), Comparison.Granularity.allCases)
  func anArticleComparedWithItselfIsAlignedThroughout(
    _ source: ComparisonSource, _ granularity: Comparison.Granularity
  ) {
    for article in source.articles where !article.measures.isEmpty {
      var first = article
      var second = article
      first.id = "x"
      second.id = "y"
      first.county = County(name: "甲县", short: "甲县", code: nil, prefecture: nil, province: nil)
      second.county = County(name: "乙县", short: "乙县", code: nil, prefecture: nil, province: nil)
      let comparison = compare(
        [first, second], [first.county, second.county].compactMap { $0 }, granularity)
      #expect(comparison.unpaired == [[], []])
      for row in comparison.rows {
        #expect(row.score == 1)
        #expect(row.cells[0].map(\.number) == row.cells[1].map(\.number))
      }
    }
  }

  @Test func twoCountiesAreComparedAlikeWhateverElseThereIs() throws {
    let seed = try ComparisonSource.seed()
    let others = try ComparisonSource.pairs().flatMap(\.articles)
    for (a, b) in countyPairs(seed) {
      let alone = seed.articles.filter { $0.county == a || $0.county == b }
      let strangers = others.filter { $0.county != a && $0.county != b }
      let isSame = compare(alone, [a, b]) == compare(strangers + seed.articles, [a, b])
      #expect(isSame, "\(a.name) and \(b.name)")
    }
  }

  @Test(arguments: Comparison.Granularity.allCases)
  func allCountiesTogetherHaveThePairsThatTwoHave(_ granularity: Comparison.Granularity) throws {
    let articles = try ComparisonSource.all().flatMap(\.articles)
    let counties = Comparator.counties(in: articles)
    var wanted: Set<UnorderedPair> = []
    for (index, a) in counties.enumerated() {
      for b in counties[(index + 1)...] { wanted.formUnion(compare(articles, [a, b], granularity).pairs) }
    }
    let all = compare(articles, counties, granularity)
    #expect(all.pairs == wanted)
    #expect(!wanted.isEmpty)
  }

  @Test func demandsAreNeverCompared() throws {
    let articles = try ComparisonSource.all().flatMap(\.articles)
    for article in articles {
      for granularity in Comparison.Granularity.allCases {
        let roles = Comparator.measures(of: article, granularity: granularity).map(\.role)
        #expect(!roles.contains(.requirement))
      }
    }
  }
}
