/// A sentence of an article, cut into clauses.
///
///     成立居民小区党支部77个，覆盖小区97个，纳入党员1064名。   // three clauses
struct Sentence: Sendable {
  /// The words from the first clause to the last, marks between them included.
  let scalars: Scalars
  /// Where the clauses stand in `scalars`, without the marks that end them.
  let clauses: [Range<Int>]
  /// Whether every quotation mark and bracket has its partner.
  let isBalanced: Bool
  /// 。！？ as printed; empty where a paragraph ends without one.
  let end: String
  let paragraph: Int

  func text(_ range: ClosedRange<Int>) -> ArraySlice<Unicode.Scalar> {
    scalars[clauses[range.lowerBound].lowerBound..<clauses[range.upperBound].upperBound]
  }

  func clause(_ index: Int) -> ArraySlice<Unicode.Scalar> { scalars[clauses[index]] }

  /// The mark after a clause that is not the last.
  func mark(after index: Int) -> Unicode.Scalar? {
    let place = clauses[index].upperBound
    return place < scalars.count ? scalars[place] : nil
  }
}

extension Sentence {
  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "［": "］", "[": "]",
    "「": "」",
    "『": "』",
  ]
  private static let closers = Set(pairs.values)

  /// The sentences of paragraphs that line feeds separate. Marks within quotation marks and brackets cut nothing.
  static func all(of text: String) -> [Sentence] {
    text.split(whereSeparator: \.isNewline).enumerated().flatMap { number, paragraph in
      var cutter = Cutter(scalars: Scalars(paragraph.unicodeScalars), paragraph: number)
      return cutter.cut()
    }
  }

  private struct Cutter {
    let scalars: Scalars
    let paragraph: Int
    private var result: [Sentence] = []
    private var clauses: [Range<Int>] = []
    private var start = 0
    private var expected: Scalars = []
    private var isBalanced = true

    init(scalars: Scalars, paragraph: Int) {
      self.scalars = scalars
      self.paragraph = paragraph
    }

    mutating func cut() -> [Sentence] {
      for (index, scalar) in scalars.enumerated() {
        follow(scalar)
        guard expected.isEmpty else { continue }
        switch scalar {
        case "。", "！", "？", "!", "?": endSentence(at: index, mark: String(scalar))
        case ".":
          if isFullStop(index) { endSentence(at: index, mark: ".") }
        case "，", "；", ",", ";":
          if !isInNumber(index) { endClause(at: index) }
        default: break
        }
      }
      if !expected.isEmpty { isBalanced = false }
      endSentence(at: scalars.count, mark: "")
      return result
    }

    private mutating func follow(_ scalar: Unicode.Scalar) {
      if scalar == expected.last {
        expected.removeLast()
      } else if let closer = pairs[scalar] {
        expected.append(closer)
      } else if scalar == "\"" {
        expected.append(scalar)
      } else if closers.contains(scalar) {
        isBalanced = false
      }
    }

    private func isInNumber(_ index: Int) -> Bool {
      index > 0 && index + 1 < scalars.count && scalars[index - 1].isDigit && scalars[index + 1].isDigit
        && (scalars[index] == ","
          || index + 3 < scalars.count && scalars[(index + 1)...(index + 3)].allSatisfy(\.isDigit))
    }

    /// A full stop typed as a Latin one: neither in a number nor in a Latin word.
    private func isFullStop(_ index: Int) -> Bool {
      guard index > 0, !scalars[index - 1].isDigit || index + 1 == scalars.count else { return false }
      return index + 1 == scalars.count || scalars[index + 1].value > 0x7F || scalars[index + 1].isBlank
    }

    private mutating func endClause(at end: Int) {
      var range = start..<end
      while let first = range.first, scalars[first].isBlank { range = first + 1..<end }
      while let last = range.last, scalars[last].isBlank { range = range.lowerBound..<last }
      if !range.isEmpty { clauses.append(range) }
      start = end + 1
    }

    private mutating func endSentence(at end: Int, mark: String) {
      endClause(at: end)
      if let first = clauses.first, let last = clauses.last {
        let base = first.lowerBound
        result.append(
          Sentence(
            scalars: Scalars(scalars[base..<last.upperBound]),
            clauses: clauses.map { $0.lowerBound - base..<$0.upperBound - base }, isBalanced: isBalanced,
            end: mark, paragraph: paragraph))
      }
      clauses = []
      isBalanced = true
    }
  }
}
