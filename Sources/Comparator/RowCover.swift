/// Covers aligned pairs with rows, in which any two units of different counties are a pair.
///
/// Every pair stands in some row, and no row holds two units that are no pair; a unit stands in several rows where
/// its partners are not partners of each other. For two counties these are the rows that their pairs came from.
struct RowCover {
  private let counties: [Int]
  private var partners: [Int: [Int]] = [:]
  private var places: [UInt64: Int] = [:]
  private var isCovered: [Bool]
  private(set) var rows: [[Int]] = []

  /// Pairs come strongest first.
  init(_ pairs: [AlignedPair], counties: [Int]) {
    self.counties = counties
    isCovered = Array(repeating: false, count: pairs.count)
    places.reserveCapacity(pairs.count)
    for (place, pair) in pairs.enumerated() {
      places[RowBuilder.key(pair.a, pair.b)] = place
      partners[pair.a, default: []].append(pair.b)
      partners[pair.b, default: []].append(pair.a)
    }
    for (place, pair) in pairs.enumerated() where !isCovered[place] { cover(pair) }
  }

  /// Opens a row with a pair and takes in what goes with all of it and brings a pair that no row has yet.
  private mutating func cover(_ pair: AlignedPair) {
    var row = [pair.a, pair.b]
    markCovered(row, newest: 1)
    for candidate in (partners[pair.a] ?? []) + (partners[pair.b] ?? []) where !row.contains(candidate) {
      let others = row.filter { counties[$0] != counties[candidate] }
      let found = others.compactMap { places[RowBuilder.key($0, candidate)] }
      guard found.count == others.count, found.contains(where: { !isCovered[$0] }) else { continue }
      row.append(candidate)
      markCovered(row, newest: row.count - 1)
    }
    rows.append(row)
  }

  private mutating func markCovered(_ row: [Int], newest: Int) {
    for other in row {
      if let place = places[RowBuilder.key(other, row[newest])] { isCovered[place] = true }
    }
  }
}
