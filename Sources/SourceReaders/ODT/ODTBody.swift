import BriefingModel

/// `content.xml`: paragraphs, headings, lists and rows.
final class ODTBody: BoundedHandler {
  private struct Paragraph {
    var draft = ParagraphDraft()
    var look = ODTStyles.Style()
    var spans: [ODTStyles.Style] = []
    var label = ""
    var boxed: [(text: [UInt8], style: LineStyle)] = []
    /// The last byte was a blank that more blanks fall together with.
    var endsBlank = true
  }

  /// What is not printed in the running text: deleted text, notes, annotations, indexes (which repeat headings),
  /// pronunciation marks, descriptions of pictures, the spelled number of a heading.
  private static let skipped: Set<String> = [
    "text:tracked-changes", "text:note", "office:annotation", "text:table-of-content",
    "text:alphabetical-index",
    "text:illustration-index", "text:table-index", "text:user-index", "text:ruby-text", "text:number",
    "office:forms", "text:hidden-paragraph", "draw:title", "draw:desc", "?:title", "?:desc", "office:scripts",
  ]

  var lines: LineCollector
  private var styles: ODTStyles
  private var lists: ODTLists
  private var paragraphs: [Paragraph] = []
  private var skipDepth: Int?
  private var isInBody = false

  init(limits: ReadLimits, styles: ODTStyles, lines: LineCollector) {
    self.styles = styles
    self.lines = lines
    lists = ODTLists(styles: styles)
    super.init(limits: limits)
  }

  override var wantsNoMore: Bool { lines.isFull }

  override func opened(_ name: String, _ attributes: [String: String]) {
    guard isInBody else {
      styles.open(name, attributes)
      if name == "office:body" {
        isInBody = true
        lists = ODTLists(styles: styles)
      }
      return
    }
    guard skipDepth == nil else { return }
    if Self.skipped.contains(name) {
      skipDepth = depth
      return
    }
    switch name {
    case "text:p", "text:h": openParagraph(attributes, isHeading: name == "text:h")
    case "text:span":
      let style = styles.resolved(attributes["text:style-name"])
      change { $0.spans.append(style) }
    case "text:list": lists.openList(attributes)
    case "text:list-item": lists.openItem(attributes)
    case "table:table-row": if paragraphs.isEmpty { lines.openRow() }
    case "table:table-cell", "table:covered-table-cell": if paragraphs.isEmpty { lines.openCell() }
    case "text:s":
      let count = min(attributes["text:c"].flatMap { Int($0) } ?? 1, 200)
      put(Array(repeating: 32, count: max(0, count)))
    case "text:tab": put([9])
    case "text:line-break":
      change {
        $0.draft.breakLine()
        $0.endsBlank = true
      }
    default: break
    }
  }

  override func closed(_ name: String) {
    guard isInBody else { return styles.close(name) }
    if let skip = skipDepth {
      if depth < skip { skipDepth = nil }
      return
    }
    switch name {
    case "text:p", "text:h": closeParagraph()
    case "text:span": change { _ = $0.spans.popLast() }
    case "text:list": lists.closeList()
    case "text:list-item": lists.closeItem()
    case "table:table-row": if paragraphs.isEmpty { lines.closeRow() }
    default: break
    }
  }

  /// White space falls together to one blank (ODF 1.3 part 3, 6.1.2); soft hyphens are not printed.
  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipDepth == nil, var isBlank = paragraphs.last?.endsBlank else { return }
    var piece: [UInt8] = []
    piece.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD { continue }
      if byte == 0xAD, index > 0, bytes[index - 1] == 0xC2 { continue }
      let space = byte == 32 || byte == 9 || byte == 10 || byte == 13
      if !(space && isBlank) { piece.append(space ? 32 : byte) }
      isBlank = space
    }
    put(piece)
    change { $0.endsBlank = isBlank }
  }

  private func put(_ piece: [UInt8]) {
    guard let last = paragraphs.indices.last else { return }
    let span = paragraphs[last].spans.last { $0.isBold != nil }
    let size = paragraphs[last].spans.last { $0.size != nil }?.size ?? paragraphs[last].look.size
    paragraphs[last].draft.append(
      piece, isBold: span?.isBold ?? paragraphs[last].look.isBold ?? false, size: size)
    paragraphs[last].endsBlank = false
  }

  private func change(_ body: (inout Paragraph) -> Void) {
    if let last = paragraphs.indices.last { body(&paragraphs[last]) }
  }

  private func openParagraph(_ attributes: [String: String], isHeading: Bool) {
    var paragraph = Paragraph()
    let style = attributes["text:style-name"]
    paragraph.look = styles.resolved(style)
    let level = isHeading ? max(1, attributes["text:outline-level"].flatMap { Int($0) } ?? 1) : nil
    if let level { paragraph.draft.headingLevel = UInt8(clamping: level) }
    if style == "Title" || styles.styles[style ?? ""]?.parent == "Title" { paragraph.draft.headingLevel = 0 }
    paragraph.label = lists.label(style: paragraph.look.list, headingLevel: level)
    paragraphs.append(paragraph)
  }

  private func closeParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    if !paragraph.draft.isBlank { paragraph.draft.prepend(Array(paragraph.label.utf8)) }
    let finished = paragraph.draft.finished() + paragraph.boxed
    if let around = paragraphs.indices.last {
      paragraphs[around].boxed += finished.filter { !$0.text.isEmpty }
    } else {
      for line in finished { lines.add(line.text, style: line.style) }
    }
  }
}
