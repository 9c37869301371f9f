import Packaging

/// Reads the picture of a Word document.
struct DOCXPicture {
  private let styles: DOCXStyles
  private var paragraphs: [Paragraph] = []
  private var sections: [XMLTree] = []

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
    return Picture(pages: pages.layouts(), paragraphs: reader.paragraphs)
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
      case "w:tbl": read(child, isInTable: true)
      case "w:sectPr": sections.append(child)
      default: read(child, isInTable: isInTable)
      }
    }
  }

  private mutating func add(_ element: XMLTree, isInTable: Bool) {
    let chain = styles.chain(paragraph: element)
    var runs: [Run] = []
    collect(element, chain, into: &runs)
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
        isInTable: isInTable, isRed: isRed(colour), runs: runs))
    if let section = element.child("w:pPr", "w:sectPr") { sections.append(section) }
  }

  private func collect(_ element: XMLTree, _ chain: [XMLTree], into runs: inout [Run]) {
    for child in element.children {
      switch child.name {
      case "w:r": add(child, chain, to: &runs)
      case "w:del", "w:moveFrom", "w:pPr": break
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
