/// Covers aligned pairs with rows, in which any two units of different counties are a pair.
///
/// Every pair stands in some row, and no row holds two units that are no pair; a unit stands in several rows where
/// its partners are not partners of each other. For two counties these are the rows that their pairs came from.
struct RowCover {
  private struct Partner {
    var unit: Int
    /// Of their pair among all pairs.
    var place: Int
  }

  private let counties: [Int]
  private var partners: [[Partner]]
  private var places: [UInt64: Int] = [:]
  private var isCovered: [Bool]
  /// Where the pairs of each unit with the two that open a row stand, or -1.
  private var withFirst: [Int]
  private var withSecond: [Int]
  private(set) var rows: [[Int]] = []

  /// Pairs come strongest first.
  init(_ pairs: [AlignedPair], counties: [Int]) {
    self.counties = counties
    isCovered = Array(repeating: false, count: pairs.count)
    partners = Array(repeating: [], count: counties.count)
    withFirst = Array(repeating: -1, count: counties.count)
    withSecond = withFirst
    places.reserveCapacity(pairs.count)
    for (place, pair) in pairs.enumerated() {
      places[RowBuilder.key(pair.a, pair.b)] = place
      partners[pair.a].append(Partner(unit: pair.b, place: place))
      partners[pair.b].append(Partner(unit: pair.a, place: place))
    }
    for (place, pair) in pairs.enumerated() where !isCovered[place] { cover(pair) }
  }

  /// Opens a row with a pair and takes in what goes with all of it and brings a pair that no row has yet.
  private mutating func cover(_ pair: AlignedPair) {
    for partner in partners[pair.a] { withFirst[partner.unit] = partner.place }
    for partner in partners[pair.b] { withSecond[partner.unit] = partner.place }
    var row = [pair.a, pair.b]
    markCovered(row, newest: 1)
    for candidate in partners[pair.a] + partners[pair.b] where !row.contains(candidate.unit) {
      guard let found = pairs(of: candidate.unit, with: row), found.contains(where: { !isCovered[$0] }) else {
        continue
      }
      row.append(candidate.unit)
      markCovered(row, newest: row.count - 1)
    }
    rows.append(row)
    for partner in partners[pair.a] { withFirst[partner.unit] = -1 }
    for partner in partners[pair.b] { withSecond[partner.unit] = -1 }
  }

  /// The pairs of a unit with the row's units of other counties; none where it is no pair with one of them. Most
  /// candidates fail at the first two, which need no look-up.
  private func pairs(of unit: Int, with row: [Int]) -> [Int]? {
    var found: [Int] = []
    for (index, other) in row.enumerated() where counties[other] != counties[unit] {
      let place =
        index == 0
        ? withFirst[unit] : index == 1 ? withSecond[unit] : places[RowBuilder.key(other, unit)] ?? -1
      guard place >= 0 else { return nil }
      found.append(place)
    }
    return found
  }

  private mutating func markCovered(_ row: [Int], newest: Int) {
    for other in row {
      if let place = places[RowBuilder.key(other, row[newest])] { isCovered[place] = true }
    }
  }
}
