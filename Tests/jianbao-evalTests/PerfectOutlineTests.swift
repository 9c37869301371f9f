import BriefingModel
import Foundation
import Testing

@testable import jianbao_eval

/// Gold, put in the shape of an outline, has full marks in every folder.
@Suite struct PerfectOutlineTests {
  private func origin(_ range: Range<Int>, line: Int) -> Origin {
    Origin(source: "s", lines: line...line, bytes: range, scalars: range)
  }

  private func measures(_ entries: [GoldOutline.Entry]) throws -> [Measure] {
    try entries.map { entry in
      let place = origin(entry.start..<entry.end, line: entry.line)
      return Measure(
        number: entry.id, role: try #require(Measure.Role(rawValue: entry.role ?? "measure")),
        heading: entry.heading, marking: try #require(Marking(rawValue: entry.form ?? "run-in")),
        headingOrigin: place, origin: place, body: "", confidence: 1, children: try measures(entry.children))
    }
  }

  private func article(_ gold: GoldOutline.Article) throws -> Article {
    Article(
      id: gold.id, kind: try #require(Article.Kind(rawValue: gold.kind)),
      county: gold.county.map { County(name: $0, short: $0, code: nil, prefecture: nil, province: nil) },
      headline: gold.headline, byline: gold.byline.map { Byline(role: $0.role, names: $0.names) },
      origin: origin(gold.body.start..<gold.body.end, line: gold.body.line),
      measures: try measures(gold.measures))
  }

  private func expectFullMarks(_ fixture: Fixture) throws {
    let source = Array(String(decoding: fixture.bytes, as: UTF8.self).unicodeScalars)
    let found = try fixture.gold.articles.map { try article($0) }
    let page = PageScorer(slug: fixture.slug, source: source).score(gold: fixture.gold, found: found)
    let hasRemarks = !page.remarks.isEmpty
    #expect(!hasRemarks)
    let score = SetScore([page])
    #expect(score.matched == score.expected)
    #expect(score.macroFirstLevel == 1)
    #expect(score.outline.levels.map(\.f1) == [1, 1, 1])
    #expect(score.outline.sectionRoles.right == score.outline.sectionRoles.all)
  }

  @Test(arguments: try FixtureTests.slugs) func hasFullMarks(slug: String) throws {
    try expectFullMarks(Fixture(folder: FixtureTests.root.appending(path: "Fixtures/articles/\(slug)")))
  }

  @Test func hasFullMarksOnTheSeedPage() throws {
    try expectFullMarks(Fixture(seedBelow: FixtureTests.root))
  }
}
