import BriefingModel
import Packaging

/// What an editor goes through: comments on words, and changes to accept or refuse.
///
/// ODF keeps the deleted words of tracked changes before the text, and in the text only their places. So the
/// corrections are numbered twice in the same order: when the list is written and when the text is.
struct ODTReview {
  static let author = "jianbao"

  let date: String
  private var comments = 0
  private var corrections = 0

  init(_ masthead: Masthead) {
    date = masthead.date.midnight ?? ODTDate.unknown
  }

  /// `text:tracked-changes`, which nothing but forms may precede (ODF 1.3 part 3 §5.5.1).
  func writeChanges(of blocks: [Block], to xml: inout XMLWriter) throws(PackagingError) {
    var number = 0
    for inline in blocks.flatMap(\.inlines) {
      guard case .correction(let printed, let proposed, comment: _) = inline else { continue }
      number += 1
      if number == 1 { try xml.start("text:tracked-changes", ["text:track-changes": "false"]) }
      if !printed.isEmpty {
        try writeRegion("del\(number)", "text:deletion", to: &xml) { xml throws(PackagingError) in
          try xml.element("text:p", ["text:style-name": "Text_20_body"]) { xml throws(PackagingError) in
            try xml.spelled(printed)
          }
        }
      }
      if !proposed.isEmpty { try writeRegion("ins\(number)", "text:insertion", to: &xml) }
    }
    if number > 0 { try xml.end() }
  }

  private func writeRegion(
    _ id: String, _ kind: StaticString, to xml: inout XMLWriter,
    _ content: (inout XMLWriter) throws(PackagingError) -> Void = { (_: inout XMLWriter) in }
  ) throws(PackagingError) {
    try xml.start("text:changed-region", ["xml:id": id, "text:id": id])
    try xml.start(kind)
    try xml.start("office:change-info")
    try writeAuthor(to: &xml)
    try xml.end()
    try content(&xml)
    try xml.end()
    try xml.end()
  }

  private func writeAuthor(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.element("dc:creator", text: Self.author)
    try xml.element("dc:date", text: date)
  }

  /// Words with a comment on exactly them. Where none are left but deleted ones, it stands at their place:
  /// LibreOffice 7.4 loses such a range on its way through DOCX.
  mutating func write(
    _ comment: Comment, isRange: Bool = true, to xml: inout XMLWriter,
    on words: (inout XMLWriter) throws(PackagingError) -> Void
  ) throws(PackagingError) {
    comments += 1
    let name = "c\(comments)"
    try xml.start("office:annotation", ["office:name": name])
    try writeAuthor(to: &xml)
    try xml.element("text:p") { xml throws(PackagingError) in try xml.spelled(comment.text) }
    try xml.end()
    try words(&xml)
    if isRange { try xml.element("office:annotation-end", ["office:name": name]) }
  }

  /// The place of the printed words that go, and the proposed ones that come.
  mutating func write(
    printed: String, proposed: String, _ comment: Comment, to xml: inout XMLWriter
  ) throws(PackagingError) {
    corrections += 1
    let number = corrections
    try write(comment, isRange: !proposed.isEmpty, to: &xml) { xml throws(PackagingError) in
      if !printed.isEmpty { try xml.element("text:change", ["text:change-id": "del\(number)"]) }
      if !proposed.isEmpty {
        try xml.element("text:change-start", ["text:change-id": "ins\(number)"])
        try xml.spelled(proposed)
        try xml.element("text:change-end", ["text:change-id": "ins\(number)"])
      }
    }
  }
}

extension Block {
  /// The runs of a heading, paragraph or table as they are written, titles broken; the other blocks hold plain words.
  var inlines: [Inline] {
    switch self {
    case .heading(let heading) where heading.level <= 0: TitleLines.broken(heading.text)
    case .heading(let heading): heading.text
    case .paragraph(let inlines, role: _): inlines
    case .table(let table): table.rows.joined().flatMap(\.text)
    case .contents, .list, .chart: []
    }
  }
}
