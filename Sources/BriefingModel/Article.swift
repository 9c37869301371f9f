/// One item of a page: an article, a photo caption, or something that is neither.
public struct Article: Equatable, Sendable, Codable {
  public enum Kind: String, Equatable, Sendable, Codable, CaseIterable {
    case article
    case photoCaption = "photo-caption"
    case other
  }

  /// County code and a running number within one run: `370883-1`; `000000-1` without a county.
  public var id: String
  public var kind: Kind
  public var county: County?
  /// Lines above the headline proper (分类管理 精准施策).
  public var kicker: [String]
  /// The headline's printed lines, without a county label that opens them.
  public var headline: [String]
  /// The line after ——, without the dash (微山县韩庄镇乡村振兴服务队工作侧记).
  public var subtitle: String?
  /// 本报邹城讯.
  public var dateline: String?
  /// The date printed in the dateline or beside the headline.
  public var date: CalendarDate?
  public var byline: Byline?
  /// What stands between the dateline and the first measure.
  public var lede: String
  /// The body: from the dateline or byline to the last line before the headline or the next article.
  public var origin: Origin
  /// Where the headline stands; `nil` where there is none.
  public var headlineOrigin: Origin?
  public var measures: [Measure]
  /// Quantities and names of the lede, or of the whole body where there is no measure.
  public var figures: [Figure]
  public var terms: [Term]
  /// One paragraph in the genre's own form, every word of it printed in the source; empty until composed.
  public var summary: String
  /// The body's paragraphs with line breaks mended, in reading order; empty where `lede` and `measures` hold the
  /// text.
  public var paragraphs: [Paragraph]

  public init(
    id: String, kind: Kind, county: County? = nil, kicker: [String] = [], headline: [String] = [],
    subtitle: String? = nil, dateline: String? = nil, date: CalendarDate? = nil, byline: Byline? = nil,
    lede: String = "", origin: Origin, headlineOrigin: Origin? = nil, measures: [Measure] = [],
    figures: [Figure] = [], terms: [Term] = [], summary: String = "",
    paragraphs: [Paragraph] = []
  ) {
    self.id = id
    self.kind = kind
    self.county = county
    self.kicker = kicker
    self.headline = headline
    self.subtitle = subtitle
    self.dateline = dateline
    self.date = date
    self.byline = byline
    self.lede = lede
    self.origin = origin
    self.headlineOrigin = headlineOrigin
    self.measures = measures
    self.figures = figures
    self.terms = terms
    self.summary = summary
    self.paragraphs = paragraphs
  }
}

/// A mended paragraph and where it was printed.
public struct Paragraph: Equatable, Sendable, Codable {
  public var text: String
  public var origin: Origin

  public init(text: String, origin: Origin) {
    self.text = text
    self.origin = origin
  }
}

/// Who wrote an item: 通讯员 张野 孙凯.
public struct Byline: Equatable, Sendable, Codable {
  /// The printed role: 通讯员, 记者, 本报通讯员, 通讯员（摄）. With several roles, joined by a space.
  public var role: String
  public var names: [String]

  public init(role: String, names: [String]) {
    self.role = role
    self.names = names
  }
}

/// A day of the Gregorian calendar, as printed or as given by the user. Never read from a clock here.
public struct CalendarDate: Equatable, Hashable, Sendable, Codable, Comparable {
  public var year: Int
  public var month: Int
  public var day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension Article {
  /// The coined names of the lede and of all measures, in reading order.
  public var allTerms: [Term] { terms + measures.flatMap(\.allTerms) }
}

extension Measure {
  fileprivate var allTerms: [Term] { terms + children.flatMap(\.allTerms) }
}
