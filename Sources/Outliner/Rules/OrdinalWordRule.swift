import BriefingModel

/// 第一，…第二，…; 其一，…其二，…; 首先，…其次，…再次，…最后，….
///
///     第一，强化组织保障。      首先，摸清底数。其次，…
struct OrdinalWordRule: MeasureRule {
  private static let words: [(word: [UInt32], ordinal: Int)] = [
    (.init(of: "首先"), 1), (.init(of: "其次"), 2), (.init(of: "再次"), 3), (.init(of: "再者"), 3),
    (.init(of: "最后"), 4),
  ]

  static func propose(in body: ArticleBody) -> [Candidate] {
    body.marks.compactMap { mark in
      switch body.text[mark.position] {
      case 0x7B2C, 0x5176, 0x9996, 0x518D, 0x6700:
        candidate(in: body, at: mark.position, block: mark.block, end: body.range(of: mark.block).upperBound)
      default: nil
      }
    }
  }

  private static func candidate(in body: ArticleBody, at position: Int, block: Int, end: Int) -> Candidate? {
    guard body.opensSentence(position, in: block), !body.quotation.inside[position] else { return nil }
    for (word, ordinal) in words where body.text[position..<end].starts(with: word) {
      return item(in: body, at: position, mark: position + word.count, ordinal: ordinal, label: 1, block, end)
    }
    guard body.text[position] == 0x7B2C || body.text[position] == 0x5176,
      let value = NumberMark.chinese(body.text[position + 1..<end])
    else { return nil }
    return item(
      in: body, at: position, mark: position + 1 + value.length, ordinal: value.number,
      label: body.text[position], block, end)
  }

  /// The word needs a comma, 是 or a blank after it: 第一书记 and 首先要 are ordinary words.
  private static func item(
    in body: ArticleBody, at position: Int, mark: Int, ordinal: Int, label: UInt32, _ block: Int, _ end: Int
  ) -> Candidate? {
    guard mark < end else { return nil }
    let c = body.text[mark]
    let isMark = Glyph.isComma(c) || c == Glyph.enumerationComma || c == 0x662F || Glyph.isColon(c)
    guard isMark || Glyph.isBlank(c) || label == 1 else { return nil }
    let headingStart = isMark ? mark + 1 : mark
    return body.marked(
      .ordinalWord, start: position, headingStart: headingStart, block: block, ordinal: ordinal, label: label)
  }
}
