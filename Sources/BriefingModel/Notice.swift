/// A result with a doubt: what kind of doubt, where, and one sentence for a reader.
///
/// Notices travel with results; only the command-line tool prints them.
public struct Notice: Equatable, Sendable, Codable {
  public enum Kind: String, Equatable, Sendable, Codable, CaseIterable {
    /// Several counties bear the name.
    case ambiguousCounty = "ambiguous-county"
    /// No county could be recognised.
    case unknownCounty = "unknown-county"
    /// A headline announces another number of measures than were found.
    case countMismatch = "count-mismatch"
    /// The best outline is hardly better than the second best.
    case lowConfidence = "low-confidence"
    /// A quotation mark printed the wrong way round, read as meant.
    case reversedQuotationMark = "reversed-quotation-mark"
    /// An item without a headline.
    case missingHeadline = "missing-headline"
    /// The source has no article.
    case nothingFound = "nothing-found"
    /// Words or a number that the source does not hold were kept out of a summary or table.
    case untraceableDropped = "untraceable-dropped"
  }

  public var kind: Kind
  /// One Chinese sentence.
  public var message: String
  public var origin: Origin?
  /// The printed words in doubt, or some that begin with them, for a document to find the place; `nil` where the
  /// doubt is about no words in particular.
  public var words: String?

  public init(kind: Kind, message: String, origin: Origin?, words: String? = nil) {
    self.kind = kind
    self.message = message
    self.origin = origin
    self.words = words
  }
}

/// A value and the doubts about it.
public struct Noted<Value: Sendable>: Sendable {
  public var value: Value
  public var notices: [Notice]

  public init(_ value: Value, notices: [Notice] = []) {
    self.value = value
    self.notices = notices
  }
}

extension Noted: Equatable where Value: Equatable {}
