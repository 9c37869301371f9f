import BriefingModel

extension Composer {
  /// Measures as numbered headings with their text, to any depth.
  ///
  /// A requirement (一要…) is what somebody asks for; a lead line keeps it from reading like something done.
  /// Requirements within a requirement need no second one.
  func outline(
    _ measures: [Measure], of review: Review, level: Int = 1, isRequired: Bool = false,
    bookmarks: inout Bookmarks
  ) -> [Block] {
    var blocks: [Block] = []
    var isInRequirements = isRequired
    for (index, measure) in measures.enumerated() {
      let isRequirement = isRequired || measure.role == .requirement
      if isRequirement, !isInRequirements {
        blocks.append(.paragraph([.text("以下是提出的要求：")], role: .body))
      }
      isInRequirements = isRequirement
      let label = Numbering.label(index + 1, level: level)
      blocks += entry(measure, label: label, level: level, review: review, bookmarks: &bookmarks)
      blocks += outline(
        measure.children, of: review, level: level + 1, isRequired: isRequirement, bookmarks: &bookmarks)
    }
    return blocks
  }

  /// Heading and body. Below the four levels of GB/T 9704-2012 7.3.3 the heading is an ordinary paragraph.
  private func entry(
    _ measure: Measure, label: String, level: Int, review: Review, bookmarks: inout Bookmarks
  ) -> [Block] {
    let words = review.entry(measure)
    let body = paragraphs(words.body)
    if level > Numbering.headingLevels {
      return [.paragraph([.text(label)] + words.heading, role: .body)] + body
    }
    let bookmark = bookmarks.bookmark(for: measure, in: review.article)
    let heading = Heading(level: level, label: label, text: words.heading, bookmark: bookmark)
    return [.heading(heading)] + body
  }
}
