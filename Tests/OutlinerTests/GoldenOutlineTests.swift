import BriefingModel
import Outliner
import TestSupport
import Testing

/// What the Outliner finds in every fixture, as a drawing: a changed outline shows as a changed text.
@Suite struct GoldenOutlineTests {
  @Test(arguments: try SourceText.fixtures()) func drawsTheRecordedOutline(_ source: SourceText) throws {
    let outlined = Outliner().outline(try source.transcript())
    try expectGolden(OutlineDrawing.text(outlined), "articles/\(source.name)/outline.txt")
  }

  @Test func drawsTheRecordedOutlineOfTheSeedPage() throws {
    let outlined = Outliner().outline(try SourceText.seed().transcript())
    try expectGolden(OutlineDrawing.text(outlined), "gold/outline.txt")
  }
}

/// The seed page, compared with the outline that people made of it.
@Suite struct SeedPageTests {
  private let gold: [Article]
  private let found: [Article]

  init() throws {
    gold = try GoldPage.source().articles
    found = Outliner().outline(try SourceText.seed().transcript()).articles
  }

  @Test func findsEveryItemWithItsKindAndCounty() {
    #expect(found.map(\.kind) == gold.map(\.kind))
    #expect(found.map { $0.county?.code } == gold.map { $0.county?.code })
  }

  @Test func findsEveryHeadlineWhole() {
    #expect(found.map(\.kicker) == gold.map(\.kicker))
    #expect(found.map(\.headline) == gold.map(\.headline))
    #expect(found.map(\.subtitle) == gold.map(\.subtitle))
  }

  @Test func findsEveryDatelineAndByline() {
    #expect(found.map(\.dateline) == gold.map(\.dateline))
    #expect(found.map { $0.byline?.names } == gold.map { $0.byline?.names })
  }

  @Test func findsTheFirstLevelWithoutAFault() {
    for (gold, found) in zip(gold, found) {
      #expect(found.measures.map(\.heading) == gold.measures.map(\.heading))
      #expect(lines(of: found) == lines(of: gold))
    }
  }

  @Test func findsTheSecondLevelNearlyWhole() {
    let wanted = Set(gold.flatMap { seconds(of: $0) })
    let given = Set(found.flatMap { seconds(of: $0) })
    let share = 2 * Double(wanted.intersection(given).count) / Double(wanted.count + given.count)
    #expect(wanted.count == 31)
    #expect(share >= 0.97, "\(wanted.symmetricDifference(given).sorted())")
  }

  private func lines(of article: Article) -> [Int] { article.measures.map(\.headingOrigin.lines.lowerBound) }

  private func seconds(of article: Article) -> [String] {
    article.measures.flatMap { first in first.children.map { "\(first.heading) > \($0.heading)" } }
  }
}
