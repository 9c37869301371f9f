import BriefingModel
import Packaging

/// The office's styles, and ours that it lacks.
///
/// Styles of the same name keep the office's look. One that is added keeps ours: what it would inherit from our `Standard` is
/// written into it, for the office has a `Standard` of its own.
struct ODTOfficeStyles {
  let office: XMLTree
  let own: XMLTree

  var merged: XMLTree {
    var merged = office
    let standard = ownStyles.first { $0["style:name"] == "Standard" }
    let hasStandard = has("Standard", "paragraph")
    merged.change("office:styles") { styles in
      for style in ownStyles where !has(style["style:name"], style["style:family"]) {
        let isRoot = style["style:parent-style-name"] == "Standard" && hasStandard
        styles.append(isRoot ? complete(style, standard) : style)
      }
      let isNumbered = styles.children("text:notes-configuration").contains {
        $0["text:note-class"] == "footnote"
      }
      let notes = own.child("office:styles", "text:notes-configuration")
      if let notes, !isNumbered { styles.append(notes) }
    }
    var faces = merged.child("office:font-face-decls") ?? XMLTree("office:font-face-decls")
    let known = Set(faces.children.compactMap { $0["style:name"] })
    for face in own.child("office:font-face-decls")?.children ?? []
    where !known.contains(face["style:name"] ?? "") {
      faces.append(face)
    }
    merged.nodes.removeAll {
      if case .element(let child) = $0 { child.name == "office:font-face-decls" } else { false }
    }
    merged.nodes.insert(.element(faces), at: 0)
    return merged
  }

  private var ownStyles: [XMLTree] { own.child("office:styles")?.children("style:style") ?? [] }

  private func has(_ name: String?, _ family: String?) -> Bool {
    office.child("office:styles")?.children("style:style").contains {
      $0["style:name"] == name && $0["style:family"] == family
    } ?? false
  }

  private func complete(_ style: XMLTree, _ standard: XMLTree?) -> XMLTree {
    var paragraph = style.child("style:paragraph-properties") ?? XMLTree("style:paragraph-properties")
    var text = style.child("style:text-properties") ?? XMLTree("style:text-properties")
    let plain = [
      "fo:margin-left": "0cm", "fo:margin-right": "0cm", "fo:margin-top": "0cm", "fo:margin-bottom": "0cm",
      "fo:text-indent": "0cm", "style:auto-text-indent": "false",
    ]
    let inherited = plain.merging(standard?.child("style:paragraph-properties")?.attributes ?? [:]) { $1 }
    paragraph.attributes.merge(inherited) { mine, _ in mine }
    text.attributes.merge(standard?.child("style:text-properties")?.attributes ?? [:]) { mine, _ in mine }
    var style = style
    let others = style.children.filter {
      !["style:paragraph-properties", "style:text-properties"].contains($0.name)
    }
    style.nodes = ([paragraph, text] + others).map { .element($0) }
    return style
  }
}

/// The page that an office's ODT is set on.
struct ODTOfficePage {
  let template: OfficeTemplate

  init(_ template: OfficeTemplate) { self.template = template }

  /// Width of tables and charts follows the office's page, and so does the sheet's side.
  func applied(to briefing: Briefing, _ layout: LayoutProfile) -> (Briefing, LayoutProfile) {
    guard let properties else { return (briefing, layout) }
    func length(_ name: String, _ other: Double) -> Double { Self.millimetres(properties[name]) ?? other }
    let all = Self.millimetres(properties["fo:margin"])
    func margin(_ side: String, _ other: Double) -> Double { length("fo:margin-" + side, all ?? other) }
    let (width, height) = (length("fo:page-width", 210), length("fo:page-height", 297))
    let margins = LayoutProfile.Margins(
      top: margin("top", 37), bottom: margin("bottom", 35), left: margin("left", 28),
      right: margin("right", 26))
    return layout.turned(to: briefing, width: width, height: height, margins)
  }

  private var properties: XMLTree? {
    let masters = template.styles.child("office:master-styles")?.children("style:master-page") ?? []
    let automatic = template.content.child("office:automatic-styles")?.children ?? []
    let named = automatic.lazy.compactMap { $0["style:master-page-name"] }.first { !$0.isEmpty } ?? "Standard"
    let master = masters.first { $0["style:name"] == named } ?? masters.first
    let layouts = template.styles.child("office:automatic-styles")?.children("style:page-layout") ?? []
    return layouts.first { $0["style:name"] == master?["style:page-layout-name"] }?
      .child("style:page-layout-properties")
  }

  private static func millimetres(_ text: String?) -> Double? {
    let units = ["mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72]
    guard let text, let unit = units[String(text.suffix(2))], let number = Double(text.dropLast(2)) else {
      return nil
    }
    return number.isFinite && (0...2000).contains(number * unit) ? number * unit : nil
  }
}

extension LayoutProfile {
  /// The profile with the page of an office's document, and the briefing on a sheet that stands as that page does.
  func turned(
    to briefing: Briefing, width: Double, height: Double, _ margins: Margins
  ) -> (Briefing, LayoutProfile) {
    var (briefing, layout) = (briefing, self)
    let isLandscape = width > height
    briefing.orientation = isLandscape ? .landscape : .portrait
    layout.paper = Paper(width: min(width, height), height: max(width, height))
    layout.margins =
      isLandscape
      ? Margins(top: margins.left, bottom: margins.right, left: margins.top, right: margins.bottom) : margins
    // A page without room would give columns without width.
    guard layout.typeWidth > 20, layout.typeHeight > 20 else { return (briefing, self) }
    return (briefing, layout)
  }
}
