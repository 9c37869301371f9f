/// The place in a source where something was printed.
///
/// `source.bytes[bytes]`, with line breaks and the blanks around them removed, *is* the printed text.
/// Lines are 1-based and inclusive; `bytes` counts UTF-8 bytes of the decoded source, `scalars` counts
/// Unicode scalars of the same text (a byte order mark is part of neither). Both ranges are half open.
///
///     压实“责任链条”。   →   lines 315...315, scalars 5927..<5935
public struct Origin: Equatable, Hashable, Sendable, Codable {
  /// Name of the source as the user gave it: a file path, or `-` for standard input.
  public var source: String
  public var lines: ClosedRange<Int>
  public var bytes: Range<Int>
  public var scalars: Range<Int>

  public init(source: String, lines: ClosedRange<Int>, bytes: Range<Int>, scalars: Range<Int>) {
    self.source = source
    self.lines = lines
    self.bytes = bytes
    self.scalars = scalars
  }
}
