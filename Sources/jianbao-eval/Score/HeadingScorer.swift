import BriefingModel

/// A heading to compare: from gold or from an outline.
struct ScoredHeading: Equatable, Sendable {
  /// 1…3; deeper ones count as 3.
  var level: Int
  var role: String
  var text: String
  /// A raw value of `Marking`, or `nil` where unknown.
  var form: String?
  var start: Int
  var line: Int

  /// An outline's entries in reading order, children after their parents.
  static func all(_ measures: [Measure], level: Int = 1) -> [ScoredHeading] {
    measures.flatMap { measure in
      let origin = measure.headingOrigin
      let heading = ScoredHeading(
        level: min(level, 3), role: measure.role.rawValue, text: measure.heading,
        form: measure.marking.rawValue,
        start: origin.scalars.lowerBound, line: origin.lines.lowerBound)
      return [heading] + all(measure.children, level: level + 1)
    }
  }

  static func all(_ entries: [GoldOutline.Entry]) -> [ScoredHeading] {
    entries.flatMap { entry in
      let heading = ScoredHeading(
        level: min(entry.level, 3), role: entry.role ?? "measure", text: entry.heading, form: entry.form,
        start: entry.start, line: entry.line)
      return [heading] + all(entry.children)
    }
  }
}

/// Compares the headings of one article with gold.
struct HeadingScorer: Sendable {
  /// What was missed or wrongly found.
  struct Difference: Equatable, Sendable {
    var isMiss: Bool
    var heading: ScoredHeading
  }

  /// The source, for the question whether a shorter heading ends at a comma.
  let source: [Unicode.Scalar]

  func score(gold: [ScoredHeading], found: [ScoredHeading]) -> (
    score: OutlineScore, differences: [Difference]
  ) {
    var score = OutlineScore()
    var differences: [Difference] = []
    for level in 1...3 {
      let isHere = { (heading: ScoredHeading) in heading.level == level && heading.role != "requirement" }
      let pairs = compare(gold.filter(isHere), found.filter(isHere), &score.levels[level - 1], &differences)
      for (gold, found) in pairs where level == 1 && (gold.role == "section" || found.role == "section") {
        score.sectionRoles.count(gold.role == found.role)
      }
    }
    let isRequirement = { (heading: ScoredHeading) in heading.role == "requirement" }
    _ = compare(gold.filter(isRequirement), found.filter(isRequirement), &score.requirements, &differences)
    return (score, differences.sorted { $0.heading.start < $1.heading.start })
  }

  private func compare(
    _ gold: [ScoredHeading], _ found: [ScoredHeading], _ tally: inout Tally, _ differences: inout [Difference]
  ) -> [(ScoredHeading, ScoredHeading)] {
    var rest = found
    var pairs: [(ScoredHeading, ScoredHeading)] = []
    for heading in gold {
      if let index = rest.firstIndex(where: { matches(heading, $0) }) {
        pairs.append((heading, rest.remove(at: index)))
      } else {
        differences.append(Difference(isMiss: true, heading: heading))
      }
    }
    differences += rest.map { Difference(isMiss: false, heading: $0) }
    tally += Tally(hits: pairs.count, misses: gold.count - pairs.count, extras: rest.count)
    return pairs
  }

  /// Same place and same text; after an explicit marker, either end of a heading that has a comma in it.
  func matches(_ gold: ScoredHeading, _ found: ScoredHeading) -> Bool {
    guard gold.start == found.start else { return false }
    let (wanted, given) = (withoutBlanks(gold.text), withoutBlanks(found.text))
    if wanted == given { return true }
    guard let form = gold.form, explicitForms.contains(form), !wanted.isEmpty, !given.isEmpty else {
      return false
    }
    guard wanted.hasPrefix(given) || given.hasPrefix(wanted) else { return false }
    let length = min(wanted.unicodeScalars.count, given.unicodeScalars.count)
    let printed = source.dropFirst(gold.start).lazy.filter { !isBlankScalar($0) }
    return printed.dropFirst(length).first.map { $0 == "，" || $0 == "," } ?? false
  }
}
