import BriefingModel

/// An entry of the outline, in mended offsets.
struct OutlineNode: Sendable {
  let candidate: Candidate
  let role: Measure.Role
  let confidence: Double
  /// End of the entry, children included.
  let end: Int
  let children: [OutlineNode]
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
    var numbered: [Series.Kind: [Candidate]] = [:]
    var loose: [(marking: Marking, candidates: [Candidate])] = []
    for candidate in Proposals(body).all {
      if candidate.ordinal != nil {
        numbered[candidate.seriesKind, default: []].append(candidate)
      } else {
        if let known = loose.firstIndex(where: { $0.marking == candidate.marking }) {
          loose[known].candidates.append(candidate)
        } else {
          loose.append((candidate.marking, [candidate]))
        }
      }
    }
    runs = numbered.values.flatMap(SeriesFormation.ascending)
    self.loose = loose
  }

  func outline() -> [OutlineNode] { nodes(in: body.start..<body.end, depth: 1, above: []) }

  private func nodes(in range: Range<Int>, depth: Int, above: [Series.Kind]) -> [OutlineNode] {
    guard depth <= Self.deepest, range.count > 8 else { return [] }
    let options = options(in: range, above: above)
    let valued = options.map { series in
      let agrees = depth == 1 && series.members.count == announced
      let stretch = depth == 1 ? range : stretch(of: series, in: range)
      let value = SeriesWeights.value(series, in: stretch, scopeEnd: scopeEnd(series, range))
      return (series, value + (agrees ? SeriesWeights.announced : 0))
    }
    let convincing = valued.filter { $0.1 > SeriesWeights.least(depth: depth) }
    guard var best = convincing.max(by: { $0.1 < $1.1 }) else { return [] }
    // What another convincing series holds between its members is a level down.
    while let outer = convincing.first(where: { $0.0.holds(best.0) }) { best = outer }
    let rival =
      valued.filter { $0.0.start != best.0.start || $0.0.marking != best.0.marking }.map(\.1).max() ?? 0
    return nodes(of: best.0, value: best.1, margin: best.1 - rival, in: range, depth: depth, above: above)
  }

  private func nodes(
    of series: Series, value: Double, margin: Double, in range: Range<Int>, depth: Int, above: [Series.Kind]
  ) -> [OutlineNode] {
    let end = scopeEnd(series, range)
    let role = roles.role(of: series)
    guard role != .none else { return remainder(end..<range.upperBound, depth, above) }
    let confidence = SeriesWeights.confidence(series, margin: margin)
    var result: [OutlineNode] = []
    for index in series.members.indices {
      let member = series.members[index]
      let stop = index + 1 < series.members.count ? series.members[index + 1].start : end
      let isEmpty = roles.holdsNoMeasure(member)
      let inner =
        isEmpty
        ? []
        : nodes(
          in: member.bodyStart..<max(member.bodyStart, stop), depth: depth + 1, above: above + [series.kind])
      result.append(
        OutlineNode(
          candidate: member, role: roles.role(of: member, in: role), confidence: confidence, end: stop,
          children: inner))
    }
    guard !series.standsInBlocks else { return result }
    // A list within a paragraph speaks for that paragraph only.
    let before = remainder(range.lowerBound..<series.start, depth, above)
    return before + result + remainder(end..<range.upperBound, depth, above)
  }

  private func remainder(_ range: Range<Int>, _ depth: Int, _ above: [Series.Kind]) -> [OutlineNode] {
    range.lowerBound < range.upperBound ? nodes(in: range, depth: depth, above: above) : []
  }

  /// Every convincing series that lies in a range.
  private func options(in range: Range<Int>, above: [Series.Kind]) -> [Series] {
    var found = runs.filter {
      $0.start >= range.lowerBound && $0.last < range.upperBound && !above.contains($0.kind)
    }
    for (marking, all) in loose where !above.contains(Series.Kind(marking: marking, label: 0)) {
      let inside = members(marking, in: range, all)
      guard inside.count >= 2 else { continue }
      let fellows = inside.count < all.count ? all : []
      if let series = SeriesFormation.alike(inside, marking: marking, fellows: fellows) {
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
    case .runIn: return inOrder(inside + within(range, candidates(.paragraphLead)))
    default: return inside
    }
  }

  private func candidates(_ marking: Marking) -> [Candidate] {
    loose.first { $0.marking == marking }?.candidates ?? []
  }

  /// Candidates stand in the order of the text.
  private func within(_ range: Range<Int>, _ candidates: [Candidate]) -> ArraySlice<Candidate> {
    let low = candidates.firstIndex { $0.start >= range.lowerBound } ?? candidates.endIndex
    let high = candidates[low...].firstIndex { $0.start >= range.upperBound } ?? candidates.endIndex
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
