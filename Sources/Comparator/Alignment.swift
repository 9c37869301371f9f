/// Two measures of different counties that are the same matter, by their positions among all units.
struct AlignedPair: Sendable, Equatable {
  var a: Int
  var b: Int
  var score: Double
}

/// Which units answer each other, county pair by county pair.
struct Alignment: Sendable {
  let units: [Unit]
  let profiles: [Profile]
  let fields: [Field]
  let likeness: Likeness
  let threshold: Double
  /// Ranks that do not depend on the order of the input, for ties.
  let ranks: [Int]

  /// The pairs that stand in a row when their two counties are compared, the most alike first.
  func pairs() -> [AlignedPair] {
    let keys = profiles.map(Self.keys)
    var postings: [Key: [Int]] = [:]
    for unit in units.indices { for key in keys[unit] { postings[key, default: []].append(unit) } }
    let members = Dictionary(grouping: units.indices) { units[$0].county }
    var kept: [AlignedPair] = []
    for county in members.keys.sorted() {
      for pairs in scored(members[county] ?? [], county: county, keys: keys, postings: postings) {
        kept += rows(of: pairs)
      }
    }
    return sorted(kept)
  }

  /// The pairs of a county's units with those of later counties, a list for each of these. Only those are scored that
  /// share a strong key: a matter, a coined name or a rare pair of characters in a heading.
  private func scored(
    _ members: [Int], county: Int, keys: [[Key]], postings: [Key: [Int]]
  ) -> [[AlignedPair]] {
    var byCounty: [Int: [AlignedPair]] = [:]
    for a in members {
      var partners: Set<Int> = []
      for key in keys[a] {
        for b in postings[key] ?? [] where units[b].county > county { partners.insert(b) }
      }
      for b in partners.sorted() {
        let field = fields[profiles[a].article].likeness(fields[profiles[b].article])
        let score = likeness.score(profiles[a], profiles[b], field: field)
        byCounty[units[b].county, default: []].append(AlignedPair(a: a, b: b, score: score))
      }
    }
    return byCounty.keys.sorted().compactMap { byCounty[$0] }
  }

  /// Sure pairs first, then those that extend their rows; what stays apart is dropped.
  private func rows(of pairs: [AlignedPair]) -> [AlignedPair] {
    let taken = sorted(MutualBest(pairs, weights: likeness.weights, threshold: threshold).taken)
    var rows = RowBuilder(counties: units, further: likeness.weights.further)
    rows.fill(with: taken)
    return taken.filter { rows.holdsTogether($0) }
  }

  /// Strongest first; ties by ranks, the same whichever county comes first.
  private func sorted(_ pairs: [AlignedPair]) -> [AlignedPair] {
    pairs.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      return order($0) < order($1)
    }
  }

  /// Between twins (the same text twice in an article) the pairs of equal place come first.
  private func order(_ pair: AlignedPair) -> (Double, Int, Int) {
    let distance = abs(profiles[pair.a].position - profiles[pair.b].position)
    return (distance, min(ranks[pair.a], ranks[pair.b]), max(ranks[pair.a], ranks[pair.b]))
  }

  private enum Key: Hashable {
    case matter(Int)
    case pair(UInt64)
    case name([UInt32])
    case print([UInt32])
  }

  private static func keys(_ profile: Profile) -> [Key] {
    let matters = Set(profile.matters.strongest(8) + profile.topics.strongest(8))
    var keys = matters.sorted().map(Key.matter) + profile.headingPairs.prefix(3).map(Key.pair)
    keys += profile.terms.map { Key.name($0.scalars) }
    return matters.isEmpty ? keys + [.print(profile.print)] : keys
  }
}

/// Takes the pairs of two counties that are alike enough: above the threshold, or each other's best by far.
struct MutualBest {
  private(set) var taken: [AlignedPair] = []

  init(_ pairs: [AlignedPair], weights: Likeness.Weights, threshold: Double) {
    var best: [Int: (first: Double, second: Double)] = [:]
    for pair in pairs {
      for unit in [pair.a, pair.b] {
        let known = best[unit] ?? (0, 0)
        best[unit] =
          pair.score > known.first
          ? (pair.score, known.first) : (known.first, max(known.second, pair.score))
      }
    }
    taken = pairs.filter { pair in
      if pair.score >= threshold { return true }
      guard pair.score >= threshold * weights.low, let a = best[pair.a], let b = best[pair.b] else {
        return false
      }
      let isBest = pair.score >= a.first && pair.score >= b.first
      return isBest && max(a.second, b.second) <= pair.score * weights.gap
    }
  }
}
