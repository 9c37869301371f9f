import BriefingModel

/// Times of day: 9:30, 上午9时, 早上六点半, 7点半至9点.
struct ClockReader {
  let dates: DateReader

  private static let openings = ["早上", "上午", "中午", "下午", "傍晚", "晚上", "凌晨", "清晨", "夜里", "晚"].map {
    [UInt32](of: $0)
  }

  func time(_ first: DateReader.Whole, from start: Int) -> Quantity? {
    guard let one = single(first, from: start) else { return nil }
    var end = one.end
    // 至9点: the other end of the same span.
    if Numeral.isRangeMark(dates.at(end)), let other = dates.whole(at: end + 1),
      let two = single(other, from: start, governed: true)
    {
      end = two.end
    }
    return dates.quantity(first.range.lowerBound..<end, one.unit, value: one.value, kind: .time)
  }

  private func single(_ first: DateReader.Whole, from start: Int, governed: Bool = false)
    -> (end: Int, unit: UnitSymbol?, value: Int?)?
  {
    guard (0...24).contains(first.value) else { return nil }
    let mark = first.range.upperBound
    switch dates.at(mark) {
    case 0x3A, 0xFF1A:
      guard !first.isChinese, let minutes = dates.whole(at: mark + 1), minutes.digits == 2,
        minutes.value < 60, !isPoint(minutes.range.upperBound)
      else { return nil }
      return (minutes.range.upperBound, nil, nil)
    case 0x65F6:  // 时
      guard governed || opens(first.range.lowerBound, from: start) || !first.isChinese,
        ![0x95F4, 0x4EE3, 0x671F, 0x6BB5, 0x5E38, 0x5019].contains(dates.at(mark + 1))
      else { return nil }
      return tail(mark + 1, "时", first.value)
    case Numeral.point:
      let next = dates.at(mark + 1)
      let exact = [Numeral.half, 0x949F, 0x6574, 0x8BB8].contains(next)
      guard governed || exact || opens(first.range.lowerBound, from: start) else { return nil }
      return tail(mark + 1, "点", first.value)
    default: return nil
    }
  }

  /// 半, 整, 钟, 30分 after the hour.
  private func tail(_ index: Int, _ unit: UnitSymbol, _ hour: Int) -> (
    end: Int, unit: UnitSymbol?, value: Int?
  ) {
    if [Numeral.half, 0x949F, 0x6574].contains(dates.at(index)) { return (index + 1, unit, nil) }
    if let minutes = dates.whole(at: index), minutes.value < 60, dates.at(minutes.range.upperBound) == 0x5206
    {
      return (minutes.range.upperBound + 1, unit, nil)
    }
    return (index, unit, hour)
  }

  private func isPoint(_ index: Int) -> Bool {
    [0x2E, 0x3A, 0xFF1A].contains(dates.at(index)) && Glyph.isDigit(dates.at(index + 1))
  }

  private func opens(_ position: Int, from start: Int) -> Bool {
    Self.openings.contains { word in
      position - start >= word.count && dates.text[position - word.count..<position].elementsEqual(word)
    }
  }
}
