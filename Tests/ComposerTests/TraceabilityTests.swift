import BriefingModel
import Composer
import Foundation
import Outliner
import SourceReaders
import TestSupport
import Testing

@Suite struct TraceabilityTests {
  private let traceability = Traceability(
    Examples.article(measures: [
      Examples.measure("1", "压实“责任链条”", "单位之间差距不低于40%，投资126.4亿元。"), Examples.measure("2", "建立“评价链条”"),
    ]))

  @Test(arguments: [
    "邹城市：一是压实“责任链条”，投资126.4亿元；二是建立“评价链条”。", "邹城市构建“链条式”平时考核体系。要求：一是压实“责任链条”。",
    "邹城构建“链条式”平时考核体系：一是单位之间差距不低于40%。",
    "",
  ])
  func findsWhatStandsThere(text: String) {
    #expect(traceability.untraceable(in: text) == [])
  }

  @Test(arguments: [
    ("一是压实“责任链条”；二是投资900万元。", ["二是投资900万元"]), ("差距不低于4", ["差距不低于4"]), ("投资126亿元", ["投资126亿元"]),
    ("嘉祥县：压实“责任链条”", ["嘉祥县"]), ("一百是压实“责任链条”", ["一百是压实“责任链条”"]),
  ])
  func findsWhatDoesNot(text: String, runs: [String]) {
    #expect(traceability.untraceable(in: text) == runs)
  }

  @Test func takesBlanksAndLineBreaksForNothing() {
    let printed = Traceability(source: "实行“1+4+N”机制\n　　提升居民小区治\n理效能", county: nil)
    #expect(printed.untraceable(in: "实行“1+4+N”机制，提升居民小区治理效能。") == [])
  }

  @Test func keepsANumberThatTheSourceDoesNotHoldOutOfTheTable() {
    let figures = [
      Examples.figure("40%", 40, .percent, of: "单位之间差距"), Examples.figure("999个", 999, of: "党支部"),
      Examples.figure("40%", 40, .percent, of: "别处的对象"),
    ]
    let article = Examples.article(measures: [
      Examples.measure("1", "奖惩", "单位之间差距不低于40%。", figures: figures), Examples.measure("2", "考核"),
    ])
    var notices: [Notice] = []
    let briefing = Composer(options: .init(date: Examples.date))
      .compose([OutlinedSource(source: "page.txt", title: nil, articles: [article])], notices: &notices)
    #expect(briefing.tables.first?.rows.map { $0[3] } == ["40%"])
    #expect(notices.map(\.kind) == [.untraceableDropped, .untraceableDropped])
    #expect(notices.first?.message == "“党支部 999个”在原文中找不到，没有写入。")
    #expect(notices.first?.origin == article.origin)
  }

  /// Fixtures and the seed, outlined as the tool outlines them. Of held-out texts nothing is printed.
  static let pages: [(name: String, bytes: [UInt8])] = {
    let articles = Repository.fixtures.appendingPathComponent("articles")
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: articles.path)) ?? []
    let seed = Repository.root.appendingPathComponent("seeds/000_49caeeadb3abf2b5.txt")
    let files =
      folders.sorted().map { ($0, articles.appendingPathComponent("\($0)/source.txt")) } + [("seed", seed)]
    return files.compactMap { name, file in (try? Data(contentsOf: file)).map { (name, [UInt8]($0)) } }
  }()

  @Test func saysNothingThatTheSourceDoesNotHold() throws {
    #expect(Self.pages.count > 30)
    for (name, bytes) in Self.pages {
      let source = String(decoding: bytes, as: UTF8.self)
      let outlined = Outliner().outline(try read(bytes, source: name))
      for article in outlined.articles {
        let printed = Traceability(source: source, county: article.county)
        for length in [1, 80, 150, 300, 1000] {
          let summary = Composer.summary(of: article, length: length)
          expect(printed.untraceable(in: summary.value), name, "untraceable")
          expect(summary.notices.map(\.message), name, "notices")
          let headings = article.measures.map(\.heading)
          expect(headings.filter { !dense(summary.value).contains(dense($0)) }, name, "missing")
        }
      }
      expectTraceableDigestAndTable(of: outlined, source: source, name: name)
    }
  }

  private func expectTraceableDigestAndTable(of outlined: OutlinedSource, source: String, name: String) {
    let briefing = Composer(options: .init(date: Examples.date)).compose([outlined])
    for line in briefing.lists.joined() {
      let county = outlined.articles.compactMap(\.county).first { line.hasPrefix($0.short) }
      expect(Traceability(source: source, county: county).untraceable(in: line), name, "digest")
    }
    let printed = Traceability(source: source, county: nil)
    let rows = briefing.tables.first { $0.caption == "附：数据一览表" }?.rows ?? []
    expect(rows.flatMap { $0[2...3].map(\.words) }.filter { $0 != "—" && !printed.stands($0) }, name, "table")
  }

  /// Nothing is at fault; a macro that expanded the faults would print held-out texts.
  private func expect(_ faults: [String], _ name: String, _ what: String) {
    if faults.isEmpty { return }
    Issue.record(
      "\(name): \(what): \(name.hasPrefix("heldout-") ? "(held out)" : faults.joined(separator: " "))")
  }

  private func dense(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "，" } }
}
