import BriefingModel

/// What follows a number: 个, 万元's 元, 平方公里.
struct Unit: Sendable {
  let kind: Figure.Kind
  /// The printed unit, or the one it is written for (块 → 元).
  let base: UnitSymbol
  /// How many of the base it is: 0.01 for 分钱.
  let factor: ExactNumber
  let use: Use

  /// Which numerals it counts with. Chinese numerals before a noun make names (三级联动, 十二分制).
  enum Use: String, Sendable {
    /// Any numeral but 一, which is an article before these: 一张清单.
    case counted = ""
    /// Any numeral: 每季度召开一次.
    case one
    /// Arabic numerals only: 14期, but 二期工程.
    case arabic
  }
}

/// The units of `Vocabulary/units.txt`, found longest first.
///
///     count 个 名 人次        kind, then words
///     money 元 块=元 分钱=元*0.01
///     count/arabic 期 面      only after Arabic numerals
final class UnitTable: Sendable {
  private let units: [Unit]
  private let words: WordList

  convenience init(_ bytes: [UInt8]) { self.init(lines: String(decoding: bytes, as: UTF8.self)) }

  /// The table and a user's lines; a line that opens with no kind counts things.
  func adding(_ lines: [String]) -> UnitTable {
    let parsed = Self.parse(lines.map { Self.kind($0) == nil ? "count/one " + $0 : $0 })
    return UnitTable(units: units + parsed.units, words: words.adding(parsed.words, from: units.count))
  }

  private convenience init(lines: String) {
    let parsed = Self.parse(lines.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
    self.init(units: parsed.units, words: WordList(numbering: parsed.words))
  }

  private init(units: [Unit], words: WordList) {
    self.units = units
    self.words = words
  }

  private static func kind(_ line: String) -> (Figure.Kind, Unit.Use)? {
    guard let head = line.split(separator: " ").first?.split(separator: "/"), let name = head.first,
      let kind = Figure.Kind(rawValue: String(name)),
      let use = Unit.Use(rawValue: head.count > 1 ? String(head[1]) : "")
    else { return nil }
    return (kind, use)
  }

  private static func parse(_ lines: [String]) -> (units: [Unit], words: [String]) {
    var units: [Unit] = []
    var words: [String] = []
    for line in lines {
      guard let (kind, use) = kind(line) else { continue }
      for entry in line.split(separator: " ").dropFirst() {
        let parts = entry.split(separator: "=", maxSplits: 1)
        let base = (parts.last ?? "").split(separator: "*")
        guard let word = parts.first, let name = base.first else { continue }
        let factor = base.count > 1 ? [UInt32](of: String(base[1])) : [0x31]
        units.append(
          Unit(
            kind: kind, base: UnitSymbol(String(name)),
            factor: ArabicNumber.read(factor, at: 0, end: factor.count)?.value ?? .one, use: use))
        words.append(String(word))
      }
    }
    return (units, words)
  }

  /// The characters that units begin with.
  var openings: [UInt32] { words.firstCharacters }

  /// The longest unit that stands at `position`.
  func match(_ text: [UInt32], at position: Int, end: Int) -> (count: Int, unit: Unit)? {
    guard let word = words.match(text, at: position, end: end) else { return nil }
    let index = Int(word.weight)
    return units.indices.contains(index) ? (word.count, units[index]) : nil
  }
}
