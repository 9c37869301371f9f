import BriefingModel

/// A date with its year, as papers print it beside a headline: 2020年9月3日, 2023-05-12, 2023/5/12, 2023.5.12.
enum PrintedDate {
  private static let year: UInt32 = 0x5E74
  private static let month: UInt32 = 0x6708
  private static let day: UInt32 = 0x65E5

  static func isUnit(_ c: UInt32) -> Bool { c == year || c == month || c == day }

  static func find(in text: [UInt32], _ range: Range<Int>) -> CalendarDate? {
    for start in range where Glyph.isDigit(text[start]) {
      if let date = date(text, at: start, end: range.upperBound) { return date }
    }
    return nil
  }

  private static func date(_ text: [UInt32], at start: Int, end: Int) -> CalendarDate? {
    var position = start
    var values: [Int] = []
    for _ in 0..<3 {
      var value = 0
      var digits = 0
      while position < end, Glyph.isDigit(text[position]), digits < 5 {
        value = value * 10 + Int(text[position] >= 0xFF10 ? text[position] - 0xFF10 : text[position] - 0x30)
        digits += 1
        position += 1
      }
      guard digits > 0 else { return nil }
      values.append(value)
      if values.count < 3 {
        guard position < end, isUnit(text[position]) || [0x2D, 0x2F, 0x2E].contains(text[position]) else {
          return nil
        }
        position += 1
      }
    }
    guard (1900...2200).contains(values[0]), (1...12).contains(values[1]), (1...31).contains(values[2]) else {
      return nil
    }
    return CalendarDate(year: values[0], month: values[1], day: values[2])
  }
}
