/// Puts pairs into rows so that any two units of a row from different counties are a pair.
struct RowBuilder {
  private struct Row {
    var units: [Int]
    /// Score of the pair that opened it.
    var score: Double
  }

  /// The county of each unit.
  private let counties: [Int]
  /// A further unit must be as like as this share of the row's first pair.
  private let further: Double
  private var rows: [Row] = []
  private var rowOf: [Int: Int] = [:]
  private var scores: [UInt64: Double] = [:]

  init(counties: [Int], further: Double) {
    self.counties = counties
    self.further = further
  }

  /// Pairs come strongest first: sure ones open the rows, weaker ones may extend them.
  mutating func fill(with pairs: [AlignedPair]) {
    for pair in pairs { scores[Self.key(pair.a, pair.b)] = pair.score }
    for pair in pairs {
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

  static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}
