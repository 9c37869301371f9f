import BriefingModel

/// What all rules propose in one article. Where several see the same place, the one that is surest of it stays.
struct Proposals: Sendable {
  let all: [Candidate]
  /// The runs of ascending numbers among them, in the order of the text.
  let runs: [Series]

  init(_ body: ArticleBody) {
    var found: [Candidate] = []
    found.reserveCapacity(32)
    for rule in MeasureRules.all { found += rule.propose(in: body) }
    runs = Self.runs(found.filter { $0.ordinal != nil })
    // A number that belongs to no run (最后 without 首先) is an ordinary word; its sentence may be a lead.
    var marked: Set<Int> = []
    for run in runs { for member in run.members { marked.insert(member.start) } }
    for candidate in found where candidate.isExplicit && candidate.ordinal == nil {
      marked.insert(candidate.start)
    }
    if !marked.isEmpty { found.removeAll { !$0.isExplicit && marked.contains($0.start) } }
    let repeated = found.filter { $0.marking == .anaphora && $0.label == AnaphoraRule.repeatedWords }.map(
      \.start)
    if !repeated.isEmpty { found.removeAll { $0.marking != .anaphora && repeated.contains($0.start) } }
    let bold = found.filter(\.isBold).map(\.start)
    if !bold.isEmpty { found.removeAll { !$0.isBold && !$0.isExplicit && bold.contains($0.start) } }
    all = found
  }

  private static func runs(_ numbered: [Candidate]) -> [Series] {
    var kinds: [(kind: Series.Kind, candidates: [Candidate])] = []
    for candidate in numbered {
      if let known = kinds.firstIndex(where: { $0.kind == candidate.seriesKind }) {
        kinds[known].candidates.append(candidate)
      } else {
        kinds.append((candidate.seriesKind, [candidate]))
      }
    }
    return kinds.flatMap { SeriesFormation.ascending($0.candidates) }.sorted { $0.start < $1.start }
  }
}

extension Candidate {
  /// What tells numbered series apart: 首先… and 第一… nest in each other.
  var seriesKind: Series.Kind {
    Series.Kind(marking: marking, label: marking == .ordinalWord ? label : 0)
  }

  /// A printed number, dash or bullet says that an item begins.
  var isExplicit: Bool { ordinal != nil || marking == .dash || marking == .bullet }
}
