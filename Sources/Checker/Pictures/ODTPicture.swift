import Packaging

/// Reads the picture of an OpenDocument text.
struct ODTPicture {
  private let content: XMLTree
  private let part: XMLTree
  private let styles: ODTStyles
  private let footerStyles: ODTStyles
  private var paragraphs: [Paragraph] = []
  private var masters: [String] = []
  /// For each paragraph: the text box that holds it, and the thickness of the border below it, in mm.
  private var surroundings: [(frame: XMLTree?, rule: Double?)] = []
  private var frame: XMLTree?

  static func read(_ parts: borrowing Parts) throws(CheckError) -> Picture {
    let content = try parts.tree("content.xml")
    guard let text = content.child("office:body", "office:text") else { throw .unknownFormat }
    var reader = ODTPicture(content: content, part: try parts.tree("styles.xml"))
    reader.read(text, isInTable: false)
    let shapes = ["draw:line", "draw:connector", "draw:custom-shape", "draw:rect", "draw:image"]
    let colophon = reader.colophon
    return Picture(
      pages: reader.pages(), paragraphs: reader.paragraphs, colophonRules: colophon?.rules,
      colophonWidth: colophon?.width, hasDrawings: shapes.contains { !text.descendants($0).isEmpty })
  }

  private init(content: XMLTree, part: XMLTree) {
    self.content = content
    self.part = part
    styles = ODTStyles(styles: part, content: content)
    footerStyles = ODTStyles(styles: part, content: nil)
  }

  // MARK: Paragraphs

  private mutating func read(_ tree: XMLTree, isInTable: Bool) {
    for child in tree.children {
      switch child.name {
      case "text:p", "text:h":
        add(child, isInTable: isInTable)
      case "table:table":
        noteMaster(styles.chain(child["table:style-name"], "table"))
        read(child, isInTable: true)
      case "text:tracked-changes", "text:table-of-content", "office:forms": break
      default: read(child, isInTable: isInTable)
      }
    }
  }

  private mutating func add(_ element: XMLTree, isInTable: Bool) {
    let chain = styles.chain(element["text:style-name"], "paragraph")
    noteMaster(chain)
    var runs: [Run] = []
    collect(element, chain, into: &runs)
    let size = styles.asianSize(chain) ?? 0
    let isAutomatic = styles.value("paragraph", "style:auto-text-indent", in: chain) == "true"
    let indent = Length.points(styles.value("paragraph", "fo:text-indent", in: chain))
    let level = element["text:outline-level"].flatMap { Int($0) }
    paragraphs.append(
      Paragraph(
        style: styles.userName(chain), outlineLevel: element.name == "text:h" ? level ?? 1 : nil,
        alignment: Alignment(styles.value("paragraph", "fo:text-align", in: chain)),
        indent: isAutomatic ? size : indent ?? 0,
        lineHeight: Length.points(styles.value("paragraph", "fo:line-height", in: chain)),
        isInTable: isInTable, isInFrame: frame != nil,
        letterSpacing: Length.points(styles.value("text", "fo:letter-spacing", in: chain)) ?? 0,
        redRule: rule(chain) { isRed($0) },
        margins: length("fo:margin-left", chain) + length("fo:margin-right", chain),
        isRed: isRed(styles.value("text", "fo:color", in: chain)), runs: runs))
    surroundings.append((frame, rule(chain) { _ in true }))
    for box in element.descendants("draw:frame") where frame == nil {
      frame = box
      for text in box.children("draw:text-box") { read(text, isInTable: false) }
      frame = nil
    }
  }

  private func length(_ attribute: String, _ chain: [XMLTree]) -> Double {
    // Values come from the chain alone, whichever part's styles it was made of.
    Length.points(styles.value("paragraph", attribute, in: chain)) ?? 0
  }

  /// Thickness in mm of the border below or above, if its colour is one of those wanted.
  private func rule(_ chain: [XMLTree], _ isWanted: (String) -> Bool) -> Double? {
    for name in ["fo:border-bottom", "fo:border-top", "fo:border"] {
      let words = styles.value("paragraph", name, in: chain)?.split(separator: " ").map(String.init) ?? []
      let colour = words.first { $0.hasPrefix("#") } ?? "#000000"
      let thickness = words.lazy.compactMap { Length.millimetres($0) }.first
      if let thickness, isWanted(colour) { return thickness }
    }
    return nil
  }

  /// Rules around the colophon's paragraphs and the width of their box; `nil` without one, or where it is a table.
  private var colophon: (rules: [Double], width: Double?)? {
    let marked = Roles.assign(paragraphs, .gbt9704)
    let lines = marked.indices.filter { marked[$0].role == .colophon && !marked[$0].isInTable }
    guard var first = lines.first, var last = lines.last else { return nil }
    if first > 0, surroundings[first - 1].rule != nil { first -= 1 }
    if last + 1 < marked.count, surroundings[last + 1].rule != nil { last += 1 }
    let rules = surroundings[first...last].compactMap(\.rule)
    return (rules, surroundings[lines[0]].frame.flatMap { Length.millimetres($0["svg:width"]) })
  }

  private func collect(_ element: XMLTree, _ chain: [XMLTree], into runs: inout [Run]) {
    for node in element.nodes {
      switch node {
      case .text(let text): add(text, chain, to: &runs)
      case .element(let child):
        switch child.name {
        case "text:span":
          collect(child, styles.chain(child["text:style-name"], "text") + chain, into: &runs)
        case "text:note", "office:annotation", "draw:frame", "draw:custom-shape": break
        case "text:s", "text:tab", "text:line-break": add(" ", chain, to: &runs)
        default: collect(child, chain, into: &runs)
        }
      }
    }
  }

  private func add(_ text: String, _ chain: [XMLTree], to runs: inout [Run]) {
    guard !text.isEmpty else { return }
    let font = styles.asianFont(chain)
    runs.append(Run(text: text, font: font, quoteFont: font, size: styles.asianSize(chain)))
  }

  // MARK: Pages

  private mutating func noteMaster(_ chain: [XMLTree]) {
    let name = chain.lazy.compactMap { $0["style:master-page-name"] }.first { !$0.isEmpty }
    if let name {
      if !masters.contains(name) { masters.append(name) }
    } else if masters.isEmpty {
      masters.append("")
    }
  }

  /// The page layouts in use; the first master page is the one of a text that names none.
  private func pages() -> [PageLayout] {
    let all = part.child("office:master-styles")?.children("style:master-page") ?? []
    let standard = all.first { $0["style:name"] == "Standard" } ?? all.first
    var used: [XMLTree] = []
    for name in masters.isEmpty ? [""] : masters {
      var master = name.isEmpty ? standard : all.first { $0["style:name"] == name } ?? standard
      while let current = master, !used.contains(current) {
        used.append(current)
        let next = current["style:next-style-name"]
        master = next.flatMap { next in all.first { $0["style:name"] == next } }
      }
    }
    return used.reduce(into: []) { pages, master in
      let page = page(master)
      if !pages.contains(page) { pages.append(page) }
    }
  }

  private func page(_ master: XMLTree) -> PageLayout {
    let layout = part.child("office:automatic-styles")?.children("style:page-layout").first {
      $0["style:name"] == master["style:page-layout-name"]
    }
    let properties = layout?.child("style:page-layout-properties")
    func length(_ name: String) -> Double { Length.millimetres(properties?[name]) ?? 0 }
    func margin(_ name: String) -> Double {
      Length.millimetres(properties?["fo:margin-" + name] ?? properties?["fo:margin"]) ?? 0
    }
    // Header and footer are taken out of the text, not out of the margins.
    func extra(_ kind: String, _ side: String) -> Double {
      guard let area = master.child("style:" + kind), area["style:display"] != "false",
        let box = layout?.child("style:\(kind)-style", "style:header-footer-properties")
      else { return 0 }
      return areaHeight(area, box, side)
    }
    let mode = properties?["style:layout-grid-mode"] ?? "none"
    let box = layout?.child("style:footer-style", "style:header-footer-properties")
    let odd = number(master.child("style:footer"), box, besides: margin("left"))
    let left = master.child("style:footer-left")
    var page = PageLayout(
      width: length("fo:page-width"), height: length("fo:page-height"),
      top: margin("top") + extra("header", "bottom"), bottom: margin("bottom") + extra("footer", "top"),
      left: margin("left"), right: margin("right"),
      lines: mode == "none" ? nil : properties?["style:layout-grid-lines"].flatMap { Int($0) },
      oddNumber: odd, evenNumber: left == nil ? odd : number(left, box, besides: margin("left")))
    if mode == "both" { page.characterPitch = Length.points(properties?["style:layout-grid-base-width"]) }
    return page
  }

  /// Height in mm of a header or footer with its distance from the text.
  ///
  /// LibreOffice 7.4 counts the distance into the least height, whatever the standard says, and where the distance is
  /// dynamic the lines use it up before the area grows.
  private func areaHeight(_ area: XMLTree, _ box: XMLTree, _ side: String) -> Double {
    let least = Length.millimetres(box["svg:height"] ?? box["fo:min-height"]) ?? 0
    let distance = Length.millimetres(box["fo:margin-" + side]) ?? 0
    return max(least, contentHeight(area) + (isDynamic(box) ? 0 : distance))
  }

  private func isDynamic(_ box: XMLTree) -> Bool { box["style:dynamic-spacing"] == "true" }

  /// Of the paragraphs of a header or footer, each taken for one line, in mm.
  private func contentHeight(_ area: XMLTree) -> Double {
    area.children("text:p").reduce(0) { height, paragraph in
      let chain = footerStyles.chain(paragraph["text:style-name"], "paragraph")
      let margins = length("fo:margin-top", chain) + length("fo:margin-bottom", chain)
      return height + (lineHeight(chain) + margins) * 25.4 / 72
    }
  }

  /// In pt.
  private func lineHeight(_ chain: [XMLTree]) -> Double {
    Length.points(footerStyles.value("paragraph", "fo:line-height", in: chain))
      ?? (footerStyles.westernSize(chain) ?? 12) * 1.3
  }

  private func number(_ footer: XMLTree?, _ box: XMLTree?, besides margin: Double) -> PageNumber? {
    guard let footer, footer["style:display"] != "false" else { return nil }
    let frame = footer.descendants("draw:frame").first { !$0.descendants("text:page-number").isEmpty }
    let paragraphs = (frame ?? footer).descendants("text:p")
    guard let paragraph = paragraphs.first(where: { !$0.descendants("text:page-number").isEmpty }) else {
      return nil
    }
    let chain = footerStyles.chain(paragraph["text:style-name"], "paragraph")
    let digits =
      spans(to: "text:page-number", in: paragraph).flatMap { footerStyles.chain($0, "text") } + chain
    let alignment = Alignment(footerStyles.value("paragraph", "fo:text-align", in: chain))
    let size = footerStyles.westernSize(digits)
    var number = PageNumber(
      alignment: alignment, text: Self.text(of: paragraph), font: footerStyles.westernFont(digits), size: size
    )
    let side = alignment == .right ? "fo:margin-right" : "fo:margin-left"
    number.inset = Length.points(footerStyles.value("paragraph", side, in: chain)) ?? 0
    if let frame {
      number.isTurned = isTurned(frame)
      number.distance = number.isTurned ? distance(of: frame, chain, from: margin) : nil
    } else if let box, paragraphs.count == 1 {
      let room = areaHeight(footer, box, "top") - contentHeight(footer)
      let distance = Length.millimetres(box["fo:margin-top"]) ?? 0
      let above = isDynamic(box) ? min(distance, room) : distance
      number.distance = above + (length("fo:margin-top", chain) + lineHeight(chain) / 2) * 25.4 / 72
    }
    return number
  }

  /// Whether a frame's lines run from above downwards, the first one at the right.
  private func isTurned(_ frame: XMLTree) -> Bool {
    let chain = footerStyles.chain(frame["draw:style-name"], "graphic")
    return ["tb-rl", "tb"].contains(footerStyles.value("graphic", "style:writing-mode", in: chain))
  }

  /// From the type area at the right of a turned frame to the middle of its first line, in mm.
  private func distance(of frame: XMLTree, _ chain: [XMLTree], from margin: Double) -> Double? {
    guard let x = Length.millimetres(frame["svg:x"]), let width = Length.millimetres(frame["svg:width"])
    else { return nil }
    return margin - x - width + (length("fo:margin-top", chain) + lineHeight(chain) / 2) * 25.4 / 72
  }

  /// Names of the spans' styles around an element, the innermost first.
  private func spans(to name: String, in element: XMLTree) -> [String?] {
    for child in element.children where child.name == "text:span" && !child.descendants(name).isEmpty {
      return spans(to: name, in: child) + [child["text:style-name"]]
    }
    return []
  }

  /// The text with `1` for its fields.
  private static func text(of element: XMLTree) -> String {
    element.nodes.reduce(into: "") { text, node in
      switch node {
      case .text(let part): text += part
      case .element(let child):
        switch child.name {
        case "text:page-number", "text:page-count": text += "1"
        case "text:s", "text:tab": text += " "
        default: text += Self.text(of: child)
        }
      }
    }
  }
}

/// Whether `#rrggbb` is a red as mastheads have it.
func isRed(_ colour: String?) -> Bool {
  guard let colour, let value = Int(colour.drop { $0 == "#" }, radix: 16) else { return false }
  return value >> 16 & 255 > 160 && value >> 8 & 255 < 80 && value & 255 < 80
}
