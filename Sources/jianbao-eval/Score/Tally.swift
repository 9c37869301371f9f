/// Hits, misses and false positives of one kind of entry.
struct Tally: Equatable, Sendable {
  var hits = 0
  var misses = 0
  var extras = 0

  /// 1 where nothing was to be found and nothing was.
  var f1: Double {
    let all = 2 * hits + misses + extras
    return all == 0 ? 1 : Double(2 * hits) / Double(all)
  }

  var precision: Double { hits + extras == 0 ? 1 : Double(hits) / Double(hits + extras) }
  var recall: Double { hits + misses == 0 ? 1 : Double(hits) / Double(hits + misses) }

  static func += (sum: inout Tally, more: Tally) {
    sum.hits += more.hits
    sum.misses += more.misses
    sum.extras += more.extras
  }
}

/// How many of how many.
struct Share: Equatable, Sendable {
  var right = 0
  var all = 0

  mutating func count(_ isRight: Bool) {
    right += isRight ? 1 : 0
    all += 1
  }

  static func += (sum: inout Share, more: Share) {
    sum.right += more.right
    sum.all += more.all
  }
}

/// The outline scores of one article, or of many together.
struct OutlineScore: Equatable, Sendable {
  /// First, second, and third or deeper level; sections count at the first.
  var levels = [Tally(), Tally(), Tally()]
  /// Requirements, whatever their level.
  var requirements = Tally()
  /// First-level entries found where gold or outline says section: do both?
  var sectionRoles = Share()

  static func += (sum: inout OutlineScore, more: OutlineScore) {
    for level in sum.levels.indices { sum.levels[level] += more.levels[level] }
    sum.requirements += more.requirements
    sum.sectionRoles += more.sectionRoles
  }
}
