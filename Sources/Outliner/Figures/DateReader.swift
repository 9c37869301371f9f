import BriefingModel

/// Dates, periods and times of day. Relative ones (今年以来) carry no number and are none.
///
///     2019年度   11月8日   1至10月   前三季度   正月初五   每月5号、15号   7点半至9点   9:30
struct DateReader {
  let text: [UInt32]
  let end: Int
  let units: UnitTable

  private static let year: UInt32 = 0x5E74
  private static let month: UInt32 = 0x6708
  private static let day: UInt32 = 0x65E5
  private static let number: UInt32 = 0x53F7  // 号

  /// What follows the first number of a date or time.
  private static let marks = ScalarSet("年月日号季点时：:-./至到—–～~－个")

  /// The date or time that begins with the number at `position`.
  func read(at position: Int, from start: Int) -> Quantity? {
    if text[position] == 0x6B63 || text[position] == 0x814A { return lunarDay(at: position) }  // 正 腊
    guard let first = whole(at: position) else { return nil }
    let mark = at(first.range.upperBound)
    guard Self.marks.mayContain(mark) else { return nil }
    switch mark {
    case Self.year: return yearDate(first)
    case 0x5B63: return quarter(first, from: start)  // 季
    case Self.month: return monthDate(first)
    case Self.day, Self.number: return day(first, from: start)
    case Numeral.measureWord: return countedMonths(first, from: start)
    case 0x2E, 0x2F: return numericDate(first)
    case 0x3A, 0xFF1A, 0x65F6, Numeral.point: return ClockReader(dates: self).time(first, from: start)
    default: return numericDate(first) ?? yearDate(first) ?? quarter(first, from: start) ?? monthDate(first)
    }
  }

  // MARK: Numbers

  struct Whole {
    let range: Range<Int>
    let value: Int
    let digits: Int
    let isChinese: Bool
  }

  /// A whole number of at most four digits.
  func whole(at position: Int) -> Whole? {
    guard position < end else { return nil }
    if Glyph.isDigit(text[position]) {
      var index = position
      var value = 0
      while index < end, let digit = Numeral.arabic(text[index]), index - position < 5 {
        value = value * 10 + Int(digit)
        index += 1
      }
      guard index - position <= 4 else { return nil }
      return Whole(range: position..<index, value: value, digits: index - position, isChinese: false)
    }
    if let digit = Numeral.digit(text[position]), !continues(position + 1) {
      return Whole(range: position..<position + 1, value: Int(digit), digits: 1, isChinese: true)
    }
    guard Numeral.digit(text[position]) != nil || text[position] == 0x5341,
      let reading = NumberReader.read(text, at: position, end: end, units: units), !reading.isOver,
      reading.lastPower < 4, let value = reading.value.small
    else { return nil }
    return Whole(range: reading.range, value: value, digits: reading.plainDigits, isChinese: true)
  }

  /// Whether a numeral goes on at `index`.
  private func continues(_ index: Int) -> Bool {
    let c = at(index)
    return Numeral.digit(c) != nil || Numeral.power(c) != nil || c == Numeral.point || c == Numeral.rest
      || c == Numeral.more || c == Numeral.few || c == Numeral.about
  }

  func at(_ index: Int) -> UInt32 { index < end ? text[index] : 0 }

  func quantity(_ range: Range<Int>, _ unit: UnitSymbol?, value: Int? = nil, kind: Figure.Kind = .date)
    -> Quantity
  {
    Quantity(range, value: value.map { ExactNumber(digits: Int64($0)) }, unit: unit, kind: kind)
  }

  // MARK: Dates

  /// 2023-08-17, 2022.9.16.
  private func numericDate(_ first: Whole) -> Quantity? {
    let mark = at(first.range.upperBound)
    guard first.digits == 4, !first.isChinese, [0x2D, 0x2E, 0x2F].contains(mark),
      let second = whole(at: first.range.upperBound + 1), (1...12).contains(second.value),
      at(second.range.upperBound) == mark, let third = whole(at: second.range.upperBound + 1),
      (1...31).contains(third.value)
    else { return nil }
    return quantity(first.range.lowerBound..<third.range.upperBound, nil)
  }

  /// 2019年, 2019年度, 2023年10月, 2021—2035年.
  private func yearDate(_ first: Whole) -> Quantity? {
    guard first.digits == 4, (1000...2999).contains(first.value) else { return nil }
    var last = first
    if Numeral.isRangeMark(at(first.range.upperBound)),
      let other = whole(at: first.range.upperBound + 1), other.digits == 4
    {
      last = other
    }
    let mark = last.range.upperBound
    guard at(mark) == Self.year else { return nil }
    let start = first.range.lowerBound
    if last.range != first.range {
      var range = quantity(start..<mark + 1, "年", value: first.value)
      range.upper = ExactNumber(digits: Int64(last.value))
      return range
    }
    if at(mark + 1) == 0x5EA6 { return quantity(start..<mark + 2, "年度", value: first.value) }
    if let month = whole(at: mark + 1), at(month.range.upperBound) == Self.month {
      if let rest = monthDate(month) {
        return quantity(start..<rest.range.upperBound, rest.unit)
      }
    }
    return quantity(start..<mark + 1, "年", value: first.value)
  }

  /// 第三季度, 前三季度, 一季度.
  private func quarter(_ first: Whole, from start: Int) -> Quantity? {
    var mark = first.range.upperBound
    var upper: Whole?
    if Numeral.isRangeMark(at(mark)), let other = whole(at: mark + 1) {
      upper = other
      mark = other.range.upperBound
    }
    guard (1...4).contains(first.value), at(mark) == 0x5B63, at(mark + 1) == 0x5EA6 else { return nil }
    var low = first.range.lowerBound
    if low > start, text[low - 1] == Numeral.ordinal || text[low - 1] == 0x524D { low -= 1 }
    var found = quantity(low..<mark + 2, "季度", value: first.value)
    if text[low] == 0x524D {
      found.value = .one
      found.upper = ExactNumber(digits: Int64(first.value))
    }
    if let upper { found.upper = ExactNumber(digits: Int64(upper.value)) }
    return found
  }

  /// 11月8日, 8月, 10月底, 1至10月, 5月1日至3日.
  private func monthDate(_ first: Whole) -> Quantity? {
    guard (1...12).contains(first.value) else { return nil }
    var mark = first.range.upperBound
    var upper: Whole?
    if Numeral.isRangeMark(at(mark)), let other = whole(at: mark + 1), (1...12).contains(other.value) {
      upper = other
      mark = other.range.upperBound
    }
    guard at(mark) == Self.month else { return nil }
    let start = first.range.lowerBound
    if upper == nil, let day = whole(at: mark + 1), (1...31).contains(day.value),
      isDayMark(day.range.upperBound)
    {
      return quantity(start..<endOfDays(day.range.upperBound + 1), "日")
    }
    var found = quantity(start..<endOfMonth(mark + 1), "月", value: first.value)
    found.upper = upper.map { ExactNumber(digits: Int64($0.value)) }
    return found
  }

  private func isDayMark(_ index: Int) -> Bool { at(index) == Self.day || at(index) == Self.number }

  /// 初, 底, 末, 中旬, 份 belong to the month.
  private func endOfMonth(_ index: Int) -> Int {
    if [0x521D, 0x5E95, 0x672B, 0x4EFD].contains(at(index)) { return index + 1 }
    if [0x4E0A, 0x4E2D, 0x4E0B].contains(at(index)), at(index + 1) == 0x65EC { return index + 2 }
    return index
  }

  /// 至3日, —6月2日 after a day.
  private func endOfDays(_ index: Int) -> Int {
    guard Numeral.isRangeMark(at(index)), let next = whole(at: index + 1) else { return index }
    if isDayMark(next.range.upperBound) { return next.range.upperBound + 1 }
    guard at(next.range.upperBound) == Self.month, let day = whole(at: next.range.upperBound + 1),
      isDayMark(day.range.upperBound)
    else { return index }
    return day.range.upperBound + 1
  }

  /// 15日召开 is a day, 3日内 a duration; 5号 only where a month governs it or its neighbours.
  private func day(_ first: Whole, from start: Int) -> Quantity? {
    let mark = first.range.upperBound
    guard !first.isChinese, (1...31).contains(first.value), isDayMark(mark) else { return nil }
    let low = first.range.lowerBound
    if text[mark] == Self.day {
      guard ![0x5185, 0x4E4B, 0x4EE5, 0x6E38, 0x5E38, 0x5747, 0x5DE6].contains(at(mark + 1)) else {
        return nil
      }
      guard low <= start || ![0x6BCF, 0x8FD1, 0x6EE1, 0x591A, 0x4E3A, 0x4E8E].contains(text[low - 1]) else {
        return nil
      }
    } else {
      let before = low > start ? text[low - 1] : 0
      let afterDay = before == Glyph.enumerationComma && low > start + 1 && text[low - 2] == Self.number
      guard before == Self.month || afterDay else { return nil }
    }
    return quantity(low..<mark + 1, text[mark] == Self.day ? "日" : "号", value: first.value)
  }

  /// 前10个月.
  private func countedMonths(_ first: Whole, from start: Int) -> Quantity? {
    let mark = first.range.upperBound
    let low = first.range.lowerBound - 1
    guard low >= start, text[low] == 0x524D, (1...12).contains(first.value), at(mark) == Numeral.measureWord,
      at(mark + 1) == Self.month
    else { return nil }
    var found = quantity(low..<mark + 2, "月", value: 1)
    found.upper = ExactNumber(digits: Int64(first.value))
    return found
  }

  /// 正月初五, 腊月廿三.
  private func lunarDay(at position: Int) -> Quantity? {
    guard at(position + 1) == Self.month else { return nil }
    var index = position + 2
    if at(index) == 0x521D { index += 1 }
    guard index < end, Numeral.digit(text[index]) != nil || text[index] == 0x5341 || text[index] == 0x5EFF,
      let day = NumberReader.read(text, at: index, end: end, units: units), let value = day.value.small,
      (1...30).contains(value)
    else { return nil }
    return quantity(position..<day.range.upperBound, nil)
  }
}
