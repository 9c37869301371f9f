import ArgumentParser
import BriefingModel
import Foundation
import Outliner
import SourceReaders

/// Outlines fixtures and scores the result against gold.
///
///     jianbao-eval outline --set tuned --verbose
struct OutlineCommand: ParsableCommand {
  /// What `--set` takes.
  enum Selection: String, CaseIterable, ExpressibleByArgument {
    case tuned, heldout, seed, all

    var sets: Set<FixtureSet> {
      switch self {
      case .tuned: [.tuned]
      case .heldout: [.heldout]
      case .seed: [.seed]
      case .all: Set(FixtureSet.allCases)
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Scores the Outliner against gold.",
    discussion: """
      One line for each article: i item, k kind, c county, h headline, b byline found right, then hits−misses+extras.
      """)

  @Option(help: "Which fixtures.") var set: Selection = .all
  @Flag(help: "Print each miss (−), false positive (＋) and wrong field (≠).") var verbose = false
  @Flag(help: "Let --verbose show held-out texts too.") var reveal = false
  @Flag(help: "Print totals only.") var quiet = false
  @Option(help: "Prefecture to give the Outliner.") var prefecture: String?
  @Option(help: "Fail if the first-level F1 is below this.") var failUnder: Double?
  @Option(help: "The repository's root.") var root = "."
  @Argument(help: "Fixture folders instead of a set.") var paths: [String] = []

  func run() throws {
    let fixtures =
      paths.isEmpty
      ? try Fixture.all(below: URL(fileURLWithPath: root), sets: set.sets)
      : try paths.map { try Fixture(folder: URL(fileURLWithPath: $0)) }
    let outliner = Outliner(options: .init(prefecture: prefecture))
    let pages = try fixtures.map { try Self.score($0, with: outliner) }
    for (fixture, page) in zip(fixtures, pages) where !quiet { printPage(page, of: fixture) }
    print(ScoreTable.setHeader)
    for set in FixtureSet.allCases {
      let members = zip(fixtures, pages).filter { $0.0.set == set }.map(\.1)
      if !members.isEmpty { print(ScoreTable.set(set.rawValue, SetScore(members))) }
    }
    let total = SetScore(pages)
    print(ScoreTable.summary(total))
    if let failUnder, total.outline.levels[0].f1 < failUnder { throw ExitCode(1) }
  }

  static func score(_ fixture: Fixture, with outliner: Outliner) throws -> PageScore {
    let outlined = outliner.outline(try read(fixture.bytes, source: fixture.slug))
    let source = Array(String(decoding: fixture.bytes, as: UTF8.self).unicodeScalars)
    return PageScorer(slug: fixture.slug, source: source).score(gold: fixture.gold, found: outlined.articles)
  }

  private func printPage(_ page: PageScore, of fixture: Fixture) {
    for line in ScoreTable.articles(page) { print(line) }
    guard verbose, fixture.set != .heldout || reveal else { return }
    for remark in page.remarks { print("    \(remark)") }
  }
}
