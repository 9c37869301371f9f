import DocumentWriters
import SourceReaders
import Yams

/// A value in the settings file with its key, for complaints.
struct SettingsNode {
  let node: Node
  /// The key it stands under.
  let key: String
  let file: String

  func failure(_ problem: SettingsProblem) -> Failure {
    .settings(file: file, line: node.mark?.line, problem)
  }

  func wrongType(_ expects: String) -> Failure {
    failure(.wrongType(key: key, expects: expects))
  }

  /// Nothing after the colon, or `~`.
  var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The values of a mapping by key.
  func members(known: [String]) throws(Failure) -> [String: SettingsNode] {
    guard !isNull else { return [:] }
    guard let mapping = node.mapping else {
      throw wrongType("若干行“名称: 值”（可用的名称：\(known.joined(separator: "、"))）")
    }
    var members: [String: SettingsNode] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard known.contains(name) else {
        let problem = SettingsProblem.unknownKey(
          name, nearest: nearestName(to: name, among: known), known: known)
        throw .settings(file: file, line: key.mark?.line, problem)
      }
      members[name] = SettingsNode(node: value, key: name, file: file)
    }
    return members
  }

  /// The elements of a list.
  func items() throws(Failure) -> [SettingsNode] {
    guard !isNull else { return [] }
    guard let sequence = node.sequence else { throw wrongType("一个列表（每项一行，以“- ”开头）") }
    return sequence.map { SettingsNode(node: $0, key: key, file: file) }
  }

  /// A text; `nil` where nothing is written.
  func text() throws(Failure) -> String? {
    guard let scalar = node.scalar else { throw wrongType("一段文字") }
    return isNull || scalar.string.isEmpty ? nil : scalar.string
  }

  /// A list of texts; a single text is a list of one.
  func texts() throws(Failure) -> [String] {
    if node.scalar != nil { return try text().map { [$0] } ?? [] }
    var texts: [String] = []
    for item in try items() {
      if let text = try item.text() { texts.append(text) }
    }
    return texts
  }

  /// Lists of texts by names of the user's own, in the file's order.
  func lists() throws(Failure) -> [(name: String, texts: [String])] {
    guard !isNull else { return [] }
    guard let mapping = node.mapping else { throw wrongType("若干行“主题: [词, 词]”") }
    var lists: [(name: String, texts: [String])] = []
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      lists.append((name, try SettingsNode(node: value, key: name, file: file).texts()))
    }
    return lists
  }

  func positiveNumber() throws(Failure) -> Int? {
    guard let text = try text() else { return nil }
    guard let number = Int(text), number > 0 else { throw wrongType("正整数") }
    return number
  }

  func encoding() throws(Failure) -> TextEncoding? {
    guard let text = try text() else { return nil }
    guard let encoding = TextEncoding(name: text) else { throw wrongType(" \(TextEncoding.names) 之一") }
    return encoding
  }

  /// Six digits of GB/T 2260.
  func countyCode() throws(Failure) -> String? {
    guard let text = try text() else { return nil }
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw wrongType("六位数字的行政区划代码")
    }
    return text
  }

  func order() throws(Failure) -> WeeklyOrder? {
    guard let text = try text() else { return nil }
    guard let order = WeeklyOrder(rawValue: text) else {
      throw wrongType(" \(WeeklyOrder.allCases.map(\.rawValue).joined(separator: "、")) 之一")
    }
    return order
  }

  func formats() throws(Failure) -> [String]? {
    let names = try texts()
    for name in names where WriteFormat(rawValue: name) == nil {
      throw wrongType(" \(WriteFormat.names) 中的一项或几项")
    }
    return names.isEmpty ? nil : names
  }
}
