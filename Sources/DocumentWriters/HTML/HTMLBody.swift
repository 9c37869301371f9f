import BriefingModel
import Packaging

/// The content of `body`, from masthead to colophon.
struct HTMLBody {
  let briefing: Briefing
  var anchors: HTMLAnchors
  /// Footnotes of the item being written, printed at its end.
  var footnotes: [(number: Int, text: String)] = []
  var footnoteCount = 0
  /// Comments on the block being written, printed beside it.
  var comments: [(number: Int, text: String)] = []
  var commentCount = 0
  var tables = 0
  private var charts = 0
  private var lists = 0
  private var isInItem = false

  init(briefing: Briefing) {
    self.briefing = briefing
    anchors = HTMLAnchors(briefing.blocks)
  }

  mutating func write(to xml: inout XMLWriter) throws(PackagingError) {
    let isLandscape = briefing.orientation == .landscape
    try xml.start("main", ["class": isLandscape ? "sheet landscape" : "sheet"])
    try xml.text("\n")
    try writeMasthead(to: &xml)
    if let title = briefing.title {
      try xml.start("h1", ["class": "title"])
      try writeTitle(title, to: &xml)
      try xml.endBlock()
    }
    let annex = firstAnnex
    for (index, block) in briefing.blocks.enumerated() {
      if index == annex { try endItem(to: &xml) }
      try write(block, to: &xml)
    }
    try endItem(to: &xml)
    try writeColophon(to: &xml)
    try xml.endBlock()
  }

  /// Where the tables and charts begin that end the text and belong to no item.
  private var firstAnnex: Int {
    let annexes = briefing.blocks.reversed().prefix { block in
      switch block {
      case .table, .chart: true
      case .contents, .list, .heading, .paragraph: false
      }
    }
    return briefing.blocks.count - annexes.count
  }

  private mutating func write(_ block: Block, to xml: inout XMLWriter) throws(PackagingError) {
    switch block {
    case .contents(let title, let entries): try write(title, entries, to: &xml)
    case .list(let title, let items): try write(title, items, to: &xml)
    case .heading(let heading): try write(heading, to: &xml)
    case .paragraph(let inlines, let role): try write(inlines, role: role, to: &xml)
    case .table(let table): try write(table, to: &xml)
    case .chart(let chart):
      charts += 1
      try HTMLChart(chart, number: charts).write(to: &xml)
    }
  }

  // MARK: Items

  private mutating func startItem(to xml: inout XMLWriter) throws(PackagingError) {
    try endItem(to: &xml)
    try xml.start("article")
    try xml.text("\n")
    isInItem = true
  }

  /// The footnotes so far, and the end of the item if one is open.
  private mutating func endItem(to xml: inout XMLWriter) throws(PackagingError) {
    try writeFootnotes(to: &xml)
    if isInItem { try xml.endBlock() }
    isInItem = false
  }

  private mutating func write(_ heading: Heading, to xml: inout XMLWriter) throws(PackagingError) {
    if heading.level <= 0 { try startItem(to: &xml) }
    let isCommented = try startCommented(heading.text, to: &xml)
    try xml.start(Self.element(level: heading.level))
    if let id = anchors.place(heading.bookmark) { try xml.attribute("id", id) }
    try xml.spelledLines(heading.label)
    try write(heading.text, isTitle: heading.level <= 0, to: &xml)
    try xml.endBlock()
    if isCommented { try endCommented(to: &xml) }
  }

  /// Levels 0…4 are h1…h5; deeper ones share h6.
  private static func element(level: Int) -> StaticString {
    switch level {
    case ...0: "h1"
    case 1: "h2"
    case 2: "h3"
    case 3: "h4"
    case 4: "h5"
    default: "h6"
    }
  }

  private mutating func write(
    _ inlines: [Inline], role: ParagraphRole, to xml: inout XMLWriter
  ) throws(PackagingError) {
    let isCommented = try startCommented(inlines, to: &xml)
    try xml.start("p")
    if role != .body { try xml.attribute("class", Self.style(of: role)) }
    try write(inlines, to: &xml)
    try xml.endBlock()
    if isCommented { try endCommented(to: &xml) }
  }

  private static func style(of role: ParagraphRole) -> String {
    switch role {
    case .body: "body"
    case .subtitle: "subtitle"
    case .source: "source"
    case .summary: "summary"
    case .editorsNote: "editors-note"
    }
  }

  // MARK: Lists

  private mutating func write(
    _ title: String, _ entries: [ContentsEntry], to xml: inout XMLWriter
  ) throws(PackagingError) {
    try startList("nav", "contents", title, to: &xml)
    if !entries.isEmpty {
      try xml.start("ol")
      for entry in entries {
        try xml.start("li")
        if let link = anchors.link(to: entry.bookmark) {
          try xml.html("a", ["href": link], text: entry.text)
        } else {
          try xml.spelledLines(entry.text)
        }
        try xml.endWithTag()
      }
      try xml.endBlock()
    }
    try xml.endBlock()
  }

  private mutating func write(
    _ title: String, _ items: [String], to xml: inout XMLWriter
  ) throws(PackagingError) {
    try startList("section", "digest", title, to: &xml)
    for item in items {
      try xml.html("p", text: item)
      try xml.text("\n")
    }
    try xml.endBlock()
  }

  /// Starts a part that its title names.
  private mutating func startList(
    _ element: StaticString, _ style: String, _ title: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    lists += 1
    let id = "contents-\(lists)"
    try xml.start(element, ["class": style, "aria-labelledby": id])
    try xml.text("\n")
    try xml.html("p", ["class": "list-title", "id": id], text: title)
    try xml.text("\n")
  }
}
