/// The one tree that every document writer starts from. What to say is decided before; a writer only spells it.
public struct Briefing: Equatable, Sendable {
  public var masthead: Masthead
  /// Title of the whole issue, below the red rule; `nil` where the items' own titles suffice.
  public var title: String?
  public var blocks: [Block]
  public var colophon: Colophon
  public var orientation: Orientation

  public enum Orientation: String, Equatable, Sendable, CaseIterable {
    case portrait, landscape
  }

  public init(
    masthead: Masthead, title: String? = nil, blocks: [Block], colophon: Colophon = Colophon(),
    orientation: Orientation = .portrait
  ) {
    self.masthead = masthead
    self.title = title
    self.blocks = blocks
    self.colophon = colophon
    self.orientation = orientation
  }
}

/// The head of the first page.
public struct Masthead: Equatable, Sendable {
  /// Name of the briefing, printed large and red (工作简报).
  public var name: String
  /// 内部资料 注意保存, top left; `nil` where none is set.
  public var classification: String?
  /// 第X期; `nil` where unnumbered.
  public var issue: Int?
  /// 总第X期.
  public var total: Int?
  /// Issuing office, left below the issue number.
  public var office: String?
  public var date: CalendarDate

  public init(
    name: String, classification: String? = nil, issue: Int? = nil, total: Int? = nil,
    office: String? = nil, date: CalendarDate
  ) {
    self.name = name
    self.classification = classification
    self.issue = issue
    self.total = total
    self.office = office
    self.date = date
  }
}

/// The foot of the last page.
public struct Colophon: Equatable, Sendable {
  /// 报：superiors.
  public var report: [String]
  /// 送：peers.
  public var send: [String]
  /// 发：subordinates.
  public var distribute: [String]
  /// 共印X份.
  public var copies: Int?
  /// 责任编辑.
  public var editor: String?
  /// 核稿.
  public var reviewer: String?
  /// 签发.
  public var signer: String?

  public init(
    report: [String] = [], send: [String] = [], distribute: [String] = [], copies: Int? = nil,
    editor: String? = nil, reviewer: String? = nil, signer: String? = nil
  ) {
    self.report = report
    self.send = send
    self.distribute = distribute
    self.copies = copies
    self.editor = editor
    self.reviewer = reviewer
    self.signer = signer
  }
}

/// One block of a briefing.
public enum Block: Equatable, Sendable {
  /// The list of items, with references to the pages of the headings they name.
  case contents(title: String, entries: [ContentsEntry])
  /// A short list under a title: one paragraph an item.
  case list(title: String, items: [String])
  case heading(Heading)
  case paragraph([Inline], role: ParagraphRole)
  case table(Table)
  case chart(Chart)
}

/// A line of the contents: the words, and the bookmark of the heading they lead to.
public struct ContentsEntry: Equatable, Sendable {
  public var text: String
  public var bookmark: String

  public init(text: String, bookmark: String) {
    self.text = text
    self.bookmark = bookmark
  }
}

/// A heading. Level 0 is an item's title; 1…4 are 一、 （一） 1. （1） of GB/T 9704-2012 7.3.3.
public struct Heading: Equatable, Sendable {
  public var level: Int
  /// The numbering as printed (一、), empty at level 0.
  public var label: String
  public var text: [Inline]
  /// Stable, unique name that contents and readers can point at.
  public var bookmark: String
  public init(level: Int, label: String, text: [Inline], bookmark: String) {
    self.level = level
    self.label = label
    self.text = text
    self.bookmark = bookmark
  }
}

/// What a paragraph is for; each writer gives each role a style of its own.
public enum ParagraphRole: String, Equatable, Sendable, CaseIterable {
  case body
  /// Below an item's title: the kicker above it or the subtitle under it.
  case subtitle
  /// County, reporter, lines of the source: small, under the title.
  case source
  /// 【摘要】: what an item says, in a paragraph before it.
  case summary
  /// 按语, the editor's note.
  case editorsNote
}

/// A run of text within a paragraph or heading.
public enum Inline: Equatable, Sendable {
  case text(String)
  /// A footnote anchored after what precedes it.
  case footnote(String)
  /// Words with a doubt for the editor, anchored on exactly these words and never part of the text.
  case doubted(String, comment: Comment)
  /// A proposed correction that the editor accepts or refuses: `printed` goes, `proposed` comes. Either may be
  /// empty. Where documents cannot track changes, `printed` stands.
  case correction(printed: String, proposed: String, comment: Comment)

  /// The words that stand in the source.
  public var printed: String {
    switch self {
    case .text(let text), .doubted(let text, comment: _): text
    case .correction(let printed, proposed: _, comment: _): printed
    case .footnote: ""
    }
  }

  /// Whether an editor has something to look at.
  public var isMarked: Bool {
    switch self {
    case .doubted, .correction: true
    case .text, .footnote: false
    }
  }
}

/// What jianbao tells the editor about some words.
public struct Comment: Equatable, Sendable {
  /// One Chinese sentence.
  public var text: String

  public init(_ text: String) {
    self.text = text
  }
}

/// A bar chart of a few series over the same categories.
public struct Chart: Equatable, Sendable {
  public struct Series: Equatable, Sendable {
    public var name: String
    /// One for each category; `nil` where there is none.
    public var values: [Double?]

    public init(name: String, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  public var title: String
  public var categories: [String]
  public var series: [Series]
  /// What the values count (项, 元); shown with the axis.
  public var unit: String
  /// The chart in words, for those who do not see it.
  public var alternative: String
  /// Whether the series stand on each other: parts of a whole, not rivals.
  public var isStacked: Bool

  public init(
    title: String, categories: [String], series: [Series], unit: String, alternative: String,
    isStacked: Bool = false
  ) {
    self.title = title
    self.categories = categories
    self.series = series
    self.unit = unit
    self.alternative = alternative
    self.isStacked = isStacked
  }
}

/// What stands in a table's cell: words, and what an editor should look at in them. A line feed begins a new line.
public struct Cell: Equatable, Sendable, ExpressibleByStringInterpolation {
  public var text: [Inline]

  /// Runs of plain words that follow each other are one.
  public init(_ text: [Inline]) {
    self.text = text.reduce(into: []) { runs, inline in
      if case .text(let words) = inline, case .text(let before) = runs.last {
        runs[runs.count - 1] = .text(before + words)
      } else {
        runs.append(inline)
      }
    }
  }

  public init(_ words: String) {
    text = [.text(words)]
  }

  public init(stringLiteral words: String) {
    self.init(words)
  }

  /// The words as printed, without comments and footnotes.
  public var words: String {
    if text.count == 1, case .text(let words) = text[0] { return words }
    return text.map(\.printed).joined()
  }
}

/// A table with a header row that repeats on each page.
public struct Table: Equatable, Sendable {
  public var caption: String
  public var header: [String]
  /// Each row has as many cells as `header`.
  public var rows: [[Cell]]
  /// Relative column widths, one for each column.
  public var widths: [Int]
  /// How strongly each cell is shaded, 0…1, row by row; empty where no cell is. Legible in black and white.
  public var shades: [[Double]]
  /// What the table says, for screen readers; the caption where empty.
  public var alternative: String

  public init(
    caption: String, header: [String], rows: [[Cell]], widths: [Int], shades: [[Double]] = [],
    alternative: String = ""
  ) {
    self.caption = caption
    self.header = header
    self.rows = rows
    self.widths = widths
    self.shades = shades
    self.alternative = alternative
  }
}
