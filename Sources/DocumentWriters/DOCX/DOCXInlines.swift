import BriefingModel
import Packaging

extension DOCXBody {
  mutating func write(
    _ inlines: [Inline], isTitle: Bool = false, to xml: inout XMLWriter
  ) throws(PackagingError) {
    for inline in inlines {
      switch inline {
      case .text(let text): try xml.run(isTitle ? TitleLines.broken(text) : text)
      case .footnote(let text): try writeFootnote(text, to: &xml)
      case .doubted(let text, let comment):
        let id = try startComment(comment, to: &xml)
        try xml.run(text)
        try endComment(id, to: &xml)
      case .correction(let printed, let proposed, let comment):
        let id = try startComment(comment, to: &xml)
        try writeChange("w:del", printed, isDeleted: true, to: &xml)
        try writeChange("w:ins", proposed, isDeleted: false, to: &xml)
        try endComment(id, to: &xml)
      }
    }
  }

  /// Footnotes that the blocks hold.
  static func footnoteCount(in blocks: [Block]) -> Int {
    var count = 0
    for block in blocks {
      switch block {
      case .heading(let heading): count += self.count(heading.text)
      case .paragraph(let inlines, role: _): count += self.count(inlines)
      case .table(let table): for cell in table.rows.joined() { count += self.count(cell.text) }
      case .contents, .list, .chart: break
      }
    }
    return count
  }

  private static func count(_ inlines: [Inline]) -> Int {
    inlines.count { if case .footnote = $0 { true } else { false } }
  }

  private mutating func writeFootnote(_ text: String, to xml: inout XMLWriter) throws(PackagingError) {
    footnotes.append(text)
    try xml.start("w:r")
    try xml.runStyle("FootnoteReference")
    try xml.element("w:footnoteReference", ["w:id": "\(footnotes.count)"])
    try xml.end()
  }

  private mutating func startComment(
    _ comment: Comment, to xml: inout XMLWriter
  ) throws(PackagingError) -> String {
    let id = "\(firstComment + comments.count)"
    comments.append(comment)
    try xml.element("w:commentRangeStart", ["w:id": id])
    return id
  }

  private func endComment(_ id: String, to xml: inout XMLWriter) throws(PackagingError) {
    try xml.element("w:commentRangeEnd", ["w:id": id])
    try xml.start("w:r")
    try xml.runStyle("CommentReference")
    try xml.element("w:commentReference", ["w:id": id])
    try xml.end()
  }

  /// A deletion or insertion that the editor accepts or refuses.
  private mutating func writeChange(
    _ name: StaticString, _ text: String, isDeleted: Bool, to xml: inout XMLWriter
  ) throws(PackagingError) {
    if text.isEmpty { return }
    annotations += 1
    try xml.startAuthored(name, id: "\(annotations)", date: briefing.masthead.date.midnight)
    try xml.run(text, isDeleted: isDeleted)
    try xml.end()
  }
}
