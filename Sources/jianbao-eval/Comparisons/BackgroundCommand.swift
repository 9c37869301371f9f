import ArgumentParser
import BriefingModel
import Comparator
import Foundation
import Outliner
import SourceReaders

/// Counts how rare matters and pairs of characters are in this project's own articles.
///
///     jianbao-eval background > Sources/Comparator/Vocabulary/background.txt
struct BackgroundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "background", abstract: "Counts the Comparator's background table over the fixtures.")

  @Option(help: "The repository's root.") var root = "."
  @Option(help: "Pairs of characters in fewer measures are left out: they count as never seen.") var least = 3

  func run() throws {
    let fixtures = try Fixture.all(below: URL(fileURLWithPath: root), sets: [.tuned])
    let outliner = Outliner(options: .init(findsFigures: false))
    var matters: [String: Int] = [:]
    var pairs: [String: Int] = [:]
    var measures = 0
    for fixture in fixtures {
      for article in outliner.outline(try read(fixture.bytes, source: fixture.slug)).articles {
        for measure in Comparator.measures(of: article, granularity: .leaf) {
          let contents = Lexicon.standard.contents(of: measure)
          for matter in contents.matters { matters[matter, default: 0] += 1 }
          for pair in contents.pairs { pairs[pair, default: 0] += 1 }
          measures += 1
        }
      }
    }
    print(
      "# Rarity in thousandths (see Background.swift) in \(measures) measures of Fixtures/articles, held-out")
    print("# ones excepted. Made by: jianbao-eval background")
    for (name, count) in matters.sorted(by: { $0.key < $1.key }) { print(name, rarity(count, of: measures)) }
    for (name, count) in pairs.sorted(by: { $0.key < $1.key }) where count >= least {
      print(name, rarity(count, of: measures))
    }
  }

  private func rarity(_ count: Int, of all: Int) -> Int {
    Int((1000 * log(Double(all) / Double(count)) / log(Double(all))).rounded())
  }
}
