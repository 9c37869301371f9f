import BriefingModel

/// A place that a rule proposes as a measure's heading. It proves nothing; a series of them does.
struct Candidate: Sendable {
  let marking: Marking
  /// First scalar of the printed marker (一是, 一、), or of the heading where there is none.
  let start: Int
  /// The heading in the mended text, without marker and final punctuation.
  let heading: Range<Int>
  /// Where its body begins.
  let bodyStart: Int
  /// The printed number, for markings that have one.
  var ordinal: Int?
  /// What distinguishes series of one marking: the bullet (●), the label (做法, 招).
  var label: UInt32 = 0
  /// Index of the block it stands in.
  let block: Int
  /// It opens its block.
  let opensBlock: Bool
  /// It opens a printed line that follows a finished one.
  var opensLine = false
  /// Bold type alone says where the heading ends.
  var isBold = false
  /// The block ends with the heading.
  var fillsBlock = false
  /// The scalar that ends the heading, or 0.
  var mark: UInt32 = 0
  /// How much a candidate looks like a heading by itself; see `HeadingWeights`.
  var weight = 0.0
  var shape = Shape.none
}

/// What siblings have in common.
struct Shape: Sendable {
  static let none = Shape(clauses: Clauses(), first: 0, second: 0, lastQuoted: 0, lastTwo: 0)

  /// Characters of each clause, punctuation not counted.
  let clauses: Clauses
  let first: UInt32
  let second: UInt32
  /// Last character within the last quotation marks (“责任链条” → 条), or 0.
  let lastQuoted: UInt32
  /// The last two characters, packed.
  let lastTwo: UInt64

  var last: UInt32 { UInt32(truncatingIfNeeded: lastTwo) }
  var length: Int { clauses.total }
}

/// The lengths of up to eight clauses, without an array: there is one for every short sentence of a text.
struct Clauses: Equatable, Sendable {
  private var packed: UInt64 = 0
  private(set) var count = 0
  private(set) var longest = 0
  private(set) var shortest = 0
  private(set) var total = 0
  /// Length of the first clause.
  private(set) var opening = 0

  mutating func append(_ length: Int) {
    packed = packed << 8 | UInt64(min(length, 255))
    longest = max(longest, length)
    shortest = count == 0 ? length : min(shortest, length)
    total += length
    if count == 0 { opening = length }
    count += 1
  }
}

/// A rule that proposes candidates. One rule, one file, one `.cases` file; the list is `MeasureRules.all`.
protocol MeasureRule: Sendable {
  static func propose(in body: ArticleBody) -> [Candidate]
}

/// Every rule. A new marking is a new file and a line here.
enum MeasureRules {
  static let all: [any MeasureRule.Type] = [
    ChineseNumberRule.self,
    ParenthesizedNumberRule.self,
    ArabicNumberRule.self,
    CircledNumberRule.self,
    YiShiRule.self,
    OrdinalWordRule.self,
    LabelledNumberRule.self,
    DashRule.self,
    BulletRule.self,
    StandaloneLineRule.self,
    BoldLeadRule.self,
    LeadSentenceRule.self,
    ColonLeadRule.self,
    AnaphoraRule.self,
  ]
}
