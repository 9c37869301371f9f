import Foundation

/// Sets a page draft as a flat OpenDocument text of frames, as a newspaper page is made.
struct PageComposer {
  let draft: PageDraft
  let texts: [String: ArticleText]
  /// Distance between two columns, in points.
  private let gap = 14.0
  private var leading: Double { (draft.body * 1.5).rounded() }

  init(_ draft: PageDraft, texts: [String: ArticleText]) {
    self.draft = draft
    self.texts = texts
  }

  /// The document, and the lowest point that each article reaches.
  func compose() -> (document: String, bottoms: [String: Double]) {
    var styles = ""
    var frames = ""
    var bottoms: [String: Double] = [:]
    for (index, article) in draft.articles.enumerated() {
      guard let text = texts[article.slug] else { continue }
      styles += columnStyle(index, article)
      let inset = article.isBoxed ? 10.0 : 0
      var y = article.y + inset
      let (x, width) = (article.x + inset, article.width - 2 * inset)
      for (lines, size, style) in titles(text, article) {
        let height = titleHeight(lines, size, width)
        frames += frame("plain", x, y, width, height, paragraphs(lines, style: "\(style)\(index)"))
        styles += titleStyle("\(style)\(index)", size, article.alignment)
        y += height
      }
      let height = bodyHeight(text, article.columns, width)
      frames += frame("body\(index)", x, y + 6, width, height, paragraphs(text.paragraphs, style: "text"))
      bottoms[article.slug] = y + 6 + height + inset
      if article.isBoxed {
        frames += frame("ruled", article.x, article.y, article.width, y + 6 + height + inset - article.y, "")
      }
    }
    for (index, label) in draft.labels.enumerated() {
      styles += titleStyle("label\(index)", label.size, "start")
      let lines = ceil(Double(label.text.unicodeScalars.count) * label.size / label.width)
      frames += frame(
        "plain", label.x, label.y, label.width, lines * label.size * 1.4 + 4,
        paragraphs([label.text], style: "label\(index)"))
    }
    for picture in draft.pictures {
      frames += frame("grey", picture[0], picture[1], picture[2], picture[3], "")
    }
    return (document(styles, frames), bottoms)
  }

  private func titles(_ text: ArticleText, _ article: PageDraft.Article) -> [([String], Double, String)] {
    [
      (text.kicker, article.headline * 0.6, "kicker"), (text.headline, article.headline, "headline"),
      (text.subtitle, article.headline * 0.6, "subtitle"),
    ].filter { !$0.0.isEmpty }
  }

  private func titleHeight(_ lines: [String], _ size: Double, _ width: Double) -> Double {
    let count = lines.reduce(0.0) { $0 + ceil(Double($1.unicodeScalars.count) * size / (width - 8)) }
    return count * size * 1.35 + 4
  }

  private func bodyHeight(_ text: ArticleText, _ columns: Int, _ width: Double) -> Double {
    let column = (width - gap * Double(columns - 1)) / Double(columns)
    let perLine = max(1, (column / draft.body).rounded(.down) - 0.3)
    let lines = text.paragraphs.reduce(0.0) {
      $0 + ceil((Double($1.unicodeScalars.count) + 2) / perLine)
    }
    return (ceil(lines / Double(columns)) + 2) * leading + 2
  }

  private func paragraphs(_ lines: [String], style: String) -> String {
    lines.map { "<text:p text:style-name=\"\(style)\">\(FlatText.escaped($0))</text:p>" }.joined()
  }

  private func frame(
    _ style: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ content: String
  ) -> String {
    """
    <draw:frame draw:style-name="\(style)" text:anchor-type="page" text:anchor-page-number="1" \
    svg:x="\(x)pt" svg:y="\(y)pt" svg:width="\(width)pt" svg:height="\(height)pt" draw:z-index="0">\
    <draw:text-box>\(content.isEmpty ? "<text:p/>" : content)</draw:text-box></draw:frame>

    """
  }

  private func titleStyle(_ name: String, _ size: Double, _ alignment: String) -> String {
    """
    <style:style style:name="\(name)" style:family="paragraph">\
    <style:paragraph-properties fo:text-align="\(alignment)" fo:line-height="\(size * 1.3)pt"/>\
    <style:text-properties fo:font-size="\(size)pt" style:font-size-asian="\(size)pt"/></style:style>

    """
  }

  private func columnStyle(_ index: Int, _ article: PageDraft.Article) -> String {
    let columns = (0..<article.columns).map { column in
      let start = column == 0 ? 0 : gap / 2
      let end = column == article.columns - 1 ? 0 : gap / 2
      return
        "<style:column style:rel-width=\"1000*\" fo:start-indent=\"\(start)pt\" fo:end-indent=\"\(end)pt\"/>"
    }
    return graphicStyle(
      "body\(index)", "",
      "<style:columns fo:column-count=\"\(article.columns)\" fo:column-gap=\"\(gap)pt\">\(columns.joined())</style:columns>"
    )
  }

  private func graphicStyle(_ name: String, _ attributes: String, _ content: String) -> String {
    """
    <style:style style:name="\(name)" style:family="graphic">\
    <style:graphic-properties style:wrap="run-through" style:run-through="foreground" style:vertical-pos="from-top" \
    style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" fo:padding="0pt" \
    \(attributes.contains("fill") ? "" : "draw:fill=\"none\" ")\(attributes.contains("border") ? "" : "draw:stroke=\"none\" fo:border=\"none\" ")\(attributes)>\(content)</style:graphic-properties></style:style>

    """
  }

  private func document(_ styles: String, _ frames: String) -> String {
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document\(FlatText.spaces) office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      \(FlatText.fonts)\(FlatText.defaults)
      <office:automatic-styles>
      <style:page-layout style:name="page"><style:page-layout-properties fo:page-width="\(draft.width)pt" \
      fo:page-height="\(draft.height)pt" fo:margin="20pt"/></style:page-layout>
      <style:style style:name="text" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" \
      fo:text-indent="\(draft.body * 2)pt" fo:line-height="\(leading)pt" fo:orphans="0" fo:widows="0"/>\
      <style:text-properties fo:font-size="\(draft.body)pt" style:font-size-asian="\(draft.body)pt"/></style:style>
      \(graphicStyle("plain", "", ""))\(graphicStyle("ruled", "fo:border=\"0.7pt solid #000000\"", ""))\
      \(graphicStyle("grey", "draw:fill=\"solid\" fo:background-color=\"#c0c0c0\"", ""))\(styles)
      </office:automatic-styles>
      <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
      <office:body><office:text>
      \(frames)<text:p/></office:text></office:body></office:document>

      """
  }
}
