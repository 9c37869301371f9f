import Packaging

/// Styles with what they inherit. Automatic styles of the part stand before the named ones.
struct ODTStyles {
  private var styles: [String: XMLTree] = [:]
  private var paragraphDefault: XMLTree?
  private var faces: [String: String] = [:]

  /// `content` is left out for the pages' headers and footers.
  init(styles part: XMLTree, content: XMLTree?) {
    let named = part.child("office:styles")
    let automatic = (content ?? part).child("office:automatic-styles")
    for style in (named?.children ?? []) + (automatic?.children ?? []) where style.name == "style:style" {
      styles[Self.key(style["style:name"], style["style:family"] ?? "")] = style
    }
    paragraphDefault = named?.children("style:default-style").first { $0["style:family"] == "paragraph" }
    for declarations in [part, content].compactMap({ $0?.child("office:font-face-decls") }) {
      for face in declarations.children("style:font-face") {
        if let name = face["style:name"] { faces[name] = Self.firstFamily(face["svg:font-family"]) }
      }
    }
  }

  /// The style and all it inherits from, nearest first.
  func chain(_ name: String?, _ family: String) -> [XMLTree] {
    var chain: [XMLTree] = []
    var next = name
    while let name = next, let style = styles[Self.key(name, family)], chain.count < 64 {
      chain.append(style)
      next = style["style:parent-style-name"]
    }
    return family == "paragraph" ? chain + [paragraphDefault].compactMap { $0 } : chain
  }

  /// The name that the user knows of the nearest named style, small letters.
  func userName(_ chain: [XMLTree]) -> String {
    // Named styles only: automatic ones are called P1, T2, and their parent has the name.
    let named = chain.first { $0["style:display-name"] != nil || !Self.isAutomatic($0["style:name"]) }
    let name = named?["style:display-name"] ?? named?["style:name"] ?? "standard"
    return name.replacing("_20_", with: " ").lowercased()
  }

  private static func isAutomatic(_ name: String?) -> Bool {
    guard let name, let first = name.first, first.isUppercase else { return false }
    return name.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  func value(_ properties: String, _ attribute: String, in chain: [XMLTree]) -> String? {
    for style in chain {
      if let value = style.child("style:\(properties)-properties")?[attribute] { return value }
    }
    return nil
  }

  func asianFont(_ chain: [XMLTree]) -> String? {
    for style in chain {
      guard let text = style.child("style:text-properties") else { continue }
      if let name = text["style:font-name-asian"] { return faces[name] ?? name }
      if let family = text["style:font-family-asian"] { return Self.firstFamily(family) }
    }
    return nil
  }

  /// The font of letters and digits.
  func westernFont(_ chain: [XMLTree]) -> String? {
    for style in chain {
      guard let text = style.child("style:text-properties") else { continue }
      if let name = text["style:font-name"] { return faces[name] ?? name }
      if let family = text["fo:font-family"] { return Self.firstFamily(family) }
    }
    return nil
  }

  func westernSize(_ chain: [XMLTree]) -> Double? { size("fo:font-size", chain) }

  func asianSize(_ chain: [XMLTree]) -> Double? { size("style:font-size-asian", chain) }

  /// In pt; percentages are of what is inherited.
  private func size(_ attribute: String, _ chain: [XMLTree]) -> Double? {
    var factor = 1.0
    for style in chain {
      guard let size = style.child("style:text-properties")?[attribute] else { continue }
      if let points = Length.points(size) { return points * factor }
      if size.hasSuffix("%"), let percent = Length.number(String(size.dropLast())) { factor *= percent / 100 }
    }
    return nil
  }

  private static func key(_ name: String?, _ family: String) -> String { "\(family)/\(name ?? "")" }

  /// The first of `'仿宋_GB2312', FangSong`.
  private static func firstFamily(_ families: String?) -> String? {
    let first = families?.split(separator: ",").first?.drop { " '\"".contains($0) }
    return first.map { String($0.prefix { !"'\"".contains($0) }) }
  }
}
