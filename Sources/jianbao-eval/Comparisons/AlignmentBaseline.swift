import BriefingModel
import Comparator
import Foundation

/// What word overlap alone reaches: cosine of character pairs weighted by TF-IDF over the measures of the fixture
/// set, with the threshold that is best for the very gold it is scored on.
struct AlignmentBaseline {
  private struct Scored {
    var pair: PairGold.Pair
    var score: Double
    var fixture: Int
  }

  /// The best F1 that any threshold gives, without and with one-to-one assignment.
  static func best(_ fixtures: [ComparisonFixture], _ granularity: Comparison.Granularity) -> (Double, Double)
  {
    let scored = fixtures.enumerated().flatMap { scores($1, granularity, fixture: $0) }
      .sorted { $0.score > $1.score }
    return (
      best(scored, fixtures, granularity, oneToOne: false),
      best(scored, fixtures, granularity, oneToOne: true)
    )
  }

  private static func best(
    _ scored: [Scored], _ fixtures: [ComparisonFixture], _ granularity: Comparison.Granularity, oneToOne: Bool
  ) -> Double {
    let all = fixtures.reduce(0) { $0 + ($1.gold.levels[granularity]?.aligned.count ?? 0) }
    var tally = Tally(hits: 0, misses: all, extras: 0)
    var best = tally.f1
    var taken: Set<String> = []
    for entry in scored {
      guard let gold = fixtures[entry.fixture].gold.levels[granularity] else { continue }
      if oneToOne {
        let sides = [
          "\(entry.fixture) \(entry.pair.first) \(county(entry.pair.second))",
          "\(entry.fixture) \(entry.pair.second) \(county(entry.pair.first))",
        ]
        guard taken.isDisjoint(with: sides) else { continue }
        taken.formUnion(sides)
      }
      if gold.aligned.contains(entry.pair) {
        tally += Tally(hits: 1, misses: -1, extras: 0)
      } else if !gold.arguable.contains(entry.pair) {
        tally.extras += 1
      }
      best = max(best, tally.f1)
    }
    return best
  }

  private static func county(_ id: String) -> Substring { id.prefix { $0 != "." } }

  private static func scores(
    _ fixture: ComparisonFixture, _ granularity: Comparison.Granularity, fixture number: Int
  ) -> [Scored] {
    let units = units(fixture, granularity)
    var documents: [String: Double] = [:]
    for unit in units { for pair in unit.counts.keys { documents[pair, default: 0] += 1 } }
    let vectors = units.map { unit in
      unit.counts.mapValues { 1 + log($0) }.reduce(into: [String: Double]()) {
        $0[$1.key] = $1.value * (1 + log(Double(units.count) / (documents[$1.key] ?? 1)))
      }
    }
    let lengths = vectors.map { sqrt($0.values.reduce(0) { $0 + $1 * $1 }) }
    var scored: [Scored] = []
    for i in units.indices {
      for j in units.indices where i < j && units[i].county != units[j].county {
        let product = vectors[i].reduce(0) { $0 + $1.value * (vectors[j][$1.key] ?? 0) }
        let score = product / max(1e-9, lengths[i] * lengths[j])
        scored.append(Scored(pair: PairGold.Pair(units[i].id, units[j].id), score: score, fixture: number))
      }
    }
    return scored
  }

  private struct BagOfPairs {
    var id: String
    var county: String
    var counts: [String: Double]
  }

  private static func units(_ fixture: ComparisonFixture, _ granularity: Comparison.Granularity)
    -> [BagOfPairs]
  {
    fixture.articles.flatMap { article in
      Comparator.measures(of: article, granularity: granularity).compactMap { measure in
        let county = article.county?.name ?? ""
        let reference = MeasureReference(
          article: article.id, number: measure.number, heading: measure.heading, theme: "", also: [],
          origin: measure.origin)
        guard let id = fixture.id(of: reference, county: county) else { return nil }
        return BagOfPairs(id: id, county: county, counts: pairs(text(measure)))
      }
    }
  }

  private static func text(_ measure: Measure) -> String {
    ([measure.heading, measure.body] + measure.children.map(text)).joined(separator: "。")
  }

  private static func pairs(_ text: String) -> [String: Double] {
    let characters = Array(text)
    var counts: [String: Double] = [:]
    for (a, b) in zip(characters, characters.dropFirst()) where a.isLetter && b.isLetter {
      counts["\(a)\(b)", default: 0] += 1
    }
    return counts
  }
}
