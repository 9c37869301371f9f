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
    var shared = [UInt8](repeating: 0, count: units.count)
    var kept: [AlignedPair] = []
    for county in members.keys.sorted() {
      for pairs in scored(
        members[county] ?? [], county: county, keys: keys, postings: postings, shared: &shared)
      {
        kept += rows(of: pairs, members: members)
      }
    }
    return sorted(kept)
  }

  /// The pairs of a county's units with those of later counties, a list for each of these. Only those are scored that
  /// share a strong key: a matter, coined name or a rare pair of characters in a heading.
  private func scored(
    _ members: [Int], county: Int, keys: [[Key]], postings: [Key: [Int]], shared: inout [UInt8]
  ) -> [[AlignedPair]] {
    var byCounty: [Int: [AlignedPair]] = [:]
    for a in members {
      var partners: [Int] = []
      for key in keys[a] {
        for b in postings[key] ?? [] where units[b].county > county {
          shared[b] += 1
          if shared[b] == Self.leastShared { partners.append(b) }
        }
      }
      for key in keys[a] { for b in postings[key] ?? [] { shared[b] = 0 } }
      for b in partners.sorted() {
        byCounty[units[b].county, default: []].append(AlignedPair(a: a, b: b, score: score(a, b)))
      }
    }
    return byCounty.keys.sorted().compactMap { byCounty[$0] }
  }

  private static let leastShared: UInt8 = 1

  /// Sure pairs first, then those that extend their rows; what stays apart is dropped.
  private func rows(of pairs: [AlignedPair], members: [Int: [Int]]) -> [AlignedPair] {
    let taken = sorted(pairs.filter { isAlike($0, members: members) })
    var rows = RowBuilder(counties: units, further: likeness.weights.further)
    rows.fill(with: taken)
    return taken.filter { rows.holdsTogether($0) }
  }

  /// Above the threshold, or each other's best by far.
  private func isAlike(_ pair: AlignedPair, members: [Int: [Int]]) -> Bool {
    if pair.score >= threshold { return true }
    guard pair.score >= threshold * likeness.weights.low else { return false }
    let field = fields[profiles[pair.a].article].likeness(fields[profiles[pair.b].article])
    let isSame = field >= likeness.weights.sameField
    let ceiling = pair.score * (isSame ? likeness.weights.gapWithinField : likeness.weights.gap)
    let rivalsOfA = members[units[pair.b].county, default: []].lazy.filter { $0 != pair.b }
    let rivalsOfB = members[units[pair.a].county, default: []].lazy.filter { $0 != pair.a }
    return rivalsOfA.allSatisfy { score(pair.a, $0) <= ceiling }
      && rivalsOfB.allSatisfy { score($0, pair.b) <= ceiling }
  }

  private func score(_ a: Int, _ b: Int) -> Double {
    let field = fields[profiles[a].article].likeness(fields[profiles[b].article])
    return likeness.score(profiles[a], profiles[b], field: field)
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
    /// Measures printed alike share two keys whatever their words.
    case print([UInt32])
    case length(Int)
  }

  private static func keys(_ profile: Profile) -> [Key] {
    let matters = Set(profile.matters.strongest(8) + profile.topics.strongest(8))
    var keys = matters.sorted().map(Key.matter) + profile.headingPairs.prefix(3).map(Key.pair)
    keys += profile.terms.map { Key.name($0.scalars) }
    return keys + [.print(profile.print), .length(profile.print.count)]
  }
}
