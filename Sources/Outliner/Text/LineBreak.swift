/// Decides whether a paragraph ends between two printed lines.
///
///     向济宁市港航事业发展中心申请帮扶资金⏎30万元，     reads on: a full line, the sentence is not over
///     升级改造。⏎申请派出单位支持。                      ends: a short line that closes a sentence
///     进行租赁经⏎⏎营，                                  reads on over the blank line of a column break
struct LineBreak {
  let page: PageText
  /// Indices of text lines: the one above the break, the one below, and the one after that.
  let previous: Int?
  let line: Int
  let next: Int?
  /// Column width in half-width units; `nil` where lines are not wrapped.
  let column: Int?
  /// The page indents its paragraphs.
  let indented: Bool
  /// Paragraphs hereabouts begin with a shorter line: the indent was there, but is not in the text.
  let losesIndents: Bool
  /// `previous` is the first line of the page.
  let isFirst: Bool
  /// `previous` opens its block.
  let startsBlock: Bool
  /// Blank lines stand above the block of `previous`.
  let belowBlank: Bool

  /// Half-width units by which a paragraph's first line is shorter where the indent itself is not in the text.
  private static let lostIndent = 4

  var isParagraphEnd: Bool {
    guard let previous else { return true }
    let above = page.lines[previous]
    let below = page.lines[line]
    if let goesOn = below.goesOn { return !goesOn }
    let blanks = line - previous - 1
    let last = page.scalars[above.text.upperBound - 1]
    let closes = closesSentence(above, last)
    // 摄 ends a caption: the photographer's name stands before it.
    if opensArticle(below) || last == 0x6444 { return true }
    if isAboveDateline(below) { return true }
    if leavesOpen(above) { return false }
    if opensItem(below), !isCut(last) { return true }
    let dashed = page.scalars[below.text.lowerBound] == Glyph.emDash
    if dashed, closes || !isFull(above) || (startsBlock && isWithoutStops(above)) { return true }
    if indented, (2...8).contains(below.indent), closes || blanks > 0 || !isFull(above) { return true }
    guard let column else { return !readsOn(above, last, blanks: blanks) }
    if above.setWidth > column + 3 { return closes || !readsOn(above, last, blanks: blanks) }
    if Glyph.isComma(last) || last == Glyph.enumerationComma { return false }
    if !closes, blanks == 0, holdsSentence(above) { return false }
    guard isFull(above), !(isFirst && isWithoutStops(above)) else { return true }
    if closes { return blanks > 0 || (indented && below.indent >= 2) }
    return blanks > 0 && isTitleOfItsOwn(above)
  }

  /// The line fills its column; the first line of a paragraph may have lost its indent.
  private func isFull(_ line: PageLine) -> Bool {
    guard let column, line.setWidth <= column + 3 else { return false }
    if line.width >= column - ColumnWidth.slack { return true }
    guard startsBlock, line.width >= column - ColumnWidth.slack - Self.lostIndent else { return false }
    return opensArticle(line) || (losesIndents && (!isWithoutStops(line) || nextIsLonger(column)))
  }

  /// Where indents are lost, a paragraph's first line is followed by a full one, a title by another first line.
  private func nextIsLonger(_ column: Int) -> Bool {
    guard let previous, line == previous + 1 else { return false }
    return page.lines[line].width >= column - 3
  }

  /// A parenthesis is open at the end of the line: （通讯员 代登义⏎李坦）.
  private func leavesOpen(_ line: PageLine) -> Bool {
    guard line.holdsOpening,
      let open = line.text.suffix(30).last(where: { page.scalars[$0] == Glyph.openParenthesis })
    else { return false }
    return !page.scalars[open..<line.text.upperBound].contains(Glyph.closeParenthesis)
  }

  /// A short line right above 本报泗水讯 is a label (泗水县) or the end of a headline, never running text.
  private func isAboveDateline(_ line: PageLine) -> Bool {
    guard let next, line.width <= 12 else { return false }
    return opensArticle(page.lines[next]) && !Glyph.isStop(page.scalars[line.text.upperBound - 1])
  }

  /// 本报邹城讯: an article begins, whatever stands above.
  private func opensArticle(_ line: PageLine) -> Bool {
    page.scalars[line.text].starts(with: [0x672C, 0x62A5])
      && page.scalars[line.text.prefix(16)].contains(0x8BAF)
  }

  /// The line closes a sentence: 。！？ or a closing mark after one.
  private func closesSentence(_ line: PageLine, _ last: UInt32) -> Bool {
    if Glyph.isSentenceEnd(last) || Glyph.isColon(last) { return true }
    guard Glyph.isClosing(last), line.text.count > 1 else { return false }
    return Glyph.isSentenceEnd(page.scalars[line.text.upperBound - 2]) || last == Glyph.closeParenthesis
  }

  /// Where lines are not wrapped, only a sentence that is plainly not over reads on.
  private func readsOn(_ above: PageLine, _ last: UInt32, blanks: Int) -> Bool {
    if Glyph.isComma(last) || last == Glyph.enumerationComma { return true }
    guard above.width >= 60, !Glyph.isStop(last), !Glyph.isClosing(last) else { return false }
    return page.scalars[above.text].contains { Glyph.isComma($0) || $0 == Glyph.fullStop }
  }

  private static let itemOpenings = ScalarSet("本图一二三四五六七八九十0123456789０１２３４５６７８９（(")

  /// ■, ●, 【, 一、, （一）, ①, 1. and 图为 open a new paragraph.
  private func opensItem(_ line: PageLine) -> Bool {
    let text = line.text
    let first = page.scalars[text.lowerBound]
    if Glyph.isBullet(first) || (0x2460...0x2473).contains(first) || first == 0x3010 { return true }
    guard Self.itemOpenings.mayContain(first) else { return false }
    let head = page.scalars[text].prefix(8)
    if head.starts(with: [0x672C, 0x62A5]) || head.starts(with: [0x56FE, 0x4E3A]) { return true }
    return NumberMark.opens(head)
  }

  /// A full-width line under a blank line and above one, without any stop, is a title that fills its column.
  /// (A column break would have to fall on both sides of one line to look the same.)
  private func isTitleOfItsOwn(_ above: PageLine) -> Bool {
    startsBlock && belowBlank && isWithoutStops(above)
  }

  /// A sentence ends within the line: whatever follows it is running text, not a title.
  private func holdsSentence(_ line: PageLine) -> Bool { page.scalars[line.text].contains(Glyph.fullStop) }

  private func isWithoutStops(_ line: PageLine) -> Bool {
    !page.scalars[line.text].contains {
      Glyph.isComma($0) || $0 == Glyph.fullStop || $0 == Glyph.enumerationComma
    }
  }

  /// The line ends within a list or a quotation, so that a number below it is no item's.
  private func isCut(_ last: UInt32) -> Bool {
    Glyph.isComma(last) || last == Glyph.enumerationComma || Glyph.isOpening(last) || last == Glyph.emDash
  }
}
