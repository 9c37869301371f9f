import BriefingModel
import Comparator
import Composer
import Foundation
import Outliner
import SourceReaders
import TestSupport
import Testing

/// The seed page's comparison as a document: nothing in it that is not printed.
@Suite struct SeedComparisonTests {
  private let source: OutlinedSource
  private let comparison: Comparison
  private let briefing: Briefing

  init() throws {
    source = try GoldPage.source()
    let counties = Comparator.counties(in: source.articles).filter { ["泗水县", "金乡县"].contains($0.name) }
    comparison = Comparator().compare(source.articles, counties: counties)
    briefing = Composer(options: .init(date: CalendarDate(year: 2020, month: 9, day: 3)))
      .compose(comparison, sources: [source])
  }

  private var tables: [Table] {
    briefing.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func isALandscapeSheetWithARowForEachMatter() throws {
    #expect(briefing.orientation == .landscape)
    let table = try #require(tables.first { $0.caption == "做法对照表" })
    #expect(table.header == ["主题", "泗水县", "金乡县", "依据"])
    #expect(table.rows.count == comparison.rows.count)
    #expect(!table.rows.isEmpty)
  }

  @Test func saysInWordsWhatIsCommonAndWhatIsNot() {
    let paragraphs = briefing.blocks.compactMap { block -> String? in
      guard case .paragraph(let inlines, .body) = block else { return nil }
      return inlines.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }
    #expect(paragraphs.contains { $0.hasPrefix("泗水县、金乡县都有的做法：") })
    #expect(paragraphs.contains { $0.hasPrefix("仅金乡县有的做法：") })
  }

  @Test func everyGistIsPrintedInItsArticle() throws {
    let table = try #require(tables.first { $0.caption == "做法对照表" })
    for (county, column) in [("泗水县", 1), ("金乡县", 2)] {
      let article = try #require(source.articles.first { $0.county?.name == county })
      let traceability = Traceability(article)
      for row in table.rows {
        let gists = row[column].words.split(separator: "\n").filter { $0.hasSuffix("。") }
        for gist in gists { #expect(traceability.untraceable(in: String(gist)) == []) }
      }
    }
  }

  /// 争取相关部门政策: 申请到“户户通”帮扶资金18.5万，….
  @Test func correctsWhatIsTakenOutOfTheText() throws {
    let file = Repository.root.appendingPathComponent("seeds/000_49caeeadb3abf2b5.txt")
    let source = Outliner().outline(try read([UInt8](Data(contentsOf: file)), source: "page.txt"))
    let all = Comparator().compare(source.articles, counties: Comparator.counties(in: source.articles))
    for forReview in [true, false] {
      let options = Composer.Options(date: CalendarDate(year: 2020, month: 9, day: 3), forReview: forReview)
      let cells = Composer(options: options).compose(all, sources: [source]).blocks.flatMap { block in
        if case .table(let table) = block { Array(table.rows.joined()) } else { [Cell]() }
      }
      #expect(cells.contains { $0.words.contains("18.5万，") || $0.words.contains("18.5万。") })
      let isCorrected = cells.flatMap(\.text).contains {
        if case .correction(printed: "", proposed: "元", comment: _) = $0 { true } else { false }
      }
      #expect(isCorrected == forReview)
    }
  }

  @Test func unpairedMeasuresStandInATableOfTheirOwn() throws {
    let table = try #require(tables.first { $0.caption == "仅一地有的做法" })
    #expect(table.rows.count == comparison.unpaired.reduce(0) { $0 + $1.count })
  }

  /// 开展红心公益: no clause with a figure stands alone within the room of a cell, so its text's beginning does.
  @Test func saysHowTheTextBeginsWhereNoClauseStandsAlone() throws {
    let table = try #require(tables.first { $0.caption == "仅一地有的做法" })
    let row = try #require(table.rows.first { $0[2].words.hasSuffix("开展红心公益") })
    #expect(row[3].words.hasPrefix("召集志愿者372名，"))
  }
}
