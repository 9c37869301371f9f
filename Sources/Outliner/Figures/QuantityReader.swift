import BriefingModel

/// Reads a number and its unit: 80万元, 6000余米, 10—15户, 三成半, 两个多月, 百分之五, 五元三毛.
struct QuantityReader {
  let text: [UInt32]
  let end: Int
  let units: UnitTable
  /// Numbers without a unit are wanted too.
  let bareNumbers: Bool

  private static let half: UInt32 = Numeral.half
  private static let part: [UInt32] = [0x5206, 0x4E4B]  // 分之

  func read(at position: Int, from start: Int) -> Quantity? {
    switch text[position] {
    case 0x4E00, 0x767E, 0x5343, 0x4E07:  // 一百千万
      if let share = share(at: position) { return share }
    case Self.half: return halfUnit(at: position, from: start)
    default: break
    }
    guard let reading = NumberReader.read(text, at: position, end: end, units: units) else { return nil }
    switch at(reading.range.upperBound) {
    case 0x5206, 0x2F, 0xFF0F:  // 分 /
      if let fraction = fraction(reading) { return fraction }
    case 0x3A, 0xFF1A, 0x2236:  // ：
      if let ratio = ratio(reading) { return ratio }
    default: break
    }
    let first = withUnit(reading)
    guard opening(at: first.range.upperBound) != nil, let range = range(from: first, reading, start) else {
      return first
    }
    return range
  }

  private func at(_ index: Int) -> UInt32 { index < end ? text[index] : 0 }

  private func stands(_ word: [UInt32], at index: Int) -> Bool {
    index + word.count <= end && text[index..<index + word.count].elementsEqual(word)
  }

  // MARK: Shares

  /// 百分之五, 千分之一, 一半.
  private func share(at position: Int) -> Quantity? {
    if text[position] == 0x4E00, at(position + 1) == Self.half {
      var found = percent(position..<position + 2, ExactNumber(digits: 50))
      found.isChinese = true
      return found
    }
    var power = 0
    var index = position
    if at(index) == 0x4E00, at(index + 1) == 0x4E07 { index += 1 }
    switch at(index) {
    case 0x767E: power = 0
    case 0x5343: power = -1
    case 0x4E07: power = -2
    default: return nil
    }
    guard stands(Self.part, at: index + 1), index + 3 < end,
      Glyph.isDigit(text[index + 3]) || Numeral.digit(text[index + 3]) != nil
        || Numeral.power(text[index + 3]) != nil,
      let reading = NumberReader.read(text, at: index + 3, end: end, units: units), !reading.isVague
    else { return nil }
    if index > position {  // 一万分之三 is a fraction
      return Quantity(fraction: position..<reading.range.upperBound, reading.value.scaled(by: -4))
    }
    return percent(position..<reading.range.upperBound, reading.value.scaled(by: power))
  }

  private func percent(_ range: Range<Int>, _ value: ExactNumber) -> Quantity {
    Quantity(range, value: value, unit: "%", kind: .percent)
  }

  /// 三分之一, 3/5.
  private func fraction(_ reading: NumberReading) -> Quantity? {
    let mark = reading.range.upperBound
    if stands(Self.part, at: mark), mark + 2 < end,
      let over = NumberReader.read(text, at: mark + 2, end: end, units: units)
    {
      return Quantity(
        fraction: reading.range.lowerBound..<over.range.upperBound, over.value.divided(by: reading.value))
    }
    guard at(mark) == 0x2F || at(mark) == 0xFF0F, Glyph.isDigit(at(mark + 1)),
      let under = NumberReader.read(text, at: mark + 1, end: end, units: units),
      bareNumbers || reading.value.isLess(than: under.value), at(under.range.upperBound) != at(mark)
    else { return nil }
    return Quantity(
      fraction: reading.range.lowerBound..<under.range.upperBound, reading.value.divided(by: under.value))
  }

  /// 1.4：1, 13.8∶51.2∶35.0.
  private func ratio(_ reading: NumberReading) -> Quantity? {
    var index = reading.range.upperBound
    var last: ExactNumber?
    while [0x3A, 0xFF1A, 0x2236].contains(at(index)), Glyph.isDigit(at(index + 1)),
      let next = ArabicNumber.read(text, at: index + 1, end: end)
    {
      last = next.value
      index = next.end
    }
    guard let last, !reading.isChinese else { return nil }
    let range = reading.range.lowerBound..<index
    return Quantity(range, value: last == .one ? reading.value : nil, unit: nil, kind: .ratio)
  }

  // MARK: Units

  /// 半年, 半个月, 半斤.
  private func halfUnit(at position: Int, from start: Int) -> Quantity? {
    guard let (count, unit) = units.match(text, at: position + 1, end: end),
      [.duration, .weight].contains(unit.kind)
    else { return half(at: position) }
    let before = position > start ? text[position - 1] : 0
    guard ![0x4E0A, 0x4E0B, 0x6BCF, 0x5927, 0x524D, 0x540E, 0x591A].contains(before) else { return nil }
    var found = halved(position..<position + 1 + count, unit, count)
    if count == 3, text[position + 2] == Numeral.more { found.qualifier = .over }  // 半个多月
    return found
  }

  /// 半个多月.
  private func half(at position: Int) -> Quantity? {
    guard at(position + 1) == Numeral.measureWord, at(position + 2) == Numeral.more,
      let (count, unit) = units.match(text, at: position + 3, end: end), unit.kind == .duration
    else { return nil }
    var found = halved(position..<position + 3 + count, unit, count)
    found.qualifier = .over
    return found
  }

  private func halved(_ range: Range<Int>, _ unit: Unit, _ count: Int) -> Quantity {
    var found = Quantity(
      range, value: .half, unit: unit.base, kind: unit.kind, unitLength: count, isChinese: true)
    found.number = range.prefix(1)
    return found
  }

  private func withUnit(_ reading: NumberReading) -> Quantity {
    var found = Quantity(reading)
    let mark = skipBlanks(reading)
    guard let (count, unit) = units.match(text, at: mark, end: end) else { return found }
    var stop = mark + count
    found.range = found.range.lowerBound..<stop
    found.unit = unit.base
    found.kind = unit.kind
    found.unitUse = unit.use
    found.unitLength = count
    if count == 3, text[mark + 1] == Numeral.more { found.qualifier = .over }  // 两个多月
    if count == 1, at(mark) == Numeral.measureWord, let counted = counted(after: stop) {
      found.range = found.range.lowerBound..<counted.end
      found.unit = counted.unit.base
      found.kind = counted.unit.kind
      found.unitUse = .one
      found.unitLength = counted.end - mark
      if counted.isOver { found.qualifier = .over }
      if counted.isHalf { found.value = found.value?.adding(.half) }
      return found
    }
    if at(stop) == Self.half, unit.kind != .count, !isMonthHalf(stop) {
      found.value = found.value?.adding(.half)
      stop += 1
      found.range = found.range.lowerBound..<stop
    }
    if unit.base.single == 0x5757, !Glyph.isHan(at(stop)) {  // 卡上多了2400块, 三块田
      found.unit = "元"
      found.kind = .money
    }
    if unit.factor != .one {
      found.value = found.value?.times(unit.factor)
    }
    return unit.base.single == 0x5143 ? withCoins(found) : found
  }

  /// 半 that begins something of its own: 三年半山腰 is none of them, 一年半载 is.
  private func isMonthHalf(_ index: Int) -> Bool { [0x6570, 0x8F7D, 0x5C71, 0x5E74].contains(at(index + 1)) }

  private func skipBlanks(_ reading: NumberReading) -> Int {
    var index = reading.range.upperBound
    guard !reading.isChinese || bareNumbers else { return index }
    while index < end, text[index] == 0x20, index - reading.range.upperBound < 2 { index += 1 }
    return index
  }

  /// 两个多月, 一个半小时: a time unit behind 个.
  private func counted(after index: Int) -> (unit: Unit, end: Int, isOver: Bool, isHalf: Bool)? {
    let mark = at(index)
    guard mark == Numeral.more || mark == Self.half,
      let (count, unit) = units.match(text, at: index + 1, end: end), unit.kind == .duration
    else { return nil }
    return (unit, index + 1 + count, mark == Numeral.more, mark == Self.half)
  }

  /// 五元三毛, 十元一角七分.
  private func withCoins(_ money: Quantity) -> Quantity {
    var found = money
    for (names, power) in [([0x89D2, 0x6BDB], -1), ([0x5206], -2)] as [([UInt32], Int)] {
      let index = found.range.upperBound
      guard index < end, let digit = Numeral.arabic(text[index]) ?? Numeral.digit(text[index]),
        names.contains(at(index + 1)),
        let sum = found.value?.adding(ExactNumber(digits: digit, exponent: power))
      else { continue }
      found.value = sum
      found.range = found.range.lowerBound..<index + 2
    }
    return found
  }

  // MARK: Ranges

  /// 10—15户, 3万元至10万元, 三到五万元; 从63天到27天 is no range.
  private func range(from first: Quantity, _ reading: NumberReading, _ start: Int) -> Quantity? {
    let mark = first.range.upperBound
    guard let opening = opening(at: mark), opening < end, !reading.isVague, let low = first.value,
      Numeral.arabic(text[opening]) != nil || Numeral.digit(text[opening]) != nil || text[opening] == 0x5341
        || bareNumbers,
      let other = NumberReader.read(text, at: opening, end: end, units: units), !other.isVague
    else { return nil }
    let governed =
      first.range.lowerBound > start && [0x4ECE, 0x7531].contains(text[first.range.lowerBound - 1])
    var second = withUnit(other)
    guard first.unit == nil || (first.unit == second.unit && !governed), let high = second.value else {
      return nil
    }
    var lower = low
    if first.unit == nil {
      if let unit = units.match(text, at: skipBlanks(other), end: end)?.unit, unit.factor != .one {
        lower = low.times(unit.factor) ?? low
      }
      let shared = lower.scaled(by: other.lastPower)
      if reading.lastPower < 4, shared.isLess(than: high) { lower = shared }
    }
    guard lower.isLess(than: high) else { return nil }
    second.range = first.range.lowerBound..<second.range.upperBound
    second.value = lower
    second.upper = high
    second.qualifier = .range
    second.kind = second.kind == .date ? .date : .range
    return second
  }

  /// Where the second number of a range begins.
  private func opening(at mark: Int) -> Int? {
    if Numeral.isRangeMark(at(mark)) { return at(mark + 1) == 0x2014 ? mark + 2 : mark + 1 }
    // 20和30之间.
    guard bareNumbers, [0x548C, 0x4E0E].contains(at(mark)) else { return nil }
    return mark + 1
  }
}

extension Quantity {
  fileprivate init(fraction range: Range<Int>, _ value: ExactNumber?) {
    self.init(range, value: value, unit: nil, kind: .ratio)
  }
}
