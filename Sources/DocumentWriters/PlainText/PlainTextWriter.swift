import BriefingModel
import Packaging

/// Writes the briefing as UTF-8 text for a plain editor: the same matter as the documents, in the same order.
///
/// A paragraph is one line (editors wrap); first lines are indented by two full-width spaces; lines end in LF.
struct PlainTextWriter {
  /// Columns of the rules and of centred lines; a Chinese character takes two.
  static let width = 56

  private let briefing: Briefing
  private var lines: [String] = []
  /// Footnotes of the item being written, printed at its end.
  private var footnotes: [String] = []
  private var footnoteCount = 0

  init(briefing: Briefing) {
    self.briefing = briefing
  }

  consuming func write() -> WrittenDocument {
    writeMasthead()
    if let title = briefing.title {
      leaveBlank(1)
      lines.append(DisplayWidth.centred(flat(title), in: Self.width))
    }
    for block in briefing.blocks { write(block) }
    flushFootnotes()
    writeColophon()
    let (text, dropped) = XMLCharacters.filter(lines.joined(separator: "\n") + "\n")
    return WrittenDocument(bytes: Array(text.utf8), droppedCharacters: dropped)
  }

  private mutating func writeMasthead() {
    let masthead = briefing.masthead
    if let classification = masthead.classification { lines += [flat(classification), ""] }
    lines.append(DisplayWidth.centred(flat(masthead.name), in: Self.width))
    if let issue = Wording.issue(masthead) { lines.append(DisplayWidth.centred(issue, in: Self.width)) }
    let office = flat(masthead.office ?? "")
    lines.append(DisplayWidth.spread(office, Wording.date(masthead.date), in: Self.width))
    lines.append(String(repeating: "━", count: Self.width))
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .contents(let title, let entries):
      leaveBlank(1)
      lines.append(DisplayWidth.centred(flat(title), in: Self.width))
      lines += entries.enumerated().map { "　　\($0.offset + 1). \(flat($0.element.text))" }
    case .list(let title, let items):
      leaveBlank(1)
      lines.append(DisplayWidth.centred(flat(title), in: Self.width))
      lines += items.map { "　　" + flat($0) }
    case .heading(let heading): write(heading)
    case .paragraph(let inlines, let role): write(inlines, role: role)
    case .table(let table):
      flushFootnotes()
      leaveBlank(2)
      lines.append(flat(table.caption))
      lines += PlainTextTable.lines(of: table)
    case .chart(let chart):
      flushFootnotes()
      leaveBlank(1)
      lines += [flat(chart.title), "　　" + flat(chart.alternative)]
    }
  }

  private mutating func write(_ heading: Heading) {
    if heading.level > 0 {
      if heading.level == 1 { leaveBlank(1) }
      lines.append("　　" + flat(heading.label) + spelled(heading.text))
      return
    }
    flushFootnotes()
    leaveBlank(2)
    lines.append(DisplayWidth.centred(spelled(heading.text), in: Self.width))
  }

  private mutating func write(_ inlines: [Inline], role: ParagraphRole) {
    let text = spelled(inlines)
    switch role {
    case .body: lines.append("　　" + text)
    case .subtitle: lines.append(DisplayWidth.centred(text, in: Self.width))
    case .source:
      lines.append(DisplayWidth.centred(text, in: Self.width))
      leaveBlank(1)
    case .summary, .editorsNote:
      leaveBlank(1)
      lines.append("　　" + text)
      leaveBlank(1)
    }
  }

  private mutating func spelled(_ inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines {
      switch inline {
      case .text(let words), .doubted(let words, comment: _), .correction(let words, proposed: _, comment: _):
        text += flat(words)
      case .footnote(let words):
        footnoteCount += 1
        footnotes.append("［\(footnoteCount)］" + flat(words))
        text += "［\(footnoteCount)］"
      }
    }
    return text
  }

  private mutating func flushFootnotes() {
    if footnotes.isEmpty { return }
    leaveBlank(1)
    lines += footnotes.map { "　　" + $0 }
    footnotes = []
  }

  /// As many empty lines as asked for, counting those that stand there already.
  private mutating func leaveBlank(_ count: Int) {
    let present = lines.reversed().prefix { $0.isEmpty }.count
    lines += Array(repeating: "", count: max(0, count - present))
  }

  private mutating func writeColophon() {
    let colophon = briefing.colophon
    var parts = Wording.recipients(colophon).map(flat)
    let staff = [Wording.staff(colophon).map(flat), Wording.copies(colophon)].compactMap { $0 }
    if !staff.isEmpty { parts.append(staff.joined(separator: "　　")) }
    if parts.isEmpty { return }
    let rule = String(repeating: "─", count: Self.width)
    leaveBlank(2)
    lines += [rule] + parts.flatMap { [$0, rule] }
  }

  /// A line break within a title or cell becomes a blank: every paragraph stays on its line.
  private func flat(_ text: String) -> String {
    text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }
}
