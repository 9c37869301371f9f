import BriefingModel

/// What all rules propose in one article. Where several see the same place, the one that is surest of it stays.
struct Proposals: Sendable {
  let all: [Candidate]

  init(_ body: ArticleBody) {
    var found: [Candidate] = []
    for rule in MeasureRules.all { found += rule.propose(in: body) }
    let marked = Set(found.lazy.filter { $0.isExplicit }.map(\.start)).subtracting(lonely(found))
    if !marked.isEmpty { found.removeAll { !$0.isExplicit && marked.contains($0.start) } }
    let repeated = Set(
      found.lazy.filter { $0.marking == .anaphora && $0.label == AnaphoraRule.repeatedWords }.map(\.start))
    if !repeated.isEmpty { found.removeAll { $0.marking != .anaphora && repeated.contains($0.start) } }
    all = found
  }
}

/// Numbers that belong to no run: 最后 without 首先 is an ordinary word, and its sentence may be a lead.
private func lonely(_ found: [Candidate]) -> Set<Int> {
  let numbered = found.filter { $0.ordinal != nil }
  guard !numbered.isEmpty else { return [] }
  var members: Set<Int> = []
  for (_, candidates) in Dictionary(grouping: numbered, by: \.seriesKind) {
    for run in SeriesFormation.ascending(candidates) { members.formUnion(run.members.map(\.start)) }
  }
  return Set(numbered.map(\.start)).subtracting(members)
}

extension Candidate {
  /// What tells numbered series apart: 首先… and 第一… nest in each other.
  var seriesKind: Series.Kind { Series.Kind(marking: marking, label: marking == .ordinalWord ? label : 0) }

  /// A printed number, dash or bullet says that an item begins.
  var isExplicit: Bool { ordinal != nil || marking == .dash || marking == .bullet }
}
