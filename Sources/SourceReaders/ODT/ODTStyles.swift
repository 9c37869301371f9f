/// Styles and list styles of an OpenDocument text, from `styles.xml` and from the automatic ones of `content.xml`.
struct ODTStyles {
  struct Style {
    var parent: String?
    var isBold: Bool?
    var size: Float?
    var list: String?
  }

  var styles: [String: Style] = [:]
  var lists: [String: [ListLevel]] = [:]
  /// Numbering of headings that stand in no list.
  var outline: [ListLevel] = ODTStyles.noLevels
  private var style: String?
  private var list: String?
  private var level = 0
  private var isOutline = false

  /// Styles that inherit from each other; the templates of offices have four or five, a circle has no end.
  private static let longestLine = 64
  private static let noLevels = Array(repeating: ListLevel(form: .none), count: 10)

  mutating func open(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "style:style":
      guard let id = attributes["style:name"] else { return }
      style = id
      styles[id] = Style(
        parent: attributes["style:parent-style-name"], list: attributes["style:list-style-name"])
    case "style:text-properties":
      guard let style else { return }
      let weight = attributes["style:font-weight-asian"] ?? attributes["fo:font-weight"]
      if let weight { styles[style]?.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600 }
      let size = attributes["style:font-size-asian"] ?? attributes["fo:font-size"]
      if let size, size.hasSuffix("pt") { styles[style]?.size = Float(size.dropLast(2)) }
    case "text:list-style":
      list = attributes["style:name"]
      if let list { lists[list] = Self.noLevels }
    case "text:outline-style": isOutline = true
    case "text:list-level-style-number", "text:list-level-style-bullet", "text:outline-level-style":
      takeLevel(name, attributes)
    default: break
    }
  }

  mutating func close(_ name: String) {
    switch name {
    case "style:style": style = nil
    case "text:list-style": list = nil
    case "text:outline-style": isOutline = false
    default: break
    }
  }

  private mutating func takeLevel(_ name: String, _ attributes: [String: String]) {
    let level = (attributes["text:level"].flatMap { Int($0) } ?? 1) - 1
    guard (0..<10).contains(level) else { return }
    var value = ListLevel()
    if name == "text:list-level-style-bullet" {
      value.form = .bullet
      value.pattern = attributes["text:bullet-char"] ?? ""
    } else {
      value.form = NumberForm(openDocument: attributes["style:num-format"] ?? "")
      value.start = ListLevel.number(attributes["text:start-value"]) ?? 1
      let shown = max(1, attributes["text:display-levels"].flatMap { Int($0) } ?? 1)
      let numbers = (max(0, level + 1 - shown)...level).map { "%\($0 + 1)" }.joined(separator: ".")
      let prefix = attributes["style:num-prefix"] ?? ""
      let suffix = attributes["style:num-suffix"] ?? ""
      value.pattern = value.form == .none ? prefix + suffix : prefix + numbers + suffix
    }
    if isOutline { outline[level] = value } else if let list { lists[list]?[level] = value }
  }

  /// A style with what it inherits.
  func resolved(_ id: String?) -> Style {
    guard var result = id.flatMap({ styles[$0] }) else { return Style() }
    var parent = result.parent
    var steps = Self.longestLine
    while let next = parent.flatMap({ styles[$0] }), steps > 0 {
      result.isBold = result.isBold ?? next.isBold
      result.size = result.size ?? next.size
      result.list = result.list ?? next.list
      parent = next.parent
      steps -= 1
    }
    return result
  }
}

/// Gathers the styles of one part.
final class ODTStyleReader: BoundedHandler {
  private(set) var styles = ODTStyles()

  override func opened(_ name: String, _ attributes: [String: String]) { styles.open(name, attributes) }
  override func closed(_ name: String) { styles.close(name) }
}

/// Finds out from the manifest whether parts are encrypted.
final class ODTManifest: BoundedHandler {
  private(set) var isEncrypted = false

  override func opened(_ name: String, _ attributes: [String: String]) {
    if name == "manifest:encryption-data" { isEncrypted = true }
  }
}
