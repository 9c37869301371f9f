import Foundation
import Packaging
import TestSupport

/// A paragraph of a fixture and what it is.
struct Paragraph {
  var text: String
  var isTitle = false
  /// A measure's heading that opens the paragraph: so many characters.
  var heading = 0
}

/// Writes an article's paragraphs in other formats, as newspapers' sites and word processors do.
enum MadeDocument {
  static let text = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  static func docx(_ body: String, styles: String = "", numbering: String = "", space: String = text) throws
    -> [UInt8]
  {
    var zip = ZIPWriter(level: 9)
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    try zip.add(
      "[Content_Types].xml",
      Array(
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="\(type)document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="\(type)styles+xml"/>\
        <Override PartName="/word/numbering.xml" ContentType="\(type)numbering+xml"/></Types>
        """.utf8))
    try zip.add("_rels/.rels", relations([("officeDocument", "word/document.xml")]))
    try zip.add(
      "word/_rels/document.xml.rels", relations([("styles", "styles.xml"), ("numbering", "numbering.xml")]))
    let spaces =
      "xmlns:w=\"\(space)\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    try zip.add(
      "word/document.xml", Array("<w:document \(spaces)><w:body>\(body)</w:body></w:document>".utf8))
    try zip.add("word/styles.xml", Array("<w:styles \(spaces)>\(styles)</w:styles>".utf8))
    try zip.add("word/numbering.xml", Array("<w:numbering \(spaces)>\(numbering)</w:numbering>".utf8))
    return try zip.finish()
  }

  private static func relations(_ targets: [(type: String, part: String)]) -> [UInt8] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let list = targets.map {
      "<Relationship Id=\"\($0.type)\" Type=\"\(type)\($0.type)\" Target=\"\($0.part)\"/>"
    }
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return Array("<Relationships xmlns=\"\(space)\">\(list.joined())</Relationships>".utf8)
  }

  static func docx(_ paragraphs: [Paragraph]) throws -> [UInt8] {
    let styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
    return try docx(
      paragraphs.map {
        "<w:p><w:pPr>\($0.isTitle ? "<w:pStyle w:val=\"H1\"/>" : "")</w:pPr>"
          + "<w:r><w:t xml:space=\"preserve\">\(escaped($0.text))</w:t></w:r></w:p>"
      }.joined(), styles: styles)
  }

  /// The same with every heading in bold type, as many offices set them.
  static func boldDOCX(_ paragraphs: [Paragraph]) throws -> [UInt8] {
    try docx(
      paragraphs.map {
        let (heading, rest) = (
          escaped(String($0.text.prefix($0.heading))), escaped(String($0.text.dropFirst($0.heading)))
        )
        return "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>\(heading)</w:t></w:r><w:r><w:t>\(rest)</w:t></w:r></w:p>"
      }.joined())
  }

  static func boldPage(_ paragraphs: [Paragraph]) -> [UInt8] {
    let body = paragraphs.map {
      let (heading, rest) = (
        escaped(String($0.text.prefix($0.heading))), escaped(String($0.text.dropFirst($0.heading)))
      )
      return $0.isTitle ? "<h1>\(escaped($0.text))</h1>" : "<p><strong>\(heading)</strong>\(rest)</p>"
    }
    return Array(
      "<!DOCTYPE html><html><meta charset=\"utf-8\"><body><div id=\"ozoom\">\(body.joined())</div></body></html>"
        .utf8)
  }

  static func odt(_ body: String, styles: String = "") throws -> [UInt8] {
    var zip = ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text")
    let spaces = ["office", "text", "table", "style", "drawing"].map {
      "xmlns:\($0 == "drawing" ? "draw" : $0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")
    try zip.add(
      "content.xml",
      Array(
        """
        <office:document-content \(spaces) xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">\
        <office:automatic-styles>\(styles)</office:automatic-styles>\
        <office:body><office:text>\(body)</office:text></office:body></office:document-content>
        """.utf8))
    return try zip.finish()
  }

  static func odt(_ paragraphs: [Paragraph]) throws -> [UInt8] {
    try odt(
      paragraphs.map {
        $0.isTitle
          ? "<text:h text:outline-level=\"1\">\(escaped($0.text))</text:h>"
          : "<text:p>\(escaped($0.text))</text:p>"
      }.joined())
  }

  /// An ordinary page with navigation around the article.
  static func page(_ paragraphs: [Paragraph]) -> [UInt8] {
    let body = paragraphs.map { $0.isTitle ? "<h1>\(escaped($0.text))</h1>" : "<p>\(escaped($0.text))</p>" }
      .joined(separator: "\n")
    return Array(
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>某县新闻网</title><script>var a="不是正文";</script></head>
      <body><nav><a href="/">首页</a><a href="/n">新闻</a></nav><div class="main">\(body)</div>
      <div class="page"><a href="1">上一篇</a> <a href="2">下一篇</a></div><footer>版权所有</footer></body></html>
      """.utf8)
  }

  /// WeChat: each paragraph in nested sections and spans, zero-width characters between them.
  static func weChat(_ paragraphs: [Paragraph]) -> [UInt8] {
    let body = paragraphs.map {
      "<section style=\"margin:0\"><section><span>\u{200B}\(escaped($0.text))</span></section></section><p><br></p>"
    }.joined()
    return Array(
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
      <div id="js_content" style="visibility:hidden">\(body)</div><script>var x = "脚本";</script></body></html>
      """.utf8)
  }

  /// A digital newspaper in GBK that says it is gb2312.
  static func newspaper(_ paragraphs: [Paragraph]) -> [UInt8] {
    let end = paragraphs.lastIndex(where: \.isTitle).map { $0 + 1 } ?? 0
    let titles = paragraphs[..<end].map { paragraph in
      paragraph.isTitle
        ? "<td class=\"font01\"><founder-title>\(escaped(paragraph.text))</founder-title></td>"
        : "<td class=\"font02\"><founder-introtitle>\(escaped(paragraph.text))</founder-introtitle></td>"
    }
    let body = paragraphs[end...].map { "<P>\(escaped($0.text))</P>" }.joined()
    let page = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>数字报</title></head><body>
      <!--enpproperty <articleid>1</articleid><title>注释里的标题</title> enpproperty-->
      <table><tr><td><a href="a">上一版</a></td></tr><tr>\(titles.joined())</tr></table>
      <div id="ozoom"><founder-content><!--<npm:article-content>-->\(body)</founder-content></div>
      <div>责编：某某</div></body></html>
      """
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    return [UInt8](page.data(using: encoding) ?? Data())
  }

  static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }
}
