import Packaging

/// Reads the picture of a Word document.
struct DOCXPicture {
  private let styles: DOCXStyles
  private var paragraphs: [Paragraph] = []
  private var sections: [XMLTree] = []
  /// The table that holds a paragraph, for each paragraph.
  private var tables: [XMLTree?] = []
  private var table: XMLTree?
  private var hasDrawings = false

  static func read(_ parts: borrowing Parts) throws(CheckError) -> Picture {
    let document = try parts.tree("word/document.xml")
    guard let body = document.child("w:body") else { throw .unreadablePart("word/document.xml") }
    let styles = DOCXStyles(
      try parts.tree("word/styles.xml"), theme: try parts.optionalTree("word/theme/theme1.xml"))
    var reader = DOCXPicture(styles: styles)
    reader.read(body, isInTable: false)
    let pages = DOCXPages(
      styles: styles, sections: reader.sections,
      settings: try parts.optionalTree("word/settings.xml"), footers: try footers(parts))
    let colophon = reader.colophon
    return Picture(
      pages: pages.layouts(), paragraphs: reader.paragraphs, colophonRules: colophon?.rules,
      colophonWidth: colophon?.width, hasDrawings: reader.hasDrawings)
  }

  private init(styles: DOCXStyles) { self.styles = styles }

  /// Footers by the id of their relation.
  private static func footers(_ parts: borrowing Parts) throws(CheckError) -> [String: XMLTree] {
    var footers: [String: XMLTree] = [:]
    let relations = try parts.optionalTree("word/_rels/document.xml.rels")
    for relation in relations?.children ?? [] {
      guard relation["Type"]?.hasSuffix("/footer") ?? false, let target = relation["Target"] else { continue }
      let name = target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target
      if let id = relation["Id"] { footers[id] = try parts.optionalTree(name) }
    }
    return footers
  }

  private mutating func read(_ tree: XMLTree, isInTable: Bool) {
    for child in tree.children {
      switch child.name {
      case "w:p": add(child, isInTable: isInTable)
      case "w:tbl":
        let outer = table
        table = child
        read(child, isInTable: true)
        table = outer
      case "w:sectPr": sections.append(child)
      default: read(child, isInTable: isInTable)
      }
    }
  }

  private mutating func add(_ element: XMLTree, isInTable: Bool) {
    let chain = styles.chain(paragraph: element)
    var runs: [Run] = []
    collect(element, chain, into: &runs)
    if !element.descendants("w:pict").isEmpty || !element.descendants("w:drawing").isEmpty {
      hasDrawings = true
    }
    tables.append(table)
    let first = element.children("w:r").first.map { styles.chain(run: $0, paragraph: chain) } ?? chain
    let colour = styles.value("w:rPr", "w:color", in: first)
    let size = runs.first?.size ?? Length.number(styles.value("w:rPr", "w:sz", in: chain)).map { $0 / 2 }
    let level = styles.value("w:pPr", "w:outlineLvl", in: chain).flatMap { Int($0) }
    let isExact = styles.value("w:pPr", "w:spacing", "w:lineRule", in: chain) == "exact"
    let line = Length.twips(styles.value("w:pPr", "w:spacing", "w:line", in: chain))
    paragraphs.append(
      Paragraph(
        style: styles.userName(element), outlineLevel: level.flatMap { (0..<9).contains($0) ? $0 + 1 : nil },
        alignment: Alignment(styles.value("w:pPr", "w:jc", in: chain)),
        indent: styles.indent(in: chain, size: size ?? 0), lineHeight: isExact ? line : nil,
        isInTable: isInTable,
        letterSpacing: Length.twips(styles.value("w:rPr", "w:spacing", in: first)) ?? 0,
        redRule: redRule(chain), margins: styles.sideIndents(in: chain, size: size ?? 0),
        isRed: isRed(colour),
        runs: runs))
    for box in element.descendants("w:txbxContent").prefix(1) { readFrame(box) }
    if let section = element.child("w:pPr", "w:sectPr") { sections.append(section) }
  }

  /// Paragraphs of a text box, after the one it is anchored in.
  private mutating func readFrame(_ box: XMLTree) {
    let first = paragraphs.count
    read(box, isInTable: false)
    for index in first..<paragraphs.count { paragraphs[index].isInFrame = true }
  }

  /// In mm.
  private func redRule(_ chain: [XMLTree]) -> Double? {
    for style in chain {
      guard let borders = style.child("w:pPr", "w:pBdr") else { continue }
      let red = ["w:bottom", "w:top"].lazy.compactMap { borders.child($0) }.first { isRed($0["w:color"]) }
      return red.flatMap { Length.number($0["w:sz"]) }.map { $0 / 8 * 25.4 / 72 }
    }
    return nil
  }

  /// Rules and width of the table that holds the colophon; `nil` without one.
  private var colophon: (rules: [Double]?, width: Double?)? {
    let marked = Roles.assign(paragraphs, .gbt9704)
    guard let index = marked.lastIndex(where: { $0.role == .colophon }), let table = tables[index] else {
      return nil
    }
    let borders = styles.tableBorders(table)
    func rule(_ name: String) -> Double? {
      borders[name].flatMap { ["nil", "none"].contains($0["w:val"]) ? nil : Length.number($0["w:sz"]) }
        .map { $0 / 8 * 25.4 / 72 }
    }
    let own = !table.descendants("w:tcBorders").isEmpty
    let rows = table.children("w:tr").count
    let inner = Array(repeating: rule("w:insideH"), count: max(rows - 1, 0))
    // One that is missing between others counts as having no thickness.
    let all = [rule("w:top")] + inner + [rule("w:bottom")]
    let rules = all.contains { $0 != nil } ? all.map { $0 ?? 0 } : []
    let properties = table.child("w:tblPr", "w:tblW")
    let width = properties?["w:type"] == "dxa" ? Length.twips(properties?["w:w"]) : nil
    return (own ? nil : rules, width.map { $0 * 25.4 / 72 })
  }

  private func collect(_ element: XMLTree, _ chain: [XMLTree], into runs: inout [Run]) {
    for child in element.children {
      switch child.name {
      case "w:r": add(child, chain, to: &runs)
      case "w:del", "w:moveFrom", "w:pPr", "w:txbxContent": break
      default: collect(child, chain, into: &runs)
      }
    }
  }

  private func add(_ run: XMLTree, _ paragraph: [XMLTree], to runs: inout [Run]) {
    let text = run.children.reduce(into: "") { text, child in
      switch child.name {
      case "w:t": text += child.text
      case "w:tab", "w:br", "w:cr": text += " "
      default: break
      }
    }
    guard !text.isEmpty else { return }
    let chain = styles.chain(run: run, paragraph: paragraph)
    let font = styles.font("eastAsia", in: chain)
    // Quotation marks belong to both scripts: Word takes the Latin font unless the run says otherwise.
    let isAsian = styles.value("w:rPr", "w:rFonts", "w:hint", in: chain) == "eastAsia"
    runs.append(
      Run(
        text: text, font: font, quoteFont: isAsian ? font : styles.font("hAnsi", in: chain),
        size: Length.number(styles.value("w:rPr", "w:sz", in: chain)).map { $0 / 2 }))
  }
}
