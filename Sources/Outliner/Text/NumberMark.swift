/// Printed numbers that open an item: 一、 （一） 1. （1） ①, and the words built on them (一是, 第一，).
enum NumberMark {
  /// A number at the start of some scalars: its value and how many scalars it takes.
  struct Value {
    let number: Int
    let length: Int
  }

  /// 一 … 九十九.
  static func chinese<C: Collection>(_ text: C) -> Value? where C.Element == UInt32 {
    var length = 0
    var tens: Int?
    var units: Int?
    for c in text {
      guard let digit = Glyph.numeral(c) else { break }
      if digit == 10 {
        guard tens == nil else { break }
        tens = units ?? 1
        units = nil
      } else {
        guard units == nil else { return nil }
        units = digit
      }
      length += 1
    }
    guard length > 0 else { return nil }
    return Value(number: (tens ?? 0) * 10 + (units ?? 0), length: length)
  }

  /// 1 … 99, half or full width.
  static func arabic<C: Collection>(_ text: C) -> Value? where C.Element == UInt32 {
    var length = 0
    var number = 0
    for c in text {
      guard Glyph.isDigit(c) else { break }
      number = number * 10 + Int(c >= 0xFF10 ? c - 0xFF10 : c - 0x30)
      length += 1
      if length > 2 { return nil }
    }
    guard length > 0, number > 0 else { return nil }
    return Value(number: number, length: length)
  }

  /// Whether an item of a list within a sentence opens here: 二是, 二要, （二）, ②.
  static func opensInlineItem(_ head: ArraySlice<UInt32>) -> Bool {
    guard let first = head.first else { return false }
    if (0x2460...0x2473).contains(first) { return true }
    if first == Glyph.openParenthesis || first == 0x28 { return opens(head) }
    guard let value = chinese(head), let after = head.dropFirst(value.length).first else { return false }
    return after == 0x662F || after == 0x8981
  }

  /// Whether a printed line opens with a numbered mark.
  static func opens(_ head: ArraySlice<UInt32>) -> Bool {
    guard let first = head.first else { return false }
    if first == Glyph.openParenthesis || first == 0x28 {
      let rest = head.dropFirst()
      guard let value = chinese(rest) ?? arabic(rest) else { return false }
      let close = rest.dropFirst(value.length).first
      return close == Glyph.closeParenthesis || close == 0x29
    }
    if let value = chinese(head) {
      let after = head.dropFirst(value.length).first
      return after == Glyph.enumerationComma || after == 0x662F
    }
    guard let value = arabic(head) else { return false }
    let rest = head.dropFirst(value.length)
    guard let mark = rest.first, [0x2E, 0xFF0E, Glyph.enumerationComma].contains(mark) else { return false }
    return !(rest.dropFirst().first.map(Glyph.isDigit) ?? false)
  }
}
