/// Reads an annotated draft and collects everything that is wrong with it.
///
///     var parser = DraftParser(); let draft = parser.parse("一是⟦1|摸清底数⟧。"); parser.problems
struct DraftParser {
  private(set) var problems: [DraftProblem] = []
  private var draft = Draft()
  private var isInside = false
  private var isHead = true

  mutating func parse(_ text: String) -> Draft {
    draft = Draft()
    problems = []
    (isInside, isHead) = (false, true)
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() { take(line, number: index + 1) }
    if isInside { complain(lines.count, "%%article without %%end") }
    if draft.articles.isEmpty { complain(1, "no %%article") }
    for line in draft.lines { check(line) }
    checkLevels()
    return draft
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(DraftProblem(line: line, message: message))
  }

  private mutating func take(_ scalars: [Unicode.Scalar], number: Int) {
    let text = string(scalars.filter { $0 != "\r" })
    if isHead, text.hasPrefix("# ") {
      takeHead(text.dropFirst(2), number: number)
    } else if text.hasPrefix("%%") {
      isHead = false
      takeMark(text.dropFirst(2), number: number)
    } else {
      isHead = false
      let (printed, spans) = untag(Array(text.unicodeScalars), number: number)
      let article = isInside ? draft.articles.count - 1 : nil
      draft.lines.append(DraftLine(number: number, text: printed, spans: spans, article: article))
    }
  }

  private mutating func takeHead(_ text: Substring, number: Int) {
    guard text.hasPrefix("wrap:") else { return }
    guard let wrap = Int(text.dropFirst(5).filter { !$0.isWhitespace }), wrap == 0 || wrap >= 8 else {
      return complain(number, "wrap is not a number")
    }
    draft.wrap = wrap
  }

  private mutating func takeMark(_ text: Substring, number: Int) {
    let words = text.split(whereSeparator: \.isWhitespace)
    switch words.first {
    case "article":
      if isInside { complain(number, "%%article inside an article") }
      isInside = true
      draft.articles.append(article(words.dropFirst(), number: number))
    case "end":
      if !isInside { complain(number, "%%end outside an article") }
      isInside = false
    default: complain(number, "unknown mark \(text)")
    }
  }

  private mutating func article(_ words: ArraySlice<Substring>, number: Int) -> DraftArticle {
    var values: [String: String] = [:]
    for word in words {
      let pair = word.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, ["kind", "county", "prefecture"].contains(pair[0]) else {
        complain(number, "unknown attribute \(word)")
        continue
      }
      values[String(pair[0])] = String(pair[1])
    }
    if !["article", "photo-caption", "other"].contains(values["kind"] ?? "") {
      complain(number, "unknown kind")
    }
    if values["county"] == nil { complain(number, "no county") }
    let named = { (key: String) -> String? in values[key].flatMap { $0 == "-" ? nil : $0 } }
    return DraftArticle(
      kind: values["kind"] ?? "article", county: named("county"), prefecture: named("prefecture"))
  }

  /// Takes `⟦tag|` and `⟧` out of a line.
  private mutating func untag(
    _ line: [Unicode.Scalar], number: Int
  ) -> (text: [Unicode.Scalar], spans: [DraftSpan]) {
    var text: [Unicode.Scalar] = []
    var spans: [DraftSpan] = []
    var open: (tag: Tag, start: Int)?
    var index = 0
    while index < line.count {
      switch line[index] {
      case "⟦":
        if open != nil { complain(number, "tag inside a tag") }
        let name = line[(index + 1)...].prefix { $0 != "|" && $0 != "⟧" }
        if let tag = Tag(rawValue: string(name)) {
          open = (tag, text.count)
        } else {
          complain(number, "unknown tag \(string(name))")
        }
        index += name.count + 1
      case "⟧":
        if let (tag, start) = open {
          spans.append(DraftSpan(tag: tag, range: start..<text.count))
        } else {
          complain(number, "⟧ without ⟦")
        }
        open = nil
      default: text.append(line[index])
      }
      index += 1
    }
    if open != nil { complain(number, "⟦ without ⟧") }
    return (text, spans)
  }

  private mutating func check(_ line: DraftLine) {
    if line.article == nil, !line.isBlank,
      !line.isDisplay || line.spans.contains(where: { $0.tag != .furniture })
    {
      complain(line.number, "text between articles that is not furniture")
    }
    for span in line.spans {
      guard let first = span.range.first, let last = span.range.last else {
        complain(line.number, "empty tag \(span.tag.rawValue)")
        continue
      }
      if isBlankScalar(line.text[first]) || isBlankScalar(line.text[last]) {
        complain(line.number, "blank at the edge of tag \(span.tag.rawValue)")
      }
      if span.tag.entry != nil, "。；：，、！？".unicodeScalars.contains(line.text[last]) {
        complain(line.number, "heading with its final punctuation")
      }
    }
  }

  /// A second-level heading needs a first-level one before it in its article, a third-level one a second-level one.
  private mutating func checkLevels() {
    var article: Int?
    var depth = 0
    for line in draft.lines {
      if line.article != article { (article, depth) = (line.article, 0) }
      for case (let level, _)? in line.spans.map(\.tag.entry) {
        if level > depth + 1 { complain(line.number, "heading of level \(level) below level \(depth)") }
        depth = level
      }
    }
  }
}
