import BriefingModel
import Packaging

extension DOCXBody {
  /// The contents as a filled TOC field that F9 renews. No `w:updateFields`: Word would ask at each opening.
  /// Neither Word nor LibreOffice works out the pages before that, so they are estimated.
  func write(
    _ title: String, _ entries: [ContentsEntry], to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("w:sdt")
    try xml.start("w:sdtPr")
    try xml.start("w:docPartObj")
    try xml.element("w:docPartGallery", ["w:val": "Table of Contents"])
    try xml.element("w:docPartUnique")
    try xml.end()
    try xml.end()
    try xml.start("w:sdtContent")
    try paragraph("TOCHeading", title, to: &xml)
    let pages = DOCXPages(briefing, layout: layout).headings
    for (index, entry) in entries.enumerated() {
      try write(entry, isFirst: index == 0, pages: pages, to: &xml)
    }
    try xml.startParagraph("ContentsEnd")
    if !entries.isEmpty { try xml.fieldMark("end") }
    for _ in 0..<3 { try xml.end() }
  }

  private func write(
    _ entry: ContentsEntry, isFirst: Bool, pages: [Int], to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.startParagraph("TOC1", rightTab: rightTab(inset: 0, leader: "dot"))
    if isFirst { try xml.startField("TOC \\o \"1-1\" \\h \\z \\u") }
    if let heading = bookmarks.heading(of: entry.bookmark) {
      let target = bookmarks.names[heading]
      try xml.start("w:hyperlink", ["w:anchor": target, "w:history": "1"])
      try xml.run(entry.text + "\t")
      try xml.field("PAGEREF \(target) \\h", result: "\(pages[heading])")
      try xml.end()
    } else {
      try xml.run(entry.text)
    }
    try xml.end()
  }

  /// Where a style's right tab goes on the wider page; `nil` on the page the styles are made for.
  func rightTab(inset: Int, leader: String = "none") -> (from: Int, to: Int, leader: String)? {
    isLandscape ? (portraitWidth - inset, typeArea - inset, leader) : nil
  }
}
