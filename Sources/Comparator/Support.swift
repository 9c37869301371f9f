/// How much of two first-level measures is aligned below them: measures answer each other as far as their parts do.
/// (In every first-level pair of the gold something below answers something below; the seed's 健全“网络”抓推进 is
/// aligned by its parts alone.)
struct Support: Sendable {
  /// How many leaves of each unit of a pair stand in rows of both; the unit that comes first at `a`.
  private var aligned: [UInt64: (a: Int, b: Int)] = [:]
  /// Leaves of each unit; a unit without children is its own leaf.
  private var leaves: [Int] = []

  /// Nothing below.
  init() {}

  init(of units: [Unit], leaves: [Unit], pairs: [AlignedPair]) {
    let parents = Self.parents(of: leaves, among: units)
    self.leaves = [Int](repeating: 0, count: units.count)
    for case let parent? in parents { self.leaves[parent] += 1 }
    var found: [UInt64: (a: Set<Int>, b: Set<Int>)] = [:]
    for pair in pairs {
      guard let a = parents[pair.a], let b = parents[pair.b] else { continue }
      let (first, second) = a < b ? (pair.a, pair.b) : (pair.b, pair.a)
      found[RowBuilder.key(a, b), default: ([], [])].a.insert(first)
      found[RowBuilder.key(a, b), default: ([], [])].b.insert(second)
    }
    aligned = found.mapValues { ($0.a.count, $0.b.count) }
  }

  /// 0 where nothing below is aligned, 1 where everything is.
  func share(_ a: Int, _ b: Int) -> Double {
    guard let aligned = aligned[RowBuilder.key(a, b)] else { return 0 }
    return (Double(aligned.a) / Double(leaves[min(a, b)]) + Double(aligned.b) / Double(leaves[max(a, b)])) / 2
  }

  private static func parents(of leaves: [Unit], among units: [Unit]) -> [Int?] {
    let byArticle = Dictionary(grouping: units.indices) { units[$0].article }
    return leaves.map { leaf in
      byArticle[leaf.article]?.first {
        let number = units[$0].measure.number
        return leaf.measure.number == number || leaf.measure.number.hasPrefix(number + ".")
      }
    }
  }
}
