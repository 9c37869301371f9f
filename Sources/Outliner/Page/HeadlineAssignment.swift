import BriefingModel

/// Gives each headline to one body, the one above or the one below, by one decision for the page.
///
/// Each group of titles between two bodies is split at some point: what stands before it belongs above, the
/// rest below. The best splits are found left to right (a page has few groups, each with few titles).
struct HeadlineAssignment: Sendable {
  let mended: MendedPage
  let kinds: [BlockKind]
  let heads: [DatelineRule.Head?]
  let gazetteer: Gazetteer
  let types: TypeSizeRule

  /// Weights: what makes a page plausible.
  private enum Weight {
    static let oneHeadline = 3.0
    static let twoHeadlines = -2.0
    static let noHeadline = -1.0
    static let sameCounty = 3.0
    static let otherCounty = -3.0
    static let sharedWords = 6.0
    static let sameSide = 0.6
  }

  func assign(_ groups: [TitleGroup], to bodies: [[Int]]) -> [PageItem] {
    guard !bodies.isEmpty else { return titlesOnly(groups) }
    let splits = types.areKnown ? splitsBySize(groups) : bestSplits(groups, bodies)
    return bodies.indices.map { index in
      let above = groups[index]
      let below = index + 1 < groups.count ? groups[index + 1] : TitleGroup()
      let before = Array(above.titles[splits[index]...])
      let after = index + 1 < splits.count ? Array(below.titles[..<splits[index + 1]]) : []
      let hasHeadline = before.contains { !isLabel($0) }
      var item = PageItem(kind: .article, body: bodies[index])
      // With a headline above it, a short line below a body is its last line or the page's.
      item.titles = hasHeadline ? before : before + after
      if hasHeadline, index == bodies.count - 1 { item.body += after }
      item.bylineBlock = above.opening ?? below.closing
      item.furniture = above.furniture + (index == bodies.count - 1 ? below.furniture : [])
      return item
    }
  }

  /// A county's name alone on a line labels the body below or above it; it is no headline.
  private func isLabel(_ title: Int) -> Bool {
    let range = mended.blocks[title].text
    return gazetteer.match(mended.text, at: range.lowerBound, end: range.upperBound)?.range == range
  }

  private func titlesOnly(_ groups: [TitleGroup]) -> [PageItem] {
    let titles = groups.flatMap(\.titles)
    return titles.isEmpty ? [] : [PageItem(kind: .other, titles: titles)]
  }

  /// Where the type tells headlines, each belongs to the body below; smaller lines before it end the one above.
  private func splitsBySize(_ groups: [TitleGroup]) -> [Int] {
    groups.indices.map { index in
      guard index > 0 else { return 0 }
      let titles = groups[index].titles
      return titles.firstIndex(where: types.isLarger) ?? (index == groups.count - 1 ? titles.count : 0)
    }
  }

  /// For each group, how many of its titles belong to the body above. Ends are not split.
  private func bestSplits(_ groups: [TitleGroup], _ bodies: [[Int]]) -> [Int] {
    guard bodies.count > 1 else { return [0, groups[1].titles.count] }
    var evidence = Evidence(self, bodies)
    // best[hasHeadline]: the best score so far, given whether the coming body has a headline above it.
    var best: [(score: Double, splits: [Int])?] = [nil, nil]
    best[groups[0].titles.contains { !isLabel($0) } ? 1 : 0] = (0, [0])
    for index in bodies.indices {
      let titles = groups[index + 1].titles
      var next: [(score: Double, splits: [Int])?] = [nil, nil]
      let isLast = index == bodies.count - 1
      for (state, way) in best.enumerated() {
        guard let way else { continue }
        for split in isLast ? [titles.count] : Array(0...titles.count) {
          let score = way.score + value(state == 1, titles, split, index, &evidence)
          let coming = titles[split...].contains { !isLabel($0) } ? 1 : 0
          if score > next[coming]?.score ?? -.infinity { next[coming] = (score, way.splits + [split]) }
        }
      }
      best = next
    }
    return best.compactMap { $0 }.max { $0.score < $1.score }?.splits ?? groups.map { _ in 0 }
  }

  private func value(_ before: Bool, _ titles: [Int], _ split: Int, _ index: Int, _ evidence: inout Evidence)
    -> Double
  {
    var score = 0.0
    let after = titles[..<split].contains { !isLabel($0) }
    switch (before, after) {
    case (true, false): score += Weight.oneHeadline
    case (false, true): score += Weight.oneHeadline
    case (true, true): score += index == evidence.count - 1 ? 0 : Weight.twoHeadlines
    case (false, false): score += Weight.noHeadline
    }
    if before != after { score += Weight.sameSide }
    for (position, title) in titles.enumerated() {
      score += evidence.value(title, of: position < split ? index : index + 1)
    }
    return score
  }

  /// How well a title fits a body: shared words and the county named.
  private struct Evidence {
    let assignment: HeadlineAssignment
    let bodies: [[Int]]
    let counties: [[Int]]
    private var known: [Int: Double] = [:]
    var count: Int { bodies.count }

    init(_ assignment: HeadlineAssignment, _ bodies: [[Int]]) {
      self.assignment = assignment
      self.bodies = bodies
      counties = bodies.count < 2 ? bodies.map { _ in [] } : bodies.map { assignment.counties(of: $0) }
    }

    mutating func value(_ title: Int, of body: Int) -> Double {
      guard count > 1, bodies.indices.contains(body) else { return 0 }
      let key = title * count + body
      if let value = known[key] { return value }
      let value = weigh(title, body)
      known[key] = value
      return value
    }

    private func weigh(_ title: Int, _ body: Int) -> Double {
      var score = Weight.sharedWords * assignment.shared(title, bodies[body])
      guard !counties[body].isEmpty else { return score }
      let named = assignment.named(title)
      guard !named.isEmpty else { return score }
      score += named.contains(where: counties[body].contains) ? Weight.sameCounty : Weight.otherCounty
      return score
    }
  }

  /// Counties that a body's dateline or first words name.
  private func counties(of body: [Int]) -> [Int] {
    guard let first = body.first else { return [] }
    let block = mended.blocks[first]
    let dated = gazetteer.counties(mended.text, heads[first]?.dateline ?? block.text.prefix(0)) { _ in true }
    return dated.isEmpty
      ? gazetteer.counties(mended.text, block.text.prefix(160), where: \.isFullName) : dated
  }

  private func named(_ title: Int) -> [Int] {
    let range = mended.blocks[title].text
    return gazetteer.counties(mended.text, range) {
      $0.isFullName || $0.range.lowerBound == range.lowerBound
    }
  }

  /// Share of a title's character pairs that the body holds, 0…1.
  private func shared(_ title: Int, _ body: [Int]) -> Double {
    let text = mended.text
    let range = mended.blocks[title].text.prefix(64)
    let pairs = range.dropLast().filter { Glyph.isHan(text[$0]) && Glyph.isHan(text[$0 + 1]) }
    guard !pairs.isEmpty else { return 0 }
    var firsts = ScalarSet()
    for index in pairs { firsts.insert(text[index]) }
    // One bit for each of the title's pairs: a title is short, and only its own characters are looked at.
    var seen: UInt64 = 0
    for block in body {
      for index in mended.blocks[block].text.dropLast() where firsts.mayContain(text[index]) {
        for (bit, pair) in pairs.enumerated()
        where text[pair] == text[index] && text[pair + 1] == text[index + 1] {
          seen |= 1 << UInt64(bit)
        }
      }
    }
    return Double(seen.nonzeroBitCount) / Double(pairs.count)
  }
}
