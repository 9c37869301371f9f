extension Shape {
  /// Measures a heading.
  init(of heading: Range<Int>, in body: ArticleBody) {
    var clauses: [Int] = []
    var current = 0
    var lastQuoted: UInt32 = 0
    var han: UInt32 = 0
    var lastTwo: UInt64 = 0
    var heads: [UInt32] = []
    for index in heading {
      let c = body.text[index]
      if Glyph.isHan(c) || Glyph.isLetterOrDigit(c) {
        current += 1
        if heads.count < 2 { heads.append(c) }
        han = c
      } else if c == Glyph.closeQuote || (c == Glyph.straightQuote && body.quotation.inside[index]) {
        lastQuoted = han
      } else if Glyph.isComma(c) || Glyph.isBlank(c) || Glyph.isSemicolon(c) {
        if current > 0 { clauses.append(current) }
        current = 0
      }
      lastTwo = lastTwo << 32 | UInt64(c)
    }
    if current > 0 { clauses.append(current) }
    self.init(
      clauses: clauses, first: heads.first ?? 0, second: heads.count > 1 ? heads[1] : 0,
      lastQuoted: lastQuoted, lastTwo: lastTwo)
  }
}
