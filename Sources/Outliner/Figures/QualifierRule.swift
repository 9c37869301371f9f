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

  func find(around range: Range<Int>, inner: Figure.Qualifier?, projection: Int?) -> Finding {
    var start = range.lowerBound
    while start > block.lowerBound, Glyph.isBlank(text[start - 1]) { start -= 1 }
    var qualifier: Figure.Qualifier?
    while let word = words.before.match(text, endingAt: start, from: block.lowerBound) {
      // 达到近400万元: the nearest says most.
      let found = words.qualifier(word)
      if qualifier == nil || qualifier == .reaches { qualifier = found }
      start -= word.count
    }
    var end = range.upperBound
    if let word = words.after.match(text, at: end, end: block.upperBound) {
      qualifier = words.qualifier(word)
      end += word.count
    }
    if inner == .over || inner == .range { qualifier = inner }
    if qualifier == nil || qualifier == .reaches, isProjected(range.lowerBound, projection) {
      qualifier = .projected
    }
    return Finding(qualifier: qualifier, start: min(start, range.lowerBound), end: end)
  }

  /// Whether 预计 governs the number: no sentence ends between.
  private func isProjected(_ position: Int, _ projection: Int?) -> Bool {
    guard let projection, projection >= block.lowerBound, position - projection <= Self.reach else {
      return false
    }
    return !text[projection..<position].contains { Glyph.isSentenceEnd($0) || Glyph.isSemicolon($0) }
  }

  /// Whether 预计 or its like stands with its telling character at `position`.
  static func isProjection(_ text: [UInt32], at position: Int, _ block: Range<Int>) -> Bool {
    projections.contains { word in
      // 有望 and 可望 are told by 望, the others by their first character.
      let start = word[1] == 0x671B ? position - 1 : position
      return start >= block.lowerBound && start + word.count <= block.upperBound
        && text[start..<start + word.count].elementsEqual(word)
    }
  }
}
