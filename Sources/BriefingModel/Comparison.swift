/// Which measures of some counties answer each other.
///
///     邹城 4 完善“奖惩链条”  ~  嘉祥 3.3 强化结果运用      theme 考核奖惩
public struct Comparison: Equatable, Sendable {
  /// Which entries of the outlines are set side by side.
  public enum Granularity: String, Equatable, Sendable, CaseIterable {
    /// Measures without measures below them, whatever their level.
    case leaf
    /// First-level measures, with all that stands below them.
    case top
  }

  /// In the order asked for; `cells` and `unpaired` follow it.
  public var counties: [County]
  public var granularity: Granularity
  public var rows: [ComparisonRow]
  /// One list for each county: its measures that stand in no row, in outline order.
  public var unpaired: [[MeasureReference]]
  /// Quantities of one object in one unit that several counties give.
  public var figures: [ComparableFigures]
  /// Coined names that several counties use.
  public var commonTerms: [CommonTerm]
  /// The likeness from which measures are aligned without more ado; rows near it, or below, are weak.
  public var threshold: Double

  public init(
    counties: [County], granularity: Granularity, rows: [ComparisonRow], unpaired: [[MeasureReference]],
    figures: [ComparableFigures] = [], commonTerms: [CommonTerm] = [],
    threshold: Double = 0
  ) {
    self.counties = counties
    self.granularity = granularity
    self.rows = rows
    self.unpaired = unpaired
    self.figures = figures
    self.commonTerms = commonTerms
    self.threshold = threshold
  }
}

/// Measures of two or more counties that are the same matter. Any two of them in different cells are aligned.
public struct ComparisonRow: Equatable, Sendable {
  /// The main theme of the row's measures together (考核奖惩).
  public var theme: String
  /// Mean likeness of the aligned pairs, 0…1.
  public var score: Double
  /// Why they were aligned, the strongest first.
  public var evidence: [Evidence]
  /// One list for each county of the comparison; at least two are not empty.
  public var cells: [[MeasureReference]]

  public init(theme: String, score: Double, evidence: [Evidence], cells: [[MeasureReference]]) {
    self.theme = theme
    self.score = score
    self.evidence = evidence
    self.cells = cells
  }
}

/// One thing that speaks for a row.
public struct Evidence: Equatable, Sendable {
  public enum Kind: String, Equatable, Sendable, CaseIterable {
    /// A coined name that all sides use: “红帆驿站”.
    case term
    /// A matter that all sides tell of, each in its words: 奖惩 ~ 结果运用.
    case matter
    /// Printed words that stand on all sides: 评先树优.
    case words
    /// Quantities of the same object: 志愿服务队 372名 ~ 208名.
    case figure
  }

  public var kind: Kind
  /// As shown to a reader: 奖惩 ~ 结果运用.
  public var text: String

  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// One measure of a comparison, with what it is about.
public struct MeasureReference: Equatable, Hashable, Sendable {
  /// `Article.id`.
  public var article: String
  /// `Measure.number`.
  public var number: String
  public var heading: String
  /// Main theme; empty where no word of the theme vocabulary occurs.
  public var theme: String
  /// Further themes, the strongest first.
  public var also: [String]
  public var origin: Origin

  public init(
    article: String, number: String, heading: String, theme: String, also: [String], origin: Origin
  ) {
    self.article = article
    self.number = number
    self.heading = heading
    self.theme = theme
    self.also = also
    self.origin = origin
  }
}

/// Quantities of the same object in the same unit, county by county.
public struct ComparableFigures: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public var measure: MeasureReference
    public var figure: Figure

    public init(measure: MeasureReference, figure: Figure) {
      self.measure = measure
      self.figure = figure
    }
  }

  /// The shortest of the objects' names.
  public var object: String
  public var unit: String
  /// One list for each county of the comparison.
  public var cells: [[Entry]]

  public init(object: String, unit: String, cells: [[Entry]]) {
    self.object = object
    self.unit = unit
    self.cells = cells
  }
}

/// A coined name and the counties (positions in `Comparison.counties`) that use it.
public struct CommonTerm: Equatable, Sendable {
  public var text: String
  public var counties: [Int]

  public init(text: String, counties: [Int]) {
    self.text = text
    self.counties = counties
  }
}
