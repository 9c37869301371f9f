import BriefingModel

/// Aligned pairs as rows of a table: sets of measures in which any two of different counties are a pair.
struct Rows {
  let units: [Unit]
  let profiles: [Profile]
  let references: [MeasureReference]
  let pairs: [AlignedPair]
  let lexicon: Lexicon
  /// How many.
  let counties: Int

  /// By theme in the vocabulary's order, the most alike first.
  var rows: [ComparisonRow] {
    let scores = Dictionary(pairs.map { (Self.key($0.a, $0.b), $0.score) }, uniquingKeysWith: { $1 })
    let rows = groups.map { row($0.sorted(), scores: scores) }
    let order = Dictionary(
      lexicon.themes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return rows.sorted {
      let (a, b) = (order[$0.theme] ?? .max, order[$1.theme] ?? .max)
      if a != b { return a < b }
      if $0.score != $1.score { return $0.score > $1.score }
      return Self.first($0) < Self.first($1)
    }
  }

  private static func first(_ row: ComparisonRow) -> String { row.cells.joined().map(\.heading).min() ?? "" }

  /// Every pair stands in some group; a unit stands in several where its partners are no pairs themselves.
  private var groups: [[Int]] {
    var groups: [[Int]] = []
    var left = pairs
    while !left.isEmpty {
      var builder = RowBuilder(counties: units.map(\.county), further: 0)
      builder.fill(with: pairs, opening: left)
      let found = builder.members
      groups += found
      let before = left.count
      left.removeAll { builder.holdsTogether($0) }
      if left.count == before { break }
    }
    return groups
  }

  private func row(_ members: [Int], scores: [UInt64: Double]) -> ComparisonRow {
    var total = 0.0
    var count = 0.0
    for (index, a) in members.enumerated() {
      for b in members[(index + 1)...] {
        guard let score = scores[Self.key(a, b)] else { continue }
        total += score
        count += 1
      }
    }
    var cells = [[MeasureReference]](repeating: [], count: counties)
    for unit in members { cells[units[unit].county].append(references[unit]) }
    return ComparisonRow(
      theme: theme(of: members), score: count > 0 ? total / count : 0,
      evidence: EvidenceRule(units: units, profiles: profiles, lexicon: lexicon).evidence(for: members),
      cells: cells)
  }

  /// The theme that weighs most in all members together.
  private func theme(of members: [Int]) -> String {
    var sums: [UInt64: Double] = [:]
    for unit in members {
      let themes = profiles[unit].themes
      for (key, weight) in zip(themes.keys, themes.weights) where themes.total > 0 {
        sums[key, default: 0] += weight / themes.total
      }
    }
    let best = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { lexicon.themes[Int($0.key)] } ?? ""
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}
