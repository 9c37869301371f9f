import BriefingModel

/// Candidates of one marking that belong together.
struct Series: Sendable {
  /// Series of one kind do not nest in each other.
  struct Kind: Hashable, Sendable {
    let marking: Marking
    let label: UInt32
  }

  let marking: Marking
  let members: [Candidate]
  /// How convincing the series is by itself.
  let strength: Double

  var kind: Kind { Kind(marking: marking, label: members.first?.label ?? 0) }
  var start: Int { members.first?.start ?? 0 }
  var last: Int { members.last?.start ?? 0 }
  /// Every member opens a block; of leads, the line break may hide it.
  var standsInBlocks: Bool { marking == .paragraphLead || members.allSatisfy(\.opensBlock) }

  /// Another series stands between this one's members, from the first on: it is a level down.
  func holds(_ other: Series) -> Bool {
    guard members.count >= 2, start < other.start, other.members.count >= 2 else { return false }
    if members[1].start > other.start { return true }
    return !other.standsInBlocks && !members.contains { $0.start > other.start && $0.start < other.last }
  }
}

/// Forms series out of candidates.
enum SeriesFormation {
  /// Runs of ascending numbers: 一是 二是 三是. A run begins at 1; one missing number is forgiven.
  static func ascending(_ candidates: [Candidate]) -> [Series] {
    var runs: [[Candidate]] = []
    for candidate in candidates {
      guard let ordinal = candidate.ordinal else { continue }
      if ordinal == 1 {
        runs.append([candidate])
      } else if let last = runs.last?.last, let before = last.ordinal,
        ordinal == before + 1 || ordinal == before + 2,
        last.label == candidate.label
      {
        runs[runs.count - 1].append(candidate)
      }
    }
    return runs.filter { $0.count >= 2 }.map { run in
      Series(marking: run[0].marking, members: run, strength: 3 + 0.3 * Double(min(run.count, 6) - 2))
    }
  }

  /// Candidates without numbers that support one another by their shape.
  /// `fellows` are candidates of the marking elsewhere in the article: they support, but do not belong.
  static func alike(_ candidates: ArraySlice<Candidate>, marking: Marking, fellows: [Candidate] = [])
    -> Series?
  {
    var members = Array(candidates)
    let others = fellows.filter { $0.weight >= fellowship }
    let threshold = HeadingWeights.memberThreshold(marking)
    var weights: [Double] = []
    weights.reserveCapacity(members.count)
    for _ in 0..<4 {
      weights.removeAll(keepingCapacity: true)
      for index in members.indices { weights.append(supported(members, index, others)) }
      var kept = 0
      for index in members.indices where weights[index] >= threshold {
        if kept < index { members[kept] = members[index] }
        kept += 1
      }
      if kept == members.count { break }
      members.removeLast(members.count - kept)
    }
    guard members.count >= 2 else { return nil }
    let mean = weights.reduce(0, +) / Double(weights.count)
    let known = others.contains { fellow in
      members.contains { $0.start != fellow.start && HeadingWeights.likeness($0.shape, fellow.shape) >= 1 }
    }
    let count = members.count + (known ? 1 : 0)
    guard mean >= HeadingWeights.seriesThreshold(marking, count: count) else { return nil }
    return Series(
      marking: marking, members: members, strength: mean + 0.2 * Double(min(members.count, 6) - 2))
  }

  /// Leads of two builds that alternate, a comma pair and then single clauses, are two levels; the pairs are the
  /// outer one.
  ///
  ///     建强“1”个中枢，推动…。/ 改造提升…。/ 科学布局…。/ 激活“N”个支点，推动…。/ 培育壮大…。
  static func outer(of series: Series, announced: Int?) -> Series {
    guard series.marking == .paragraphLead, series.members.count >= 4 else { return series }
    let isPair = series.members.map { $0.shape.clauses.count > 1 }
    let pairs = isPair.count { $0 }
    let followed = isPair.indices.dropLast().count { isPair[$0] && !isPair[$0 + 1] }
    let alternates = followed >= 2 && followed >= pairs - 1 && series.members.count >= 2 * pairs
    guard isPair[0], pairs >= 2, alternates || (pairs == announced && pairs < series.members.count) else {
      return series
    }
    let members = series.members.filter { $0.shape.clauses.count > 1 }.map { member in
      var member = member
      member.label = 2
      return member
    }
    return Series(marking: series.marking, members: members, strength: series.strength)
  }

  /// Neighbours looked at on each side, so that a page of thousands of short lines stays cheap.
  private static let reach = 12

  /// What a candidate elsewhere must weigh by itself to support others.
  private static let fellowship = -0.2

  private static func supported(_ members: [Candidate], _ index: Int, _ fellows: [Candidate]) -> Double {
    var best = 0.0
    var second = 0.0
    let start = members[index].start
    let shape = members[index].shape
    func look(_ candidates: [Candidate], _ range: Range<Int>) {
      for position in range where candidates[position].start != start {
        let likeness = HeadingWeights.likeness(shape, candidates[position].shape)
        if likeness > best {
          second = best
          best = likeness
        } else if likeness > second {
          second = likeness
        }
      }
    }
    look(members, max(0, index - reach)..<min(members.count, index + reach + 1))
    look(fellows, 0..<min(fellows.count, 2 * reach))
    let support = HeadingWeights.support
    return members[index].weight + support.best * best + support.second * second
  }
}
