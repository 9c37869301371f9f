import BriefingModel

/// Names that contain numbers are no figures: 进一步, 一村一品, 十二分制, 第一批, 一张清单.
struct NameRule {
  let text: [UInt32]
  let block: Range<Int>
  let words: FigureWords

  private static let one: UInt32 = 0x4E00
  /// 制 式 化 型 性 诀 strung to a unit make a name of it: 十二分制, 一次性.
  private static let suffixes = ScalarSet("制式化型性诀版档")
  /// 同一个, 每一名, 另一家: an article, not a number.
  private static let articles = ScalarSet("同每某另哪何逐唯这那上下其任有又的统")
  /// 只有一个, 仅一名: here 一 does count.
  /// （共印30份）: what a document says of itself.
  private static let colophon = [UInt32](of: "共印")
  private static let only = ["只有", "仅有"].map { [UInt32](of: $0) }
  private static let exclusive = ["只有", "仅有", "仅", "只", "唯有", "雇"].map { [UInt32](of: $0) }

  func isName(_ found: Quantity) -> Bool {
    if found.isVague || found.unitLength == 0 { return true }
    if isOrdinal(found) || isEvery(found) || isSuffixed(found) { return true }
    if found.isChinese, isArticle(found) || isPattern(found) || isChineseName(found) { return true }
    if found.kind == .duration, isCircle(found) { return true }
    if found.unit?.single == 0x756A, !isTurned(found) { return true }
    if ends(Self.colophon, at: found.number.lowerBound) { return true }
    if found.unit?.single == 0x7EC4, [0x6751, 0x533A].contains(before(found.number.lowerBound)) {
      return true
    }  // 李家村3组
    return isListed(found)
  }

  private func before(_ index: Int) -> UInt32 { index > block.lowerBound ? text[index - 1] : 0 }
  private func at(_ index: Int) -> UInt32 { index < block.upperBound ? text[index] : 0 }

  /// A word of `figure-names.txt` or `figure-coined.txt` covers the number.
  func isListed(_ found: Quantity) -> Bool {
    let start = found.number.lowerBound
    // Names with Arabic digits come from users and begin with them.
    let first = found.isChinese ? max(block.lowerBound, start - 3) : start
    for low in first...start {
      if let word = words.names.match(text, at: low, end: block.upperBound), low + word.count > start,
        word.count > found.range.upperBound - low || !found.isChinese || word.count > 1
      {
        return true
      }
    }
    return found.number.count == 1 && coined(at: start, numeralEnd: found.number.upperBound) != nil
  }

  /// The end of a template such as N级联动 whose numeral stands at `start`.
  func coined(at start: Int, numeralEnd: Int) -> Int? {
    template(words.coinedTails, start, numeralEnd) ?? template(words.nameTails, start, numeralEnd)
  }

  /// The end of a coined name that begins with the numeral.
  func coinedTerm(at start: Int) -> Int? {
    guard !Glyph.isDigit(text[start]) else { return nil }
    if let word = words.coined.match(text, at: start, end: block.upperBound) { return start + word.count }
    return Numeral.isCount(text[start]) ? template(words.coinedTails, start, start + 1) : nil
  }

  private func template(_ tails: WordList, _ start: Int, _ numeralEnd: Int) -> Int? {
    guard numeralEnd == start + 1, numeralEnd + 1 < block.upperBound else { return nil }
    return tails.match(text, at: numeralEnd, end: block.upperBound).map { numeralEnd + $0.count }
  }

  /// Signs and letters beside a number make a code of it: 1+4, IP65, V3.2.
  func isCode(_ start: Int) -> Bool {
    let c = before(start)
    let letter = (0x41...0x5A).contains(c) || (0x61...0x7A).contains(c)
    return letter || c == 0x2B || c == 0xD7 || c == 0xFF0B || c == 0x40 || c == 0x5F || c == 0x2F || c == 0x23
  }

  private func isSuffixed(_ found: Quantity) -> Bool {
    let next = at(found.range.upperBound)
    // 10万吨级码头, 2.0版.
    if next == 0x7EA7 || next == 0x7248 { return true }
    return found.isChinese && next != 0 && Self.suffixes.mayContain(next)
  }

  private func isOrdinal(_ found: Quantity) -> Bool {
    found.kind != .date && before(found.range.lowerBound) == Numeral.ordinal
  }

  /// 翻了一番, 翻两番; 一番努力 counts nothing.
  private func isTurned(_ found: Quantity) -> Bool {
    text[max(block.lowerBound, found.number.lowerBound - 3)..<found.number.lowerBound].contains(0x7FFB)
  }

  /// 15分钟便民生活圈, 3年期贷款: a time that names something.
  private func isCircle(_ found: Quantity) -> Bool {
    let end = found.range.upperBound
    if at(end) == 0x671F { return at(end + 1) != 0x95F4 }
    for index in end..<min(end + 10, block.upperBound) {
      if text[index] == 0x5708 { return true }
      guard Glyph.isHan(text[index]) else { return false }
    }
    return false
  }

  /// 每3天, 每两个月: how often, not how much.
  private func isEvery(_ found: Quantity) -> Bool { before(found.range.lowerBound) == 0x6BCF }

  /// 一张清单, 同一个: 一 before a measure word is mostly an article.
  private func isArticle(_ found: Quantity) -> Bool {
    guard found.number.count == 1, text[found.number.lowerBound] == Self.one else { return false }
    if found.kind == .percent { return false }
    let previous = before(found.number.lowerBound)
    if previous != 0, Self.articles.mayContain(previous),
      !Self.only.contains(where: { ends($0, at: found.number.lowerBound) })
    {
      return true
    }
    if found.kind == .count, found.unitUse == .counted {
      return !Self.exclusive.contains { ends($0, at: found.number.lowerBound) }
    }
    return false
  }

  private func ends(_ word: [UInt32], at index: Int) -> Bool {
    index - word.count >= block.lowerBound && text[index - word.count..<index].elementsEqual(word)
  }

  /// 一村一品, 一家一户: two numerals that keep time.
  private func isPattern(_ found: Quantity) -> Bool {
    let start = found.number.lowerBound
    guard found.number.count == 1, found.range.count == 2 else { return false }
    let pair = text[start] == Self.one || [.count, .other].contains(found.kind) && found.unitUse == .arabic
    guard pair else { return false }
    if Numeral.isCount(at(start + 2)) && Glyph.isHan(at(start + 3)) && at(start + 2) == text[start] {
      return true
    }
    return start - 2 >= block.lowerBound && text[start - 2] == text[start] && Glyph.isHan(text[start - 1])
  }

  /// Units that count only with Arabic numerals (二期, 三方), powers without a digit (百亩基地, 万名干部).
  private func isChineseName(_ found: Quantity) -> Bool {
    if found.unitUse == .arabic { return true }
    if found.unit?.single == 0x5927 {
      return found.number.count > 1 || at(found.range.upperBound) == 0
        || !Glyph.isHan(at(found.range.upperBound))
    }
    guard found.isBarePower, found.qualifier != .over else { return false }
    let previous = before(found.number.lowerBound)
    return ![0x8FD1, 0x4E0A, 0x8D85, 0x8FC7, 0x903E, 0x7EA6, 0x8FBE].contains(previous)
  }
}
