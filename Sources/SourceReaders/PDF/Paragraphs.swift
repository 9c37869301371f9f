/// Tells where the paragraphs of an article's columns begin: at an indented line, and below a line that ends
/// before its column does.
struct Paragraphs {
  struct Member {
    var text: String
    var starts: Bool
    var isIndented: Bool
    /// White above, in the same column: a heading or a new part.
    var hasSpaceAbove: Bool
  }

  private let blocks: [PrintedBlock]
  private let body: Double
  /// The last line filled its column, so that its paragraph may go on.
  var goesOn = false

  init(_ blocks: [PrintedBlock], body: Double) {
    self.blocks = blocks
    self.body = body
  }

  mutating func lines(of index: Int) -> [Member] {
    let block = blocks[index]
    let column = column(of: index)
    let spaced = isSpaced(index)
    return block.lines.enumerated().map { place, line in
      let indent = (line.box.left - column.left) / block.em
      let opensSpaced = place == 0 && spaced
      let starts = indent > 1.2 || !goesOn || opensSpaced
      goesOn = line.box.right > column.right - 1.5 * block.em
      return Member(
        text: line.text, starts: starts, isIndented: (1.2...3.5).contains(indent),
        hasSpaceAbove: opensSpaced && !(1.2...3.5).contains(indent))
    }
  }

  /// Left and right margin of the column: as far as its text reaches in any of the article's blocks. Marks that
  /// hang over the end of a line do not count.
  private func column(of index: Int) -> Box {
    var column = blocks[index].box
    let own = column
    var right = -Double.infinity
    for block in blocks {
      let isSame =
        block.box.overlapAcross(own) > 0.5 * min(own.width, block.box.width)
        && block.box.width < 1.5 * max(own.width, 12 * body)
      guard isSame else { continue }
      column.left = min(column.left, block.box.left)
      for line in block.lines {
        let hangs = line.text.unicodeScalars.last.map { "，。、；：！？".unicodeScalars.contains($0) } ?? false
        right = max(right, line.box.right - (hangs ? block.em : 0))
      }
    }
    column.right = right
    return column
  }

  /// The block stands below another one of its column, with white between.
  private func isSpaced(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (above, block) = (blocks[index - 1], blocks[index])
    return above.box.overlapAcross(block.box) > 0 && block.box.top > above.box.bottom - 0.3 * body
  }
}
