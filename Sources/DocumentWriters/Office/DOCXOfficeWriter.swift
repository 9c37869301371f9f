import BriefingModel
import Packaging

/// Writes a briefing into an office's DOCX.
///
/// The office's styles, sections, headers and footers are kept as they are; of its text what stands before and after the
/// marker. What only newer programs understand is put back to what the standard has (ECMA-376, transitional), and macros,
/// comments and tracked changes are left out.
struct DOCXOfficeWriter {
  let template: OfficeTemplate
  let briefing: Briefing
  let layout: LayoutProfile
  private var placeholders: Placeholders

  init(_ briefing: Briefing, _ layout: LayoutProfile, _ template: OfficeTemplate) {
    self.template = template
    let section = template.body?.child("w:sectPr")
    (self.briefing, self.layout) = Self.applied(section, to: briefing, layout)
    placeholders = Placeholders(briefing)
  }

  /// Width of tables and charts follows the office's page, and so does the sheet's side.
  private static func applied(
    _ section: XMLTree?, to briefing: Briefing, _ layout: LayoutProfile
  ) -> (Briefing, LayoutProfile) {
    func length(_ element: String, _ name: String) -> Double? {
      section?.child(element)?["w:" + name].flatMap { Double($0) }.map {
        abs($0) / 20 / LayoutProfile.millimetre
      }
      .flatMap { $0.isFinite && $0 < 2000 ? $0 : nil }
    }
    guard let width = length("w:pgSz", "w"), let height = length("w:pgSz", "h"),
      let top = length("w:pgMar", "top"), let bottom = length("w:pgMar", "bottom"),
      let left = length("w:pgMar", "left"), let right = length("w:pgMar", "right")
    else { return (briefing, layout) }
    let margins = LayoutProfile.Margins(
      top: top, bottom: bottom, left: left + (length("w:pgMar", "gutter") ?? 0), right: right)
    return layout.turned(to: briefing, width: width, height: height, margins)
  }

  mutating func write() throws(WriteError) -> WrittenDocument {
    let written = try DOCXWriter(briefing: briefing, layout: layout, office: template).parts()
    let charts = try written.chartEntries(DOCXOfficePackage.chart)
    do throws(PackagingError) {
      let styles = DOCXOfficeStyles(
        office: DOCXCleaning.clean(template.styles), own: try XMLTree(written.styles), layout: layout)
      var package = try DOCXOfficePackage(template, charts: written.charts.count, entries: charts.entries)
      package.set("word/document.xml", try document(try XMLTree(written.document), styles).bytes())
      package.set("word/styles.xml", try styles.merged.bytes())
      package.set("word/footnotes.xml", try styles.renamed(try XMLTree(written.footnotes)).bytes())
      package.set("word/comments.xml", try styles.renamed(try XMLTree(written.comments)).bytes())
      for entry in charts.entries { package.set(entry.name, entry.bytes) }
      package.set("docProps/core.xml", written.core)
      package.set("docProps/app.xml", PackageResources.docx_app_xml)
      for name in package.texts {
        let tree = DOCXCleaning.clean(try package.tree(name))
        package.set(name, try placeholders.fill(tree, paragraphs: ["w:p"], text: "w:t").bytes())
      }
      return WrittenDocument(bytes: try package.finish(), droppedCharacters: written.dropped + charts.dropped)
    } catch {
      throw WriteError(error)
    }
  }

  /// The office's document with our text in the marker's place.
  private mutating func document(_ own: XMLTree, _ styles: DOCXOfficeStyles) throws(PackagingError) -> XMLTree
  {
    var office = DOCXCleaning.kept(DOCXCleaning.clean(template.content))
    for (name, value) in own.attributes where name.hasPrefix("xmlns:") { office[name] = value }
    let children = office.child("w:body")?.children ?? []
    let place = children.firstIndex {
      $0.name == "w:p" && ["{{正文}}", "｛｛正文｝｝"].contains($0.text.filter { !$0.isWhitespace })
    }
    guard let place else { throw .xmlNotRead }
    let mine = (own.child("w:body")?.children ?? []).filter { $0.name != "w:sectPr" }
    let body = mine.map { Self.numbered(styles.renamed($0)) }
    let above = children[..<place].map { placeholders.fill($0, paragraphs: ["w:p"], text: "w:t") }
    let below = children[(place + 1)...].map { placeholders.fill($0, paragraphs: ["w:p"], text: "w:t") }
    // Where a section ends with the marker's paragraph, an empty one ends it.
    let section = children[place].child("w:pPr", "w:sectPr").map {
      [XMLTree("w:p", [:], [.element(XMLTree("w:pPr", [:], [.element($0)]))])]
    }
    office.change("w:body") { $0.nodes = (above + body + (section ?? []) + below).map { .element($0) } }
    return office
  }

  /// Relations and numbers of ours, apart from the office's.
  private static func numbered(_ element: XMLTree) -> XMLTree {
    element.edited { element in
      if element.name == "c:chart", let id = element["r:id"] { element["r:id"] = "jianbao-" + id }
      if element.name == "wp:docPr", let id = element["id"].flatMap({ Int($0) }) {
        element["id"] = "\(id + 10_000)"
      }
    }
  }
}

/// What of an office's Word document is kept.
enum DOCXCleaning {
  /// What the transitional standard has no name for is left out; of alternatives the one for all readers is taken.
  static func clean(_ tree: XMLTree) -> XMLTree {
    var plain = tree.mapped { element in
      if element.name == "w:lvl" { return [ordered(element)] }
      guard element.name == "mc:AlternateContent" else { return element.name == "a:extLst" ? [] : [element] }
      let fallback = element.child("mc:Fallback")?.children ?? []
      return fallback.isEmpty ? element.child("mc:Choice")?.children ?? [] : fallback
    }
    plain["mc:Ignorable"] = nil
    return plain.restricted { uri in
      uri.hasPrefix("http://schemas.openxmlformats.org/") && !uri.contains("markup-compatibility")
        || uri.hasPrefix("urn:schemas-microsoft-com:") || uri.hasPrefix("http://www.w3.org/")
    }
  }

  /// A level of a list: LibreOffice 7.4 puts its style before its numbers (ECMA-376-1 §17.9.6).
  private static func ordered(_ level: XMLTree) -> XMLTree {
    let names = [
      "start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy",
      "lvlJc",
      "pPr", "rPr",
    ]
    var level = level
    level.nodes = names.compactMap { level.child("w:" + $0) }.map { .element($0) }
    return level
  }

  private static let dropped: Set<String> = [
    "w:del", "w:moveFrom", "w:commentRangeStart", "w:commentRangeEnd", "w:proofErr", "w:rPrChange",
    "w:pPrChange",
    "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange",
    "w:moveFromRangeStart",
    "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:commentReference",
    "w:footnoteReference",
    "w:permStart", "w:permEnd",
  ]

  /// Text with its changes accepted, without comments and footnotes; its bookmarks numbered apart from ours.
  static func kept(_ tree: XMLTree) -> XMLTree {
    tree.mapped { element in
      if dropped.contains(element.name) { return [] }
      if element.name == "w:ins" || element.name == "w:moveTo" { return element.children }
      guard ["w:bookmarkStart", "w:bookmarkEnd"].contains(element.name) else { return [element] }
      var element = element
      if let id = element["w:id"].flatMap({ Int($0) }), id < 1_000_000 {
        element["w:id"] = "\(id + 1_000_000)"
      }
      return [element]
    }
  }
}
