/// JSON whose keys stay in the order in which they were given.
indirect enum OrderedJSON {
  case null
  case int(Int)
  case string(String)
  case array([OrderedJSON])
  case object([(String, OrderedJSON)])

  static func optional(_ text: String?) -> OrderedJSON { text.map(OrderedJSON.string) ?? .null }
  static func strings(_ texts: [String]) -> OrderedJSON { .array(texts.map(OrderedJSON.string)) }

  func text(indent: Int = 0) -> String {
    switch self {
    case .null: "null"
    case .int(let number): String(number)
    case .string(let text): Self.quoted(text)
    case .array(let values): Self.list("[", values.map { $0.text(indent: indent + 1) }, "]", indent)
    case .object(let pairs):
      Self.list("{", pairs.map { "\(Self.quoted($0)): \($1.text(indent: indent + 1))" }, "}", indent)
    }
  }

  private static func list(_ open: String, _ items: [String], _ close: String, _ indent: Int) -> String {
    if items.isEmpty { return open + close }
    let inner = "\n" + String(repeating: " ", count: indent + 1)
    return open + inner + items.joined(separator: "," + inner) + "\n" + String(repeating: " ", count: indent)
      + close
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
