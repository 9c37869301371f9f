import Foundation

/// An article whose printed numbers (一、 （一） 1. （1）) are taken off and left to the word processor.
struct NumberedDocument {
  private struct Item {
    var text: String
    /// 0…3 for 一、 （一） 1. （1）; `nil` for a paragraph without a number.
    var level: Int?
    var isTitle: Bool
  }

  private static let chinese = "[一二三四五六七八九十]+"
  private static let forms = ["\(chinese)、", "（\(chinese)）", "[0-9]+[.．、]", "（[0-9]+）"]

  private var items: [Item] = []
  /// What stands around the number on each level, as the article prints it.
  private var around = [("", "、"), ("（", "）"), ("", "."), ("（", "）")]

  init(_ paragraphs: [Paragraph]) {
    for paragraph in paragraphs {
      let text = paragraph.text.trimmingCharacters(in: .whitespaces)
      let level = Self.forms.firstIndex { text.range(of: "^\($0)", options: .regularExpression) != nil }
      var item = Item(text: text, level: paragraph.isTitle ? nil : level, isTitle: paragraph.isTitle)
      if let level = item.level,
        let number = text.range(of: "^\(Self.forms[level])", options: .regularExpression)
      {
        item.text = String(text[number.upperBound...])
        if level == 2, let stop = text[number].last { around[2] = ("", String(stop)) }
      }
      items.append(item)
    }
  }

  /// Numbered paragraphs.
  var count: Int { items.count { $0.level != nil } }

  func docx(throughStyles: Bool) throws -> [UInt8] {
    let levels = around.indices.map { level in
      let style = throughStyles ? "<w:pStyle w:val=\"N\(level)\"/>" : ""
      return """
        <w:lvl w:ilvl="\(level)"><w:start w:val="1"/><w:numFmt w:val="\(level < 2 ? "chineseCounting" : "decimal")"/>\(style)\
        <w:suff w:val="nothing"/><w:lvlText w:val="\(around[level].0)%\(level + 1)\(around[level].1)"/></w:lvl>
        """
    }
    let numbering = """
      <w:abstractNum w:abstractNumId="0">\(levels.joined())</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    let styles = around.indices.map {
      """
      <w:style w:type="paragraph" w:styleId="N\($0)"><w:pPr><w:numPr><w:ilvl w:val="\($0)"/><w:numId w:val="1"/></w:numPr>\
      </w:pPr></w:style>
      """
    }
    let title = "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
    let body = items.map { item in
      var properties = item.isTitle ? "<w:pStyle w:val=\"T\"/>" : ""
      if let level = item.level {
        properties =
          throughStyles
          ? "<w:pStyle w:val=\"N\(level)\"/>"
          : "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>"
      }
      return
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(MadeDocument.escaped(item.text))</w:t></w:r></w:p>"
    }
    return try MadeDocument.docx(body.joined(), styles: title + styles.joined(), numbering: numbering)
  }

  /// With lists, as Writer saves them; or as headings that the outline numbers.
  func odt(asHeadings: Bool = false) throws -> [UInt8] {
    let kind = asHeadings ? "outline-level-style" : "list-level-style-number"
    let levels = around.indices.map { level in
      """
      <text:\(kind) text:level="\(level + 1)" style:num-format="\(level < 2 ? "一, 二, 三, ..." : "1")" \
      style:num-prefix="\(around[level].0)" style:num-suffix="\(around[level].1)"/>
      """
    }.joined()
    let styles =
      asHeadings
      ? "<text:outline-style style:name=\"Outline\">\(levels)</text:outline-style>"
      : "<text:list-style style:name=\"L\">\(levels)</text:list-style>"
    let body = items.map { item in
      let text = MadeDocument.escaped(item.text)
      guard let level = item.level else { return "<text:p>\(text)</text:p>" }
      if asHeadings { return "<text:h text:outline-level=\"\(level + 1)\">\(text)</text:h>" }
      let open = "<text:list-item><text:list>"
      let close = "</text:list></text:list-item>"
      return """
        <text:list text:style-name="L" text:continue-numbering="true">\(String(repeating: open, count: level))\
        <text:list-item><text:p>\(text)</text:p></text:list-item>\(String(repeating: close, count: level))</text:list>
        """
    }
    return try MadeDocument.odt(body.joined(), styles: styles)
  }
}
