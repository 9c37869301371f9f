import ArgumentParser
import BriefingModel
import Comparator
import Foundation

/// Scores alignments against the seed's hand-made gold and our own pairs.
///
///     jianbao-eval alignment --set tuned --verbose --weight threshold=0.32
struct AlignmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alignment", abstract: "Scores the Comparator's alignments and themes.")

  @Option(help: "Which fixtures.") var set: OutlineCommand.Selection = .all
  @Flag(help: "Print each miss and false positive of fixtures that are not held out.") var verbose = false
  @Flag(help: "Align our pairs' gold outlines instead of what the Outliner finds.") var goldOutlines = false
  @Option(help: "Another value for a weight, as name=value; for tuning.") var weight: [String] = []
  @Option(help: "The repository's root.") var root = "."

  func run() throws {
    let fixtures = try ComparisonFixture.all(
      below: URL(fileURLWithPath: root), sets: set.sets, goldOutlines: goldOutlines)
    let weights = try tunedWeights()
    print("set      fixtures  top F1  (hits−misses+extras)  leaf F1 (hits−misses+extras)  themes")
    for set in FixtureSet.allCases {
      let members = fixtures.filter { $0.set == set }
      guard !members.isEmpty else { continue }
      var total = AlignmentScore()
      for fixture in members { total += AlignmentScorer(fixture: fixture, weights: weights).score() }
      print(line(set.rawValue, members.count, total))
      printBaseline(members)
      if verbose, set != .heldout { for remark in total.remarks { print("  " + remark) } }
    }
  }

  private func line(_ name: String, _ count: Int, _ score: AlignmentScore) -> String {
    let levels = [Comparison.Granularity.top, .leaf].map { level in
      let tally = score.levels[level] ?? Tally()
      return ScoreTable.decimal(tally.f1) + "   "
        + ScoreTable.pad("(\(tally.hits)−\(tally.misses)+\(tally.extras))", 22)
    }
    return ScoreTable.pad(name, 9) + ScoreTable.pad("\(count)", 10) + levels.joined()
      + "\(score.themes.right)/\(score.themes.all)"
  }

  private func printBaseline(_ fixtures: [ComparisonFixture]) {
    let parts = [Comparison.Granularity.top, .leaf].map { level in
      let best = AlignmentBaseline.best(fixtures, level)
      return "\(level.rawValue) \(ScoreTable.decimal(best.0)), one-to-one \(ScoreTable.decimal(best.1))"
    }
    print("  baseline, character pairs with TF-IDF at the best threshold: " + parts.joined(separator: "; "))
  }

  private func tunedWeights() throws -> Likeness.Weights {
    var weights = Likeness.Weights()
    for setting in weight {
      let parts = setting.split(separator: "=")
      guard parts.count == 2, let value = Double(parts[1]), let path = Self.names[String(parts[0])] else {
        throw ValidationError("--weight \(setting): the names are \(Self.names.keys.sorted())")
      }
      weights[keyPath: path] = value
    }
    return weights
  }

  private static var names: [String: WritableKeyPath<Likeness.Weights, Double>] {
    [
      "heading": \.heading, "body": \.body, "parentHeading": \.parentHeading, "childHeading": \.childHeading,
      "childBody": \.childBody, "topic": \.topic, "common": \.common, "matters": \.matters,
      "themes": \.themes, "topics": \.topics, "pairs": \.pairs, "pairContainment": \.pairContainment,
      "topicContainment": \.topicContainment, "field": \.field,
      "terms": \.terms, "leafThreshold": \.leafThreshold, "topThreshold": \.topThreshold, "low": \.low,
      "gap": \.gap, "sameField": \.sameField, "gapWithinField": \.gapWithinField, "further": \.further,
      "nearField": \.nearField, "themeHeading": \.themeHeading, "themeParentHeading": \.themeParentHeading,
      "themeChildHeading": \.themeChildHeading, "themeChildBody": \.themeChildBody,
      "themeByPairs": \.themeByPairs,
      "articleTheme": \.articleTheme, "below": \.below,
    ]
  }
}
