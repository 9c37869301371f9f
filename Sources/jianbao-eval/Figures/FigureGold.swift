import Foundation

/// One line of a `figures.jsonl`: a quantity that is to be found, or (scored = false) one that is not.
struct FigureGold: Decodable, Sendable {
  var id: String
  var kind: String
  var scored: Bool
  var text: String
  var value: Value
  var unit: String?
  var qualifier: String?
  var object: String?
  var start: Int
  var end: Int
  var line: Int

  /// A number, the two ends of a range, or a date's own spelling, which the contract does not hold.
  enum Value: Equatable, Sendable {
    case none
    case number(Double)
    case pair(Double, Double)
    case text(String)
  }

  var range: Range<Int> { start..<end }

  /// Relative dates and recurrences are neither asked for nor traps.
  var isNeutral: Bool { kind == "date-relative" || kind == "recurrence" }

  /// The object without the annotator's remark in parentheses: 土地（收储） → 土地.
  var plainObject: String? {
    guard let object, let plain = object.split(separator: "（").first, !object.hasPrefix("（") else {
      return object
    }
    return object.hasSuffix("）") ? String(plain) : object
  }

  static func read(_ url: URL) throws -> [FigureGold] {
    let text = try String(contentsOf: url, encoding: .utf8)
    let decoder = JSONDecoder()
    return try text.split(separator: "\n").map { try decoder.decode(FigureGold.self, from: Data($0.utf8)) }
  }
}

extension FigureGold.Value: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let pair = try? container.decode([Double].self) {
      self = pair.count == 2 ? .pair(pair[0], pair[1]) : .text("\(pair)")
    } else {
      self = .text(try container.decode(String.self))
    }
  }
}
