/// A page with its line breaks mended: blocks of running text, each a paragraph or a line that stands alone.
///
/// `text` is what a reader reads; `at[i]` is where `text[i]` was printed. (A class: it is handed about a great deal.)
final class MendedPage: Sendable {
  let page: PageText
  let text: [UInt32]
  let at: [Int]
  let blocks: [TextBlock]
  /// Where each printed line with text begins in `text`.
  let lineStarts: [Int]
  /// Lines that go on the one above, as far as the layout shows it.
  let wrapped: Set<Int>

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
    let columns = width.columns()
    let lost = LostIndents(page: page, lines: lines, columns: columns)
    var mending = Mending(page)
    for position in lines.indices {
      let line = lines[position]
      let blanks = position == 0 ? 1 : line - lines[position - 1] - 1
      let end = LineBreak(
        page: page, previous: position == 0 ? nil : lines[position - 1], line: line,
        next: position + 1 < lines.count ? lines[position + 1] : nil, column: columns[position],
        indented: indented, losesIndents: lost.around(position),
        isFirst: position == 1, startsBlock: mending.blocks.last?.lines.count == 1,
        belowBlank: (mending.blocks.last?.blanksBefore ?? 0) > 0)
      mending.append(line, starting: end.isParagraphEnd, blanks: blanks)
    }
    mending.partHiddenTitles()
    text = mending.text
    at = mending.at
    blocks = mending.blocks
    lineStarts = mending.lineStarts
    wrapped = Set(lines.indices.filter { page.lines[lines[$0]].goesOn ?? false })
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
  var lineStarts: [Int] = []

  init(_ page: PageText) {
    self.page = page
    text.reserveCapacity(page.scalars.count)
    at.reserveCapacity(page.scalars.count)
    blocks.reserveCapacity(page.lines.count)
    lineStarts.reserveCapacity(page.lines.count)
  }

  /// Longest title, in scalars, that is looked for at the end of a paragraph.
  private static let longestTitle = 46

  /// A paragraph whose last line is full hides the end of the paragraph; if a title follows, the block ends without
  /// a mark, and its last words begin a printed line:
  ///
  ///     …充分调动各方积极性。⏎推动资源下沉，让群众在家门口享受优质便捷⏎的医疗服务⏎
  mutating func partHiddenTitles() {
    guard blocks.contains(where: { hiddenTitle($0) != nil }) else { return }
    var parted: [TextBlock] = []
    parted.reserveCapacity(blocks.count + 8)
    for block in blocks {
      guard let position = hiddenTitle(block) else {
        parted.append(block)
        continue
      }
      let start = lineStarts[position]
      parted.append(
        TextBlock(
          text: block.text.lowerBound..<start, lines: block.lines.lowerBound..<position,
          blanksBefore: block.blanksBefore))
      parted.append(
        TextBlock(
          text: start..<block.text.upperBound, lines: position..<block.lines.upperBound, blanksBefore: 0))
    }
    blocks = parted
  }

  private func hiddenTitle(_ block: TextBlock) -> Int? {
    guard block.lines.count > 1, let last = block.text.last, !Glyph.isStop(text[last]),
      !Glyph.isComma(text[last]),
      text[last] != Glyph.enumerationComma
    else { return nil }
    let tail = block.text.suffix(Self.longestTitle + 1)
    guard let end = tail.last(where: { Glyph.isSentenceEnd(text[$0]) }) else { return nil }
    var start = end + 1
    while start <= last, Glyph.isClosing(text[start]) { start += 1 }
    guard last - start >= 3 else { return nil }
    return block.lines.dropFirst().first { lineStarts[$0] == start }
  }

  mutating func append(_ line: Int, starting: Bool, blanks: Int) {
    let start = text.count
    let printed = page.lines[line].text
    if page.lines[line].holdsUnread {
      for index in printed where !Glyph.isUnread(page.scalars[index]) {
        text.append(page.scalars[index])
        at.append(index)
      }
    } else {
      text.append(contentsOf: page.scalars[printed])
      at.append(contentsOf: printed)
    }
    let position = lineStarts.count
    lineStarts.append(start)
    if starting || blocks.isEmpty {
      blocks.append(TextBlock(text: start..<text.count, lines: position..<position + 1, blanksBefore: blanks))
    } else {
      let last = blocks.count - 1
      blocks[last].text = blocks[last].text.lowerBound..<text.count
      blocks[last].lines = blocks[last].lines.lowerBound..<position + 1
    }
  }
}

/// One or more printed lines that read on.
struct TextBlock: Sendable {
  /// Range of `MendedPage.text`.
  var text: Range<Int>
  /// Range of `MendedPage.lineStarts`.
  var lines: Range<Int>
  /// Blank lines above the block.
  var blanksBefore: Int
}
