import Packaging

/// Styles with what they are based on; the document's defaults come last.
struct DOCXStyles {
  private var styles: [String: XMLTree] = [:]
  private var defaultParagraph: String?
  private let defaults: [XMLTree]
  private let theme: XMLTree?

  init(_ part: XMLTree?, theme: XMLTree?) {
    for style in part?.children("w:style") ?? [] {
      guard let id = style["w:styleId"] else { continue }
      styles[id] = style
      if style["w:type"] == "paragraph", style["w:default"] == "1" || style["w:default"] == "true" {
        defaultParagraph = id
      }
    }
    let documentDefaults = part?.child("w:docDefaults")
    // Both halves look like a style: an element that holds w:rPr or w:pPr.
    defaults = (documentDefaults?.children ?? [])
    self.theme = theme?.child("a:themeElements", "a:fontScheme")
  }

  /// The paragraph's own properties, its style and what that is based on, the defaults.
  func chain(paragraph: XMLTree) -> [XMLTree] {
    let name = paragraph.child("w:pPr", "w:pStyle")?["w:val"] ?? defaultParagraph
    return [paragraph] + styles(from: name) + defaults
  }

  /// A run's own properties and its style, before those of the paragraph's style.
  func chain(run: XMLTree, paragraph: [XMLTree]) -> [XMLTree] {
    let style = run.child("w:rPr", "w:rStyle")?["w:val"]
    // A paragraph's w:rPr is inside w:pPr and only for its mark: the paragraph itself has none.
    return [run] + styles(from: style) + paragraph
  }

  private func styles(from name: String?) -> [XMLTree] {
    var chain: [XMLTree] = []
    var next = name
    while let name = next, let style = styles[name], chain.count < 64 {
      chain.append(style)
      next = style.child("w:basedOn")?["w:val"]
    }
    return chain
  }

  /// The style's name, small letters.
  func userName(_ paragraph: XMLTree) -> String {
    let id = paragraph.child("w:pPr", "w:pStyle")?["w:val"] ?? defaultParagraph
    let name = id.flatMap { styles[$0]?.child("w:name")?["w:val"] } ?? id
    return (name ?? "normal").lowercased()
  }

  func value(
    _ properties: String, _ element: String, _ attribute: String = "w:val", in chain: [XMLTree]
  ) -> String? {
    for style in chain {
      if let value = style.child(properties, element)?[attribute] { return value }
    }
    return nil
  }

  /// `script`: `eastAsia` or `hAnsi`. A theme's font goes before a font's name on the same level.
  func font(_ script: String, in chain: [XMLTree]) -> String? {
    for style in chain {
      guard let fonts = style.child("w:rPr", "w:rFonts") else { continue }
      if let name = fonts["w:\(script)Theme"], let font = themeFont(name) { return font }
      // LibreOffice writes its list of fallbacks here.
      if let font = fonts["w:\(script)"] { return String(font.prefix { $0 != ";" }) }
    }
    return nil
  }

  /// Indents left and right together, in pt; characters go before lengths.
  func sideIndents(in chain: [XMLTree], size: Double) -> Double {
    indent("left", or: "start", in: chain, size: size) + indent("right", or: "end", in: chain, size: size)
  }

  /// One side's indent, in pt.
  func indent(_ side: String, or other: String, in chain: [XMLTree], size: Double) -> Double {
    for style in chain {
      guard let indent = style.child("w:pPr", "w:ind") else { continue }
      let chars = Length.number(indent["w:\(side)Chars"] ?? indent["w:\(other)Chars"])
      if let chars, chars != 0 { return chars / 100 * size }
      if let length = Length.twips(indent["w:\(side)"] ?? indent["w:\(other)"]) { return length }
    }
    return 0
  }

  /// Borders of a table by name: its own before those of its style.
  func tableBorders(_ table: XMLTree) -> [String: XMLTree] {
    let chain = [table] + styles(from: table.child("w:tblPr", "w:tblStyle")?["w:val"])
    var borders: [String: XMLTree] = [:]
    for style in chain {
      for border in style.child("w:tblPr", "w:tblBorders")?.children ?? [] where borders[border.name] == nil {
        borders[border.name] = border
      }
    }
    return borders
  }

  private func themeFont(_ name: String) -> String? {
    let scheme = theme?.child(name.hasPrefix("major") ? "a:majorFont" : "a:minorFont")
    guard name.hasSuffix("EastAsia") else { return scheme?.child("a:latin")?["typeface"] }
    let font = scheme?.child("a:ea")?["typeface"].flatMap { $0.isEmpty ? nil : $0 }
    return font ?? scheme?.children("a:font").first { $0["script"] == "Hans" }?["typeface"]
  }

  /// First line, in pt; characters go before lengths.
  func indent(in chain: [XMLTree], size: Double) -> Double {
    for style in chain {
      guard let indent = style.child("w:pPr", "w:ind") else { continue }
      if let chars = Length.number(indent["w:hangingChars"]), chars != 0 { return -chars / 100 * size }
      if let chars = Length.number(indent["w:firstLineChars"]), chars != 0 { return chars / 100 * size }
      if let length = Length.twips(indent["w:hanging"]), length != 0 { return -length }
      if let length = Length.twips(indent["w:firstLine"]) { return length }
    }
    return 0
  }
}
