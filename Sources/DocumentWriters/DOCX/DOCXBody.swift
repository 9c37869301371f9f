import BriefingModel
import Packaging

/// The content of `w:body`, from masthead to colophon; collects what goes into parts of its own.
struct DOCXBody {
  let briefing: Briefing
  let layout: LayoutProfile
  /// Whose masthead and colophon stand around the text instead of ours.
  let office: OfficeTemplate?
  let bookmarks: DOCXBookmarks
  /// Texts of the footnotes met so far; the first has id 1.
  var footnotes: [String] = []
  /// Comments met so far.
  var comments: [Comment] = []
  var charts: [Chart] = []
  /// Id of the first comment. LibreOffice 7.4 drops the text of all footnotes where ids of comments and footnotes
  /// are the same.
  let firstComment: Int
  /// Bookmarks and tracked changes written so far, numbered together.
  var annotations = 0
  private var headings = 0

  init(briefing: Briefing, layout: LayoutProfile, office: OfficeTemplate? = nil) {
    self.briefing = briefing
    self.office = office
    self.layout = layout
    bookmarks = DOCXBookmarks(briefing.blocks)
    firstComment = max(1000, Self.footnoteCount(in: briefing.blocks) + 1)
  }

  var isLandscape: Bool { briefing.orientation == .landscape }
  /// Width of the type area in twips: 156 mm, on its side 225 mm (GB/T 9704-2012 5.2.1).
  var typeArea: Int { isLandscape ? DOCXLayout(layout).typeHeight : portraitWidth }
  var portraitWidth: Int { DOCXLayout(layout).typeWidth }

  mutating func write(to xml: inout XMLWriter) throws(PackagingError) {
    if office == nil { try writeMasthead(to: &xml) }
    if let title = briefing.title, office?.uses("标题") != true {
      try paragraph("Title", TitleLines.broken(title), to: &xml)
    }
    let annex = firstAnnex
    for (index, block) in briefing.blocks.enumerated() {
      switch block {
      case .contents(let title, let entries): try write(title, entries, to: &xml)
      case .list(let title, let items):
        try paragraph("DigestHeading", title, to: &xml)
        for item in items { try paragraph("Digest", item, to: &xml) }
      case .heading(let heading): try write(heading, to: &xml)
      case .paragraph(let inlines, let role):
        try xml.startParagraph(style(of: role), keepsNext: staysWithColophon(index) || introducesTable(index))
        try write(inlines, to: &xml)
        try xml.end()
      case .table(let table):
        try write(table, caption: index == annex ? "Annex" : "Caption", to: &xml)
        if isFollowedByText(index) { try paragraph("Gap", "", to: &xml) }
      case .chart(let chart): try write(chart, keepsNext: staysWithColophon(index), to: &xml)
      }
    }
    if office == nil {
      try writeColophon(to: &xml)
    } else if case .table = briefing.blocks.last {
      // Another table may follow, and Word would make one of both.
      try paragraph("Gap", "", to: &xml)
    }
  }

  /// Paper and margins (GB/T 9704-2012 5.1, 5.2.1); on upright sheets left and right change places on even pages
  /// (`mirrorMargins`).
  func writePage(to xml: inout XMLWriter) throws(PackagingError) {
    let page = DOCXLayout(layout)
    let (width, height) = (page.paper.width, page.paper.height)
    let (top, right, bottom, left) = page.margins
    if isLandscape {
      try xml.element("w:pgSz", ["w:w": "\(height)", "w:h": "\(width)", "w:orient": "landscape"])
      let turned = page.landscapeMargins
      try writeMargins(
        top: turned.top, right: turned.right, bottom: turned.bottom, left: turned.left,
        footer: page.footer(below: turned.bottom), to: &xml)
    } else {
      try xml.element("w:pgSz", ["w:w": "\(width)", "w:h": "\(height)"])
      try writeMargins(
        top: top, right: right, bottom: bottom, left: left, footer: page.footer(below: bottom), to: &xml)
    }
  }

  /// `footer`: from the lower edge of the paper; puts the page number 7 mm below the type area (7.5).
  private func writeMargins(
    top: Int, right: Int, bottom: Int, left: Int, footer: Int, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.element(
      "w:pgMar",
      [
        "w:top": "\(top)", "w:right": "\(right)", "w:bottom": "\(bottom)", "w:left": "\(left)",
        "w:header": "851", "w:footer": "\(footer)", "w:gutter": "0",
      ])
  }

  /// The first of the tables that end the text, unless there is nothing else.
  private var firstAnnex: Int? {
    let tables = briefing.blocks.reversed().prefix(while: \.isTable).count
    let first = briefing.blocks.count - tables
    return tables > 0 && first > 0 ? first : nil
  }

  /// Whether a block ends the text before our colophon: that shall not stand alone on its page.
  private func staysWithColophon(_ index: Int) -> Bool {
    office == nil && index == briefing.blocks.count - 1 && briefing.colophon != Colophon()
  }

  /// Whether a paragraph stands alone between a heading and a table: both would be left at the foot of a page.
  private func introducesTable(_ index: Int) -> Bool {
    index + 1 != firstAnnex && briefing.blocks.introducesTable(at: index)
  }

  /// Whether words stand right below a table: captions and charts keep their distance themselves.
  private func isFollowedByText(_ index: Int) -> Bool {
    guard index + 1 < briefing.blocks.count else { return false }
    switch briefing.blocks[index + 1] {
    case .paragraph, .contents: return true
    case .heading(let heading): return heading.level > 0
    case .list, .table, .chart: return false
    }
  }

  /// A paragraph of plain text.
  func paragraph(_ style: String, _ text: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.startParagraph(style)
    try xml.run(text)
    try xml.end()
  }

  private func style(of role: ParagraphRole) -> String {
    switch role {
    case .body: "BodyText"
    case .subtitle: "Subtitle"
    case .source: "Source"
    case .summary: "Summary"
    case .editorsNote: "EditorsNote"
    }
  }

  /// Levels 0…4 have the outline levels 0…4 of their styles; deeper ones share the last style.
  private mutating func write(_ heading: Heading, to xml: inout XMLWriter) throws(PackagingError) {
    let level = min(max(heading.level, 0), 8)
    let name = bookmarks.names[headings]
    headings += 1
    annotations += 1
    let id = "\(annotations)"
    try xml.startParagraph("Heading\(min(level, 4) + 1)", outlineLevel: level > 4 ? level : nil)
    try xml.element("w:bookmarkStart", ["w:id": id, "w:name": name])
    try xml.run(heading.label)
    try write(heading.text, isTitle: level == 0, to: &xml)
    try xml.element("w:bookmarkEnd", ["w:id": id])
    try xml.end()
  }
}
