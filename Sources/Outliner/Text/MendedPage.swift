/// A page with its line breaks mended: blocks of running text, each a paragraph or a line that stands alone.
///
/// `text` is what a reader reads; `at[i]` is where `text[i]` was printed.
struct MendedPage: Sendable {
  let page: PageText
  private(set) var text: [UInt32] = []
  private(set) var at: [Int] = []
  private(set) var blocks: [TextBlock] = []

  /// The printed range of a range of mended text.
  func printed(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = range.lowerBound < at.count ? at[range.lowerBound] : page.scalars.count
      return place..<place
    }
    return at[range.lowerBound]..<at[range.upperBound - 1] + 1
  }

  func string(_ range: Range<Int>) -> String { text.string(range) }

  init(_ page: PageText) {
    self.page = page
    text.reserveCapacity(page.scalars.count)
    at.reserveCapacity(page.scalars.count)
    let lines = page.lines.indices.filter { !page.lines[$0].isBlank }
    let indented = Self.usesIndents(page, lines)
    var width = ColumnWidth(page: page, lines: lines)
    for position in lines.indices {
      let column = width.width(around: position)
      let line = lines[position]
      let blanks = position == 0 ? 1 : line - lines[position - 1] - 1
      let break_ = LineBreak(
        page: page, previous: position == 0 ? nil : lines[position - 1], line: line,
        column: column, indented: indented, startsBlock: blocks.last?.lines.count == 1,
        belowBlank: (blocks.last?.blanksBefore ?? 0) > 0)
      append(line, starting: blocks.isEmpty || break_.isParagraphEnd, blanks: blanks)
    }
  }

  private mutating func append(_ line: Int, starting: Bool, blanks: Int) {
    let printed = page.lines[line].text
    let start = text.count
    for index in printed {
      let c = page.scalars[index]
      if c >= 0x200B, Glyph.isBlank(c), c != Glyph.ideographicSpace { continue }
      text.append(c)
      at.append(index)
    }
    if starting || blocks.isEmpty {
      blocks.append(TextBlock(text: start..<text.count, lines: [line], lineStarts: [start], blanksBefore: blanks))
      return
    }
    let last = blocks.count - 1
    blocks[last].text = blocks[last].text.lowerBound..<text.count
    blocks[last].lines.append(line)
    blocks[last].lineStarts.append(start)
  }

  /// Whether paragraphs of this page are indented: then a line that is not, continues one.
  private static func usesIndents(_ page: PageText, _ lines: [Int]) -> Bool {
    var indented = 0
    for line in lines where (2...6).contains(page.lines[line].indent) { indented += 1 }
    return indented >= 2 && indented * 12 >= lines.count
  }
}

/// One or more printed lines that read on.
struct TextBlock: Sendable {
  /// Range of `MendedPage.text`.
  var text: Range<Int>
  /// Indices into `PageText.lines`.
  var lines: [Int]
  /// Where each printed line begins in `MendedPage.text`.
  var lineStarts: [Int]
  /// Blank lines above the block.
  var blanksBefore: Int
}
