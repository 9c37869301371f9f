import BriefingModel

/// A byline in parentheses that ends a paragraph.
///
///     ……得到群众好评。（记者 王小明 通讯员 李四）
struct EndBylineRule: Sendable {
  let mended: MendedPage
  let bylines: BylineRule

  /// A byline, and where the text before it ends.
  struct Signature: Sendable {
    let byline: Byline
    let textEnd: Int
  }

  /// The byline at the end of a block.
  func byline(of block: TextBlock) -> Signature? {
    let range = block.text
    guard let last = range.last, mended.text[last] == Glyph.closeParenthesis || mended.text[last] == 0x29,
      let open = range.suffix(72).last(where: {
        mended.text[$0] == Glyph.openParenthesis || mended.text[$0] == 0x28
      }),
      open > range.lowerBound, precedes(open)
    else { return nil }
    let inner = open + 1..<last
    guard let byline = bylines.byline(in: inner) ?? bylines.byline(in: inner, bareNames: true) else {
      return nil
    }
    var end = open
    while end > range.lowerBound, Glyph.isBlank(mended.text[end - 1]) { end -= 1 }
    return Signature(byline: byline, textEnd: end)
  }

  private func precedes(_ open: Int) -> Bool {
    let before = mended.text[open - 1]
    return Glyph.isSentenceEnd(before) || before == Glyph.closeQuote || Glyph.isBlank(before)
  }
}
