import BriefingModel
import SourceReaders

/// Reads the values of options. ArgumentParser would do it too, but complains in English.
enum OptionValue {
  /// One name of a closed list.
  static func choice<Choice: RawRepresentable & Equatable>(
    _ value: String?, _ option: String, among choices: [Choice]
  ) throws(Failure) -> Choice? where Choice.RawValue == String {
    guard let value else { return nil }
    if let choice = choices.first(where: { $0.rawValue == value.lowercased() }) { return choice }
    let names = choices.map(\.rawValue)
    let expects = names.joined(separator: "、") + (names.count > 1 ? " 之一" : "")
    let nearest = nearestName(to: value, among: names)
    throw .usage(.badValue(option: option, value: value, expects: " \(expects)", nearest: nearest))
  }

  /// Larger numbers (of an issue, of places) are slips.
  private static let mostNumber = 1_000_000

  static func positiveNumber(_ value: String?, _ option: String) throws(Failure) -> Int? {
    guard let value else { return nil }
    guard let number = Int(value), (1...mostNumber).contains(number) else {
      throw .usage(
        .badValue(option: option, value: value, expects: "正整数（不大于 \(mostNumber)）", nearest: nil))
    }
    return number
  }

  /// An encoding by any of its usual names.
  static func encoding(_ value: String?, _ option: String) throws(Failure) -> TextEncoding? {
    guard let value else { return nil }
    if let encoding = TextEncoding(name: value) { return encoding }
    throw .usage(.badValue(option: option, value: value, expects: " \(TextEncoding.names) 之一", nearest: nil))
  }

  /// Parts between commas, Chinese or not; blank parts are left out.
  ///
  ///     list("邹城,嘉祥、汶上")   // ["邹城", "嘉祥", "汶上"]
  static func list(_ value: String?) -> [String] {
    (value ?? "").split { ",，、".contains($0) }
      .map { String($0.drop(while: \.isWhitespace)) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
      .filter { !$0.isEmpty }
  }

  /// `2020-09-03`, a day that the calendar has.
  static func date(_ value: String?, _ option: String) throws(Failure) -> CalendarDate? {
    guard let value else { return nil }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    let numbers = parts.compactMap { Int($0) }
    guard isDigits, parts.map(\.count) == [4, 2, 2], numbers.count == 3,
      (1...12).contains(numbers[1]), (1...days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
    else {
      throw .usage(.badValue(option: option, value: value, expects: "日期，写作 2020-09-03", nearest: nil))
    }
    let years = CalendarDate.yearsOfNews
    guard years.contains(numbers[0]) else {
      let expects = "\(years.lowerBound) 至 \(years.upperBound) 年的日期"
      throw .usage(.badValue(option: option, value: value, expects: expects, nearest: nil))
    }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension TextEncoding {
  /// What can be asked for, for messages.
  static var names: String { allCases.map(\.rawValue).joined(separator: "、") + "、gbk" }
}
