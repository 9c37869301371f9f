import BriefingModel

/// Where the heading after an explicit marker ends.
///
///     一是摸清底数。…            at the first 。；： or the end of the line
///     一是健全机制，成立专班…；   at the first comma, if the item runs on and a short phrase stands before it
struct HeadingEnd {
  let heading: Range<Int>
  let bodyStart: Int
  let mark: UInt32

  /// A phrase of this many characters before a comma is a heading of its own.
  private static let phrase = 2...18
  /// A whole sentence of up to this many characters is taken as it stands (加强顶层设计，激活引才“强磁场”。).
  private static let wholeSentence = 26
  /// A full-width blank ends the heading if at least this many characters follow it in the block.
  private static let bodyAfterGap = 40

  /// No heading is longer, in scalars; where no stop comes for so long, the text is no prose.
  private static let farthest = 400

  init(in body: ArticleBody, from start: Int, limit: Int) {
    let text = body.text
    let limit = min(limit, start + Self.farthest)
    let quoted = start < limit && body.quotation.inside[start] && !Glyph.isOpening(text[start])
    var firstComma: Int?
    var end = start
    while end < limit {
      let c = text[end]
      let enclosed = body.quotation.inside[end] && !quoted
      if !enclosed, Glyph.isStop(c) || Self.isHalfWidthStop(text, end, start) { break }
      if !enclosed, Glyph.isComma(c) {
        if NumberMark.opensInlineItem(text[min(end + 1, limit)..<limit].prefix(8)) { break }
        if firstComma == nil { firstComma = end }
      }
      if c == Glyph.ideographicSpace, end > start + 2, body.length(end..<limit) > Self.bodyAfterGap { break }
      end += 1
    }
    if let comma = firstComma, Self.cuts(body, start, comma, end, limit) { end = comma }
    mark = end < limit ? text[end] : 0
    bodyStart = end < limit ? end + 1 : end
    while end > start, Glyph.isBlank(text[end - 1]) { end -= 1 }
    heading = start..<end
  }

  private static func cuts(_ body: ArticleBody, _ start: Int, _ comma: Int, _ end: Int, _ limit: Int) -> Bool
  {
    guard phrase.contains(body.length(start..<comma)) else { return false }
    return body.length(start..<end) > wholeSentence
  }

  /// “.” closing a heading in carelessly typed text, not the point of a decimal or an address.
  private static func isHalfWidthStop(_ text: [UInt32], _ position: Int, _ start: Int) -> Bool {
    guard text[position] == 0x2E, position > start else { return false }
    let before = text[position - 1]
    return Glyph.isHan(before) || before == Glyph.closeQuote || before == Glyph.straightQuote
  }
}
