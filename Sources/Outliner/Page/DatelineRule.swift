import BriefingModel

/// Reads the head of a body: dateline and byline.
///
///     本报邹城讯（通讯员 侯康）今年以来，…   →   dateline 本报邹城讯, byline 通讯员 侯康, body from 今年以来
struct DatelineRule: Sendable {
  struct Head: Sendable {
    var dateline: Range<Int>?
    var byline: Byline?
    var bodyStart: Int
  }

  let mended: MendedPage
  let bylines: BylineRule

  /// Characters within which 讯 or 电 must come.
  private static let reach = 18
  private static let openings: [[UInt32]] = ["本报", "本网", "本刊", "本台", "新华社"].map { [UInt32](of: $0) }

  init(_ mended: MendedPage) {
    self.mended = mended
    bylines = BylineRule(mended: mended)
  }

  /// The head of a block, or `nil` if it has neither dateline nor byline.
  func head(of block: TextBlock) -> Head? {
    let range = block.text
    let dateline = dateline(range)
    var position = dateline?.upperBound ?? range.lowerBound
    while position < range.upperBound, Glyph.isBlank(mended.text[position]) { position += 1 }
    var byline: Byline?
    if position < range.upperBound,
      mended.text[position] == Glyph.openParenthesis || mended.text[position] == 0x28,
      let close = mended.text[position..<min(range.upperBound, position + 80)].firstIndex(where: {
        $0 == Glyph.closeParenthesis || $0 == 0x29
      }), let found = bylines.byline(in: position + 1..<close, bareNames: dateline != nil)
    {
      byline = found
      position = close + 1
    } else if let found = bylines.leading(in: position..<range.upperBound, bareNames: dateline != nil) {
      byline = found.byline
      position = found.end
    }
    guard dateline != nil || (byline != nil && position < range.upperBound) else { return nil }
    while position < range.upperBound, isFiller(mended.text[position]) { position += 1 }
    return Head(dateline: dateline, byline: byline, bodyStart: position)
  }

  private func isFiller(_ c: UInt32) -> Bool { Glyph.isBlank(c) || Glyph.isColon(c) || Glyph.isComma(c) }

  private func dateline(_ range: Range<Int>) -> Range<Int>? {
    let ends = range.prefix(Self.reach).dropFirst().filter {
      mended.text[$0] == 0x8BAF || mended.text[$0] == 0x7535
    }
    return ends.lazy.first { isDateline(range.lowerBound..<$0 + 1) }.map { range.lowerBound..<$0 + 1 }
  }

  /// 本报邹城讯, 邹城讯（…, 新华社…电.
  private func isDateline(_ range: Range<Int>) -> Bool {
    let end = range.upperBound - 1
    let last = mended.text[end]
    let words = mended.text[range.lowerBound..<end]
    guard !words.contains(where: { Glyph.isStop($0) || Glyph.isComma($0) }) else { return false }
    let after = mended.text.at(end + 1)
    let isMarked = after == Glyph.openParenthesis || after == 0x28 || Glyph.isBlank(after)
    // 本报通讯员, 通讯, 电话 and 电商 are other words.
    guard last == 0x8BAF ? ![0x5458, 0x606F].contains(after) : isMarked else { return false }
    if Self.openings.contains(where: { words.starts(with: $0) }) { return true }
    return (words.contains(0x62A5) || words.count <= 6) && isMarked && last == 0x8BAF
  }
}
