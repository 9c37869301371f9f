import BriefingModel

/// Why measures stand in one row, in words that are printed in them.
///
///     奖惩 ~ 结果运用      one matter in two words
///     评先树优             the same words
struct EvidenceRule {
  /// Shown for a row.
  private static let most = 6

  private let units: [Unit]
  private let profiles: [Profile]
  private let lexicon: Lexicon
  /// For each unit the most telling word of each matter.
  private let words: [[Int: String]]

  init(units: [Unit], profiles: [Profile], lexicon: Lexicon) {
    self.units = units
    self.profiles = profiles
    self.lexicon = lexicon
    words = units.map { Self.words(in: $0, lexicon: lexicon) }
  }

  private struct Weighed {
    var evidence: Evidence
    var weight: Double
  }

  /// The strongest first. A row may rest on a pair of characters alone; then its common words are the evidence.
  func evidence(for members: [Int]) -> [Evidence] {
    var found = terms(of: members) + matters(of: members)
    found += figures(of: members)
    if found.isEmpty { found = words(of: members) }
    let sorted = found.sorted {
      ($1.weight, $0.evidence.text) < ($0.weight, $1.evidence.text)
    }
    var seen: Set<String> = []
    return sorted.map(\.evidence).filter { seen.insert($0.text).inserted }.prefix(Self.most).map { $0 }
  }

  private func terms(of members: [Int]) -> [Weighed] {
    members.flatMap { profiles[$0].terms.map(\.scalars) }.filter { name in
      Set(members.filter { profiles[$0].print.holds(name) }.map { units[$0].county }).count > 1
    }.map { Weighed(evidence: Evidence(kind: .term, text: "“\(MatterText.string($0))”"), weight: 100) }
  }

  /// The keys that units of at least two counties hold.
  private func common<Value: Hashable & Comparable>(_ members: [Int], _ values: (Int) -> Set<Value>)
    -> [Value]
  {
    var counties: [Value: Set<Int>] = [:]
    for unit in members {
      for value in values(unit) { counties[value, default: []].insert(units[unit].county) }
    }
    return counties.filter { $0.value.count > 1 }.keys.sorted()
  }

  private func matters(of members: [Int]) -> [Weighed] {
    let matters = common(members) { Set(profiles[$0].matters.keys) }
    guard !matters.isEmpty else { return [] }
    return matters.compactMap { matter in
      var shown: [String] = []
      var weight = Double.infinity
      for unit in members {
        guard let word = words[unit][matter] else { continue }
        if !shown.contains(word) { shown.append(word) }
        let profile = profiles[unit].matters
        if let place = profile.keys.firstIndex(of: matter) { weight = min(weight, profile.weights[place]) }
      }
      guard !shown.isEmpty, weight > 0, weight.isFinite else { return nil }
      let kind: Evidence.Kind = shown.count == 1 ? .words : .matter
      return Weighed(
        evidence: Evidence(kind: kind, text: shown.sorted().joined(separator: " ~ ")), weight: weight)
    }
  }

  /// The most telling word of each matter in a unit: one of the heading if there is any, else the longest, else the
  /// first.
  private static func words(in unit: Unit, lexicon: Lexicon) -> [Int: String] {
    var words: [Int: (text: String, rank: Int)] = [:]
    for (zone, text) in unit.texts where zone != .parentHeading {
      for hit in lexicon.hits(in: text.scalars) {
        let matter = lexicon.words[hit.word].matter
        let rank = hit.range.count + (zone == .heading ? 100 : 0)
        if rank > words[matter]?.rank ?? 0 {
          words[matter] = (MatterText.string(text.scalars[hit.range]), rank)
        }
      }
    }
    return words.mapValues(\.text)
  }

  private func figures(of members: [Int]) -> [Weighed] {
    var byObject: [String: [(county: Int, text: String)]] = [:]
    for unit in members {
      for figure in units[unit].figures where figure.kind != .date {
        guard let object = figure.object, let measured = figure.unit else { continue }
        byObject[object + "\u{0}" + measured, default: []].append((units[unit].county, figure.text))
      }
    }
    return byObject.filter { Set($0.value.map(\.county)).count > 1 }.map { key, entries in
      let object = key.prefix { $0 != "\u{0}" }
      let texts = entries.map(\.text).sorted().joined(separator: " ~ ")
      return Weighed(evidence: Evidence(kind: .figure, text: "\(object) \(texts)"), weight: 0.5)
    }
  }

  /// The longest stretches printed on two sides.
  private func words(of members: [Int]) -> [Weighed] {
    guard let first = members.first,
      let second = members.first(where: { units[$0].county != units[first].county })
    else { return [] }
    let a = profiles[first].print
    let b = profiles[second].print
    return CommonWords.longest(a, b, most: 3).map {
      Weighed(evidence: Evidence(kind: .words, text: MatterText.string($0)), weight: Double($0.count) / 100)
    }
  }
}

/// Stretches of Han characters that two texts share.
enum CommonWords {
  /// The longest ones of two characters or more, none inside another.
  static func longest(_ a: [UInt32], _ b: [UInt32], most: Int) -> [ArraySlice<UInt32>] {
    var places: [UInt64: [Int]] = [:]
    for index in b.indices.dropLast() {
      places[Lexicon.key(b[index], b[index + 1]), default: []].append(index)
    }
    var found: [ArraySlice<UInt32>] = []
    var start = 0
    while start + 1 < a.count {
      var best = 0
      for place in places[Lexicon.key(a[start], a[start + 1])] ?? [] {
        var length = 0
        while start + length < a.count, place + length < b.count, a[start + length] == b[place + length],
          MatterText.isHan(a[start + length])
        { length += 1 }
        best = max(best, length)
      }
      if best > 1 { found.append(a[start..<start + best]) }
      start += max(1, best)
    }
    var seen: Set<[UInt32]> = []
    return found.filter { seen.insert(Array($0)).inserted }
      .sorted { ($1.count, $0.startIndex) < ($0.count, $1.startIndex) }.prefix(most).map { $0 }
  }
}
