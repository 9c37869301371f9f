import BriefingModel
import Comparator

/// Compares every two counties of a fixture and scores the rows.
struct AlignmentScorer {
  let fixture: ComparisonFixture
  let weights: Likeness.Weights

  func score() -> AlignmentScore {
    var score = AlignmentScore()
    for granularity in Comparison.Granularity.allCases {
      guard let gold = fixture.gold.levels[granularity] else { continue }
      score.add(found: pairs(granularity), gold: gold, granularity: granularity) { id in
        "\(fixture.slug) \(id) \(fixture.headings[id]?.heading ?? "?")"
      }
    }
    scoreThemes(&score)
    return score
  }

  private func compare(_ counties: [County], _ granularity: Comparison.Granularity) -> Comparison {
    Comparator(options: .init(granularity: granularity), weights: weights)
      .compare(fixture.articles, counties: counties)
  }

  /// All pairs that stand in a row, comparing two counties at a time.
  private func pairs(_ granularity: Comparison.Granularity) -> Set<PairGold.Pair> {
    let counties = Comparator.counties(in: fixture.articles)
    var pairs: Set<PairGold.Pair> = []
    for (index, a) in counties.enumerated() {
      for b in counties[(index + 1)...] {
        for row in compare([a, b], granularity).rows {
          for first in row.cells[0] {
            for second in row.cells[1] {
              let x = fixture.id(of: first, county: a.name) ?? "\(a.short) \(first.number)"
              let y = fixture.id(of: second, county: b.name) ?? "\(b.short) \(second.number)"
              pairs.insert(PairGold.Pair(x, y))
            }
          }
        }
      }
    }
    return pairs
  }

  private func scoreThemes(_ score: inout AlignmentScore) {
    let counties = Comparator.counties(in: fixture.articles)
    let comparison = compare(counties, .leaf)
    var given: [String: MeasureReference] = [:]
    for cells in comparison.rows.map(\.cells) + [comparison.unpaired] {
      for (county, cell) in zip(counties, cells) {
        for reference in cell {
          if let id = fixture.id(of: reference, county: county.name) { given[id] = reference }
        }
      }
    }
    for (id, right) in fixture.gold.themes.sorted(by: { $0.key < $1.key }) {
      let theme = given[id]?.theme ?? ""
      score.themes.count(right.contains(theme))
      if !right.contains(theme) {
        let wanted = right.joined(separator: "、")
        score.remarks.append(
          "≠ \(fixture.slug) \(id) \(fixture.headings[id]?.heading ?? "?"): \(wanted) | \(theme)"
            + " (\(given[id]?.also.joined(separator: "、") ?? "not found"))")
      }
    }
  }
}
