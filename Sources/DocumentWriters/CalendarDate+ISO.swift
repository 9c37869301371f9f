import BriefingModel

extension CalendarDate {
  /// 2026-11-23T00:00:00, as metadata want it; `nil` where the numbers are no day.
  var midnight: String? {
    let february = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    let days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month), (1...days[month - 1]).contains(day) else {
      return nil
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))T00:00:00"
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
