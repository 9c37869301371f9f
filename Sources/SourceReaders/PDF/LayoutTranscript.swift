import BriefingModel

/// Writes the pages of a PDF down line by line, in reading order.
///
/// One line of the transcript is one printed line. Blank lines part headlines, articles and captions; the indent
/// of a paragraph's first line is put back as two ideographic spaces.
struct LayoutTranscript {
  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  /// Headers and footers that a running text would be cut by: they come last.
  private var furniture: [PrintedBlock] = []
  /// Whether the last line of text filled its column, so that its paragraph may go on.
  private var goesOn = false

  static func transcript(of pages: [PrintedPage], source: String) -> Transcript {
    var writer = LayoutTranscript()
    for page in pages where !page.words.isEmpty {
      var page = page
      page.measure()
      page.words = VerticalText.join(page.words)
      writer.add(page)
    }
    for block in writer.furniture { writer.add(lines: block) }
    return Transcript(source: source, bytes: writer.bytes, lines: writer.lines)
  }

  private mutating func add(_ page: PrintedPage) {
    let order = PageOrder(page)
    let body = page.bodySize
    let continues = !lines.isEmpty && order.articles.first.map { $0.headline == nil } ?? false
    if continues || lines.isEmpty {
      if lines.isEmpty { addFurniture(order.header) } else { furniture += order.header }
    } else {
      addFurniture(furniture + order.header)
      furniture = []
    }
    for (index, article) in order.articles.enumerated() {
      add(article, body: body, continues: index == 0 && continues)
    }
    furniture += order.footer
  }

  private mutating func addFurniture(_ blocks: [PrintedBlock]) {
    for block in blocks { add(lines: block) }
    addBlank()
  }

  private mutating func add(_ article: PrintedArticle, body: Double, continues: Bool) {
    if !continues {
      addBlank()
      goesOn = false
    }
    if let headline = article.headline { add(headline, over: article.width) }
    var paragraphs = Paragraphs(article.columns, body: body)
    paragraphs.goesOn = continues && goesOn
    for (index, block) in article.columns.enumerated() {
      for line in paragraphs.lines(of: index) {
        if line.hasSpaceAbove { addBlank() }
        add(line.text, startsParagraph: line.starts, size: block.em, indented: line.isIndented)
      }
    }
    goesOn = paragraphs.goesOn
    for caption in article.captions {
      addBlank()
      add(lines: caption)
    }
  }

  /// A kicker, smaller than the headline below it, is set off by a blank line. A line of the headline goes on where the
  /// one above had no room left; else it was parted on purpose and is a line of its own.
  private mutating func add(_ headline: PrintedHeadline, over width: Double) {
    for (index, block) in headline.blocks.enumerated() {
      if index > 0, headline.blocks[index - 1].em < 0.85 * block.em { addBlank() }
      var isFull = false
      for line in block.lines {
        add(line.text, startsParagraph: !isFull, size: line.em, indented: false)
        isFull = line.box.width > width - 1.6 * line.em
      }
    }
    addBlank()
  }

  private mutating func add(lines block: PrintedBlock) {
    for (index, line) in block.lines.enumerated() {
      add(line.text, startsParagraph: index == 0, size: line.em, indented: false)
    }
  }

  private mutating func add(_ text: String, startsParagraph: Bool, size: Double, indented: Bool) {
    let start = bytes.count
    if indented { bytes += "\u{3000}\u{3000}".utf8 }
    bytes += text.utf8
    let points = Float((size * 2).rounded() / 2)
    lines.append(
      Line(
        number: lines.count + 1, bytes: start..<bytes.count,
        style: LineStyle(startsParagraph: startsParagraph, size: points, goesOn: !startsParagraph)))
    bytes.append(10)
  }

  private mutating func addBlank() {
    guard let last = lines.last, !last.bytes.isEmpty else { return }
    lines.append(Line(number: lines.count + 1, bytes: bytes.count..<bytes.count))
    bytes.append(10)
  }
}
