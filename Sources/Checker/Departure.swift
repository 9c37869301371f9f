/// One place where a document departs from the layout asked for.
public struct Departure: Equatable, Sendable {
  /// How binding the clause is: the standard's own words tell.
  public enum Grade: String, CaseIterable, Sendable {
    /// Without 一般: always.
    case required = "规定"
    /// 一般: as a rule.
    case usual = "一般"
    /// 可以: may.
    case recommended = "推荐"
    /// No clause of the standard: practice.
    case practice = "惯例"
  }

  /// `GB/T 9704-2012 5.1`, or 排印惯例.
  public var clause: String
  public var grade: Grade
  /// The beginning of the paragraph, or the part's name.
  public var place: String
  public var found: String
  public var wanted: String
  public var remedy: String
}

/// Why a document cannot be checked.
public enum CheckError: Error, Equatable, Sendable {
  /// Neither ODT nor DOCX.
  case unknownFormat
  /// The archive or one of its entries is damaged.
  case damaged
  /// The part is not there.
  case missingPart(String)
  /// The part is not well-formed XML.
  case unreadablePart(String)
  /// The part is larger than the limits.
  case tooLarge(String)
}
