import BriefingModel
import Packaging

/// Writes the briefing as one HTML file that needs no other: for telephones, browsers and their printers.
///
/// The page and its style sheet are the template's (`Templates/html`). What is written is HTML that XML readers
/// understand too, so that it is well-formed by construction.
struct HTMLWriter {
  let briefing: Briefing
  var layout = LayoutProfile.gbt9704

  func write() throws(WriteError) -> WrittenDocument {
    let template = try Template(
      PackageResources.html_page_html, name: "html-page.html",
      marks: ["<?jianbao head?>", "<?jianbao body?>"], values: values)
    do {
      var xml = try XMLWriter()
      var body = HTMLBody(briefing: briefing)
      try xml.markup(template.parts[0])
      try writeHead(to: &xml)
      try xml.markup(template.parts[1])
      try body.write(to: &xml)
      try xml.markup(template.parts[2])
      let bytes = try xml.finish()
      return WrittenDocument(bytes: withoutDeclaration(bytes), droppedCharacters: xml.droppedCharacters)
    } catch {
      throw WriteError(error)
    }
  }

  /// What the profile says about printed pages.
  private var values: LayoutValues {
    let (paper, margins) = (layout.paper, layout.margins)
    let isA4 = paper == LayoutProfile.Paper(width: 210, height: 297)
    let room = layout.typeWidth * LayoutProfile.millimetre / Double(layout.characters)
    let spacing = spelled(room - layout.types.body.size, 2)
    return [
      "page": isA4 ? "A4" : "\(spelled(paper.width))mm \(spelled(paper.height))mm",
      "margin.top": spelled(margins.top) + "mm", "margin.right": spelled(margins.right) + "mm",
      "margin.bottom": spelled(margins.bottom) + "mm", "margin.left": spelled(margins.left) + "mm",
      "body.size": spelled(layout.types.body.size) + "pt", "pitch": spelled(layout.linePitch) + "pt",
      "body.spacing": (spacing.hasPrefix("-0.") ? "-" + spacing.dropFirst(2) : spacing) + "pt",
    ]
  }

  private func writeHead(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.html("title", text: Wording.documentTitle(briefing).onOneLine)
    guard let office = briefing.masthead.office else { return }
    try xml.element("meta", ["name": "author", "content": office.onOneLine])
  }

  /// HTML has no XML declaration: what stands up to the first line's end.
  private func withoutDeclaration(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst())
  }
}

extension XMLWriter {
  /// An element of HTML that may have content; the void ones (`br`, `col`, `meta`) are written with `element`.
  mutating func html(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) throws(PackagingError) {
    try start(name, attributes)
    try self.spelledLines(text)
    try endWithTag()
  }

  /// An end tag, and a line's end in the file.
  mutating func endBlock() throws(PackagingError) {
    try endWithTag()
    try text("\n")
  }

  /// Text whose line breaks are elements; its other white space is kept by the style sheet (`pre-wrap`).
  mutating func spelledLines(_ text: String) throws(PackagingError) {
    guard text.contains(where: \.isNewline) else { return try self.text(text) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if index > 0 { try element("br") }
      try self.text(String(line))
    }
  }
}

extension String {
  /// The text with blanks for line breaks, as attributes and titles want it.
  var onOneLine: String {
    contains(where: \.isNewline) ? String(map { $0.isNewline ? " " : $0 }) : self
  }
}
