import Foundation

/// One of other projects' public test cases: a text and the quantities they expect in it.
struct PeerCase: Decodable, Sendable {
  var id: String
  var source: String
  var input: String
  var expect: [Expected]

  struct Expected: Decodable, Sendable {
    var text: String
    var start: Int
    var type: String
    var value: Value?
    var unit: String?
  }

  /// Numbers, "30%", "[20,100)" or the two ends of an amount.
  enum Value: Sendable {
    case text(String)
    case pair(String, String)
  }

  /// The project that the case comes from: the source's first word.
  var project: String { String(source.prefix { $0 != " " }) }

  static func read(_ url: URL) throws -> [PeerCase] {
    let decoder = JSONDecoder()
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(PeerCase.self, from: Data($0.utf8))
    }
  }

  /// Cases that we hold to be wrong, by id, and why.
  static let rejected: [String: String] = [
    "percentage#148": "5-20% is a range from 5 to 20 per cent; the case keeps its upper end only",
    "currency#21": "a currency without an amount is no quantity",
    "numberrange#5": "“at most 100, at least 20” is two bounds, each with its own number",
  ]
}

extension PeerCase.Value: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let pair = try? container.decode([String].self), pair.count == 2 {
      self = .pair(pair[0], pair[1])
    } else {
      self = .text(String(try container.decode(Double.self)))
    }
  }
}
