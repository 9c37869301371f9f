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
    let scores = Dictionary(pairs.map { (RowBuilder.key($0.a, $0.b), $0.score) }, uniquingKeysWith: { $1 })
    let groups = RowCover(pairs, counties: units.map(\.county)).rows
    let evidence = EvidenceRule(units: units, profiles: profiles, lexicon: lexicon)
    let rows = groups.map { row($0.sorted(), scores: scores, evidence: evidence) }
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

  private func row(
    _ members: [Int], scores: [UInt64: Double], evidence: EvidenceRule
  ) -> ComparisonRow {
    var total = 0.0
    var count = 0.0
    for (index, a) in members.enumerated() {
      for b in members[(index + 1)...] {
        guard let score = scores[RowBuilder.key(a, b)] else { continue }
        total += Likeness.shown(score)
        count += 1
      }
    }
    var cells = [[MeasureReference]](repeating: [], count: counties)
    for unit in members { cells[units[unit].county].append(references[unit]) }
    return ComparisonRow(
      theme: theme(of: members), score: count > 0 ? total / count : 0,
      evidence: evidence.evidence(for: members),
      cells: cells)
  }

  /// The theme that weighs most in all members together.
  private func theme(of members: [Int]) -> String {
    var sums = [Double](repeating: 0, count: lexicon.themes.count)
    for unit in members {
      for (theme, weight) in profiles[unit].themes.values.enumerated() { sums[theme] += Double(weight) }
      if let main = profiles[unit].themeOrder.first { sums[main] += 0.5 }
    }
    guard let best = sums.max(), best > 0, let theme = sums.firstIndex(of: best) else { return "" }
    return lexicon.themes[theme]
  }
}
