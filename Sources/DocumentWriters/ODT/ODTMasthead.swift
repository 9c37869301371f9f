import BriefingModel
import Packaging

extension ODTBody {
  /// Name, issue, office and date above the red rule: practice of briefings, no standard.
  func writeMasthead(to xml: inout XMLWriter) throws(PackagingError) {
    let masthead = briefing.masthead
    let nameStyle = mastheadStyle(of: masthead.name)
    if let classification = masthead.classification {
      try paragraph(isLandscape ? "Landscape.First" : "Classification", classification, to: &xml)
      try paragraph(nameStyle, masthead.name, to: &xml)
    } else {
      try paragraph(isLandscape ? "Landscape.First" : nameStyle, masthead.name, to: &xml)
    }
    if let issue = Wording.issue(masthead) { try paragraph("Issue", issue, to: &xml) }
    try paragraph(
      isLandscape ? "Landscape.Office" : "Office",
      (masthead.office ?? "") + "\t" + Wording.date(masthead.date), to: &xml)
  }

  /// A landscape document's first paragraph calls for the landscape page; the date stands at its wider margin.
  func writeLandscapeStyles(to xml: inout XMLWriter) throws(PackagingError) {
    guard isLandscape else { return }
    let masthead = briefing.masthead
    let first = masthead.classification == nil ? mastheadStyle(of: masthead.name) : "Classification"
    try xml.element(
      "style:style",
      [
        "style:name": "Landscape.First", "style:family": "paragraph", "style:parent-style-name": first,
        "style:master-page-name": "Landscape",
      ])
    try writeTabbedStyle(
      "Landscape.Office", parent: "Office", tab: spelled(layout.typeHeight / 10) + "cm", to: &xml)
    try writeTabbedStyle(
      "Landscape.Staff", parent: "Colophon_20_Staff", tab: spelled(staffTab / 10) + "cm", to: &xml)
  }

  /// In mm.
  private var staffTab: Double {
    layout.typeHeight - 3 * layout.types.colophon.size / LayoutProfile.millimetre
  }

  private func writeTabbedStyle(
    _ name: String, parent: String, tab: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start(
      "style:style",
      ["style:name": name, "style:family": "paragraph", "style:parent-style-name": parent])
    try xml.start("style:paragraph-properties")
    try xml.start("style:tab-stops")
    try xml.element("style:tab-stop", ["style:position": tab, "style:type": "right"])
    for _ in 0..<3 { try xml.end() }
  }

  /// The largest size at which the name stands on one line of 156 mm.
  private func mastheadStyle(of name: String) -> String {
    switch name.count {
    case ...5: "Masthead"
    case ...10: "Masthead_20_Long"
    default: "Masthead_20_Longer"
    }
  }

  /// Recipients, staff and copies between rules, at the foot of the last page (GB/T 9704-2012 7.4).
  ///
  /// A frame, because nothing else in the format stands at the foot of a page wherever the text ends. But a
  /// frame would hide footnotes there: unless the last page holds an annex, it follows the text instead.
  func writeColophon(to xml: inout XMLWriter) throws(PackagingError) {
    let lines = colophonLines()
    if lines.isEmpty { return }
    guard endsWithAnnex || footnotes == 0 else {
      try paragraph("Standard", "", to: &xml)
      return try write(lines, to: &xml)
    }
    try xml.start("text:p", ["text:style-name": "Colophon_20_Anchor"])
    try xml.start(
      "draw:frame",
      [
        "draw:style-name": "Colophon.Frame", "draw:name": "Colophon", "text:anchor-type": "paragraph",
        "svg:width": spelled(typeArea / 10) + "cm", "draw:z-index": "0",
      ])
    try xml.start("draw:text-box", ["fo:min-height": "0.1cm"])
    try write(lines, to: &xml)
    for _ in 0..<3 { try xml.end() }
  }

  private var endsWithAnnex: Bool {
    briefing.blocks.count > 1 && briefing.blocks.last?.isTable == true
  }

  /// The lines between rules, the first and the last of which are thicker.
  private func write(
    _ lines: [(style: String, text: String)], to xml: inout XMLWriter
  ) throws(PackagingError) {
    for (index, line) in lines.enumerated() {
      try paragraph(index == 0 ? "Colophon_20_Rule" : "Colophon_20_Rule_20_Thin", "", to: &xml)
      try paragraph(line.style, line.text, to: &xml)
    }
    try paragraph("Colophon_20_Rule", "", to: &xml)
  }

  private func colophonLines() -> [(style: String, text: String)] {
    let colophon = briefing.colophon
    var lines = Wording.recipients(colophon).map { (style: "Colophon", text: $0) }
    let staff = Wording.staff(colophon)
    let copies = Wording.copies(colophon)
    if staff != nil || copies != nil {
      let text = (staff ?? "") + (copies.map { "\t" + $0 } ?? "")
      lines.append((style: isLandscape ? "Landscape.Staff" : "Colophon_20_Staff", text: text))
    }
    return lines
  }
}
