import BriefingModel

/// 近, 超过, 不低于 before a number; 以上, 左右 after it; 预计 that governs the sentence.
struct QualifierRule {
  let text: [UInt32]
  let block: Range<Int>
  let words: FigureWords

  struct Finding {
    var qualifier: Figure.Qualifier?
    /// First scalar of a qualifier before the number, or the figure's start.
    let start: Int
    /// End of a qualifier after it, or the figure's end.
    let end: Int
  }

  /// 预计 reaches this far.
  private static let reach = 40
  private static let projections = ["预计", "预期", "有望", "可望", "估计", "预估"].map { [UInt32](of: $0) }

  func find(around range: Range<Int>, inner: Figure.Qualifier?) -> Finding {
    var start = range.lowerBound
    while start > block.lowerBound, Glyph.isBlank(text[start - 1]) { start -= 1 }
    var qualifier: Figure.Qualifier?
    while let word = words.before.match(text, endingAt: start, from: block.lowerBound) {
      // 达到近400万元: the nearest says most.
      let found = words.qualifier(word)
      if qualifier == nil || qualifier == .reaches { qualifier = found }
      start -= word.count
    }
    if start == range.lowerBound { start = range.lowerBound }
    var end = range.upperBound
    if let word = words.after.match(text, at: end, end: block.upperBound) {
      qualifier = words.qualifier(word)
      end += word.count
    }
    if inner == .over || inner == .range { qualifier = inner }
    if qualifier == nil || qualifier == .reaches, isProjected(range.lowerBound) { qualifier = .projected }
    return Finding(qualifier: qualifier, start: min(start, range.lowerBound), end: end)
  }

  private func isProjected(_ position: Int) -> Bool {
    var index = position - 1
    while index >= max(block.lowerBound, position - Self.reach) {
      let c = text[index]
      if Glyph.isSentenceEnd(c) || Glyph.isSemicolon(c) { return false }
      if (c == 0x9884 || c == 0x671B || c == 0x4F30 || c == 0x6709 || c == 0x53EF),
        Self.projections.contains(where: {
          index + $0.count <= position && text[index..<index + $0.count].elementsEqual($0)
        })
      {
        return true
      }
      index -= 1
    }
    return false
  }
}
