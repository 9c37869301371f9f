/// A page with its line breaks mended: blocks of running text, each a paragraph or a line that stands alone.
///
/// `text` is what a reader reads; `at[i]` is where `text[i]` was printed. (A class: it is handed about a great deal.)
final class MendedPage: Sendable {
  let page: PageText
  let text: [UInt32]
  let at: [Int]
  let blocks: [TextBlock]

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
    let lines = page.lines.indices.filter { !page.lines[$0].isBlank }
    let indented = Self.usesIndents(page, lines)
    var width = ColumnWidth(page: page, lines: lines)
    let columns = lines.indices.map { width.width(around: $0) }
    let lost = LostIndents(page: page, lines: lines, columns: columns)
    var mending = Mending(page)
    for position in lines.indices {
      let line = lines[position]
      let blanks = position == 0 ? 1 : line - lines[position - 1] - 1
      let end = LineBreak(
        page: page, previous: position == 0 ? nil : lines[position - 1], line: line,
        column: columns[position], indented: indented, losesIndents: lost.around(position),
        isFirst: position == 1, startsBlock: mending.blocks.last?.lines.count == 1,
        belowBlank: (mending.blocks.last?.blanksBefore ?? 0) > 0)
      mending.append(line, starting: end.isParagraphEnd, blanks: blanks)
    }
    text = mending.text
    at = mending.at
    blocks = mending.blocks
  }

  /// Whether paragraphs of this page are indented: then a line that is not, continues one.
  private static func usesIndents(_ page: PageText, _ lines: [Int]) -> Bool {
    var indented = 0
    for line in lines where (2...6).contains(page.lines[line].indent) { indented += 1 }
    return indented >= 2 && indented * 12 >= lines.count
  }
}

/// A mended page in the making.
private struct Mending {
  let page: PageText
  var text: [UInt32] = []
  var at: [Int] = []
  var blocks: [TextBlock] = []

  init(_ page: PageText) {
    self.page = page
    text.reserveCapacity(page.scalars.count)
    at.reserveCapacity(page.scalars.count)
  }

  /// Zero-width characters within a line are not read.
  private static func isUnread(_ c: UInt32) -> Bool {
    (0x200B...0x200D).contains(c) || c == 0x2060 || c == 0xFEFF
  }

  mutating func append(_ line: Int, starting: Bool, blanks: Int) {
    let start = text.count
    let printed = page.lines[line].text
    if page.scalars[printed].contains(where: Self.isUnread) {
      for index in printed where !Self.isUnread(page.scalars[index]) {
        text.append(page.scalars[index])
        at.append(index)
      }
    } else {
      text.append(contentsOf: page.scalars[printed])
      at.append(contentsOf: printed)
    }
    if starting || blocks.isEmpty {
      blocks.append(
        TextBlock(text: start..<text.count, lines: [line], lineStarts: [start], blanksBefore: blanks))
      return
    }
    let last = blocks.count - 1
    blocks[last].text = blocks[last].text.lowerBound..<text.count
    blocks[last].lines.append(line)
    blocks[last].lineStarts.append(start)
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
