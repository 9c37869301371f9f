/// How automatic numbering spells a number: the forms of Word (ECMA-376 part 1, 17.18.59) and of OpenDocument
/// (ODF 1.3 part 3, 19.500).
///
///     NumberForm(word: "chineseCounting").spelled(21)   // "二十一"
enum NumberForm: Equatable {
  case none, decimal, decimalZero, fullWidth, circled, parenthesized, withStop
  case upperRoman, lowerRoman, upperLetter, lowerLetter
  case chinese, chineseDigits, chineseLegal, chineseLegalTraditional, stems, branches, circledChinese
  case bullet

  init(word name: String) {
    switch name {
    case "none": self = .none
    case "bullet": self = .bullet
    case "decimalZero": self = .decimalZero
    case "decimalFullWidth", "decimalFullWidth2": self = .fullWidth
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .circled
    case "decimalEnclosedParen": self = .parenthesized
    case "decimalEnclosedFullstop": self = .withStop
    case "upperRoman": self = .upperRoman
    case "lowerRoman": self = .lowerRoman
    case "upperLetter": self = .upperLetter
    case "lowerLetter": self = .lowerLetter
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "koreanCounting":
      self = .chinese
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital": self = .chineseDigits
    case "chineseLegalSimplified": self = .chineseLegal
    case "ideographLegalTraditional", "japaneseLegal": self = .chineseLegalTraditional
    case "ideographTraditional": self = .stems
    case "ideographZodiac": self = .branches
    case "ideographEnclosedCircle": self = .circledChinese
    default: self = .decimal
    }
  }

  init(openDocument format: String) {
    switch format.first {
    case nil: self = .none
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    case "一": self = .chinese
    case "〇": self = .chineseDigits
    case "壹": self = format.contains("贰") ? .chineseLegal : .chineseLegalTraditional
    case "甲": self = .stems
    case "子": self = .branches
    case "①": self = .circled
    case "⑴": self = .parenthesized
    case "㊀": self = .circledChinese
    case "１": self = .fullWidth
    default: self = .decimal
    }
  }

  /// The number as it is printed; what a form cannot spell is printed in digits.
  func spelled(_ number: Int) -> String {
    switch self {
    case .none, .bullet: ""
    case .decimal: "\(number)"
    case .decimalZero: number < 10 ? "0\(number)" : "\(number)"
    case .fullWidth: String(String.UnicodeScalarView("\(number)".unicodeScalars.compactMap(Self.wide)))
    case .circled:
      Self.symbol(number, from: 0x2460, count: 20) ?? Self.symbol(number - 20, from: 0x3251, count: 15)
        ?? "\(number)"
    case .parenthesized: Self.symbol(number, from: 0x2474, count: 20) ?? "(\(number))"
    case .withStop: Self.symbol(number, from: 0x2488, count: 20) ?? "\(number)."
    case .circledChinese: Self.symbol(number, from: 0x3280, count: 10) ?? NumberForm.chinese.spelled(number)
    case .upperRoman: Self.roman(number)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerLetter: Self.letters(number)
    case .chinese: Self.counted(number, digits: "零一二三四五六七八九", places: ["", "十", "百", "千"])
    case .chineseDigits: String("\(number)".compactMap { Self.digit($0, of: "〇一二三四五六七八九") })
    case .chineseLegal: Self.counted(number, digits: "零壹贰叁肆伍陆柒捌玖", places: ["", "拾", "佰", "仟"])
    case .chineseLegalTraditional:
      Self.counted(number, digits: "零壹貳參肆伍陸柒捌玖", places: ["", "拾", "佰", "仟"])
    case .stems: Self.cycled(number, "甲乙丙丁戊己庚辛壬癸")
    case .branches: Self.cycled(number, "子丑寅卯辰巳午未申酉戌亥")
    }
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    Unicode.Scalar(scalar.value + 0xFEE0)
  }

  private static func symbol(_ number: Int, from first: UInt32, count: Int) -> String? {
    guard (1...count).contains(number), let scalar = Unicode.Scalar(first + UInt32(number - 1)) else {
      return nil
    }
    return String(scalar)
  }

  private static func digit(_ character: Character, of digits: String) -> Character? {
    character.wholeNumberValue.flatMap { $0 < 10 ? Array(digits)[$0] : nil }
  }

  private static func cycled(_ number: Int, _ signs: String) -> String {
    let signs = Array(signs)
    return number < 1 ? "\(number)" : String(signs[(number - 1) % signs.count])
  }

  /// a … z, aa, bb …
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return "\(number)" }
    let values = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in values {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// 11 is 十一, 21 is 二十一, 105 is 一百零五.
  private static func counted(_ number: Int, digits: String, places: [String]) -> String {
    guard (0..<10_000).contains(number) else { return "\(number)" }
    let signs = Array(digits)
    guard number > 0 else { return String(signs[0]) }
    var text = ""
    var gap = false
    var unit = 1000
    for place in (0..<4).reversed() {
      let digit = number / unit % 10
      unit /= 10
      if digit == 0 {
        gap = !text.isEmpty
        continue
      }
      if gap { text.append(signs[0]) }
      gap = false
      if !(digit == 1 && place == 1 && text.isEmpty && places[1] == "十") { text.append(signs[digit]) }
      text += places[place]
    }
    return text
  }
}
