import BriefingModel
import Testing

@testable import jianbao_eval

@Suite struct ScorerTests {
  private let source = Array("一是健全机制，成立专班；压实责任，抓紧抓细。二要守住\n底线。".unicodeScalars)

  private func heading(
    _ text: String, start: Int, level: Int = 1, role: String = "measure", form: String? = nil
  ) -> ScoredHeading {
    ScoredHeading(level: level, role: role, text: text, form: form, start: start, line: 1)
  }

  private func score(_ gold: [ScoredHeading], _ found: [ScoredHeading]) -> OutlineScore {
    HeadingScorer(source: source).score(gold: gold, found: found).score
  }

  @Test func countsHitsMissesAndFalsePositivesByLevel() {
    let gold = [heading("健全机制", start: 2), heading("压实责任，抓紧抓细", start: 12, level: 2)]
    let found = [heading("健全机制", start: 2), heading("压实责任，抓紧抓细", start: 12, level: 1)]
    let score = score(gold, found)
    #expect(score.levels[0] == Tally(hits: 1, misses: 0, extras: 1))
    #expect(score.levels[1] == Tally(hits: 0, misses: 1, extras: 0))
    #expect(score.levels[0].f1 == 2.0 / 3)
  }

  @Test func refusesTheRightTextAtAnotherPlace() {
    #expect(
      score([heading("健全机制", start: 2)], [heading("健全机制", start: 3)]).levels[0] == Tally(misses: 1, extras: 1)
    )
  }

  @Test func acceptsEitherEndAfterAnExplicitMarkerOnly() {
    let long = "健全机制，成立专班"
    for (wanted, given) in [("健全机制", long), (long, "健全机制")] {
      #expect(
        score([heading(wanted, start: 2, form: "yi-shi")], [heading(given, start: 2)]).levels[0].hits == 1)
      #expect(
        score([heading(wanted, start: 2, form: "run-in")], [heading(given, start: 2)]).levels[0].hits == 0)
    }
    #expect(score([heading(long, start: 2, form: "yi-shi")], [heading("健全", start: 2)]).levels[0].hits == 0)
  }

  @Test func ignoresBlanksAndCountsNoHeadingTwice() {
    let found = [heading("守住 底线", start: 24), heading("守住底线", start: 24)]
    #expect(score([heading("守住底线", start: 24)], found).levels[0] == Tally(hits: 1, extras: 1))
  }

  @Test func scoresRequirementsApartWhateverTheirLevel() {
    let gold = [heading("守住底线", start: 24, role: "requirement")]
    let right = score(gold, [heading("守住底线", start: 24, level: 2, role: "requirement")])
    #expect(right.requirements == Tally(hits: 1))
    #expect(right.levels == [Tally(), Tally(), Tally()])
    let wrong = score(gold, [heading("守住底线", start: 24)])
    #expect(wrong.requirements == Tally(misses: 1))
    #expect(wrong.levels[0] == Tally(extras: 1))
  }

  @Test func countsSectionsAtTheFirstLevelAndTheirRolesApart() {
    let gold = [heading("健全机制", start: 2, role: "section"), heading("压实责任", start: 12)]
    let found = [heading("健全机制", start: 2), heading("压实责任", start: 12)]
    let score = score(gold, found)
    #expect(score.levels[0] == Tally(hits: 2))
    #expect(score.sectionRoles == Share(right: 0, all: 1))
  }

  @Test func pairsEachBodyWithTheOneThatSharesMost() {
    let bodies = [(0, 100), (120, 200), (300, 310)].map {
      GoldOutline.Body(start: $0.0, end: $0.1, line: 1, endLine: 1)
    }
    #expect(PageScorer.partners(bodies, [90..<130, 130..<200, 0..<90]) == [2, 1, nil])
    #expect(PageScorer.partners(bodies, [0..<200]) == [0, nil, nil])
  }

  @Test func averagesFirstLevelF1OverArticles() {
    var page = PageScore(slug: "p", found: 3, expected: 3)
    for tally in [Tally(), Tally(extras: 2), Tally(hits: 3, misses: 1)] {
      var article = ArticleScore(id: "a")
      article.outline.levels[0] = tally
      page.articles.append(article)
    }
    let score = SetScore([page])
    #expect(abs(score.macroFirstLevel - (1 + 0 + 6.0 / 7) / 3) < 1e-12)
    #expect(score.outline.levels[0] == Tally(hits: 3, misses: 1, extras: 2))
  }

  @Test func scoresAWholePage() throws {
    let gold = GoldOutline(
      source: "source.txt", pageFurniture: [],
      articles: [
        .init(
          id: "a1", kind: "article", county: "邹城市", body: .init(start: 0, end: 20, line: 1, endLine: 1),
          kicker: [], headline: ["健全", "机制"], headlineLines: [], ledeLine: 1, measures: [])
      ])
    let origin = { (range: Range<Int>) in Origin(source: "s", lines: 1...1, bytes: range, scalars: range) }
    let right = Article(id: "1", kind: .article, headline: ["健全 机制"], origin: origin(0..<18))
    let stray = Article(
      id: "2", kind: .article, origin: origin(20..<24),
      measures: [
        Measure(
          number: "1", heading: "守住底线", marking: .yiYao, headingOrigin: origin(24..<28),
          origin: origin(24..<28),
          body: "", confidence: 1)
      ])
    let page = PageScorer(slug: "p", source: source).score(gold: gold, found: [right, stray])
    #expect((page.found, page.expected) == (2, 1))
    #expect(page.stray.levels[0] == Tally(extras: 1))
    let article = try #require(page.articles.first)
    #expect(article.isFound && article.isKindRight && article.isHeadlineRight && article.isBylineRight)
    #expect(!article.isCountyRight)
    #expect(page.remarks.contains("≠ p:1 county: 邹城市 | -"))
  }
}
