import BriefingModel

/// A number as printed, without its unit.
struct NumberReading {
  var range: Range<Int>
  var value: ExactNumber
  /// It begins with a Chinese numeral.
  var isChinese: Bool
  /// 余, 多, 来, 几 stand in or behind it: the value is the least.
  var isOver = false
  /// 几十, 数百, 三五: no value that could be exact.
  var isVague = false
  /// 百, 万: a power alone, as in 百余名 and 万名.
  var isBarePower = false
  /// The power that closes it, which a range's lower end may share: 3到5万.
  var lastPower = 0
  /// How many numerals follow each other without a power (二〇二〇: 4).
  var plainDigits = 0
}

/// Reads Arabic and Chinese numerals, mixed as newspapers mix them, from left to right.
///
///     18.5万   1,100万   一千两百三十四万   二十几万   5万4千6百   一七二零点一
struct NumberReader {
  private let text: [UInt32]
  private let end: Int
  private let units: UnitTable
  private let start: Int
  private var position: Int
  /// Sums of what 亿 and 万 have closed, of the current section, and the digit before the next power.
  private var high = ExactNumber.zero
  private var low = ExactNumber.zero
  private var section = ExactNumber.zero
  private var digit: ExactNumber?
  private var sectionPower = 4
  private var lastPower = 0
  private var afterZero = false
  private var arabicDigit = false
  private var run = 0
  private var reading: NumberReading

  private init(_ text: [UInt32], at position: Int, end: Int, units: UnitTable) {
    self.text = text
    self.end = end
    self.units = units
    start = position
    self.position = position
    reading = NumberReading(
      range: position..<position, value: .zero, isChinese: !Glyph.isDigit(text[position]))
  }

  /// The number that begins at `position`, if one does.
  static func read(_ text: [UInt32], at position: Int, end: Int, units: UnitTable) -> NumberReading? {
    guard position < end else { return nil }
    let c = text[position]
    if c == 0x8D1F || c == 0x2D || c == 0xFF0D {  // 负 -
      guard position + 1 < end, Numeral.arabic(text[position + 1]) != nil || c == 0x8D1F else { return nil }
      var reader = NumberReader(text, at: position + 1, end: end, units: units)
      guard var reading = reader.read() else { return nil }
      reading.value = reading.value.negated
      reading.range = position..<reading.range.upperBound
      return reading
    }
    var reader = NumberReader(text, at: position, end: end, units: units)
    return reader.read()
  }

  private mutating func read() -> NumberReading? {
    guard position < end else { return nil }
    takeVagueOpening()
    while position < end, take(text[position]) {}
    guard position > start else { return nil }
    if let last = digit, run == 1, lastPower >= 2, !afterZero, !arabicDigit {
      digit = last.scaled(by: lastPower - 1)  // 一万二, 三百五
    }
    if !hasPower, let digit {
      reading.value = digit
      reading.range = start..<position
      return reading
    }
    guard let small = section.adding(digit ?? .zero), let middle = low.adding(small),
      let value = high.adding(middle)
    else { return nil }
    reading.value = value
    reading.range = start..<position
    reading.lastPower = digit == nil && section == .zero ? lastPower : 0
    return reading
  }

  /// 几十, 数百.
  private mutating func takeVagueOpening() {
    guard [Numeral.few, Numeral.several].contains(text[position]), position + 1 < end,
      Numeral.power(text[position + 1]) != nil
    else { return }
    reading.isVague = true
    digit = .one
    position += 1
  }

  private mutating func take(_ c: UInt32) -> Bool {
    if Numeral.arabic(c) != nil { return takeArabic() }
    if let value = Numeral.digit(c) { return takeDigit(value) }
    if let power = Numeral.power(c) { return takePower(power, c) }
    switch c {
    case Numeral.rest, Numeral.more, Numeral.about, Numeral.few: return takeOver(c)
    case Numeral.point: return takePoint()
    case 0x5EFF: return takeTwenty()  // 廿
    default: return Numeral.financial(c).map { takeFinancial($0) } ?? false
    }
  }

  private var isEmpty: Bool { position == start }
  private var hasPower: Bool { section != .zero || low != .zero || high != .zero }

  private mutating func takeDigit(_ value: Int64) -> Bool {
    if value == 0, digit == nil, hasPower {
      afterZero = true
      position += 1
      return true
    }
    if let before = digit {
      // 一七二零: numerals side by side, as in years and telephone numbers.
      guard !arabicDigit, !hasPower, run > 0, run < 16,
        let shifted = before.scaled(by: 1).adding(
          ExactNumber(digits: value))
      else { return false }
      if run == 1, value > 0, before.digits > 0, before.exponent == 0, isNeighbour(before.digits, value) {
        reading.isVague = true
      } else if run >= 2 {
        reading.isVague = false
      }
      digit = shifted
    } else {
      digit = ExactNumber(digits: value)
    }
    run += 1
    reading.plainDigits = run
    position += 1
    return true
  }

  /// 三五, 两三, 七八: about as many.
  private func isNeighbour(_ a: Int64, _ b: Int64) -> Bool { b == a + 1 || (a == 3 && b == 5) }

  private mutating func takeFinancial(_ value: Int64) -> Bool {
    let next = position + 1 < end && Numeral.isFinancial(text[position + 1])
    guard next || (!isEmpty && Numeral.isFinancial(text[position - 1])) else { return false }
    return takeDigit(value)
  }

  private mutating func takeTwenty() -> Bool {
    guard isEmpty, position + 1 < end, Numeral.digit(text[position + 1]) != nil else { return false }
    section = ExactNumber(digits: 20)
    sectionPower = 1
    position += 1
    return true
  }

  private mutating func takeArabic() -> Bool {
    guard digit == nil, isEmpty || Numeral.power(text[position - 1]) != nil || afterZero,
      let number = ArabicNumber.read(text, at: position, end: end)
    else { return false }
    digit = number.value
    arabicDigit = true
    position = number.end
    return true
  }

  private mutating func takePower(_ power: Int, _ c: UInt32) -> Bool {
    if c == 0x62FE || c == 0x4F70 || c == 0x4EDF {  // 拾佰仟 by themselves are words
      guard !isEmpty, Numeral.isFinancial(text[position - 1]) else { return false }
    }
    if !isEmpty, units.match(text, at: position, end: end).map({ $0.count >= 2 }) ?? false { return false }
    if arabicDigit, power == 1 { return false }
    if run >= 2 { reading.isVague = true }
    guard power >= 4 ? closeSection(power) : addToSection(power) else { return false }
    lastPower = power
    digit = nil
    arabicDigit = false
    afterZero = false
    run = 0
    position += 1
    return true
  }

  /// 十百千: the digit before it, or one.
  private mutating func addToSection(_ power: Int) -> Bool {
    guard power < sectionPower else { return false }
    if isEmpty { reading.isBarePower = power > 1 }
    guard let sum = section.adding((digit ?? .one).scaled(by: power)) else { return false }
    section = sum
    sectionPower = power
    return true
  }

  /// 万 and 亿 close everything smaller.
  private mutating func closeSection(_ power: Int) -> Bool {
    if isEmpty {
      reading.isBarePower = true
      digit = .one
    }
    guard let sum = section.adding(digit ?? .zero) else { return false }
    if power == 4 {
      guard sum != .zero, low == .zero else { return false }
      low = sum.scaled(by: 4)
    } else {
      guard high == .zero, let all = low.adding(sum), all != .zero else { return false }
      high = all.scaled(by: 8)
      low = .zero
    }
    section = .zero
    sectionPower = 4
    return true
  }

  /// 6000余米, 一千多万, 十几个, 十来户: only where a power or a unit follows.
  private mutating func takeOver(_ c: UInt32) -> Bool {
    guard !isEmpty, !reading.isOver, digit == nil || arabicDigit else { return false }
    let next = position + 1
    guard c != Numeral.about || digit == nil else { return false }
    let nextPower = next < end ? Numeral.power(text[next]) ?? 0 : 0
    let bigger = nextPower >= 4
    guard bigger || next >= end || units.match(text, at: next, end: end) != nil || !Glyph.isHan(text[next])
    else { return false }
    reading.isOver = true
    position = next
    return bigger
  }

  /// 十五点七; not the hour of 六点三十分.
  private mutating func takePoint() -> Bool {
    guard !arabicDigit, digit != nil || hasPower else { return false }
    var fraction = digit ?? .zero
    var place = -1
    var index = position + 1
    while index < end, let value = Numeral.digit(text[index]), place > -16 {
      guard let sum = fraction.adding(ExactNumber(digits: value, exponent: place)) else { return false }
      fraction = sum
      place -= 1
      index += 1
    }
    guard place < -1, index >= end || (text[index] != 0x5341 && text[index] != 0x5206) else { return false }
    digit = fraction
    run = 0
    arabicDigit = true
    position = index
    return true
  }
}

/// Arabic digits with a decimal point and grouping commas: 1,100 and 12.3, half or full width.
enum ArabicNumber {
  /// `nil` for more digits than a number holds, and for what is left of such a row of digits.
  static func read(_ text: [UInt32], at start: Int, end: Int) -> (value: ExactNumber, end: Int)? {
    if start > 0, Numeral.arabic(text[start - 1]) != nil { return nil }
    var digits: Int64 = 0
    var count = 0
    var position = start
    var places = 0
    var inFraction = false
    while position < end {
      if let value = Numeral.arabic(text[position]) {
        guard count < 18 else { return nil }
        digits = digits * 10 + value
        count += 1
        if inFraction { places += 1 }
      } else if !inFraction, isPoint(text[position]), isDigit(text, position + 1, end) {
        inFraction = true
      } else if inFraction || !isGrouping(text, position, end, start) {
        break
      }
      position += 1
    }
    guard count > 0 else { return nil }
    return (ExactNumber(digits: digits, exponent: -places), position)
  }

  private static func isPoint(_ c: UInt32) -> Bool { c == 0x2E || c == 0xFF0E }

  private static func isDigit(_ text: [UInt32], _ position: Int, _ end: Int) -> Bool {
    position < end && Numeral.arabic(text[position]) != nil
  }

  /// A comma with exactly three digits behind it.
  private static func isGrouping(_ text: [UInt32], _ position: Int, _ end: Int, _ start: Int) -> Bool {
    let wide = text[position] == 0xFF0C && text[position - 1] >= 0xFF10
    guard text[position] == 0x2C || wide, position - start <= 3 || isDigit(text, position - 3, end) else {
      return false
    }
    for offset in 1...3 where !isDigit(text, position + offset, end) { return false }
    return !isDigit(text, position + 4, end)
  }
}
