/// A week from Monday to Sunday, numbered as ISO 8601 does: week 1 holds the year's first Thursday.
///
///     CalendarWeek(holding: CalendarDate(year: 2026, month: 11, day: 20)).name   // "2026-W47"
public struct CalendarWeek: Equatable, Hashable, Sendable {
  public var monday: CalendarDate

  public init(holding date: CalendarDate) {
    // Day 0 (1970-01-01) was a Thursday.
    let weekday = ((date.dayNumber + 3) % 7 + 7) % 7
    monday = CalendarDate(dayNumber: date.dayNumber - weekday)
  }

  /// `nil` where the year has no such week.
  public init?(year: Int, number: Int) {
    guard (1...9999).contains(year), (1...53).contains(number) else { return nil }
    let first = CalendarWeek(holding: CalendarDate(year: year, month: 1, day: 4))
    self.init(holding: CalendarDate(dayNumber: first.monday.dayNumber + 7 * (number - 1)))
    guard self.year == year, self.number == number else { return nil }
  }

  public var sunday: CalendarDate { CalendarDate(dayNumber: monday.dayNumber + 6) }

  /// The year of the week's Thursday.
  public var year: Int { CalendarDate(dayNumber: monday.dayNumber + 3).year }

  public var number: Int {
    let first = CalendarWeek(holding: CalendarDate(year: year, month: 1, day: 4))
    return (monday.dayNumber - first.monday.dayNumber) / 7 + 1
  }

  public var name: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }
}

extension CalendarDate {
  /// Days since 1970-01-01 in the Gregorian calendar.
  public var dayNumber: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public init(dayNumber: Int) {
    let days = dayNumber + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Whether the calendar has this day.
  public var exists: Bool {
    (1...12).contains(month) && (1...31).contains(day) && CalendarDate(dayNumber: dayNumber) == self
  }

  /// 2026-11-20.
  public var iso: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Reads what `iso` writes; whether the day exists is another question.
  public init?(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else {
      return nil
    }
    self.init(year: year, month: month, day: day)
    guard self.iso == iso else { return nil }
  }
}

extension CalendarDate {
  /// What counts as a year in news: others are slips, or no years.
  public static let yearsOfNews = 1900...2200
}
