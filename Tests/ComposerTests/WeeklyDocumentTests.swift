import BriefingModel
import Testing

@testable import Composer

/// A week's briefing: what stands where.
@Suite struct WeeklyDocumentTests {
  private let composer = Composer(options: .init(date: Examples.date))

  private func article(_ id: String, source: String) -> Article {
    var article = Examples.article(
      id,
      measures: [
        Examples.measure(
          "1", "建强红色阵地", "建成红帆驿站91个，配备专职人员40名。", lines: 312...314,
          figures: [
            Examples.figure("91个", 91, of: "红帆驿站", line: 312),
            Examples.figure("40名", 40, of: "专职人员", line: 313),
          ])
      ])
    article.origin = Examples.origin(310...356, source: source)
    return article
  }

  private var sources: [OutlinedSource] {
    ["a.txt", "b.txt"].map {
      OutlinedSource(source: $0, title: nil, articles: [article("370883-\($0)", source: $0)])
    }
  }

  private var notes: WeeklyNotes {
    var notes = WeeklyNotes(
      first: CalendarDate(year: 2026, month: 11, day: 16), last: CalendarDate(year: 2026, month: 11, day: 22),
      printed: ["370883-a.txt": ["甲报.txt", "乙报.txt"]], papers: ["370883-b.txt": "大众日报"])
    notes.continuing = [["邹城市", "红帆驿站", "91个", "84个", "3周前（10月30日）"]]
    notes.silent = ["任城区", "泗水县"]
    return notes
  }

  private func composed(_ sources: [OutlinedSource]) -> Briefing {
    var notices: [Notice] = []
    return composer.compose(sources, notes: notes, notices: &notices)
  }

  private func titles(_ briefing: Briefing) -> [String] {
    briefing.headings.filter { $0.level == 0 }.map(\.text.words)
  }

  @Test func sectionsStandBeforeTheAnnexesAndInTheContents() throws {
    let briefing = composed(sources)
    let contents = briefing.blocks.flatMap { block -> [ContentsEntry] in
      if case .contents(_, let entries) = block { entries } else { [] }
    }
    #expect(contents.map(\.text).count == 4)
    #expect(contents.map(\.text).suffix(2) == ["与前几周相比", "本周没有报道的县市"])
    #expect(titles(briefing).suffix(2) == ["与前几周相比", "本周没有报道的县市"])
    #expect(Set(contents.map(\.bookmark)).isSubset(of: briefing.headings.map(\.bookmark)))
    #expect(briefing.tables.map(\.caption) == ["同一对象前后数字", "附：数据一览表", "附：条目出处对照表", "附：一稿多载"])
    #expect(briefing.blocks.suffix(3).allSatisfy { if case .table = $0 { true } else { false } })
    #expect(briefing.blocks.contains(.paragraph([.text("任城区、泗水县。")], role: .body)))
  }

  @Test func saysWhichDaysItIsOfAndWhichPaperAnItemIsFrom() {
    let briefing = composed(sources)
    #expect(briefing.paragraphs(.body)[0] == "本期收录2026年11月16日至22日的报道。")
    #expect(briefing.paragraphs(.source)[0].contains("侯康　a.txt"))
    #expect(briefing.paragraphs(.source)[1].contains("侯康　大众日报　b.txt"))
    #expect(briefing.footnotes.contains { $0.contains("来源：大众日报，b.txt") })
  }

  @Test(arguments: [
    ("2026-11-30", "2026-12-06", "2026年11月30日至12月6日"), ("2026-12-28", "2027-01-03", "2026年12月28日至2027年1月3日"),
    ("2026-11-16", "2026-11-16", "2026年11月16日的"),
  ])
  func namesDaysWithoutRepeatingThem(first: String, last: String, words: String) throws {
    let notes = WeeklyNotes(
      first: try #require(CalendarDate(iso: first)), last: try #require(CalendarDate(iso: last)))
    #expect(notes.period.contains(words))
  }

  @Test func aWeekWithoutNewsSaysSoAndWhoIsSilent() {
    let briefing = composed([])
    #expect(briefing.blocks.contains(.paragraph([.text("（本期没有稿件）")], role: .body)))
    #expect(titles(briefing) == ["与前几周相比", "本周没有报道的县市"])
    #expect(briefing.tables.map(\.caption) == ["同一对象前后数字"])
  }

  @Test func aFileIsNamedOnceForAnArticlesFigures() {
    let table = composed(sources).tables.first { $0.caption == "附：数据一览表" }
    #expect(table?.rows.compactMap { $0.last?.words } == ["a.txt　312", "313", "b.txt　312", "313"])
  }
}
