import BriefingModel

/// What all rules propose in one article. Where several see the same place, the one that is surest of it stays.
struct Proposals: Sendable {
  let all: [Candidate]

  init(_ body: ArticleBody) {
    var found: [Candidate] = []
    for rule in MeasureRules.all { found += rule.propose(in: body) }
    let marked = Set(found.lazy.filter { $0.isExplicit }.map(\.start))
    if !marked.isEmpty { found.removeAll { !$0.isExplicit && marked.contains($0.start) } }
    let repeated = Set(
      found.lazy.filter { $0.marking == .anaphora && $0.label == AnaphoraRule.repeatedWords }.map(\.start))
    if !repeated.isEmpty { found.removeAll { $0.marking != .anaphora && repeated.contains($0.start) } }
    all = found
  }
}

extension Candidate {
  /// A printed number, dash or bullet says that an item begins.
  var isExplicit: Bool { ordinal != nil || marking == .dash || marking == .bullet }
}
