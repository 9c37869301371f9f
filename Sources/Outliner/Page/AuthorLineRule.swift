/// An author's name alone on a line, between a headline and its body.
///
///     一颗苹果的“信用革命”
///     郝延生
struct AuthorLineRule: Sendable {
  let mended: MendedPage
  let vocabulary: Vocabulary
  let bylines: BylineRule

  func naming(_ kinds: [BlockKind]) -> [BlockKind] {
    var kinds = kinds
    for index in kinds.indices.dropFirst().dropLast() where kinds[index] == .title {
      guard kinds[index - 1] == .title || kinds[index - 1] == .subtitle || kinds[index - 1] == .furniture,
        kinds[index + 1] == .body, isName(mended.blocks[index].text)
      else { continue }
      kinds[index] = .byline
    }
    return kinds
  }

  private func isName(_ range: Range<Int>) -> Bool {
    range.count <= 12 && bylines.byline(in: range, bareNames: true) != nil
      && vocabulary.surnames.match(mended.text, at: range.lowerBound, end: range.upperBound) != nil
      && vocabulary.verbs.match(mended.text, at: range.lowerBound, end: range.upperBound) == nil
  }
}
