import BriefingModel
import Packaging

extension HTMLBody {
  mutating func write(
    _ inlines: [Inline], isTitle: Bool = false, to xml: inout XMLWriter
  ) throws(PackagingError) {
    for inline in inlines {
      switch inline {
      case .text(let text) where isTitle: try writeTitle(text, to: &xml)
      case .text(let text): try xml.spelledLines(text)
      case .footnote(let text): try writeReference(toFootnote: text, to: &xml)
      case .doubted(let words, let comment):
        try startCommentedWords("mark", comment, to: &xml)
        try xml.spelledLines(words)
        try endCommentedWords(to: &xml)
      case .correction(let printed, let proposed, let comment):
        try startCommentedWords("span", comment, to: &xml)
        if !printed.isEmpty { try xml.html("del", text: printed) }
        if !proposed.isEmpty { try xml.html("ins", text: proposed) }
        try endCommentedWords(to: &xml)
      }
    }
  }

  /// A title with its phrases in boxes, so that a line breaks between them before it breaks within one.
  func writeTitle(_ title: String, to xml: inout XMLWriter) throws(PackagingError) {
    let phrases = TitleLines.broken(title).split(separator: "\n")
    guard phrases.count > 1 else { return try xml.spelledLines(title) }
    var rest = title[...]
    for phrase in phrases {
      while !rest.isEmpty, !rest.hasPrefix(phrase) { try xml.spelledLines(String(rest.removeFirst())) }
      rest = rest.dropFirst(phrase.count)
      try xml.html("span", ["class": "phrase"], text: String(phrase))
    }
    try xml.spelledLines(String(rest))
  }

  // MARK: Footnotes

  private mutating func writeReference(
    toFootnote text: String, to xml: inout XMLWriter
  ) throws(PackagingError) {
    footnoteCount += 1
    footnotes.append((footnoteCount, text))
    try xml.start("sup")
    try xml.html(
      "a",
      [
        "id": "footnote-\(footnoteCount)-text", "href": "#footnote-\(footnoteCount)", "role": "doc-noteref",
      ], text: "［\(footnoteCount)］")
    try xml.endWithTag()
  }

  mutating func writeFootnotes(to xml: inout XMLWriter) throws(PackagingError) {
    if footnotes.isEmpty { return }
    try xml.start("section", ["class": "footnotes", "role": "doc-endnotes", "aria-label": "注释"])
    try xml.text("\n")
    for (number, text) in footnotes {
      try xml.start("p", ["id": "footnote-\(number)"])
      try xml.html(
        "a",
        [
          "href": "#footnote-\(number)-text", "role": "doc-backlink", "aria-label": "［\(number)］回到正文",
        ], text: "［\(number)］")
      try xml.spelledLines(text)
      try xml.endBlock()
    }
    try xml.endBlock()
    footnotes = []
  }

  // MARK: Comments

  /// Starts a block and its comments side by side, if it has any.
  mutating func startCommented(_ inlines: [Inline], to xml: inout XMLWriter) throws(PackagingError) -> Bool {
    guard inlines.contains(where: \.isMarked) else { return false }
    try xml.start("div", ["class": "commented"])
    try xml.text("\n")
    return true
  }

  mutating func endCommented(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.start("aside", ["class": "comments", "aria-label": "核对意见"])
    try xml.text("\n")
    for (number, text) in comments {
      try xml.start("p", ["id": "comment-\(number)"])
      try xml.html(
        "a", ["href": "#comment-\(number)-text", "aria-label": "核\(number)，回到正文"], text: "核\(number)")
      try xml.spelledLines("　" + text)
      try xml.endBlock()
    }
    try xml.endBlock()
    try xml.endBlock()
    comments = []
  }

  private mutating func startCommentedWords(
    _ element: StaticString, _ comment: Comment, to xml: inout XMLWriter
  ) throws(PackagingError) {
    commentCount += 1
    comments.append((commentCount, comment.text))
    try xml.start(
      element,
      [
        "id": "comment-\(commentCount)-text", "title": comment.text.onOneLine,
        "aria-describedby": "comment-\(commentCount)",
      ])
  }

  /// The end of the words and the number of the comment on them.
  private mutating func endCommentedWords(to xml: inout XMLWriter) throws(PackagingError) {
    try xml.endWithTag()
    try xml.start("sup", ["class": "comment-number"])
    try xml.html("a", ["href": "#comment-\(commentCount)"], text: "核\(commentCount)")
    try xml.endWithTag()
  }
}
