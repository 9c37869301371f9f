import BriefingModel

/// A dash that opens a block, with a short phrase after it.
///
///     ——发展势头稳步向好。…
struct DashRule: MeasureRule {
  static func propose(in body: ArticleBody) -> [Candidate] {
    body.blocks.compactMap { block in
      let range = body.range(of: block)
      var start = range.lowerBound
      while start < range.upperBound, isDash(body.text[start]) { start += 1 }
      guard start - range.lowerBound >= 1,
        body.text[range.lowerBound] != 0x2D || start - range.lowerBound >= 2
      else { return nil }
      return body.marked(.dash, start: range.lowerBound, headingStart: start, block: block, ordinal: nil)
    }
  }

  private static func isDash(_ c: UInt32) -> Bool {
    c == Glyph.emDash || c == 0x2500 || c == 0x2015 || c == 0x2D || c == 0x2014
  }
}
