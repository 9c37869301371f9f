import BriefingModel
import Packaging

/// A profile's values as templates name them: `{{pitch}}` → `28.95pt`. Each format spells lengths its own way.
typealias LayoutValues = [String: String]

/// The faces that the templates call by name, and those that only a profile of the user's has.
struct LayoutFaces {
  private static let known = [
    "仿宋": "FangSong", "黑体": "HeiTi", "楷体": "KaiTi", "小标宋": "XiaoBiaoSong", "宋体": "SongTi",
  ]

  /// Those of the templates, with their names there.
  let standard: [(id: String, face: LayoutProfile.Face)]
  /// Fonts that types name themselves.
  let others: [(id: String, face: LayoutProfile.Face)]

  init(_ layout: LayoutProfile) {
    standard = layout.faces.compactMap { face in Self.known[face.name].map { ($0, face) } }
    let named = standard.map(\.face.name)
    var others: [LayoutProfile.Face] = []
    for type in layout.types.roles.map(\.type) {
      let face = layout.face(of: type)
      if !named.contains(face.name), !others.contains(face) { others.append(face) }
    }
    self.others = others.enumerated().map { ("Font\($0.offset + 1)", $0.element) }
  }

  func id(of face: LayoutProfile.Face) -> String {
    (standard + others).first { $0.face.name == face.name }?.id ?? "FangSong"
  }
}

extension LayoutProfile.Types {
  /// The types by the names they have in templates.
  var roles: [(name: String, type: LayoutProfile.TypeStyle)] {
    [
      ("body", body), ("heading1", heading1), ("heading2", heading2), ("heading3", heading3),
      ("heading4", heading4), ("title", title), ("masthead", masthead), ("number", pageNumber),
      ("colophon", colophon), ("table", table),
    ]
  }
}

extension LayoutProfile {
  /// For the comment at the head of style sheets, in which no `--` may stand.
  var description: LayoutValues {
    let recipe = "\(spelled(margins.top))/\(spelled(margins.bottom)) mm, \(spelled(linePitch)) pt"
    return ["standard": standard.split(separator: "-").joined(separator: "-"), "recipe": recipe]
  }

  /// Width of the type area, in mm, on a page as the briefing wants it.
  func typeWidth(isLandscape: Bool) -> Double { isLandscape ? typeHeight : typeWidth }
}

/// A number without trailing zeros, at most `decimals` of them: 28.95, 21.
func spelled(_ number: Double, _ decimals: Int = 3) -> String {
  guard number.isFinite, abs(number) < 1e9 else { return "0" }
  let unit = (0..<max(decimals, 0)).reduce(1) { product, _ in product * 10 }
  let scaled = Int((abs(number) * Double(unit)).rounded())
  let sign = number < 0 && scaled > 0 ? "-" : ""
  if scaled % unit == 0 { return "\(sign)\(scaled / unit)" }
  var digits = "\(unit + scaled % unit)".dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(scaled / unit).\(digits)"
}

/// The bytes of a template with `{{name}}` replaced; values are escaped.
func filled(_ bytes: [UInt8], _ values: LayoutValues, name: String) throws(WriteError) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while let brace = bytes[index...].firstIndex(of: 0x7B) {
    guard bytes[brace...].starts(with: [0x7B, 0x7B]) else {
      result += bytes[index...brace]
      index = brace + 1
      continue
    }
    result += bytes[index..<brace]
    index = brace
    let end = bytes[index...].firstIndex(of: 0x7D) ?? bytes.count
    let key = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
    guard let value = values[key], bytes[end...].starts(with: [0x7D, 0x7D]) else {
      throw .templateDamaged(name)
    }
    result += escaped(value)
    index = end + 2
  }
  return result + bytes[index...]
}

private func escaped(_ value: String) -> [UInt8] {
  XMLCharacters.filter(value).text.utf8.flatMap { byte -> [UInt8] in
    switch byte {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    default: [byte]
    }
  }
}
