import BriefingModel

/// Turns elements of a web page into lines: one for each paragraph, and for each part between `<br>`s.
struct HTMLLines {
  static let skipped: Set<String> = [
    "script", "style", "noscript", "nav", "footer", "form", "button", "select", "iframe", "textarea", "svg",
    "template",
    "head", "title", "object", "video", "audio", "rt", "rp",
  ]
  static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "em", "font", "i", "img", "ins",
    "kbd", "label",
    "mark", "o:p", "q", "rb", "ruby", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr", "time",
    "var",
    "founder-title", "founder-subtitle", "founder-introtitle", "founder-author",
  ]

  private struct Look {
    var isBold = false
    var size: Float?
    var element: Int
  }

  private let page: HTMLPage
  private var lines: LineCollector
  private var draft = ParagraphDraft()
  private var looks: [Look] = []
  private var headings: [UInt8] = []
  private var skipDepth = 0
  /// Open `<pre>` elements, in which line ends count.
  private var preformatted = 0
  /// A blank is due before the next text.
  private var blank: (isDue: Bool, hasLineEnd: Bool) = (false, false)
  private var counts: [Int?] = []
  private var titleLevel: UInt8?
  private var held: (text: [UInt8], style: LineStyle)?

  init(page: HTMLPage, lines: LineCollector) {
    self.page = page
    self.lines = lines
  }

  mutating func transcript(title: String) throws(ReadError) -> Transcript {
    endParagraph()
    releaseHeld()
    return try lines.transcript(title: title)
  }

  /// Adds an element with all it holds; `toEnd` goes on to the end of the page (broken ones have several roots).
  mutating func add(_ element: Int, asTitle: Bool = false, toEnd: Bool = false) {
    titleLevel = asTitle ? 1 : nil
    let start = page.elements[element].items.lowerBound
    let items = toEnd ? page.items[start...] : page.items[page.elements[element].items]
    for item in items {
      switch item {
      case .open(let index): open(index)
      case .close(let index): close(index)
      case .text(let range): if skipDepth == 0 { take(page.bytes[range]) }
      }
    }
    endParagraph()
    titleLevel = nil
  }

  // MARK: Elements

  private mutating func open(_ index: Int) {
    let element = page.elements[index]
    if skipDepth > 0 || isHidden(element) {
      skipDepth += 1
      return
    }
    switch element.name {
    case "br": endLine()
    case "tr":
      endParagraph()
      releaseHeld()
      lines.openRow()
    case "td", "th":
      endParagraph()
      lines.openCell()
    case "ol": counts.append((ListLevel.number(element.attributes["start"]) ?? 1) - 1)
    case "ul": counts.append(nil)
    default: if !Self.inline.contains(element.name) { endParagraph() }
    }
    if element.name == "pre" { preformatted += 1 }
    if element.name == "li" { openItem() }
    if let level = level(of: element.name) { headings.append(level) }
    looks.append(look(of: element, index))
  }

  private mutating func close(_ index: Int) {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    let name = page.elements[index].name
    if !Self.inline.contains(name) { endParagraph() }
    if looks.last?.element == index { looks.removeLast() }
    if level(of: name) != nil { _ = headings.popLast() }
    if name == "pre" { preformatted -= 1 }
    if name == "tr" { lines.closeRow() }
    if name == "ol" || name == "ul" { _ = counts.popLast() }
  }

  private func isHidden(_ element: HTMLPage.Element) -> Bool {
    Self.skipped.contains(element.name) || element.attributes["hidden"] != nil
      || element.declares("display") == "none"
  }

  private func level(of name: String) -> UInt8? {
    guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h"), let digit = name.utf8.last,
      (49...54).contains(digit)
    else { return nil }
    return digit - 48
  }

  private func look(of element: HTMLPage.Element, _ index: Int) -> Look {
    var look = looks.last ?? Look(element: index)
    look.element = index
    if ["b", "strong", "th"].contains(element.name) || level(of: element.name) != nil { look.isBold = true }
    if let weight = element.declares("font-weight") {
      look.isBold = weight.hasPrefix("bold") || (Int(weight.prefix(3)) ?? 0) >= 600
    }
    if let size = element.declares("font-size"),
      let number = Float(size.prefix { "0123456789.".contains($0) })
    {
      if size.hasSuffix("px") { look.size = number * 0.75 }
      if size.hasSuffix("pt") { look.size = number }
    }
    return look
  }

  private mutating func openItem() {
    guard let last = counts.indices.last, let count = counts[last] else { return }
    counts[last] = count + 1
    draft.append(Array("\(count + 1).".utf8))
  }

  // MARK: Text

  private mutating func take(_ text: ArraySlice<UInt8>) {
    var run: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte <= 32 {
        put(&run)
        if preformatted > 0, byte == 10 {
          endParagraph()
        } else {
          blank = (true, blank.hasLineEnd || byte == 10 || byte == 13)
        }
        index += 1
      } else if let length = Self.unread(text[index...]) {
        index += length
      } else if text[index...].starts(with: [0xC2, 0xA0]) {
        run.append(32)
        index += 2
      } else if Self.isIndent(text[index...]), endsSentence(run) {
        // A paragraph that begins within the line, shown by its indent alone.
        put(&run)
        endParagraph()
        run += text[index..<index + 6]
        index += 6
      } else {
        run.append(byte)
        index += 1
      }
    }
    put(&run)
  }

  private mutating func put(_ run: inout [UInt8]) {
    guard !run.isEmpty else { return }
    if blank.isDue, let last = draft.lastByte, last != 32 {
      // The line end between two Chinese characters is the editor's, not the author's.
      let joins = blank.hasLineEnd && (last >= 0x80 || run[0] >= 0x80)
      if !joins { draft.append([32]) }
    }
    blank = (false, false)
    draft.append(run, isBold: looks.last?.isBold ?? false, size: looks.last?.size)
    run = []
  }

  /// Zero-width characters and soft hyphens.
  private static func unread(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first == 0xE2 || first == 0xEF || first == 0xC2 else { return nil }
    let signs: [[UInt8]] = [
      [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x80, 0x8D], [0xE2, 0x81, 0xA0], [0xEF, 0xBB, 0xBF],
      [0xC2, 0xAD],
    ]
    return signs.first(where: text.starts)?.count
  }

  private static func isIndent(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: [0xE3, 0x80, 0x80, 0xE3, 0x80, 0x80])
  }

  private func endsSentence(_ run: [UInt8]) -> Bool {
    let text = run.isEmpty ? draft.openText : run
    let ends: [String] = ["。", "！", "？", "”", "：", "；"]
    return ends.contains { text.suffix(3) == Array($0.utf8)[...] }
  }

  // MARK: Lines

  private mutating func endLine() {
    blank = (false, false)
    if !draft.isEmptyLine { draft.breakLine() }
  }

  private mutating func endParagraph() {
    blank = (false, false)
    guard !draft.isBlank else { return }
    draft.headingLevel = headings.last ?? titleLevel
    for line in draft.finished() where !line.text.allSatisfy({ $0 <= 32 }) {
      let text = Self.indented(line.text)
      var style = line.style
      let blanks = line.text.prefix { $0 == 32 }.count
      if style.boldLead > 0 { style.boldLead = max(0, style.boldLead + (blanks >= 4 ? 6 : 0) - blanks) }
      release(text, style)
    }
    draft = ParagraphDraft()
  }

  /// Four blanks and more are the indent of a paragraph.
  private static func indented(_ text: [UInt8]) -> [UInt8] {
    let blanks = text.prefix { $0 == 32 }.count
    let body = Array(text.dropFirst(blanks).reversed().drop { $0 == 32 }.reversed())
    return blanks >= 4 ? Array("　　".utf8) + body : body
  }

  /// A number alone is held back until it is known whether a heading follows.
  private mutating func release(_ text: [UInt8], _ style: LineStyle) {
    if let number = held {
      held = nil
      if text.count <= 90, !text.suffix(3).elementsEqual("。".utf8) {
        let heading = Self.joined(number.text, text)
        var style = style
        if style.boldLead > 0 { style.boldLead += heading.count - text.count }
        return lines.add(heading, style: style)
      }
      lines.add(number.text, style: number.style)
    }
    if titleLevel == nil, !lines.isInRow, Self.isNumber(text) {
      held = (text, style)
    } else {
      lines.add(text, style: style)
    }
  }

  private mutating func releaseHeld() {
    if let held { lines.add(held.text, style: held.style) }
    held = nil
  }

  /// 01, 3, 一, （二）, 三、.
  private static func isNumber(_ text: [UInt8]) -> Bool {
    let signs = String(decoding: text, as: UTF8.self)
    guard (1...4).contains(signs.count) else { return false }
    if signs.allSatisfy({ "0123456789".contains($0) }) { return signs.count <= 2 }
    return signs.allSatisfy { "一二三四五六七八九十（）()、．.0123456789".contains($0) }
      && signs.contains { "一二三四五六七八九十0123456789".contains($0) }
  }

  private static func joined(_ number: [UInt8], _ heading: [UInt8]) -> [UInt8] {
    let text = String(decoding: number, as: UTF8.self)
    if let digits = Int(text) { return Array("\(digits).".utf8) + heading }
    let isBare = text.allSatisfy { "一二三四五六七八九十".contains($0) }
    return number + (isBare ? Array("、".utf8) : []) + heading
  }

  static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
