import BriefingModel
import Packaging

/// A layout profile as the parts of a Word document want it: lengths in twips, letters in half points, rules in eighths.
struct DOCXLayout {
  let layout: LayoutProfile
  private let faces: LayoutFaces

  init(_ layout: LayoutProfile) {
    self.layout = layout
    faces = LayoutFaces(layout)
  }

  static func twips(_ millimetres: Double) -> Int {
    Int((millimetres * LayoutProfile.millimetre * 20).rounded())
  }

  var typeWidth: Int { Self.twips(layout.typeWidth) }
  var typeHeight: Int { Self.twips(layout.typeHeight) }
  var paper: (width: Int, height: Int) { (Self.twips(layout.paper.width), Self.twips(layout.paper.height)) }

  /// Of the upright page. What rounding leaves over is given to the binding and the upper margin.
  var margins: (top: Int, right: Int, bottom: Int, left: Int) {
    let right = Self.twips(layout.margins.right)
    let bottom = Self.twips(layout.margins.bottom)
    return (paper.height - typeHeight - bottom, right, bottom, paper.width - typeWidth - right)
  }

  /// Of the page on its side; what rounding leaves over is given to the right.
  var landscapeMargins: (top: Int, right: Int, bottom: Int, left: Int) {
    let rest = paper.width - typeWidth
    return (rest - rest / 2, margins.top, rest / 2, margins.bottom)
  }

  /// Where the number's line ends, from the lower edge of the paper: its middle is as far below the type area as asked
  /// for (7.5).
  func footer(below margin: Int) -> Int { max(margin - Self.twips(layout.pageNumber.distance + 3), 0) }

  var values: LayoutValues {
    let types = layout.types
    var values: LayoutValues = [
      "type.width": "\(typeWidth)",
      "pitch": "\(twentieths(layout.linePitch))", "pitch.half": "\(twentieths(layout.linePitch / 2))",
      "body.spacing": "\(twentieths(layout.letterSpacing))",
      "body.half": "\(twentieths(types.body.size / 2))",
      "body.twips": "\(twentieths(types.body.size))",
      "indent": "\(twentieths(layout.indent * types.body.size))",
      "indent.chars": "\(Int((layout.indent * 100).rounded()))",
      "title.line": "\(twentieths(types.title.size * 1.5))",
      "masthead.long": "\(halves(types.masthead.size * 2 / 3))",
      "masthead.longer": "\(halves(types.masthead.size * 13 / 30))",
      "colophon.indent": "\(twentieths(types.colophon.size * 4))",
      "colophon.hanging": "\(twentieths(types.colophon.size * 3))",
      "colophon.inset": "\(twentieths(types.colophon.size))",
      "colophon.tab": "\(typeWidth - twentieths(types.colophon.size))",
    ]
    for (name, type) in types.roles {
      values[name + ".font"] = layout.face(of: type).families.first ?? type.face
      values[name + ".size"] = "\(halves(type.size))"
    }
    for (id, face) in faces.standard {
      values["font." + id] = face.families.first ?? face.name
      values["others." + id] = others(face)
    }
    return values.merging(ruleValues) { $1 }.merging(numberValues) { $1 }
      .merging(layout.description) { $1 }
  }

  private var ruleValues: LayoutValues {
    [
      "rule.red": eighths(layout.rules.red), "rule.colour": layout.rules.colour,
      "rule.thick": eighths(layout.rules.thick), "rule.thin": eighths(layout.rules.thin),
    ]
  }

  private var numberValues: LayoutValues {
    let number = layout.pageNumber
    let size = layout.types.pageNumber.size
    let line = twentieths(size + 4)
    return [
      "number.before": number.before, "number.after": number.after, "number.odd": style(number.odd),
      "number.even": style(number.even), "number.inset": "\(twentieths(number.inset * size))",
      "number.inset.chars": "\(Int((number.inset * 100).rounded()))",
      "number.line": "\(line)",
      "number.x": "\(landscapeMargins.left - Self.twips(number.distance) - line / 2)",
      "landscape.top": "\(landscapeMargins.top)",
    ]
  }

  private func style(_ side: LayoutProfile.PageNumber.Side) -> String {
    switch side {
    case .left: "FooterLeft"
    case .centre: "FooterCentre"
    case .right: "FooterRight"
    }
  }

  /// Fonts that the template does not know.
  func writeFonts(to xml: inout XMLWriter) throws(PackagingError) {
    for (_, face) in faces.others {
      try xml.start("w:font", ["w:name": face.families.first ?? face.name])
      let others = others(face)
      if !others.isEmpty { try xml.element("w:altName", ["w:val": others]) }
      try xml.element("w:charset", ["w:val": "86"])
      try xml.end()
    }
  }

  /// The style of a number in the middle.
  func writeStyles(to xml: inout XMLWriter) throws(PackagingError) {
    guard [layout.pageNumber.odd, layout.pageNumber.even].contains(.centre) else { return }
    try xml.start("w:style", ["w:type": "paragraph", "w:customStyle": "1", "w:styleId": "FooterCentre"])
    try xml.element("w:name", ["w:val": "居中页码"])
    try xml.element("w:basedOn", ["w:val": "Footer"])
    try xml.element("w:qFormat")
    try xml.start("w:pPr")
    try xml.element("w:jc", ["w:val": "center"])
    try xml.end()
    try xml.end()
  }

  private func others(_ face: LayoutProfile.Face) -> String {
    (face.families.dropFirst() + [face.standIn].compactMap { $0 }).joined(separator: ",")
  }

  private func twentieths(_ points: Double) -> Int { Int((points * 20).rounded()) }
  private func halves(_ points: Double) -> Int { Int((points * 2).rounded()) }
  private func eighths(_ millimetres: Double) -> String {
    "\(Int((millimetres * LayoutProfile.millimetre * 8).rounded()))"
  }
}
