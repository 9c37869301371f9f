extension Shape {
  /// Measures a heading.
  init(of heading: Range<Int>, in body: ArticleBody) {
    var clauses = Clauses()
    var current = 0
    var lastQuoted: UInt32 = 0
    var han: UInt32 = 0
    var lastTwo: UInt64 = 0
    var first: UInt32 = 0
    var second: UInt32 = 0
    for index in heading {
      let c = body.text[index]
      if Glyph.isHan(c) || Glyph.isLetterOrDigit(c) {
        current += 1
        if first == 0 { first = c } else if second == 0 { second = c }
        han = c
      } else if c == Glyph.closeQuote || (c == Glyph.straightQuote && body.quotation.inside[index]) {
        lastQuoted = han
      } else if Glyph.isComma(c) || Glyph.isBlank(c) || Glyph.isSemicolon(c) || Glyph.isColon(c) {
        if current > 0 { clauses.append(current) }
        current = 0
      }
      lastTwo = lastTwo << 32 | UInt64(c)
    }
    if current > 0 { clauses.append(current) }
    self.init(
      clauses: clauses, first: first, second: second, lastQuoted: lastQuoted, lastTwo: lastTwo)
  }
}
