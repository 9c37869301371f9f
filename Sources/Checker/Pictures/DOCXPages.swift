import Packaging

/// The pages of a Word document, one a section.
struct DOCXPages {
  let styles: DOCXStyles
  let sections: [XMLTree]
  let settings: XMLTree?
  let footers: [String: XMLTree]

  /// A section without a footer of its own has that of the section before.
  func layouts() -> [PageLayout] {
    var odd: Alignment?
    var even: Alignment?
    var layouts: [PageLayout] = []
    for section in sections {
      for reference in section.children("w:footerReference") {
        let number = footers[reference["r:id"] ?? ""]
        switch reference["w:type"] {
        case "even": even = alignment(number, isEven: true)
        case "first": break
        default: odd = alignment(number, isEven: false)
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
  private func evenLike(_ section: XMLTree) -> Alignment? {
    let reference = section.children("w:footerReference").first { ($0["w:type"] ?? "default") == "default" }
    return reference.flatMap { footers[$0["r:id"] ?? ""] }.flatMap { alignment($0, isEven: true) }
  }

  private func layout(_ section: XMLTree, odd: Alignment?, even: Alignment?) -> PageLayout {
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
    }
    return page
  }

  /// Where the footer has its page number. A frame or a text box around it has a place of its own.
  private func alignment(_ footer: XMLTree?, isEven: Bool) -> Alignment? {
    guard let footer else { return nil }
    for paragraph in footer.descendants("w:p") where Self.hasNumber(paragraph) {
      let chain = styles.chain(paragraph: paragraph)
      let frame = styles.value("w:pPr", "w:framePr", "w:xAlign", in: chain)
      let box = paragraph.descendants("wp:positionH").first?.child("wp:align")?.text
      switch frame ?? box {
      case "outside": return isEven ? .left : .right
      case "inside": return isEven ? .right : .left
      case let word?: return Alignment(word)
      case nil: return Alignment(styles.value("w:pPr", "w:jc", in: chain))
      }
    }
    return nil
  }

  private static func hasNumber(_ paragraph: XMLTree) -> Bool {
    let fields =
      paragraph.descendants("w:instrText").map(\.text)
      + paragraph.descendants("w:fldSimple").compactMap { $0["w:instr"] }
    return fields.contains { $0.split(separator: " ").first?.uppercased() == "PAGE" }
  }
}
