/// Which units share a strong key: one of their chief matters, a coined name, a rare pair of characters in the
/// heading. Most pairs of measures share none, and need not be scored.
struct Candidates {
  private enum Key: Hashable {
    case matter(Int)
    case pair(UInt64)
    case name([UInt32])
    /// Measures printed alike share a key whatever their words.
    case print([UInt32])
  }

  private let keys: [[Key]]
  private var holders: [Key: [Int]] = [:]
  private static let mattersOfEach = 3
  private static let pairsOfEach = 3

  init(_ profiles: [Profile]) {
    keys = profiles.map(Self.keys)
    for unit in keys.indices { for key in keys[unit] { holders[key, default: []].append(unit) } }
  }

  /// For each unit, whether it shares a key with this one.
  func sharing(with unit: Int) -> [Bool] {
    var shares = [Bool](repeating: false, count: keys.count)
    for key in keys[unit] { for other in holders[key] ?? [] { shares[other] = true } }
    return shares
  }

  private static func keys(_ profile: Profile) -> [Key] {
    let matters = Set(profile.matters.strongest(mattersOfEach) + profile.topics.strongest(mattersOfEach))
    return matters.map(Key.matter) + profile.headingPairs.prefix(pairsOfEach).map(Key.pair)
      + profile.terms.map { Key.name($0.scalars) } + [.print(profile.print)]
  }
}
