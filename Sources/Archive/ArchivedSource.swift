import BriefingModel

/// A source as the archive keeps it: where it comes from, its text, what was found in it.
public struct ArchivedSource: Equatable, Sendable, Codable {
  /// How the day became known.
  public enum DateFrom: String, Equatable, Sendable, CaseIterable, Codable {
    case option, name, page
  }

  public var outlined: OutlinedSource
  public var paper: String?
  public var date: CalendarDate
  public var dateFrom: DateFrom
  /// SHA-256 of the file; a file with the same one is the same source.
  public var fileHash: String
  /// The text that every `Origin` points into.
  public var text: [UInt8]

  public init(
    outlined: OutlinedSource, paper: String?, date: CalendarDate, dateFrom: DateFrom, fileHash: String,
    text: [UInt8]
  ) {
    self.outlined = outlined
    self.paper = paper
    self.date = date
    self.dateFrom = dateFrom
    self.fileHash = fileHash
    self.text = text
  }

  private static let nearDays = 31

  /// The day an article is of: the one printed with it if that is near the source's (a report may bear an old one),
  /// else the source's; a day that the user gave stands for all.
  func day(of article: Article) -> Int {
    guard dateFrom != .option, let printed = article.date, printed.exists,
      abs(printed.dayNumber - date.dayNumber) <= Self.nearDays
    else { return date.dayNumber }
    return printed.dayNumber
  }
}
