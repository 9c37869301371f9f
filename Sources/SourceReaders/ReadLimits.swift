/// What a reader accepts at most. All limits of all formats stand here; a user's settings may change each
/// (`limits` in `jianbao.yml`, described in README.md).
public struct ReadLimits: Equatable, Sendable {
  /// Bytes of a file. A newspaper page has 30 kB and a year of one paper some 30 MB; what is larger is a mistake.
  public var bytes = 256 << 20
  /// Unpacked bytes of the parts read from an archive. Text unpacks to some ten times its size.
  public var archiveBytes = 512 << 20
  /// Unpacked bytes for each packed byte of an entry (beyond the first megabyte). Deflate reaches 1,032 on
  /// zeros, WordprocessingML 5 to 40.
  public var archiveRatio = 400
  /// Files in an archive. A report with a picture on each page has hundreds.
  public var archiveEntries = 10_000
  /// Elements nested in each other: in XML no more than libxml2's own 256. Tables in tables reach 40.
  public var depth = 250
  /// Lines of a transcript. A line costs some 100 bytes when it is outlined.
  public var lines = 10_000_000
  /// Pages of a PDF. A day's paper has 4 to 16, a year-book some 600.
  public var pages = 2_000
  /// Bytes of what `pdftotext` tells of a PDF: 60 to 150 kB a newspaper page.
  public var layoutBytes = 256 << 20
  /// Seconds that another program may take.
  public var programSeconds = 60

  public init() {}

  public init(bytes: Int) { self.bytes = bytes }
}
