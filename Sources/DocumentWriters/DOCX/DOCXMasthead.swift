import BriefingModel
import Packaging

extension DOCXBody {
  /// Name, issue, office and date above the red rule: practice of briefings, no standard.
  func writeMasthead(to xml: inout XMLWriter) throws(PackagingError) {
    let masthead = briefing.masthead
    if let classification = masthead.classification {
      try paragraph("Classification", classification, to: &xml)
    }
    try paragraph(mastheadStyle(of: masthead.name), masthead.name, to: &xml)
    if let issue = Wording.issue(masthead) { try paragraph("Issue", issue, to: &xml) }
    try xml.startParagraph("Office", rightTab: rightTab(inset: 0))
    try xml.run((masthead.office ?? "") + "\t" + Wording.date(masthead.date))
    try xml.end()
  }

  /// The largest size at which the name stands on one line of 156 mm.
  private func mastheadStyle(of name: String) -> String {
    switch name.count {
    case ...5: "Masthead"
    case ...10: "MastheadLong"
    default: "MastheadLonger"
    }
  }

  /// Recipients, staff and copies between rules, at the foot of the last page (GB/T 9704-2012 7.4).
  ///
  /// A table that floats, because nothing else in the format stands at the foot of a page wherever the text ends.
  /// But it might hide footnotes there: unless the last page holds an annex, it follows the text instead.
  /// LibreOffice 7.4 lets no table as wide as the text float, so there it follows the text always.
  func writeColophon(to xml: inout XMLWriter) throws(PackagingError) {
    let lines = colophonLines()
    if lines.isEmpty {
      // A table must not be the last in a body.
      if case .table = briefing.blocks.last { try paragraph("Anchor", "", to: &xml) }
      return
    }
    let floats = endsWithAnnex || footnotes.isEmpty
    try xml.startParagraph("Gap", keepsNext: true)
    try xml.end()
    try xml.start("w:tbl")
    try writeColophonProperties(floats: floats, to: &xml)
    for (index, line) in lines.enumerated() {
      try xml.start("w:tr")
      try xml.start("w:trPr")
      try xml.element("w:cantSplit")
      try xml.end()
      try xml.start("w:tc")
      try xml.start("w:tcPr")
      try xml.element("w:tcW", ["w:w": "\(typeArea)", "w:type": "dxa"])
      try xml.end()
      try xml.startParagraph(
        line.style, rightTab: line.style == "Colophon" ? nil : rightTab(inset: colophonInset),
        keepsNext: index + 1 < lines.count)
      try xml.run(line.text)
      for _ in 0..<3 { try xml.end() }
    }
    try xml.end()
    try paragraph("Anchor", "", to: &xml)
  }

  /// One character.
  private var colophonInset: Int { Int((layout.types.colophon.size * 20).rounded()) }

  private func writeColophonProperties(floats: Bool, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("w:tblPr")
    try xml.element("w:tblStyle", ["w:val": "ColophonTable"])
    if floats {
      try xml.element(
        "w:tblpPr",
        [
          "w:leftFromText": "0", "w:rightFromText": "0", "w:topFromText": "289", "w:bottomFromText": "0",
          "w:vertAnchor": "margin", "w:horzAnchor": "margin", "w:tblpXSpec": "center",
          "w:tblpYSpec": "bottom",
        ])
    }
    try xml.element("w:tblW", ["w:w": "\(typeArea)", "w:type": "dxa"])
    try xml.element("w:tblLayout", ["w:type": "fixed"])
    try xml.end()
    try xml.start("w:tblGrid")
    try xml.element("w:gridCol", ["w:w": "\(typeArea)"])
    try xml.end()
  }

  private var endsWithAnnex: Bool {
    if case .table = briefing.blocks.last { briefing.blocks.count > 1 } else { false }
  }

  private func colophonLines() -> [(style: String, text: String)] {
    let colophon = briefing.colophon
    var lines = Wording.recipients(colophon).map { (style: "Colophon", text: $0) }
    let staff = Wording.staff(colophon)
    let copies = Wording.copies(colophon)
    if staff != nil || copies != nil {
      lines.append((style: "ColophonStaff", text: (staff ?? "") + (copies.map { "\t" + $0 } ?? "")))
    }
    return lines
  }
}
