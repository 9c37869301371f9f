import BriefingModel
import Packaging

/// A layout profile as `odt-styles.xml` and `odt-content.xml` want it.
struct ODTLayout {
  let layout: LayoutProfile
  private let faces: LayoutFaces
  init(_ layout: LayoutProfile) {
    self.layout = layout
    faces = LayoutFaces(layout)
  }

  var values: LayoutValues {
    var values = pageValues.merging(ruleValues) { $1 }.merging(numberValues) { $1 }
      .merging(layout.description) { $1 }
    for (name, type) in layout.types.roles {
      values[name + ".font"] = faces.id(of: layout.face(of: type))
      values[name + ".size"] = points(type.size)
    }
    for (id, face) in faces.standard { values["font." + id] = families(face) }
    let types = layout.types
    values["body.spacing"] = layout.letterSpacing == 0 ? "normal" : points(layout.letterSpacing)
    values["indent"] = points(layout.indent * types.body.size)
    values["title.line"] = points(types.title.size * 1.5)
    values["masthead.long"] = points(types.masthead.size * 2 / 3)
    values["masthead.longer"] = points(types.masthead.size * 13 / 30)
    values["table.compact"] = points(types.table.size * 0.875)
    values["colophon.indent"] = points(types.colophon.size * 4)
    values["colophon.hanging"] = points(types.colophon.size * 3)
    values["colophon.tab"] = centimetres(
      layout.typeWidth - 3 * types.colophon.size / LayoutProfile.millimetre)
    values["contents.tab"] = centimetres(layout.typeWidth - types.body.size / LayoutProfile.millimetre)
    return values
  }

  /// LibreOffice takes the footer out of the text: what is left of the margin stands below it.
  private var pageValues: LayoutValues {
    let margins = layout.margins
    let below = footerHeight
    let turned = layout.landscapeMargins
    return [
      "page.width": centimetres(layout.paper.width), "page.height": centimetres(layout.paper.height),
      "margin.top": centimetres(margins.top), "margin.left": centimetres(margins.left),
      "margin.right": centimetres(margins.right),
      "margin.bottom": centimetres(max(margins.bottom - below, 0)),
      "landscape.top": centimetres(turned.top),
      "landscape.bottom": centimetres(max(turned.bottom - below, 0)),
      "landscape.left": centimetres(turned.left), "landscape.right": centimetres(turned.right),
      "number.x": centimetres(turned.left - below),
      "type.width": centimetres(layout.typeWidth), "type.height": centimetres(layout.typeHeight),
      "lines": "\(layout.lines)", "landscape.lines": "\(layout.landscapeLines)",
      "pitch": points(layout.linePitch), "pitch.half": points(layout.linePitch / 2),
      "grid.height": centimetres(gridHeight / 10, 4, scale: 1),
      "grid.width": centimetres(layout.types.body.size / LayoutProfile.millimetre, 4),
    ]
  }

  /// In mm; a little above the pitch, for LibreOffice rounds it down to twips.
  private var gridHeight: Double {
    (layout.linePitch / LayoutProfile.millimetre * 200).rounded(.up) / 200
  }

  private var ruleValues: LayoutValues {
    [
      "rule.red": rule(layout.rules.red), "rule.colour": "#" + layout.rules.colour.lowercased(),
      "rule.thick": rule(layout.rules.thick), "rule.thin": rule(layout.rules.thin),
    ]
  }

  private var numberValues: LayoutValues {
    let number = layout.pageNumber
    return [
      "number.before": number.before, "number.after": number.after, "number.odd": style(number.odd),
      "number.even": style(number.even), "number.line": points(numberLine),
      "number.above": centimetres(numberTop),
      "footer.height": centimetres(footerHeight),
      "number.inset": points(number.inset * layout.types.pageNumber.size),
    ]
  }

  /// From the type area to the end of the number's line, in mm: as high as the line itself, so that LibreOffice puts it in
  /// the same place when it saves the document as DOCX.
  private var footerHeight: Double { layout.pageNumber.distance + numberLine / 2 / LayoutProfile.millimetre }

  private var numberLine: Double { layout.types.pageNumber.size + 4 }

  /// Puts the middle of the number's line, where the dashes are, as far below the type area as asked for (7.5).
  private var numberTop: Double {
    max(layout.pageNumber.distance - numberLine / 2 / LayoutProfile.millimetre, 0)
  }

  private func style(_ side: LayoutProfile.PageNumber.Side) -> String {
    switch side {
    case .left: "Footer_20_Left"
    case .centre: "Footer_20_Centre"
    case .right: "Footer_20_Right"
    }
  }

  /// Fonts that the template does not know.
  func writeFonts(to xml: inout XMLWriter) throws(PackagingError) {
    for (id, face) in faces.others {
      try xml.element(
        "style:font-face",
        ["style:name": id, "svg:font-family": families(face), "style:font-pitch": "variable"])
    }
  }

  /// The style of a number in the middle.
  func writeStyles(to xml: inout XMLWriter) throws(PackagingError) {
    guard [layout.pageNumber.odd, layout.pageNumber.even].contains(.centre) else { return }
    try xml.start(
      "style:style",
      [
        "style:name": "Footer_20_Centre", "style:display-name": "居中页码", "style:family": "paragraph",
        "style:parent-style-name": "Footer", "style:class": "extra",
      ])
    try xml.element("style:paragraph-properties", ["fo:text-align": "center"])
    try xml.end()
  }

  /// Names with blanks or Chinese characters stand in quotes.
  private func families(_ face: LayoutProfile.Face) -> String {
    (face.families + [face.standIn].compactMap { $0 }).map { name in
      name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }
        ? name : "'\(name.filter { $0 != "'" })'"
    }.joined(separator: ", ")
  }

  private func points(_ points: Double) -> String { spelled(points) + "pt" }

  private func centimetres(_ millimetres: Double, _ decimals: Int = 3, scale: Double = 10) -> String {
    spelled(millimetres / scale, decimals) + "cm"
  }

  /// Millimetres as points, to a tenth.
  private func rule(_ millimetres: Double) -> String {
    spelled(millimetres * LayoutProfile.millimetre, 1) + "pt"
  }
}
