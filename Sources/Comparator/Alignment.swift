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
  /// What is aligned below the units.
  var support = Support()

  /// The county of each unit. (Made once: every two counties have rows of their own.)
  private let counties: [Int]

  init(
    units: [Unit], profiles: [Profile], fields: [Field], likeness: Likeness, threshold: Double, ranks: [Int]
  ) {
    self.units = units
    self.profiles = profiles
    self.fields = fields
    self.likeness = likeness
    self.threshold = threshold
    self.ranks = ranks
    counties = units.map(\.county)
  }

  /// The pairs that stand in a row when their two counties are compared, the most alike first.
  func pairs() -> [AlignedPair] {
    let candidates = Candidates(profiles)
    let members = Dictionary(grouping: units.indices) { units[$0].county }
    var kept: [AlignedPair] = []
    for county in members.keys.sorted() {
      for pairs in scored(members[county] ?? [], among: candidates) {
        kept += rows(of: pairs, members: members)
      }
    }
    return sorted(kept)
  }

  /// The pairs of a county's units with those of later counties, a list for each of these. Between articles on
  /// different fields only those are scored that share a key.
  private func scored(_ members: [Int], among candidates: Candidates) -> [[AlignedPair]] {
    guard let first = members.first else { return [] }
    let later = counties.indices.filter { counties[$0] > counties[first] }
    var byCounty: [Int: [AlignedPair]] = [:]
    for own in members.split(byArticle: profiles) {
      var fields = FieldLikenesses(of: profiles[own[0]].article, among: self.fields)
      let sharing = own.map { candidates.sharing(with: $0) }
      // The other's profile is fetched once for all measures of this article: memory is what takes time here.
      for b in later {
        let other = profiles[b]
        for (place, a) in own.enumerated() where sharing[place][b] || fields.mayBeNear(other.article) {
          let field = fields.likeness(to: other.article)
          guard sharing[place][b] || field >= likeness.weights.nearField,
            likeness.mayAnswer(profiles[a], other)
          else { continue }
          let score = score(a, b, field: field)
          guard score >= least else { continue }
          byCounty[counties[b], default: []].append(AlignedPair(a: a, b: b, score: score))
        }
      }
    }
    return byCounty.keys.sorted().compactMap { byCounty[$0] }
  }

  /// What scores less is never aligned.
  private var least: Double { threshold * likeness.weights.low }

  /// Sure pairs first, then those that extend their rows; what stays apart is dropped.
  private func rows(of pairs: [AlignedPair], members: [Int: [Int]]) -> [AlignedPair] {
    let taken = sorted(pairs.filter { isAlike($0, members: members) })
    var rows = RowBuilder(counties: counties, further: likeness.weights.further)
    rows.fill(with: taken)
    return taken.filter { rows.holdsTogether($0) }
  }

  /// Above the threshold, or each other's best by far.
  private func isAlike(_ pair: AlignedPair, members: [Int: [Int]]) -> Bool {
    if pair.score >= threshold { return true }
    let isSame = field(pair.a, pair.b) >= likeness.weights.sameField
    let ceiling = pair.score * (isSame ? likeness.weights.gapWithinField : likeness.weights.gap)
    let rivalsOfA = members[units[pair.b].county, default: []].lazy.filter { $0 != pair.b }
    let rivalsOfB = members[units[pair.a].county, default: []].lazy.filter { $0 != pair.a }
    return rivalsOfA.allSatisfy { score(pair.a, $0) <= ceiling }
      && rivalsOfB.allSatisfy { score($0, pair.b) <= ceiling }
  }

  private func score(_ a: Int, _ b: Int) -> Double { score(a, b, field: field(a, b)) }

  private func score(_ a: Int, _ b: Int, field: Double) -> Double {
    likeness.score(profiles[a], profiles[b], field: field) + likeness.weights.below * support.share(a, b)
  }

  private func field(_ a: Int, _ b: Int) -> Double {
    fields[profiles[a].article].likeness(fields[profiles[b].article])
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
}

extension [Int] {
  /// Units that stand together, article by article.
  fileprivate func split(byArticle profiles: [Profile]) -> [[Int]] {
    var groups: [[Int]] = []
    for unit in self {
      if let last = groups.last?.last, profiles[last].article == profiles[unit].article {
        groups[groups.count - 1].append(unit)
      } else {
        groups.append([unit])
      }
    }
    return groups
  }
}
