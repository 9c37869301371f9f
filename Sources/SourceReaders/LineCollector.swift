import BriefingModel

/// Gathers paragraphs and table rows into the lines of a transcript.
///
/// A table row becomes one line with tabs between its cells; a row whose cells hold running text (a page laid
/// out as a table) becomes the lines of its cells.
struct LineCollector {
  /// Cells with more bytes in several lines than this hold running text.
  private static let wordyCell = 300

  private struct Draft {
    var text: [UInt8] = []
    var style = LineStyle()
  }

  private struct Row {
    var cells: [[Draft]] = []
  }

  private let source: String
  private let limit: Int
  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var rows: [Row] = []
  private(set) var isFull = false

  init(source: String, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// Adds a line, to the open cell where there is one.
  mutating func add(_ text: [UInt8], style: LineStyle) {
    guard let row = rows.indices.last else { return put(Draft(text: text, style: style)) }
    guard !text.isEmpty else { return }
    if rows[row].cells.isEmpty { rows[row].cells.append([]) }
    rows[row].cells[rows[row].cells.count - 1].append(Draft(text: text, style: style))
  }

  var isInRow: Bool { !rows.isEmpty }

  mutating func openRow() { rows.append(Row()) }

  mutating func openCell() {
    guard let row = rows.indices.last else { return }
    rows[row].cells.append([])
  }

  mutating func closeRow() {
    guard let row = rows.popLast() else { return }
    let cells = row.cells.filter { !$0.isEmpty }
    let isWordy = cells.contains { cell in
      cell.count > 1 && cell.reduce(0) { $0 + $1.text.count } > Self.wordyCell
    }
    if isWordy || cells.count < 2 {
      for draft in cells.joined() { add(draft.text, style: draft.style) }
    } else {
      let texts = cells.map { Array($0.map(\.text).joined(separator: [32])) }
      let isBold = cells.joined().allSatisfy(\.style.isBold)
      add(Array(texts.joined(separator: [9])), style: LineStyle(isBold: isBold))
    }
  }

  private mutating func put(_ draft: Draft) {
    guard lines.count < limit else {
      isFull = true
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: draft.text)
    lines.append(Line(number: lines.count + 1, bytes: start..<bytes.count, style: draft.style))
    bytes.append(10)
  }

  /// The transcript; `noText` where no line holds anything.
  mutating func transcript(title: String?) throws(ReadError) -> Transcript {
    while !rows.isEmpty { closeRow() }
    guard !isFull else { throw .tooLarge(.lines, found: limit + 1, limit: limit) }
    guard lines.contains(where: { !$0.bytes.isEmpty }) else { throw .noText }
    let title = title.flatMap { $0.isEmpty ? nil : $0 }
    return Transcript(source: source, title: title, bytes: bytes, lines: lines)
  }
}

/// One paragraph while it is read: text pieces with their look, broken into lines.
struct ParagraphDraft {
  private(set) var lines: [(text: [UInt8], style: LineStyle)] = []
  private var text: [UInt8] = []
  private var boldBytes = 0
  private var plainBytes = 0
  /// Bytes up to the end of the bold type that opens the line.
  private var boldLead = 0
  private var size: Float?
  var headingLevel: UInt8?

  var isBlank: Bool { lines.isEmpty && text.isEmpty }
  var isEmptyLine: Bool { text.isEmpty }
  var lastByte: UInt8? { text.last }
  /// The text of the open line.
  var openText: [UInt8] { text }

  mutating func append(_ piece: some Collection<UInt8>, isBold: Bool = false, size: Float? = nil) {
    text.append(contentsOf: piece)
    if isBold {
      boldBytes += piece.count
      if plainBytes == 0 { boldLead = text.count }
    } else if !Self.isBlank(piece) {
      plainBytes += piece.count
    }
    if let size { self.size = max(self.size ?? 0, size) }
  }

  /// Blanks, ideographic ones (E3 80 80) too: they are neither bold nor not.
  private static func isBlank(_ piece: some Collection<UInt8>) -> Bool {
    piece.allSatisfy { $0 <= 32 || $0 == 0xE3 || $0 == 0x80 }
  }

  mutating func prepend(_ label: [UInt8]) {
    if lines.isEmpty {
      text = label + text
      if boldLead > 0 { boldLead += label.count }
    } else {
      lines[0].text = label + lines[0].text
      if lines[0].style.boldLead > 0 { lines[0].style.boldLead += label.count }
    }
  }

  /// Ends the line, not the paragraph.
  mutating func breakLine() {
    let style = LineStyle(
      isBold: boldBytes > 0 && plainBytes == 0, startsParagraph: lines.isEmpty, headingLevel: headingLevel,
      size: size, boldLead: plainBytes > 0 ? boldLead : 0)
    lines.append((text, style))
    text = []
    boldLead = 0
    boldBytes = 0
    plainBytes = 0
    size = nil
  }

  /// All lines; an empty paragraph is one empty line.
  mutating func finished() -> [(text: [UInt8], style: LineStyle)] {
    if !text.isEmpty || lines.isEmpty { breakLine() }
    return lines
  }
}
