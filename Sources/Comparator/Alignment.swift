/// Two measures of different counties that are the same matter, by their positions among all units.
struct AlignedPair: Sendable, Equatable {
  var a: Int
  var b: Int
  var score: Double
}

/// Which units answer each other: all pairs above the threshold first, then rows, county pair by county pair.
struct Alignment: Sendable {
  let units: [Unit]
  let profiles: [Profile]
  let likeness: Likeness
  /// Ranks that do not depend on the order of the input, for ties.
  let ranks: [Int]

  /// The pairs that stand in a row when their two counties are compared, the most alike first.
  func pairs() -> [AlignedPair] {
    var byCounties: [UInt64: [AlignedPair]] = [:]
    for pair in alike() { byCounties[countyKey(pair), default: []].append(pair) }
    var kept: [AlignedPair] = []
    for key in byCounties.keys.sorted() {
      let pairs = sorted(byCounties[key] ?? [])
      var rows = RowBuilder(counties: units.map(\.county), further: likeness.weights.further)
      rows.fill(with: pairs)
      kept += pairs.filter { rows.holdsTogether($0) }
    }
    return sorted(kept)
  }

  private func countyKey(_ pair: AlignedPair) -> UInt64 {
    let (a, b) = (units[pair.a].county, units[pair.b].county)
    return UInt64(min(a, b)) << 32 | UInt64(max(a, b))
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
    return (
      distance, min(ranks[pair.a], ranks[pair.b]), max(ranks[pair.a], ranks[pair.b])
    )
  }

  /// All pairs of different counties above the threshold. Only those are scored that share a strong key: a matter, a
  /// coined name or a rare pair of characters in a heading.
  private func alike() -> [AlignedPair] {
    let keys = profiles.map(Self.keys)
    var postings: [Key: [Int]] = [:]
    var met = [Int](repeating: -1, count: units.count)
    var pairs: [AlignedPair] = []
    for b in units.indices {
      for key in keys[b] {
        for a in postings[key] ?? [] where met[a] != b && units[a].county != units[b].county {
          met[a] = b
          let score = likeness.score(profiles[a], profiles[b])
          if score >= likeness.weights.threshold { pairs.append(AlignedPair(a: a, b: b, score: score)) }
        }
      }
      for key in keys[b] { postings[key, default: []].append(b) }
    }
    return pairs
  }

  private enum Key: Hashable {
    case matter(UInt64)
    case pair(UInt64)
    case term(String)
    case print([UInt32])
  }

  private static func keys(_ profile: Profile) -> [Key] {
    profile.matters.strongest(8).map(Key.matter) + profile.headingPairs.strongest(3).map(Key.pair)
      + profile.terms.sorted().map(Key.term)
      + (profile.matters.keys.isEmpty ? [Key.print(profile.print)] : [])
  }
}

/// Puts pairs into rows so that any two units of a row from different counties are a pair.
struct RowBuilder {
  private struct Row {
    var units: [Int]
    /// Score of the pair that opened it.
    var score: Double
  }

  /// The county of each unit.
  let counties: [Int]
  /// A further unit must be as like as this share of the row's first pair; 0 takes all.
  let further: Double
  private var rows: [Row] = []
  private var rowOf: [Int: Int] = [:]
  private var scores: [UInt64: Double] = [:]

  init(counties: [Int], further: Double) {
    self.counties = counties
    self.further = further
  }

  /// Pairs come strongest first: sure ones open the rows, weaker ones may extend them. Only `opening` ones open or
  /// extend a row; all count as pairs.
  mutating func fill(with pairs: [AlignedPair], opening: [AlignedPair]? = nil) {
    for pair in pairs { scores[Self.key(pair.a, pair.b)] = pair.score }
    for pair in opening ?? pairs {
      switch (rowOf[pair.a], rowOf[pair.b]) {
      case (nil, nil):
        rowOf[pair.a] = rows.count
        rowOf[pair.b] = rows.count
        rows.append(Row(units: [pair.a, pair.b], score: pair.score))
      case (let row?, nil): add(pair.b, to: row)
      case (nil, let row?): add(pair.a, to: row)
      case (_?, _?): break
      }
    }
  }

  private mutating func add(_ unit: Int, to row: Int) {
    let others = rows[row].units.filter { counties[$0] != counties[unit] }
    let floor = rows[row].score * further
    guard others.allSatisfy({ (scores[Self.key($0, unit)] ?? -1) >= floor }) else { return }
    rows[row].units.append(unit)
    rowOf[unit] = row
  }

  func holdsTogether(_ pair: AlignedPair) -> Bool {
    guard let row = rowOf[pair.a] else { return false }
    return row == rowOf[pair.b]
  }

  /// The units of each row.
  var members: [[Int]] { rows.map(\.units) }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}
