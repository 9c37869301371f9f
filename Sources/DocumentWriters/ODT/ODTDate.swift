import BriefingModel

/// Days as ODF spells them; never the clock's, so that the same briefing gives the same bytes.
enum ODTDate {
  /// Where the masthead's numbers are no day: changes must bear a date (ODF 1.3 part 3 §5.5.6).
  static let unknown = "1980-01-01T00:00:00"

  /// 2026-11-23T00:00:00, or nothing where the numbers are no day.
  static func dateTime(_ date: CalendarDate) -> String? {
    let days =
      [31, date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0) ? 29 : 28]
      + [31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(date.year), (1...12).contains(date.month),
      (1...days[date.month - 1]).contains(date.day)
    else { return nil }
    return "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))-\(padded(date.day, to: 2))T00:00:00"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
