import BriefingModel

/// An entry of the outline, in mended offsets.
struct OutlineNode: Sendable {
  let candidate: Candidate
  let role: Measure.Role
  let confidence: Double
  /// End of the entry, children included.
  let end: Int
  let children: [OutlineNode]

  /// The entry with its end, and its last child's, moved.
  func reaching(_ end: Int) -> OutlineNode {
    guard end != self.end else { return self }
    let last = children.last.map { [$0.reaching(end)] } ?? []
    return OutlineNode(
      candidate: candidate, role: role, confidence: confidence, end: end, children: children.dropLast() + last
    )
  }
}

/// Chooses, for each stretch of text, the series that outlines it; then does the same within each member.
struct OutlineDecision {
  let body: ArticleBody
  private let runs: [Series]
  /// Candidates without numbers, by marking.
  private let loose: [(marking: Marking, candidates: [Candidate])]
  private let roles: RoleRule
  /// How many measures the headline announces.
  private let announced: Int?

  /// Deepest outline; a newspaper never prints more.
  private static let deepest = 5

  init(_ body: ArticleBody, isNotice: Bool, announced: Int? = nil) {
    self.body = body
    self.announced = announced
    roles = RoleRule(body: body, isNotice: isNotice)
    let proposals = Proposals(body)
    var loose: [(marking: Marking, candidates: [Candidate])] = []
    for candidate in proposals.all where candidate.ordinal == nil {
      if let known = loose.firstIndex(where: { $0.marking == candidate.marking }) {
        loose[known].candidates.append(candidate)
      } else {
        loose.append((candidate.marking, [candidate]))
      }
    }
    runs = proposals.runs
    self.loose = loose
  }

  func outline() -> [OutlineNode] { nodes(in: body.start..<body.end, depth: 1, above: []) }

  /// A series chosen for a stretch of text.
  private struct Choice {
    let series: Series
    let margin: Double
  }

  private func nodes(in range: Range<Int>, depth: Int, above: [Series.Kind]) -> [OutlineNode] {
    guard depth <= Self.deepest, range.count > 8, mayHoldSeries(range) else { return [] }
    var result: [OutlineNode] = []
    var open = [range]
    while let part = open.popLast() {
      var rest = part.lowerBound
      for choice in choices(in: part, depth: depth, above: above) {
        let end = scopeEnd(choice.series, part)
        result += entries(of: choice, end: end, depth: depth, above: above)
        if choice.series.standsInBlocks {
          rest = part.upperBound
          break
        }
        // A list within a paragraph speaks for that paragraph only; what stands around it is looked at by itself.
        if rest < choice.series.start { open.append(rest..<choice.series.start) }
        rest = max(rest, end)
      }
      if rest > part.lowerBound, rest < part.upperBound { open.append(rest..<part.upperBound) }
    }
    return joined(result.sorted { $0.candidate.start < $1.candidate.start }, in: range)
  }

  /// Entries without gaps: what follows a list in its paragraph, or the paragraphs after it, goes with its last
  /// item, so that no text is lost and the printed order is kept.
  private func joined(_ nodes: [OutlineNode], in range: Range<Int>) -> [OutlineNode] {
    nodes.indices.map { index in
      let end = index + 1 < nodes.count ? nodes[index + 1].candidate.start : range.upperBound
      return nodes[index].reaching(end)
    }
  }

  /// The series that outlines a stretch; where it is a list within a paragraph, all lists of its kind.
  private func choices(in range: Range<Int>, depth: Int, above: [Series.Kind]) -> [Choice] {
    guard range.count > 8, mayHoldSeries(range) else { return [] }
    let valued = options(in: range, depth: depth, above: above).map { series in
      let agrees = depth == 1 && series.members.count == announced
      let stretch = depth == 1 ? range : stretch(of: series, in: range)
      let value = SeriesWeights.value(series, in: stretch, scopeEnd: scopeEnd(series, range))
      return (series: series, value: value + (agrees ? SeriesWeights.announced : 0))
    }
    let convincing = valued.filter { $0.value > SeriesWeights.least(depth: depth) }
    guard var best = convincing.max(by: { $0.value < $1.value }) else { return [] }
    // What another convincing series holds between its members is a level down.
    while let outer = convincing.first(where: { $0.series.holds(best.series) }) { best = outer }
    let chosen = best.series
    let rival =
      valued.lazy.filter { $0.series.start != chosen.start || $0.series.marking != chosen.marking }
      .map(\.value).max() ?? 0
    guard !chosen.standsInBlocks, chosen.members[0].ordinal != nil else {
      return [Choice(series: chosen, margin: best.value - rival)]
    }
    return fellows(of: chosen, among: convincing.map(\.series), in: range).map {
      Choice(series: $0, margin: best.value - rival)
    }
  }

  /// A list and the other lists of its kind, from left to right, without those that overlap.
  private func fellows(of chosen: Series, among all: [Series], in range: Range<Int>) -> [Series] {
    var end = range.lowerBound
    var kept: [Series] = []
    for series in all where series.kind == chosen.kind && !series.standsInBlocks && series.start >= end {
      kept.append(series)
      end = scopeEnd(series, range)
    }
    return kept
  }

  private func entries(of choice: Choice, end: Int, depth: Int, above: [Series.Kind]) -> [OutlineNode] {
    let series = choice.series
    let role = roles.role(of: series)
    guard role != .none else { return [] }
    let confidence = SeriesWeights.confidence(series, margin: choice.margin)
    let above = above + [series.kind]
    return series.members.indices.map { index in
      let member = series.members[index]
      let stop = index + 1 < series.members.count ? series.members[index + 1].start : end
      let inside = member.bodyStart..<max(member.bodyStart, stop)
      let children =
        roles.holdsNoMeasure(member) ? [] : nodes(in: inside, depth: depth + 1, above: above)
      return OutlineNode(
        candidate: member, role: roles.role(of: member, of: series, in: role), confidence: confidence,
        end: stop,
        children: children)
    }
  }

  /// Most stretches hold no two candidates: a quick look spares the rest.
  private func mayHoldSeries(_ range: Range<Int>) -> Bool {
    let low = runs.partition { $0.start >= range.lowerBound }
    if low < runs.count, runs[low].start < range.upperBound { return true }
    var sentences = 0
    for (marking, all) in loose {
      let count = within(range, all).count
      if count >= 2 { return true }
      if marking == .runIn || marking == .paragraphLead { sentences += count }
    }
    return sentences >= 2
  }

  /// Every convincing series that lies in a range.
  private func options(in range: Range<Int>, depth: Int, above: [Series.Kind]) -> [Series] {
    let low = runs.partition { $0.start >= range.lowerBound }
    let high = runs.partition { $0.start >= range.upperBound }
    var found = runs[low..<high].filter { $0.last < range.upperBound && !above.contains($0.kind) }
    for (marking, all) in loose where !above.contains(Series.Kind(marking: marking, label: 0)) {
      let inside = members(marking, in: range, all)
      guard inside.count >= 2 else { continue }
      let fellows = inside.count < all.count ? all : []
      let lifted = depth > 1 ? SectionOpening(body: body, range: range).lifted(inside) : inside
      if let series = SeriesFormation.alike(lifted, marking: marking, fellows: fellows) {
        found.append(SeriesFormation.outer(of: series, announced: announced))
      }
    }
    return found.sorted { ($0.start, $0.marking.rawValue) < ($1.start, $1.marking.rawValue) }
  }

  /// The candidates of a marking within a range. Where a line happens to break decides little: sentences within
  /// paragraphs may join the leads they resemble, and a series within paragraphs may have members that open one.
  private func members(_ marking: Marking, in range: Range<Int>, _ all: [Candidate]) -> ArraySlice<Candidate>
  {
    let inside = within(range, all)
    switch marking {
    case .paragraphLead: return joined(inside, within(range, candidates(.runIn)))
    case .runIn:
      let leads = within(range, candidates(.paragraphLead))
      return leads.isEmpty ? inside : inOrder(inside + leads)
    default: return inside
    }
  }

  private func candidates(_ marking: Marking) -> [Candidate] {
    loose.first { $0.marking == marking }?.candidates ?? []
  }

  /// Candidates stand in the order of the text.
  private func within(_ range: Range<Int>, _ candidates: [Candidate]) -> ArraySlice<Candidate> {
    let low = candidates.partition { $0.start >= range.lowerBound }
    let high = candidates.partition { $0.start >= range.upperBound }
    return candidates[low..<high]
  }

  /// Paragraph leads and the sentences that may be leads of paragraphs whose break the wrapping has hidden.
  private func joined(_ leads: ArraySlice<Candidate>, _ runIns: ArraySlice<Candidate>) -> ArraySlice<
    Candidate
  > {
    guard leads.count >= 2, !runIns.isEmpty else { return leads }
    let hidden = runIns.filter { candidate in
      let likeness = leads.lazy.map { HeadingWeights.likeness($0.shape, candidate.shape) }.max() ?? 0
      return likeness >= HeadingWeights.likenessOfTwins
        || (candidate.opensLine && candidate.weight >= HeadingWeights.hidden
          && likeness >= HeadingWeights.likenessOfHidden)
    }
    return hidden.isEmpty ? leads : inOrder(leads + hidden)
  }

  private func inOrder(_ candidates: ArraySlice<Candidate>) -> ArraySlice<Candidate> {
    candidates.sorted { $0.start < $1.start }[...]
  }

  /// Within a measure, a list in a paragraph need outline only the paragraphs that it stands in.
  private func stretch(of series: Series, in range: Range<Int>) -> Range<Int> {
    guard !series.standsInBlocks, let first = series.members.first else { return range }
    return max(range.lowerBound, body.range(of: first.block).lowerBound)..<scopeEnd(series, range)
  }

  /// Where a series stops: a list within a paragraph at the paragraph's end; a series of paragraphs before a
  /// closing paragraph, or where its range ends.
  private func scopeEnd(_ series: Series, _ range: Range<Int>) -> Int {
    guard let last = series.members.last else { return range.upperBound }
    guard series.standsInBlocks else { return min(range.upperBound, body.range(of: last.block).upperBound) }
    return range.upperBound
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on a condition holds, of elements in order; by binary search.
  func partition(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
