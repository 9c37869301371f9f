import ArgumentParser
import BriefingModel
import Comparator
import Foundation

/// Fits the weights of agreements by logistic regression, so that nobody need take the constants on trust.
///
///     jianbao-eval fit
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fits the Comparator's weights to the seed and the tuned pairs (gold outlines, leaves).")

  @Option(help: "How often a pair of the seed page counts.") var seed = 2.0
  @Option(help: "How much large weights cost.") var penalty = 0.05
  @Option(help: "The repository's root.") var root = "."

  private static var features: [(name: String, value: KeyPath<Agreements, Double>)] {
    [
      ("field", \.field), ("topics", \.topics), ("topicContainment", \.topicContainment),
      ("themes", \.themes),
      ("matters", \.matters), ("pairs", \.pairs), ("pairContainment", \.pairContainment),
    ]
  }
  /// The sum of both weights of pairs that the fitted ones are scaled to: only ratios are fitted.
  private static let pairs = 0.82
  private static let rounds = 40_000

  private struct Row {
    var values: [Double]
    var isAligned: Bool
    var weight: Double
  }

  func run() throws {
    let fixtures = try ComparisonFixture.all(
      below: URL(fileURLWithPath: root), sets: [.seed, .tuned], goldOutlines: true)
    let rows = fixtures.flatMap(rows)
    let weights = fit(rows)
    let scale = Self.pairs / max(weights[5] + weights[6], 1e-9)
    print("\(rows.count) pairs of leaves, \(rows.count(where: \.isAligned)) of them aligned")
    for (feature, weight) in zip(Self.features, weights) {
      print("\(feature.name) \(ScoreTable.decimal(weight * scale))")
    }
  }

  private func rows(of fixture: ComparisonFixture) -> [Row] {
    guard let gold = fixture.gold.levels[.leaf] else { return [] }
    let counties = Comparator.counties(in: fixture.articles)
    return Comparator().agreements(in: fixture.articles, counties: counties).compactMap { entry in
      guard let a = fixture.id(of: entry.a, county: entry.counties.0.name),
        let b = fixture.id(of: entry.b, county: entry.counties.1.name)
      else { return nil }
      let pair = PairGold.Pair(a, b)
      guard !gold.arguable.contains(pair) else { return nil }
      return Row(
        values: Self.features.map { entry.found[keyPath: $0.value] }, isAligned: gold.aligned.contains(pair),
        weight: fixture.set == .seed ? seed : 1)
    }
  }

  /// Weights that are not negative, by projected gradient descent; the intercept is dropped, for thresholds are set
  /// apart.
  private func fit(_ rows: [Row]) -> [Double] {
    let count = Self.features.count
    var weights = [Double](repeating: 1, count: count)
    var intercept = -4.0
    let step = 4 / rows.reduce(0) { $0 + $1.weight * (1 + $1.values.reduce(0) { $0 + $1 * $1 }) }
    for _ in 0..<Self.rounds {
      var slopes = weights.map { 2 * penalty * $0 }
      var slope = 0.0
      for row in rows {
        let sum = intercept + zip(weights, row.values).reduce(0) { $0 + $1.0 * $1.1 }
        let error = row.weight * (1 / (1 + exp(-sum)) - (row.isAligned ? 1 : 0))
        for index in 0..<count { slopes[index] += error * row.values[index] }
        slope += error
      }
      for index in 0..<count { weights[index] = max(0, weights[index] - step * slopes[index]) }
      intercept -= step * slope
    }
    return weights
  }
}
