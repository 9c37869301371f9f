import ArgumentParser
import BriefingModel
import Composer
import Foundation
import Outliner
import SourceReaders

/// Checks the summaries of fixtures: every measure present, nothing that the source does not hold, and how long.
///
///     jianbao-eval summaries --print seed zuofa-numbered-collective-economy
struct SummariesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summaries", abstract: "Checks the Composer's summaries and prints them.")

  @Option(help: "Which fixtures.") var set: OutlineCommand.Selection = .all
  @Option(help: "Characters of a summary.") var length = Composer.summaryLength
  @Option(
    name: .customLong("print"), parsing: .upToNextOption,
    help: "Print these fixtures' summaries ('all' for all but held-out ones).")
  var slugs: [String] = []
  @Option(help: "Prefecture to give the Outliner.") var prefecture: String?
  @Option(help: "The repository's root.") var root = "."

  func run() throws {
    let fixtures = try Fixture.all(below: URL(fileURLWithPath: root), sets: set.sets)
    let outliner = Outliner(options: .init(prefecture: prefecture))
    var total = SummaryScore()
    for fixture in fixtures {
      let outlined = outliner.outline(try read(fixture.bytes, source: fixture.slug))
      let source = String(decoding: fixture.bytes, as: UTF8.self)
      for article in outlined.articles {
        let summary = Composer.summary(of: article, length: length).value
        let score = SummaryScore(summary, of: article, source: source, length: length)
        total.add(score)
        guard fixture.set != .heldout else { continue }
        for fault in score.faults { print("\(fixture.slug): \(fault)") }
        if slugs.contains(fixture.slug) || slugs == ["all"] {
          print(
            "## \(fixture.slug) \(article.id) \(article.kind.rawValue) (\(summary.unicodeScalars.count))\n\(summary)\n"
          )
        }
      }
    }
    print(total.report)
    if total.measures != total.present || total.untraceable > 0 { throw ExitCode(1) }
  }
}

/// What is right and wrong with summaries, added up.
struct SummaryScore {
  private(set) var measures = 0
  private(set) var present = 0
  private(set) var untraceable = 0
  private(set) var faults: [String] = []
  private var lengths: [Int] = []
  private var empty = 0
  private var overBudget = 0
  /// Over the budget although there is no measure whose heading must stand.
  private var overWithoutNeed = 0

  init() {}

  init(_ summary: String, of article: Article, source: String, length: Int) {
    measures = article.measures.count
    let dense = Self.dense(summary)
    for measure in article.measures {
      if dense.contains(Self.dense(measure.heading)) {
        present += 1
      } else {
        faults.append("missing: \(measure.heading)")
      }
    }
    let unknown = Traceability(source: source, county: article.county).untraceable(in: summary)
    untraceable = unknown.count
    faults += unknown.map { "untraceable: \($0)" }
    if summary.isEmpty { empty = 1 } else { lengths = [summary.unicodeScalars.count] }
    if summary.unicodeScalars.count > length {
      overBudget = 1
      if article.measures.isEmpty { overWithoutNeed = 1 }
    }
  }

  /// Without blanks and the commas that stand for them.
  private static func dense(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "，" })
  }

  mutating func add(_ other: SummaryScore) {
    measures += other.measures
    present += other.present
    untraceable += other.untraceable
    lengths += other.lengths
    empty += other.empty
    overBudget += other.overBudget
    overWithoutNeed += other.overWithoutNeed
  }

  var report: String {
    let sorted = lengths.sorted()
    let middle = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    return """
      summaries   first-level measures  untraceable  length min/median/max  over budget (no measures)  empty
      \(ScoreTable.pad("\(lengths.count)", 11)) \(ScoreTable.pad("\(present)/\(measures)", 21)) \
      \(ScoreTable.pad("\(untraceable)", 12)) \
      \(ScoreTable.pad("\(sorted.first ?? 0)/\(middle)/\(sorted.last ?? 0)", 22)) \
      \(ScoreTable.pad("\(overBudget) (\(overWithoutNeed))", 26)) \(empty)
      """
  }
}
