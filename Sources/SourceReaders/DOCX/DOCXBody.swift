import BriefingModel

/// `document.xml`: paragraphs and rows, as they are printed once all changes are accepted.
final class DOCXBody: BoundedHandler {
  /// A paragraph while it is open. Text boxes hold paragraphs of their own, so that several may be.
  private struct Paragraph {
    var draft = ParagraphDraft()
    var style: String?
    var outline = DOCXOutline()
    var base = DOCXLook()
    var isMarkDeleted = false
    /// Finished lines of text boxes anchored here; they follow the paragraph.
    var boxed: [(text: [UInt8], style: LineStyle)] = []
  }

  /// What is never printed, or printed twice: deleted and moved-away text, the second spelling of a drawing for
  /// old programs, pronunciation marks, codes of fields.
  private static let skipped: Set<String> = [
    "w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:instrText", "w:delText", "w:delInstrText", "w:sectPr",
    "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange",
    "w:numberingChange",
  ]

  var lines: LineCollector
  private let styles: DOCXStyles
  private let numbering: DOCXNumbering
  private var paragraphs: [Paragraph] = []
  private var skipDepth: Int?
  private var isInProperties = false
  private var isInMarkLook = false
  private var look = DOCXLook()
  private var isText = false
  /// Text of a paragraph whose mark was deleted: it goes on in the next one.
  private var carried: ParagraphDraft?
  private var contentsDepth: Int?

  init(limits: ReadLimits, styles: DOCXStyles, numbering: DOCXNumbering, lines: LineCollector) {
    self.styles = styles
    self.numbering = numbering
    self.lines = lines
    super.init(limits: limits)
  }

  override var wantsNoMore: Bool { lines.isFull }

  override func opened(_ name: String, _ attributes: [String: String]) {
    guard skipDepth == nil else { return }
    // In the look of a paragraph's mark, w:del means that the mark was deleted.
    if isInMarkLook {
      if name == "w:del" || name == "w:moveFrom" { change { $0.isMarkDeleted = true } }
      return
    }
    if Self.skipped.contains(name) {
      skipDepth = depth
      return
    }
    switch name {
    case "w:p": openParagraph()
    case "w:pPr": isInProperties = true
    case "w:r":
      look = DOCXLook()
    case "w:rPr": isInMarkLook = isInProperties
    case "w:t", "m:t": isText = true
    case "w:tbl": if paragraphs.isEmpty { flushCarried() }
    case "w:tr": if paragraphs.isEmpty { lines.openRow() }
    case "w:tc": if paragraphs.isEmpty { lines.openCell() }
    case "w:docPartGallery":
      // A table of contents repeats the headings.
      if attributes["w:val"]?.hasPrefix("Table of Contents") ?? false { contentsDepth = depth - 3 }
    case "w:sdtContent":
      if let contentsDepth, depth == contentsDepth + 1 { skipDepth = depth }
    default: takeDetail(name, attributes)
    }
  }

  private func takeDetail(_ name: String, _ attributes: [String: String]) {
    if isInProperties {
      if name == "w:pStyle" { change { $0.style = attributes["w:val"] } }
      change { $0.outline.take(name, attributes) }
      return
    }
    switch name {
    case "w:rStyle": if let id = attributes["w:val"] { look = look.over(styles.characterLook(id)) }
    case "w:b", "w:vanish", "w:sz": look.take(name, attributes)
    case "w:tab", "w:ptab": put([9])
    case "w:noBreakHyphen": put([45])
    case "w:cr": change { $0.draft.breakLine() }
    case "w:br":
      let type = attributes["w:type"] ?? "textWrapping"
      if type == "textWrapping" { change { $0.draft.breakLine() } }
    default: break
    }
  }

  override func closed(_ name: String) {
    if let skip = skipDepth {
      // `depth` is already that of the element around.
      if depth < skip { skipDepth = nil }
      return
    }
    switch name {
    case "w:p": closeParagraph()
    case "w:pPr":
      isInProperties = false
      resolve()
    case "w:rPr": isInMarkLook = false
    case "w:r": look = DOCXLook()
    case "w:t", "m:t": isText = false
    case "w:tr": if paragraphs.isEmpty { lines.closeRow() }
    case "w:sdt": if let contentsDepth, depth < contentsDepth { self.contentsDepth = nil }
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText, skipDepth == nil else { return }
    // Soft hyphens are not printed; a line end inside a text is a blank.
    var piece: [UInt8] = []
    piece.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD { continue }
      if byte == 0xAD, index > 0, bytes[index - 1] == 0xC2 { continue }
      piece.append(byte == 10 || byte == 13 ? 32 : byte)
    }
    put(piece)
  }

  private func put(_ piece: [UInt8]) {
    guard let last = paragraphs.indices.last else { return }
    let look = look.over(paragraphs[last].base)
    guard look.isHidden != true else { return }
    paragraphs[last].draft.append(piece, isBold: look.isBold ?? false, size: look.size)
  }

  private func change(_ body: (inout Paragraph) -> Void) {
    if let last = paragraphs.indices.last { body(&paragraphs[last]) }
  }

  // MARK: Paragraphs

  private func openParagraph() {
    var paragraph = Paragraph()
    paragraph.base = styles.resolved(styles.defaultParagraph).look
    if paragraphs.isEmpty, let carried {
      paragraph.draft = carried
      self.carried = nil
    }
    paragraphs.append(paragraph)
    isInProperties = false
  }

  /// The style is known now.
  private func resolve() {
    guard let last = paragraphs.indices.last else { return }
    let style = styles.resolved(paragraphs[last].style ?? styles.defaultParagraph)
    paragraphs[last].base = style.look
    paragraphs[last].outline = paragraphs[last].outline.over(style.outline)
    if let level = paragraphs[last].outline.outlineLevel, level < 9 {
      paragraphs[last].draft.headingLevel = UInt8(clamping: level + 1)
    } else if style.name == "title" {
      paragraphs[last].draft.headingLevel = 0
    }
    // Entries of a table of contents that stands without its frame.
    if style.name.hasPrefix("toc ") {
      paragraphs.removeLast()
      skipDepth = depth
    }
  }

  private func closeParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    if paragraph.isMarkDeleted, paragraphs.isEmpty {
      carried = paragraph.draft
      return
    }
    if let list = paragraph.outline.list, list != "0" {
      let label = numbering.label(list: list, level: paragraph.outline.level, style: paragraph.style)
      if !paragraph.draft.isBlank { paragraph.draft.prepend(Array(label.utf8)) }
    }
    let finished = paragraph.draft.finished() + paragraph.boxed
    if let around = paragraphs.indices.last {
      paragraphs[around].boxed += finished.filter { !$0.text.isEmpty }
    } else {
      for line in finished { lines.add(line.text, style: line.style) }
    }
  }

  private func flushCarried() {
    guard var draft = carried else { return }
    carried = nil
    for line in draft.finished() { lines.add(line.text, style: line.style) }
  }
}
