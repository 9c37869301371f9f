import Packaging

/// The pages of a Word document, one a section.
struct DOCXPages {
  let styles: DOCXStyles
  let sections: [XMLTree]
  let settings: XMLTree?
  let footers: [String: XMLTree]

  /// A section without a footer of its own has that of the section before.
  func layouts() -> [PageLayout] {
    var odd: PageNumber?
    var even: PageNumber?
    var layouts: [PageLayout] = []
    for section in sections {
      for reference in section.children("w:footerReference") {
        let footer = footers[reference["r:id"] ?? ""]
        switch reference["w:type"] {
        case "even": even = number(footer, isEven: true, in: section)
        case "first": break
        default: odd = number(footer, isEven: false, in: section)
        }
      }
      let layout = layout(section, odd: odd, even: differs ? even : evenLike(section) ?? odd)
      if !layouts.contains(layout) { layouts.append(layout) }
    }
    return layouts
  }

  /// Whether odd and even pages have footers of their own.
  private var differs: Bool {
    guard let setting = settings?.child("w:evenAndOddHeaders") else { return false }
    return !["0", "false", "off"].contains(setting["w:val"] ?? "1")
  }

  /// One footer for all pages: a frame set "outside" still changes sides.
  private func evenLike(_ section: XMLTree) -> PageNumber? {
    let reference = section.children("w:footerReference").first { ($0["w:type"] ?? "default") == "default" }
    return reference.flatMap { number(footers[$0["r:id"] ?? ""], isEven: true, in: section) }
  }

  private func layout(_ section: XMLTree, odd: PageNumber?, even: PageNumber?) -> PageLayout {
    let size = section.child("w:pgSz")
    let margins = section.child("w:pgMar")
    func length(_ tree: XMLTree?, _ name: String) -> Double {
      abs(Length.twips(tree?["w:" + name]) ?? 0) * 25.4 / 72
    }
    var page = PageLayout(
      width: length(size, "w"), height: length(size, "h"), top: length(margins, "top"),
      bottom: length(margins, "bottom"), left: length(margins, "left") + length(margins, "gutter"),
      right: length(margins, "right"), oddNumber: odd, evenNumber: even)
    if let grid = section.child("w:docGrid"), (grid["w:type"] ?? "default") != "default",
      let pitch = Length.twips(grid["w:linePitch"]), pitch > 1
    {
      page.lines = Int((page.typeHeight * 72 / 25.4 + 1) / pitch)
      if ["linesAndChars", "snapToChars"].contains(grid["w:type"]) {
        page.characterSpace = Length.number(grid["w:charSpace"]).map { $0 / 4096 }
      }
    }
    return page
  }

  /// The footer's page number. A frame or a text box around it has a place of its own.
  private func number(_ footer: XMLTree?, isEven: Bool, in section: XMLTree) -> PageNumber? {
    guard let footer, let paragraph = footer.descendants("w:p").first(where: Self.isOfNumber) else {
      return nil
    }
    let chain = styles.chain(paragraph: paragraph)
    let frame = styles.value("w:pPr", "w:framePr", "w:xAlign", in: chain)
    let box = paragraph.descendants("wp:positionH").first?.child("wp:align")?.text
    let runs = paragraph.descendants("w:r")
    let digits = runs.first { !$0.children("w:fldChar").isEmpty } ?? runs.first
    let digitChain = digits.map { styles.chain(run: $0, paragraph: chain) } ?? chain
    let size = Length.number(styles.value("w:rPr", "w:sz", in: digitChain)).map { $0 / 2 }
    var number = PageNumber(
      alignment: Alignment(styles.value("w:pPr", "w:jc", in: chain)), text: Self.text(of: paragraph),
      font: styles.font("ascii", in: digitChain), size: size)
    if let word = frame ?? box {
      number.alignment = Self.alignment(word, isEven: isEven)
      return number
    }
    let isRight = number.alignment == .right
    number.inset = styles.indent(
      isRight ? "right" : "left", or: isRight ? "end" : "start", in: chain, size: size ?? 0)
    if let cell = Self.turnedTable(footer) {
      number.isTurned = true
      number.distance = distance(section, besides: cell, lineHeight(chain) ?? (size ?? 14) * 1.3)
    } else if let size, footer.descendants("w:p").count == 1 {
      number.distance = distance(section, lineHeight(chain) ?? size * 1.3)
    }
    return number
  }

  /// The table in a footer whose cell turns the number: read from above downwards.
  private static func turnedTable(_ footer: XMLTree) -> XMLTree? {
    footer.children("w:tbl").first { table in
      table.descendants("w:tc").contains { cell in
        ["tbRl", "tbRlV"].contains(cell.child("w:tcPr", "w:textDirection")?["w:val"])
          && cell.descendants("w:p").contains(where: isOfNumber)
      }
    }
  }

  /// From the type area at the right of a turned table to the middle of its first line, in mm.
  private func distance(_ section: XMLTree, besides table: XMLTree, _ line: Double) -> Double? {
    guard let margin = Length.twips(section.child("w:pgMar")?["w:left"]),
      let x = Length.twips(table.child("w:tblPr", "w:tblpPr")?["w:tblpX"]),
      let width = Length.twips(table.child("w:tblPr", "w:tblW")?["w:w"])
    else { return nil }
    return (margin - x - width + line / 2) * 25.4 / 72
  }

  private static func alignment(_ word: String, isEven: Bool) -> Alignment {
    switch word {
    case "outside": isEven ? .left : .right
    case "inside": isEven ? .right : .left
    default: Alignment(word)
    }
  }

  private func lineHeight(_ chain: [XMLTree]) -> Double? {
    guard styles.value("w:pPr", "w:spacing", "w:lineRule", in: chain) == "exact" else { return nil }
    return Length.twips(styles.value("w:pPr", "w:spacing", "w:line", in: chain))
  }

  /// From the type area to the middle of the footer's only line, in mm.
  private func distance(_ section: XMLTree, _ line: Double) -> Double? {
    let margins = section.child("w:pgMar")
    guard let bottom = Length.twips(margins?["w:bottom"]), let footer = Length.twips(margins?["w:footer"])
    else { return nil }
    return (abs(bottom) - footer - line / 2) * 25.4 / 72
  }

  /// The paragraph's text with `1` for its fields.
  private static func text(of paragraph: XMLTree) -> String {
    var text = ""
    var depth = 0
    for element in paragraph.everything {
      switch element.name {
      case "w:fldChar":
        if element["w:fldCharType"] == "begin" { depth += 1 }
        if element["w:fldCharType"] == "end", depth > 0 {
          depth -= 1
          text += "1"
        }
      case "w:fldSimple": text += "1"
      case "w:t" where depth == 0: text += element.text
      default: break
      }
    }
    return text
  }

  private static func isOfNumber(_ paragraph: XMLTree) -> Bool {
    let fields =
      paragraph.descendants("w:instrText").map(\.text)
      + paragraph.descendants("w:fldSimple").compactMap { $0["w:instr"] }
    return fields.contains { $0.split(separator: " ").first?.uppercased() == "PAGE" }
  }
}

extension XMLTree {
  /// All elements below in the document's order, but for those within simple fields.
  fileprivate var everything: [XMLTree] {
    children.flatMap { $0.name == "w:fldSimple" ? [$0] : [$0] + $0.everything }
  }
}
