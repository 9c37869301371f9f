import BriefingModel

/// On which page each heading probably comes to stand, for the contents until the reader renews them.
///
/// Lines of the styles' heights (twips, `docx-styles.xml`) are stacked on pages, characters counted as full or
/// half width. Fonts and line-breaking rules move a line now and then, so a page may be off by one.
struct DOCXPages {
  /// One page for each heading, in the order of the text.
  private(set) var headings: [Int] = []
  private let width: Int
  private let capacity: Int
  private var page = 1
  private var filled = 0
  /// Height of the footnotes on the page.
  private var notes = 0
  /// Space that the last paragraph wants after it.
  private var gap = 0
  /// Height of paragraphs that must stand on the page of what follows, and the headings among them.
  private var held = (height: 0, gap: 0, notes: 0, headings: 0)

  private let pitch: Int
  /// Twips of a character of the body, spacing included.
  private let body: Int
  /// Size of titles, in twips.
  private let titleSize: Int

  /// How lines of a style are set.
  private struct Shape {
    /// Twips; the grid's where `nil`.
    var pitch: Int?
    /// Twips of a full-width character; the body's where `nil`.
    var size: Int?
    /// Characters by which the first line is indented.
    var indent = 0
    var before = 0
    var after = 0
    /// Twips by which lines are narrower than the type area.
    var margin = 0
    var keepsNext = false
    var keepsLines = false
  }

  init(_ briefing: Briefing, layout: LayoutProfile) {
    let isLandscape = briefing.orientation == .landscape
    let page = DOCXLayout(layout)
    width = isLandscape ? page.typeHeight : page.typeWidth
    pitch = Int((layout.linePitch * 20).rounded())
    body = Int(((layout.types.body.size + layout.letterSpacing) * 20).rounded())
    titleSize = Int((layout.types.title.size * 20).rounded())
    capacity = (isLandscape ? layout.landscapeLines : layout.lines) * pitch
    placeMasthead(briefing)
    let annexes = briefing.blocks.count - briefing.blocks.reversed().prefix(while: \.isTable).count
    for (index, block) in briefing.blocks.enumerated() {
      if index > 0, index == annexes { turn() }
      place(block, introducesTable: index + 1 != annexes && briefing.blocks.introducesTable(at: index))
    }
    flush()
  }

  private mutating func placeMasthead(_ briefing: Briefing) {
    let masthead = briefing.masthead
    if masthead.classification != nil { place("", Shape(pitch: 440)) }
    let height = masthead.name.count <= 5 ? 1740 : masthead.name.count <= 10 ? 1160 : 754
    place("", Shape(pitch: height, before: 170, after: 113))
    if Wording.issue(masthead) != nil { place("", Shape()) }
    place("", Shape(pitch: pitch + 100, before: 113, after: 290))
    if let title = briefing.title {
      place(title, Shape(pitch: titleSize * 3 / 2, size: titleSize, before: pitch, after: pitch))
    }
  }

  private mutating func place(_ block: Block, introducesTable: Bool) {
    switch block {
    case .contents(let title, let entries):
      place(title, Shape(keepsNext: true))
      for entry in entries { place(entry.text, Shape(size: 280, margin: 600)) }
      place("", Shape(pitch: 120))
    case .list(let title, let items):
      place(title, Shape(before: 290, keepsNext: true))
      for item in items { place(item, Shape(pitch: 480, size: 280, margin: 840, keepsLines: true)) }
    case .heading(let heading):
      let words = heading.label + Self.words(heading.text)
      if heading.level > 0 {
        place(words, Shape(indent: 2, keepsNext: true), notes: notesHeight(heading.text), headings: 1)
      } else {
        let shape = Shape(
          pitch: titleSize * 3 / 2, size: titleSize, before: pitch, after: (pitch + 1) / 2, keepsNext: true)
        place(TitleLines.broken(words), shape, notes: notesHeight(heading.text), headings: 1)
      }
    case .paragraph(let inlines, let role):
      var shape = shape(of: role)
      if introducesTable { shape.keepsNext = true }
      place(Self.words(inlines), shape, notes: notesHeight(inlines))
    case .table(let table): place(table)
    case .chart: place("", Shape(pitch: 4535, before: 290, after: 290))
    }
  }

  private func shape(of role: ParagraphRole) -> Shape {
    switch role {
    case .body: Shape(indent: 2)
    case .editorsNote: Shape(indent: 2, before: 290)
    case .subtitle: Shape(keepsNext: true)
    case .source: Shape(size: 210, after: 290, keepsNext: true)
    case .summary: Shape(pitch: 480, size: 280, indent: 2, after: 290, margin: 1280)
    }
  }

  private mutating func place(_ table: Table) {
    place(table.caption, Shape(before: pitch, after: 85, keepsNext: true))
    let total = max(table.widths.reduce(0) { $0 + min(max($1, 1), 1000) }, 1)
    for row in [table.header] + table.rows.map({ $0.map(\.words) }) where !row.isEmpty {
      let lines = row.enumerated().map { column, text in
        let share = column < table.widths.count ? min(max(table.widths[column], 1), 1000) : 1
        return self.lines(text, in: width * share / total - 136, Shape(size: 240))
      }
      place("", Shape(pitch: 380 * (lines.max() ?? 1) + 44))
    }
  }

  // MARK: Lines and pages

  private mutating func place(_ text: String, _ shape: Shape, notes: Int = 0, headings: Int = 0) {
    let lines = lines(text, in: width - shape.margin, shape)
    let height = shape.pitch ?? pitch
    let isTop = filled == 0 && held.height == 0
    let before = isTop ? 0 : max(gap, shape.before)
    gap = shape.after
    if shape.keepsNext {
      if held.height == 0 { held.gap = before }
      held.height += before + lines * height
      held.notes += notes
      held.headings += headings
      return
    }
    let first = (shape.keepsLines ? lines : 1) * height
    let isFull = filled + held.height + before + first > capacity - self.notes - held.notes - notes
    if isFull && filled > 0 {
      turn()
      filled = held.height == 0 ? 0 : held.height - held.gap + before
    } else {
      filled += held.height + before
    }
    release()
    self.notes += notes
    for _ in 0..<lines {
      if filled + height > capacity - self.notes, filled > 0 { turn() }
      filled += height
    }
  }

  private mutating func turn() {
    page += 1
    filled = 0
    notes = 0
  }

  private mutating func release() {
    notes += held.notes
    headings += Array(repeating: page, count: held.headings)
    held = (0, 0, 0, 0)
  }

  private mutating func flush() {
    if filled + held.height > capacity - notes { turn() }
    release()
  }

  /// Lines of a text: full-width characters count two halves, all others one.
  ///
  /// Bytes are counted, for this is done to every paragraph: of those that UTF-8 begins a character with, the ones from E2
  /// on stand for full-width characters but for a few spaces.
  private func lines(_ text: String, in width: Int, _ shape: Shape) -> Int {
    let most = max(width * 2 / (shape.size ?? body), 2)
    var lines = 0
    var halves = shape.indent * 2
    for byte in text.utf8 where byte & 0xC0 != 0x80 {
      if byte == 0x0A {
        lines += max((halves + most - 1) / most, 1)
        halves = shape.indent * 2
      } else {
        halves += byte < 0xE2 ? 1 : 2
      }
    }
    return lines + max((halves + most - 1) / most, 1)
  }

  private func notesHeight(_ inlines: [Inline]) -> Int {
    var height = 0
    for case .footnote(let text) in inlines {
      height += 300 * lines(text, in: width, Shape(size: 210, indent: 2))
    }
    return height == 0 ? 0 : height + (notes == 0 ? 300 : 0)
  }

  private static func words(_ inlines: [Inline]) -> String {
    inlines.reduce(into: "") { text, inline in
      switch inline {
      case .text(let words), .doubted(let words, comment: _): text += words
      case .correction(let printed, let proposed, comment: _): text += printed + proposed
      case .footnote: text += " "
      }
    }
  }
}
