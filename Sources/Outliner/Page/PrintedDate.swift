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
    guard let year = number(text, &position, end), CalendarDate.yearsOfNews.contains(year),
      skipMark(text, &position, end), let month = number(text, &position, end), (1...12).contains(month),
      skipMark(text, &position, end), let day = number(text, &position, end), (1...31).contains(day)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func number(_ text: [UInt32], _ position: inout Int, _ end: Int) -> Int? {
    let start = position
    var value = 0
    while position < end, Glyph.isDigit(text[position]), position - start < 5 {
      value = value * 10 + Int(text[position] >= 0xFF10 ? text[position] - 0xFF10 : text[position] - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  private static func skipMark(_ text: [UInt32], _ position: inout Int, _ end: Int) -> Bool {
    guard position < end, isUnit(text[position]) || [0x2D, 0x2F, 0x2E].contains(text[position]) else {
      return false
    }
    position += 1
    return true
  }
}
