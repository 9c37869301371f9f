import ArgumentParser
import BriefingModel
import Foundation
import Outliner
import SourceReaders

/// Scores figures against gold, and numbers against other projects' test cases.
///
///     jianbao-eval figures --set tuned --verbose
struct FiguresCommand: ParsableCommand {
  enum Selection: String, CaseIterable, ExpressibleByArgument {
    case seed, tuned, heldout, peers, all

    var sets: [FixtureSet] {
      switch self {
      case .seed: [.seed]
      case .tuned: [.tuned]
      case .heldout: [.heldout]
      case .peers: []
      case .all: [.seed, .tuned, .heldout]
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Scores figures against gold.",
    discussion: """
      Exact spans of scored entries; values where gold holds a number; objects wherever gold \
      names one, without the annotators' remarks in parentheses. Verbose: − missed, ＋ false, ⚠ trap, ≠ field.
      """)

  @Option(help: "Which gold.") var set: Selection = .all
  @Flag(help: "Print misses and false positives (never of held-out texts).") var verbose = false
  @Option(help: "The repository's root.") var root = "."
  @Option(help: "Other projects' test cases.") var peers = "../shared/peers/quantities.jsonl"

  func run() throws {
    let root = URL(fileURLWithPath: root)
    if !set.sets.isEmpty { print(Self.header) }
    for chosen in set.sets {
      var total = FigureScore()
      for fixture in try Self.fixtures(below: root, chosen) {
        let score = try Self.score(fixture.fixture, gold: fixture.gold)
        if verbose, chosen != .heldout {
          print(Self.row(fixture.fixture.slug, score))
          for remark in score.remarks { print("    \(remark)") }
        }
        total = total + score
      }
      print(Self.row(chosen.rawValue, total))
    }
    if set == .peers || set == .all {
      let file = URL(fileURLWithPath: peers, relativeTo: root)
      guard FileManager.default.fileExists(atPath: file.path) else {
        print("peers: \(peers) is not there")
        return
      }
      PeerScore(try PeerCase.read(file)).print(verbose: verbose)
    }
  }

  static func score(_ fixture: Fixture, gold: [FigureGold]) throws -> FigureScore {
    let articles = Outliner().outline(try read(fixture.bytes, source: fixture.slug)).articles
    let figures = articles.flatMap { $0.figures + $0.measures.flatMap(\.allFigures) }
    return FigureScore(
      figures.sorted { $0.origin.scalars.lowerBound < $1.origin.scalars.lowerBound }, gold: gold)
  }

  private static func fixtures(below root: URL, _ set: FixtureSet) throws -> [(
    fixture: Fixture, gold: [FigureGold]
  )] {
    try Fixture.all(below: root, sets: [set]).compactMap { fixture in
      let path = set == .seed ? "Fixtures/gold" : "Fixtures/articles/\(fixture.slug)"
      let file = root.appending(path: path).appending(path: "figures.jsonl")
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      return (fixture, try FigureGold.read(file))
    }
  }

  private static let header = "set        gold  found  P      R      value  unit   object lenient traps"

  private static func row(_ name: String, _ score: FigureScore) -> String {
    let rates = [
      score.precision, score.recall, score.values.rate, score.units.rate, score.objects.rate,
      score.lenient.rate,
    ].map { String(format: "%.3f", $0) }
    let counts = String(format: "%5d %6d", score.wanted, score.found)
    return name.padding(toLength: max(9, name.count), withPad: " ", startingAt: 0) + " " + counts + "  "
      + rates.joined(separator: "  ") + "  \(score.traps) "
      + score.trapKinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
