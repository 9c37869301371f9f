import BriefingModel
import Packaging

/// The office's styles, and ours that it lacks.
///
/// Word knows a style by its name (`heading 1`), whatever its id: one of the same name keeps the office's look. One that is
/// added keeps ours: what it would inherit from our defaults is written into it.
struct DOCXOfficeStyles {
  private let office: XMLTree
  private let own: XMLTree
  private let pitch: String
  /// Ids of ours → ids in the new document.
  private var ids: [String: String] = [:]

  /// Styles whose lines are as high as what they hold.
  private static let freeLines: Set<String> = ["Figure", "CommentText"]

  init(office: XMLTree, own: XMLTree, layout: LayoutProfile) {
    self.office = office
    self.own = own
    pitch = "\(Int((layout.linePitch * 20).rounded()))"
    var taken = Set(office.children("w:style").compactMap { $0["w:styleId"] })
    for style in own.children("w:style") {
      guard let id = style["w:styleId"] else { continue }
      if let same = Self.counterpart(of: style, in: office) {
        ids[id] = same["w:styleId"] ?? id
      } else {
        ids[id] = taken.insert(id).inserted ? id : "Jianbao" + id
      }
    }
  }

  private static func counterpart(of style: XMLTree, in office: XMLTree) -> XMLTree? {
    let name = style.child("w:name")?["w:val"]?.lowercased()
    return office.children("w:style").first {
      $0["w:type"] == style["w:type"] && $0.child("w:name")?["w:val"]?.lowercased() == name
    }
  }

  /// A tree of ours with the new ids.
  func renamed(_ tree: XMLTree) -> XMLTree {
    let names: Set<String> = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"]
    return tree.edited { element in
      if names.contains(element.name), let id = element["w:val"] { element["w:val"] = ids[id] ?? id }
    }
  }

  var merged: XMLTree {
    var merged = office
    for (name, value) in own.attributes where name.hasPrefix("xmlns:") { merged[name] = value }
    for style in own.children("w:style") where Self.counterpart(of: style, in: office) == nil {
      var added = style.child("w:basedOn")?["w:val"] == "Normal" ? complete(style) : style
      added = renamed(added)
      added["w:styleId"] = style["w:styleId"].flatMap { ids[$0] }
      merged.append(added)
    }
    return merged
  }

  /// The style with our defaults written into it, for the office has its own.
  private func complete(_ style: XMLTree) -> XMLTree {
    guard style["w:type"] == "paragraph" else { return style }
    let defaults = own.child("w:docDefaults")
    var paragraph = style.child("w:pPr") ?? XMLTree("w:pPr")
    let normal = own.children("w:style").first { $0["w:styleId"] == "Normal" }
    let inherited =
      (normal?.child("w:pPr")?.children ?? [])
      + (defaults?.child("w:pPrDefault", "w:pPr")?.children ?? [])
    for child in inherited where paragraph.child(child.name) == nil { paragraph.append(child) }
    let isFree =
      Self.freeLines.contains(style["w:styleId"] ?? "") || style["w:styleId"]?.hasPrefix("Masthead") == true
    Self.add(
      "w:spacing",
      [
        "w:before": "0", "w:after": "0", "w:line": isFree ? "240" : pitch,
        "w:lineRule": isFree ? "auto" : "exact",
      ], to: &paragraph)
    Self.add(
      "w:ind", ["w:left": "0", "w:right": "0", "w:firstLine": "0", "w:firstLineChars": "0"], to: &paragraph)
    var text = style.child("w:rPr") ?? XMLTree("w:rPr")
    for child in defaults?.child("w:rPrDefault", "w:rPr")?.children ?? [] where text.child(child.name) == nil
    {
      text.append(child)
    }
    var style = style
    let others = style.children.filter { !["w:pPr", "w:rPr"].contains($0.name) }
    style.nodes = (others + [Self.ordered(paragraph), Self.ordered(text)]).map { .element($0) }
    return style
  }

  /// Attributes that the element does not have yet. A hanging indent stands instead of one of the first line.
  private static func add(_ name: String, _ attributes: [String: String], to paragraph: inout XMLTree) {
    if paragraph.child(name) == nil { paragraph.append(XMLTree(name)) }
    paragraph.change(name) { element in
      let isHanging = element["w:hanging"] != nil
      for (key, value) in attributes where element[key] == nil && !(isHanging && key.hasPrefix("w:firstLine"))
      {
        element[key] = value
      }
    }
  }

  /// The schema's order of properties (ECMA-376-1 §17.3.1.26, §17.3.2.28).
  private static let order = [
    "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr",
    "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "rFonts", "b", "bCs", "i", "iCs", "color",
    "spacing", "ind",
    "jc", "textAlignment", "outlineLvl", "w", "kern", "position", "sz", "szCs", "u", "vertAlign", "lang",
  ]

  private static func ordered(_ properties: XMLTree) -> XMLTree {
    var properties = properties
    func rank(_ element: XMLTree) -> Int {
      order.firstIndex(of: String(element.name.dropFirst(2))) ?? order.count
    }
    let sorted = properties.children.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    properties.nodes = sorted.map { .element($0.element) }
    return properties
  }
}
