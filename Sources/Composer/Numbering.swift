/// The numbers of headings.
enum Numbering {
  /// GB/T 9704-2012 7.3.3 gives headings four levels.
  static let headingLevels = 4

  /// 一、 （一） 1. （1） of GB/T 9704-2012 7.3.3 by level, and ① below them.
  ///
  ///     Numbering.label(2, level: 2)   // "（二）"
  static func label(_ number: Int, level: Int) -> String {
    switch level {
    case ...1: chinese(number) + "、"
    case 2: "（" + chinese(number) + "）"
    case 3: "\(number)."
    case 4: "（\(number)）"
    default: circled(number)
    }
  }

  /// 一 … 九十九; other numbers in Arabic digits.
  static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return "\(number)" }
    let (tens, ones) = (number / 10, number % 10)
    if tens == 0 { return digits[ones] }
    return (tens == 1 ? "" : digits[tens]) + "十" + digits[ones]
  }

  /// ① … ⑳ ㉑ … ㊿; other numbers in parentheses.
  static func circled(_ number: Int) -> String {
    let first: Int
    switch number {
    case 1...20: first = 0x2460
    case 21...35: first = 0x3251 - 20
    case 36...50: first = 0x32B1 - 35
    default: return "(\(number))"
    }
    return Unicode.Scalar(UInt32(first + number - 1)).map { String(Character($0)) } ?? "(\(number))"
  }
}
