/// A look as far as it is said; what is not said comes from the style it is based on.
struct DOCXLook {
  var isBold: Bool?
  var isHidden: Bool?
  var size: Float?

  func over(_ base: DOCXLook) -> DOCXLook {
    DOCXLook(isBold: isBold ?? base.isBold, isHidden: isHidden ?? base.isHidden, size: size ?? base.size)
  }

  /// Takes up an element of `w:rPr`.
  mutating func take(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "w:b": isBold = attributes.isOn
    case "w:vanish": isHidden = attributes.isOn
    case "w:sz": size = attributes["w:val"].flatMap(Float.init).map { $0 / 2 }
    default: break
    }
  }
}

/// What a paragraph says of its numbering and level.
struct DOCXOutline {
  /// The list; "0" takes a paragraph out of its style's list.
  var list: String?
  var level: Int?
  /// 0 for the first heading level, 9 for body text.
  var outlineLevel: Int?

  func over(_ base: DOCXOutline) -> DOCXOutline {
    DOCXOutline(
      list: list ?? base.list, level: level ?? base.level, outlineLevel: outlineLevel ?? base.outlineLevel)
  }

  mutating func take(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "w:numId": list = attributes["w:val"]
    case "w:ilvl": level = attributes["w:val"].flatMap { Int($0) }
    case "w:outlineLvl": outlineLevel = attributes["w:val"].flatMap { Int($0) }
    default: break
    }
  }
}

extension [String: String] {
  /// A switch is on unless its value says otherwise.
  var isOn: Bool { !["0", "false", "off", "none"].contains(self["w:val"] ?? "1") }
}

/// `styles.xml`: bold, size, level and list of each style.
final class DOCXStyles: BoundedHandler {
  struct Style {
    var name = ""
    var base: String?
    var look = DOCXLook()
    var outline = DOCXOutline()
  }

  /// Styles that inherit from each other; the templates of offices have four or five, a circle has no end.
  private static let longestLine = 64

  private var styles: [String: Style] = [:]
  private var defaults = DOCXLook()
  private(set) var defaultParagraph: String?
  private var current: String?
  private var isInDefaults = false

  override func opened(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "w:rPrDefault": isInDefaults = true
    case "w:style":
      guard let id = attributes["w:styleId"] else { return }
      current = id
      styles[id] = Style()
      if attributes["w:type"] == "paragraph",
        attributes["w:default"].map({ $0 != "0" && $0 != "false" }) ?? false
      {
        defaultParagraph = id
      }
    case "w:name": change { $0.name = (attributes["w:val"] ?? "").lowercased() }
    case "w:basedOn": change { $0.base = attributes["w:val"] }
    default:
      if isInDefaults { defaults.take(name, attributes) }
      change {
        $0.look.take(name, attributes)
        $0.outline.take(name, attributes)
      }
    }
  }

  override func closed(_ name: String) {
    if name == "w:style" { current = nil }
    if name == "w:rPrDefault" { isInDefaults = false }
  }

  private func change(_ body: (inout Style) -> Void) {
    if let current {
      styles[current].map { style in
        var style = style
        body(&style)
        styles[current] = style
      }
    }
  }

  /// A style with everything it inherits.
  func resolved(_ id: String?) -> Style {
    guard var result = id.flatMap({ styles[$0] }) else { return Style(look: defaults) }
    var base = result.base
    var steps = Self.longestLine
    while let next = base.flatMap({ styles[$0] }), steps > 0 {
      result.look = result.look.over(next.look)
      result.outline = result.outline.over(next.outline)
      base = next.base
      steps -= 1
    }
    result.look = result.look.over(defaults)
    return result
  }

  /// Bold, hidden and size of a character style alone.
  func characterLook(_ id: String) -> DOCXLook {
    var look = styles[id]?.look ?? DOCXLook()
    var base = styles[id]?.base
    var steps = Self.longestLine
    while let next = base.flatMap({ styles[$0] }), steps > 0 {
      look = look.over(next.look)
      base = next.base
      steps -= 1
    }
    return look
  }
}
