import Foundation

/// Sets one article on small pages in columns, as a word processor does: it runs on from page to page.
struct ArticleComposer {
  let text: ArticleText
  let columns: Int

  func compose() -> String {
    let titles = text.display.map { paragraph($0.style, $0.text) }
    let body = text.paragraphs.map { paragraph("text", $0) }.joined()
    let column = String(repeating: "<style:column style:rel-width=\"1*\"/>", count: columns)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document\(FlatText.spaces) office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      \(FlatText.fonts)\(FlatText.defaults)
      <office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties \
      fo:page-width="420pt" fo:page-height="480pt" fo:margin="40pt"/></style:page-layout>
      \(style("headline", 20, "fo:text-align=\"center\""))\(style("kicker", 14, "fo:text-align=\"center\""))\
      \(style("subtitle", 13, "fo:text-align=\"center\""))\
      \(style("note", 10.5, "fo:text-align=\"center\""))\
      \(style("text", 10.5, "fo:text-align=\"justify\" fo:text-indent=\"21pt\" fo:orphans=\"0\" fo:widows=\"0\""))
      <style:style style:name="section" style:family="section"><style:section-properties>\
      <style:columns fo:column-count="\(columns)" fo:column-gap="16pt">\(columns > 1 ? column : "")</style:columns>\
      </style:section-properties></style:style></office:automatic-styles>
      <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
      <office:body><office:text>\(titles.joined())
      <text:section text:style-name="section" text:name="body">\(body)</text:section></office:text></office:body>
      </office:document>

      """
  }

  private func paragraph(_ style: String, _ text: String) -> String {
    "<text:p text:style-name=\"\(style)\">\(FlatText.escaped(text))</text:p>"
  }

  private func style(_ name: String, _ size: Double, _ attributes: String) -> String {
    """
    <style:style style:name="\(name)" style:family="paragraph"><style:paragraph-properties \(attributes) \
    style:punctuation-wrap="simple" \
    fo:line-height="\(size * 1.5)pt"/><style:text-properties fo:font-size="\(size)pt" \
    style:font-size-asian="\(size)pt"/></style:style>

    """
  }
}

/// What every flat OpenDocument text begins with.
enum FlatText {
  static let spaces = [
    "office", "style", "text", "drawing:draw", "xsl-fo-compatible:fo", "svg-compatible:svg",
  ].map { name -> String in
    let parts = name.split(separator: ":")
    return " xmlns:\(parts.last ?? "")=\"urn:oasis:names:tc:opendocument:xmlns:\(parts[0]):1.0\""
  }.joined()

  static let fonts = """
    <office:font-face-decls>\
    <style:font-face style:name="sans" svg:font-family="'Noto Sans CJK SC'"/></office:font-face-decls>

    """

  static let defaults = """
    <office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="sans" \
    style:font-name-asian="sans" fo:language="zh" fo:country="CN" style:language-asian="zh" \
    style:country-asian="CN"/></style:default-style></office:styles>
    """

  static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }
}
