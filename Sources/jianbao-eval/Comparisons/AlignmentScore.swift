import BriefingModel

/// Hits, misses and false positives of an alignment, and how many main themes are right.
struct AlignmentScore {
  var levels: [Comparison.Granularity: Tally] = [.top: Tally(), .leaf: Tally()]
  var themes = Share()
  var remarks: [String] = []

  static func += (sum: inout AlignmentScore, more: AlignmentScore) {
    for (level, tally) in more.levels { sum.levels[level, default: Tally()] += tally }
    sum.themes += more.themes
    sum.remarks += more.remarks
  }

  /// Adds the pairs found at one granularity; arguable ones are neither right nor wrong.
  mutating func add(
    found: Set<PairGold.Pair>, gold: PairGold.Level, granularity: Comparison.Granularity,
    name: (String) -> String
  ) {
    let misses = gold.aligned.subtracting(found)
    let extras = found.subtracting(gold.aligned).subtracting(gold.arguable)
    levels[granularity, default: Tally()] += Tally(
      hits: gold.aligned.intersection(found).count, misses: misses.count, extras: extras.count)
    for (sign, pairs) in [("−", misses), ("＋", extras)] {
      for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
        remarks.append("\(sign) \(granularity.rawValue) \(name(pair.first)) ~ \(name(pair.second))")
      }
    }
  }
}
