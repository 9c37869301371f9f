/// One level of an automatically numbered list.
struct ListLevel {
  var form = NumberForm.decimal
  /// `%1` stands for the number of the first level, and so on.
  var pattern = ""
  var start = 1
  /// The level (1-based) from which on a number restarts this one; 0 for never, `nil` for any higher one.
  var restart: Int?
  /// Numbers of higher levels are printed in digits too.
  var isLegal = false

  /// A number as a document writes it. Lists of word processors and browsers count in 32 bits; what has more is
  /// none, so that counting on never overflows.
  static func number(_ text: String?) -> Int? { text.flatMap { Int32($0) }.map { Int($0) } }
}

/// The counters of one list.
struct ListCounters {
  private var counts: [Int?] = Array(repeating: nil, count: 10)

  /// Counts a paragraph of this level (0-based) and gives its printed label.
  ///
  ///     pattern （%1）, third paragraph   →   （三）
  mutating func label(at level: Int, of levels: [ListLevel]) -> String {
    guard levels.indices.contains(level), level < counts.count else { return "" }
    counts[level] = counts[level].map { $0 + 1 } ?? levels[level].start
    for deeper in (level + 1)..<max(counts.count, level + 1) {
      let restart = levels.indices.contains(deeper) ? levels[deeper].restart : nil
      if restart.map({ $0 > 0 && level < $0 }) ?? true { counts[deeper] = nil }
    }
    return printed(level, levels)
  }

  /// The next paragraph of this level gets `number`.
  mutating func set(_ level: Int, before number: Int) {
    if counts.indices.contains(level) { counts[level] = number - 1 }
  }

  private func printed(_ level: Int, _ levels: [ListLevel]) -> String {
    if levels[level].form == .bullet { return Self.bullet(levels[level].pattern) }
    var text = ""
    var awaitsDigit = false
    for character in levels[level].pattern {
      if awaitsDigit, let place = character.wholeNumberValue, place > 0, levels.indices.contains(place - 1) {
        let form = levels[level].isLegal ? .decimal : levels[place - 1].form
        text += form.spelled(
          (counts.indices.contains(place - 1) ? counts[place - 1] : nil) ?? levels[place - 1].start)
        awaitsDigit = false
      } else if character == "%", !awaitsDigit {
        awaitsDigit = true
      } else {
        text += awaitsDigit ? "%\(character)" : "\(character)"
        awaitsDigit = false
      }
    }
    guard let last = text.last else { return "" }
    // 第一章 wants a blank before the heading, 一、 and （一） do not.
    return last.isLetter || last.isNumber && !"①".isLess(last) ? text + " " : text
  }

  /// Bullets of symbol fonts stand in the private area.
  private static func bullet(_ sign: String) -> String {
    guard let scalar = sign.unicodeScalars.first else { return "" }
    return (0xE000...0xF8FF).contains(scalar.value) ? "●" : sign
  }
}

extension String {
  /// ①–⑳ and ⑴, ⒈, ㈠ carry their own end.
  fileprivate func isLess(_ other: Character) -> Bool {
    guard let scalar = other.unicodeScalars.first?.value else { return false }
    return (0x2460...0x24FF).contains(scalar) || (0x3220...0x32FF).contains(scalar)
  }
}
