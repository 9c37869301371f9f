/// Where a scalar of a draft line was printed: its offset in the page and its 1-based line.
struct Place: Equatable, Sendable {
  var offset: Int
  var line: Int
}

/// A draft as it is printed, with the place of every scalar.
///
/// Paragraphs are wrapped where the draft says so; every 18th to 26th line break inside a paragraph becomes a
/// column break (a blank line), drawn from a generator seeded with the slug.
struct PrintedPage: Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each draft line, the place of each of its scalars. Dropped blanks bear the place of what follows.
  private(set) var places: [[Place]] = []
  private var line = 1
  private var generator: SeededGenerator
  private var untilColumnBreak = 0

  init(_ draft: Draft, slug: String) {
    generator = SeededGenerator(seed: slug)
    untilColumnBreak = Int.random(in: 18...26, using: &generator)
    for draftLine in draft.lines { print(draftLine, wrap: draft.wrap) }
  }

  var text: String { string(scalars) }

  private mutating func print(_ draftLine: DraftLine, wrap: Int) {
    let text = draftLine.text
    let ranges = wrap == 0 ? [0..<text.count] : wrapped(draftLine, wrap: wrap)
    var placed = Array(repeating: Place(offset: -1, line: 0), count: text.count)
    for (index, range) in ranges.enumerated() {
      if index > 0 { breakLine() }
      for position in range {
        placed[position] = Place(offset: scalars.count, line: line)
        scalars.append(text[position])
      }
    }
    var next = Place(offset: scalars.count, line: line)
    for position in placed.indices.reversed() {
      if placed[position].offset < 0 { placed[position] = next } else { next = placed[position] }
    }
    places.append(placed)
    endLine()
  }

  private func wrapped(_ draftLine: DraftLine, wrap: Int) -> [Range<Int>] {
    LineWrapper(columns: draftLine.isDisplay ? wrap * 2 : wrap).lines(draftLine.text)
  }

  /// A line break inside a paragraph.
  private mutating func breakLine() {
    endLine()
    untilColumnBreak -= 1
    guard untilColumnBreak == 0 else { return }
    endLine()
    untilColumnBreak = Int.random(in: 18...26, using: &generator)
  }

  private mutating func endLine() {
    scalars.append("\n")
    line += 1
  }
}
