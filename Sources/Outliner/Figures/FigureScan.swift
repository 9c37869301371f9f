import BriefingModel

/// One pass over a text: quantities and names, in reading order.
struct FigureScan {
  private let text: [UInt32]
  private let words: FigureWords
  private let bareNumbers: Bool
  private(set) var quantities: [Quantity] = []
  private(set) var terms: [Range<Int>] = []
  /// Where 预计 or its like was last seen.
  private var projection: Int?

  /// More digits in a row are a code of some kind, not a number that somebody counted.
  private static let longestNumber = 40
  /// Longest quotation that may be a name, and longest document title.
  private static let longestName = 26
  private static let longestTitle = 80
  /// Half-width commas, stops and their full-width fellows make a quotation speech.
  private static let speech = ScalarSet("，。！？；：,!?;")
  private static let currencies: [(word: [UInt32], unit: UnitSymbol)] = [
    ("人民币", "元"), ("港币", "港元"), ("新台币", "新台币"), ("美金", "美元"),
  ].map { ([UInt32](of: $0), UnitSymbol($1)) }

  init(_ text: [UInt32], words: FigureWords, bareNumbers: Bool = false) {
    self.text = text
    self.words = words
    self.bareNumbers = bareNumbers
    quantities.reserveCapacity(48)
  }

  /// What looks at each number of a block.
  private struct Rules {
    let names: NameRule
    let dates: DateReader
    let reader: QuantityReader
    let qualifiers: QualifierRule
  }

  /// Scans one block; offsets are those of the text.
  mutating func scan(_ block: Range<Int>) {
    let first = quantities.count
    let starts = words.starts
    let rules = Rules(
      names: NameRule(text: text, block: block, words: words),
      dates: DateReader(text: text, end: block.upperBound, units: words.units),
      reader: QuantityReader(text: text, end: block.upperBound, units: words.units, bareNumbers: bareNumbers),
      qualifiers: QualifierRule(text: text, block: block, words: words))
    var position = block.lowerBound
    var quoteEnd = 0
    while position < block.upperBound {
      let c = text[position]
      guard starts.mayContain(c) else {
        position += 1
        continue
      }
      if !bareNumbers, isPlainWord(c, at: position, in: block) {
        position += 1
      } else if isQuote(c) {
        position = quotation(at: position, in: block, &quoteEnd)
      } else {
        position = number(at: position, in: block, rules)
      }
    }
    guard quantities.count > first else { return }
    ObjectRule(text: text, block: block, words: words).assign(&quantities, from: first)
  }

  /// A single Chinese numeral with nothing behind it that could make a figure or a name of it; 预计 is noted.
  private mutating func isPlainWord(_ c: UInt32, at position: Int, in block: Range<Int>) -> Bool {
    switch c {
    case 0x9884, 0x671B, 0x4F30:  // 预望估
      if QualifierRule.isProjection(text, at: position, block) { projection = position }
      return true
    case 0x4E00...0x9FFF:
      guard position + 1 < block.upperBound else { return true }
      return !words.followers.mayContain(text[position + 1])
    default: return false
    }
  }

  // MARK: Quotations

  private func isQuote(_ c: UInt32) -> Bool {
    c == Glyph.openQuote || c == Glyph.closeQuote || c == Glyph.straightQuote || c == 0x300A
  }

  /// A short quotation without clauses is a name and holds no figures; a longer one is speech.
  private mutating func quotation(at position: Int, in block: Range<Int>, _ quoteEnd: inout Int) -> Int {
    let c = text[position]
    if position == quoteEnd, position > block.lowerBound { return position + 1 }
    let isTitle = c == 0x300A
    let limit = min(block.upperBound, position + (isTitle ? Self.longestTitle : 200))
    guard let end = text[position + 1..<max(limit, position + 1)].firstIndex(where: { closes($0, c) }) else {
      return position + 1
    }
    let inner = position + 1..<end
    let reversed = c == Glyph.closeQuote
    if reversed && text[end] != Glyph.closeQuote { return position + 1 }
    let isSpeech =
      inner.count > Self.longestName || text[inner].contains { $0 <= 0xFFFF && Self.speech.mayContain($0) }
    guard isTitle || !isSpeech else {
      if !reversed { quoteEnd = end }
      return position + 1
    }
    if inner.count >= 2 { terms.append(isTitle ? position..<end + 1 : inner) }
    return bareNumbers ? position + 1 : end + 1
  }

  private func closes(_ c: UInt32, _ open: UInt32) -> Bool {
    switch open {
    case 0x300A: c == 0x300B
    case Glyph.straightQuote: c == Glyph.straightQuote
    default: c == Glyph.closeQuote || c == Glyph.openQuote
    }
  }

  // MARK: Numbers

  /// Reads what stands at a number's first character and returns where to go on.
  private mutating func number(at position: Int, in block: Range<Int>, _ rules: borrowing Rules) -> Int {
    let digits = pastDigits(position, in: block)
    if digits - position > Self.longestNumber { return digits }
    if rules.names.isCode(position) || opensCode(position, block) { return skipCode(position, in: block) }
    if let date = rules.dates.read(at: position, from: block.lowerBound) {
      if date.range.lowerBound >= (quantities.last?.range.upperBound ?? 0), !isPlanPeriod(date, block) {
        quantities.append(date)
      }
      return date.range.upperBound
    }
    if let end = rules.names.coinedTerm(at: position), !bareNumbers {
      terms.append(position..<end)
      return end
    }
    guard var found = rules.reader.read(at: position, from: block.lowerBound) else { return position + 1 }
    if found.unitLength == 0, !bareNumbers { implyUnit(&found, in: block) }
    let refused = bareNumbers ? isWord(found, rules.names, block) : rules.names.isName(found)
    guard !refused else { return max(position + 1, found.number.upperBound) }
    if bareNumbers { completeBare(&found, in: block) }
    let qualified = rules.qualifiers.find(
      around: found.range, inner: found.qualifier, projection: projection)
    found.qualifier = qualified.qualifier
    found.outer = qualified.start..<qualified.end
    quantities.append(found)
    return found.range.upperBound
  }

  /// （2021—2035年） is part of a plan's name.
  private func isPlanPeriod(_ date: Quantity, _ block: Range<Int>) -> Bool {
    guard date.upper != nil, date.unit?.single == 0x5E74, date.range.lowerBound > block.lowerBound else {
      return false
    }
    let before = text[date.range.lowerBound - 1]
    return before == Glyph.openParenthesis || before == 0x28
  }

  /// 1+4+N, 3D: a digit with a plus or a letter behind it.
  private func opensCode(_ position: Int, _ block: Range<Int>) -> Bool {
    guard Glyph.isDigit(text[position]) else { return false }
    let index = pastDigits(position, in: block)
    guard index < block.upperBound else { return false }
    let c = text[index]
    return c == 0x2B || c == 0xFF0B
  }

  private func pastDigits(_ position: Int, in block: Range<Int>) -> Int {
    var index = position
    while index < block.upperBound, Glyph.isDigit(text[index]) { index += 1 }
    return index
  }

  /// A code runs over letters, digits and the signs between them; 1+4+N is a term.
  private mutating func skipCode(_ position: Int, in block: Range<Int>) -> Int {
    var index = position
    var plus = false
    while index < block.upperBound {
      let c = text[index]
      guard Glyph.isLetterOrDigit(c) || [0x2B, 0xFF0B, 0x2D, 0x2E, 0x2F].contains(c) else { break }
      plus = plus || c == 0x2B || c == 0xFF0B
      index += 1
    }
    if plus, index - position >= 3, position == block.lowerBound || text[position - 1] != 0x2B {
      terms.append(position..<index)
    }
    return max(index, position + 1)
  }

  /// 帮扶资金18.5万, 总人口30.2万: the noun before says what is counted.
  private func implyUnit(_ found: inout Quantity, in block: Range<Int>) {
    let start = found.number.lowerBound
    if let exponent = found.value?.exponent, exponent < 0, start >= block.lowerBound + 2,
      text[start - 1] == 0x4E3A, text[start - 2] == 0x6BD4
    {
      found.kind = .ratio  // 城乡收入比为1.59
      found.unitLength = 1
      return
    }
    guard let last = text[found.number].last, (Numeral.power(last) ?? 0) >= 4 || found.qualifier == .over,
      !found.isBarePower
    else { return }
    let next = found.range.upperBound
    if next < block.upperBound, Glyph.isHan(text[next]) { return }
    var index = found.number.lowerBound
    while index > max(block.lowerBound, found.number.lowerBound - 12) {
      index -= 1
      if Glyph.isComma(text[index]) || Glyph.isStop(text[index]) { return }
      if let (count, unit) = words.implied.match(text, at: index, end: found.number.lowerBound) {
        found.unit = unit.base
        found.kind = unit.kind
        found.unitLength = count
        return
      }
    }
  }

  // MARK: Numbers without a unit

  /// Whether a bare number is part of a word: 四川, 十足, 一看.
  private func isWord(_ found: Quantity, _ rule: NameRule, _ block: Range<Int>) -> Bool {
    if found.unitLength == 0, found.isBarePower { return true }
    if rule.isListed(found) { return true }
    let next = found.range.upperBound
    guard found.unitLength == 0, found.isChinese, found.number.count <= 2, next < block.upperBound,
      !text[found.number].contains(where: { Numeral.power($0) != nil }),
      found.number.lowerBound == block.lowerBound || text[found.number.lowerBound - 1] != Numeral.ordinal
    else { return false }
    return Glyph.isHan(text[next]) && ![0x7684, 0x548C, 0x4E0E, 0x5230].contains(text[next])
  }

  /// 第 before an ordinal, the currency before an amount.
  private func completeBare(_ found: inout Quantity, in block: Range<Int>) {
    var start = found.range.lowerBound
    if start > block.lowerBound, text[start - 1] == Numeral.ordinal {
      found.range = start - 1..<found.range.upperBound
      return
    }
    while start > block.lowerBound, text[start - 1] == Glyph.space { start -= 1 }
    for (word, unit) in Self.currencies where start - word.count >= block.lowerBound {
      guard text[start - word.count..<start].elementsEqual(word) else { continue }
      found.range = start - word.count..<found.range.upperBound
      found.unit = unit
      found.kind = .money
    }
  }
}
