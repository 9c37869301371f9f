import BriefingModel
import Packaging

/// The content of `office:text`, from masthead to colophon.
struct ODTBody {
  let briefing: Briefing
  let layout: LayoutProfile
  /// Whose masthead and colophon stand around the text instead of ours.
  let office: OfficeTemplate?
  /// Headings that a contents entry can lead to.
  private let bookmarks: Set<String>
  private(set) var footnotes = 0
  var tables = 0
  /// Those written so far, each an object of the package.
  var charts: [Chart] = []
  private var review: ODTReview
  var isLandscape: Bool { briefing.orientation == .landscape }
  private var contents = 0

  init(briefing: Briefing, layout: LayoutProfile, office: OfficeTemplate? = nil) {
    self.briefing = briefing
    self.office = office
    self.layout = layout
    review = ODTReview(briefing.masthead)
    bookmarks = Set(
      briefing.blocks.compactMap { block in
        if case .heading(let heading) = block { heading.bookmark } else { nil }
      })
  }

  mutating func write(to xml: inout XMLWriter) throws(PackagingError) {
    try review.writeChanges(of: briefing.blocks, to: &xml)
    if office == nil { try writeMasthead(to: &xml) }
    if let title = briefing.title, office?.uses("标题") != true { try paragraph("Title", title, to: &xml) }
    for (index, block) in briefing.blocks.enumerated() {
      switch block {
      case .contents(let title, let entries): try write(title, entries, to: &xml)
      case .list(let title, let items):
        try paragraph("Digest_20_Heading", title, to: &xml)
        for item in items { try paragraph("Digest", item, to: &xml) }
      case .heading(let heading): try write(heading, to: &xml)
      case .paragraph(let inlines, let role):
        try xml.start("text:p", ["text:style-name": style(of: role, at: index)])
        try write(inlines, to: &xml)
        try xml.end()
      case .table(let table):
        try write(table, caption: index == firstAnnex ? "Annex" : "Caption", to: &xml)
      case .chart(let chart): try write(chart, keepsNext: staysWithColophon(index), to: &xml)
      }
    }
    if office == nil { try writeColophon(to: &xml) }
  }

  /// The first of the tables that end the text, unless there is nothing else. On a page on its side tables are the
  /// matter itself.
  private var firstAnnex: Int? {
    if isLandscape { return nil }
    let tables = briefing.blocks.reversed().prefix(while: \.isTable).count
    let first = briefing.blocks.count - tables
    return tables > 0 && first > 0 ? first : nil
  }

  /// A paragraph of plain text.
  func paragraph(_ style: String, _ text: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("text:p", ["text:style-name": style])
    try xml.spelled(text)
    try xml.end()
  }

  /// Whether a block ends the text before our colophon: that shall not stand alone on its page.
  private func staysWithColophon(_ index: Int) -> Bool {
    office == nil && index == briefing.blocks.count - 1 && briefing.colophon != Colophon()
  }

  /// Whether a paragraph stands alone between a heading and a table: both would be left at the foot of a page.
  private func introducesTable(_ index: Int) -> Bool {
    index + 1 != firstAnnex && briefing.blocks.introducesTable(at: index)
  }

  private func style(of role: ParagraphRole, at index: Int) -> String {
    guard role == .body else { return style(of: role) }
    if index > 0, briefing.blocks[index - 1].isTable { return "Text.AfterTable" }
    return staysWithColophon(index) || introducesTable(index) ? "Text.Last" : style(of: role)
  }

  private func style(of role: ParagraphRole) -> String {
    switch role {
    case .body: "Text_20_body"
    case .subtitle: "Subtitle"
    case .source: "Source"
    case .summary: "Summary"
    case .editorsNote: "Editors_20_Note"
    }
  }

  /// Levels 0…4 are the outline's levels 1…5; deeper ones share the last style.
  private mutating func write(_ heading: Heading, to xml: inout XMLWriter) throws(PackagingError) {
    let level = min(max(heading.level, 0), 9) + 1
    let style = "Heading_20_\(min(level, 5))"
    try xml.start("text:h", ["text:style-name": style, "text:outline-level": "\(level)"])
    try xml.element("text:bookmark-start", ["text:name": heading.bookmark])
    try xml.spelled(heading.label)
    try write(heading.text, isTitle: heading.level <= 0, to: &xml)
    try xml.element("text:bookmark-end", ["text:name": heading.bookmark])
    try xml.end()
  }

  mutating func write(
    _ inlines: [Inline], isTitle: Bool = false, to xml: inout XMLWriter
  ) throws(PackagingError) {
    for inline in isTitle ? TitleLines.broken(inlines) : inlines {
      switch inline {
      case .text(let text): try xml.spelled(text)
      case .footnote(let text): try writeFootnote(text, to: &xml)
      case .doubted(let text, let comment):
        try review.write(comment, to: &xml) { xml throws(PackagingError) in try xml.spelled(text) }
      case .correction(let printed, let proposed, let comment):
        try review.write(printed: printed, proposed: proposed, comment, to: &xml)
      }
    }
  }

  private mutating func writeFootnote(_ text: String, to xml: inout XMLWriter) throws(PackagingError) {
    footnotes += 1
    try xml.start("text:note", ["text:id": "ftn\(footnotes)", "text:note-class": "footnote"])
    try xml.element("text:note-citation", text: "\(footnotes)")
    try xml.start("text:note-body")
    try paragraph("Footnote", text, to: &xml)
    try xml.end()
    try xml.end()
  }

  /// The contents as an index that the user can refresh; until then fields show the pages.
  private mutating func write(
    _ title: String, _ entries: [ContentsEntry], to xml: inout XMLWriter
  ) throws(PackagingError) {
    contents += 1
    let name = "Contents\(contents)"
    try xml.start(
      "text:table-of-content",
      ["text:style-name": "Section", "text:protected": "false", "text:name": name])
    try writeContentsSource(title, to: &xml)
    try xml.start("text:index-body")
    try xml.start("text:index-title", ["text:style-name": "Section", "text:name": name + "_Head"])
    try paragraph("Contents_20_Heading", title, to: &xml)
    try xml.end()
    for entry in entries { try write(entry, to: &xml) }
    try xml.end()
    try xml.end()
    try paragraph("Contents_20_End", "", to: &xml)
  }

  private func write(_ entry: ContentsEntry, to xml: inout XMLWriter) throws(PackagingError) {
    guard bookmarks.contains(entry.bookmark) else {
      return try paragraph("Contents_20_1", entry.text, to: &xml)
    }
    try xml.start("text:p", ["text:style-name": "Contents_20_1"])
    try xml.start(
      "text:a",
      [
        "xlink:type": "simple", "xlink:href": "#" + entry.bookmark, "text:style-name": "Index_20_Link",
        "text:visited-style-name": "Index_20_Link",
      ])
    try xml.spelled(entry.text)
    try xml.end()
    // Not within the link: LibreOffice 7.4 dies of such a field when it saves the briefing on its way back from DOCX.
    try xml.element("text:tab")
    try xml.element(
      "text:bookmark-ref", ["text:reference-format": "page", "text:ref-name": entry.bookmark], text: "1")
    try xml.end()
  }

  /// What LibreOffice needs to build the index anew: the outline's first level, as entry, dots and page.
  private func writeContentsSource(_ title: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start(
      "text:table-of-content-source", ["text:outline-level": "1", "text:use-index-marks": "false"])
    try xml.element("text:index-title-template", ["text:style-name": "Contents_20_Heading"], text: title)
    try xml.start(
      "text:table-of-content-entry-template",
      ["text:outline-level": "1", "text:style-name": "Contents_20_1"])
    try xml.element("text:index-entry-link-start")
    try xml.element("text:index-entry-text")
    try xml.element("text:index-entry-tab-stop", ["style:type": "right", "style:leader-char": "."])
    try xml.element("text:index-entry-page-number")
    try xml.element("text:index-entry-link-end")
    try xml.end()
    try xml.end()
  }
}
