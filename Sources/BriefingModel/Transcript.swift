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

  public init(number: Int, bytes: Range<Int>) {
    self.number = number
    self.bytes = bytes
  }
}
