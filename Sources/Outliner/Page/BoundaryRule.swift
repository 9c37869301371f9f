import BriefingModel

/// Decides whether an article begins below a group of titles, or the titles are headings within one.
struct BoundaryRule: Sendable {
  let mended: MendedPage
  let kinds: [BlockKind]
  let gazetteer: Gazetteer
  /// Bylines in parentheses that end a block's text.
  let signatures: [EndBylineRule.Signature?]
  let types: TypeSizeRule

  private static let openers: [[UInt32]] = [
    "近日", "日前", "今年以来", "近年来", "去年以来", "连日来", "为", "自", "今年", "近期", "入", "当前", "随着", "围绕",
  ].map { [UInt32](of: $0) }

  /// What the hints must add up to.
  private static let threshold = 4.0

  func begins(_ group: TitleGroup, after above: [Int], before below: [Int]) -> Bool {
    guard let first = below.first, let last = above.last else { return true }
    if kinds[first] == .start || group.opening != nil || group.closing != nil || isSigned(last) {
      return true
    }
    guard !group.titles.isEmpty else { return false }
    if types.areKnown { return group.titles.contains(where: types.isHeadline) }
    return hints(group, above, below) >= Self.threshold
  }

  private func isSigned(_ block: Int) -> Bool { kinds[block] == .body && signatures[block] != nil }

  private func hints(_ group: TitleGroup, _ above: [Int], _ below: [Int]) -> Double {
    var weight = 0.0
    let lede = mended.blocks[below[0]].text
    let opening = lede.prefix(45)
    if Self.openers.contains(where: { mended.text[lede].starts(with: $0) }) { weight += 1 }
    let here = fullNames(opening)
    if !here.isEmpty {
      weight += 1
      if let first = above.first,
        !fullNames(mended.blocks[first].text.prefix(120)).contains(where: here.contains)
      {
        weight += 2
      }
    }
    if group.titles.count > 1 || group.titles.contains(where: { kinds[$0] == .subtitle }) { weight += 1.5 }
    if !group.furniture.isEmpty { weight += 1 }
    let longest = group.titles.map { mended.blocks[$0].text.count }.max() ?? 0
    if longest >= 14 { weight += 1 }
    if group.titles.contains(where: opensWithCounty) { weight += 1.5 }
    return weight
  }

  private func fullNames(_ range: Range<Int>) -> [Int] {
    gazetteer.counties(mended.text, range, where: \.isFullName)
  }

  private func opensWithCounty(_ block: Int) -> Bool {
    let range = mended.blocks[block].text
    guard let match = gazetteer.match(mended.text, at: range.lowerBound, end: range.upperBound) else {
      return false
    }
    return match.isFullName || match.range.upperBound == range.upperBound
      || Glyph.isBlank(mended.text[match.range.upperBound])
      || Glyph.isColon(mended.text[match.range.upperBound])
  }
}
