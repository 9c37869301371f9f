/// What a reader hands on: the decoded text of one source and the lines it is made of, in reading order.
///
/// Readers stop here. They never decide what a line *is*; that is the Outliner's job.
public struct Transcript: Equatable, Sendable {
  /// Name of the source as the user gave it.
  public var source: String
  /// The page's own title where the format has one (an HTML `<title>`, document metadata).
  public var title: String?
  /// The decoded text as UTF-8, without byte order mark. Lines index into it.
  public var bytes: [UInt8]
  public var lines: [Line]

  public init(source: String, title: String? = nil, bytes: [UInt8], lines: [Line]) {
    self.source = source
    self.title = title
    self.bytes = bytes
    self.lines = lines
  }

  /// The text of one line, without its line break.
  public func text(of line: Line) -> String {
    String(decoding: bytes[line.bytes], as: UTF8.self)
  }
}

/// One printed line: its number (1-based) and its place in `Transcript.bytes` (line break excluded).
public struct Line: Equatable, Sendable {
  public var number: Int
  public var bytes: Range<Int>
  /// How the line is set, where the format tells; `nil` in plain text.
  public var style: LineStyle?

  public init(number: Int, bytes: Range<Int>, style: LineStyle? = nil) {
    self.number = number
    self.bytes = bytes
    self.style = style
  }
}

/// What a format says about the look of a line. Hints: newspapers set any line in bold, and Word users seldom
/// call a heading a heading.
public struct LineStyle: Equatable, Sendable {
  /// All of the line is bold.
  public var isBold: Bool
  /// Bytes from the line's beginning that are bold, where the rest is not: **压实责任链条。**建立…
  public var boldLead: Int
  /// The line opens a paragraph of the document (it does not go on after a line break inside one).
  public var startsParagraph: Bool
  /// 1 for the first level (`<h1>`, Heading 1); 0 for a document's title.
  public var headingLevel: UInt8?
  /// Size of the type in points (of its largest part).
  public var size: Float?

  /// Whether the line goes on the paragraph of the line above, where the layout shows it (indents, columns);
  /// `nil` where nothing but the words can tell.
  public var goesOn: Bool?

  public init(
    isBold: Bool = false, startsParagraph: Bool = true, headingLevel: UInt8? = nil, size: Float? = nil,
    goesOn: Bool? = nil, boldLead: Int = 0
  ) {
    self.isBold = isBold
    self.boldLead = boldLead
    self.startsParagraph = startsParagraph
    self.headingLevel = headingLevel
    self.size = size
    self.goesOn = goesOn
  }
}
