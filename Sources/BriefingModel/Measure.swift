/// One entry of an article's outline, to any depth.
public struct Measure: Equatable, Sendable, Codable {
  /// What was done; what a leader or a notice demands; or a numbered part that names no action.
  public enum Role: String, Equatable, Sendable, Codable, CaseIterable {
    case measure, requirement, section
  }

  /// Position in the outline (`2.1`), whatever number the article prints.
  public var number: String
  public var role: Role
  /// The printed heading without its marker and final punctuation, line breaks removed.
  public var heading: String
  public var marking: Marking
  public var headingOrigin: Origin
  /// Heading, body and children together.
  public var origin: Origin
  /// The text after the heading up to the first child (or the end), paragraphs separated by a line feed.
  public var body: String
  /// How sure the Outliner is that this is an entry, 0…1.
  public var confidence: Double
  /// Quantities of heading and body (not of the children), in reading order.
  public var figures: [Figure]
  /// Coined and quoted names of heading and body.
  public var terms: [Term]
  public var children: [Measure]

  public init(
    number: String, role: Role = .measure, heading: String, marking: Marking, headingOrigin: Origin,
    origin: Origin, body: String, confidence: Double, figures: [Figure] = [], terms: [Term] = [],
    children: [Measure] = []
  ) {
    self.number = number
    self.role = role
    self.heading = heading
    self.marking = marking
    self.headingOrigin = headingOrigin
    self.origin = origin
    self.body = body
    self.confidence = confidence
    self.figures = figures
    self.terms = terms
    self.children = children
  }
}

extension Measure {
  /// Below this confidence an entry is offered with a doubt.
  private static let doubtful = 0.62

  /// Whether an editor should look at it again.
  public var isDoubtful: Bool { confidence < Self.doubtful }

  /// Quantities of this entry and all below it, in reading order.
  public var allFigures: [Figure] { figures + children.flatMap(\.allFigures) }
}

/// How a newspaper marks a measure. Raw values are the JSON contract's.
public enum Marking: String, Equatable, Hashable, Sendable, Codable, CaseIterable {
  /// 因需施策念好“攻”字诀 on a line of its own.
  case standaloneLine = "standalone-line"
  /// 压实“责任链条”。 opening a paragraph.
  case paragraphLead = "paragraph-lead"
  /// 坚持三级联动。 in mid-paragraph.
  case runIn = "run-in"
  /// 一是摸清底数。
  case yiShi = "yi-shi"
  /// 一要压实责任。
  case yiYao = "yi-yao"
  /// 一、强化组织保障
  case chineseNumber = "chinese-number"
  /// （一）强化组织保障
  case parenthesizedChineseNumber = "parenthesized-chinese-number"
  /// 1.强化组织保障
  case numbered = "numbered"
  /// （1）强化组织保障
  case parenthesizedNumber = "parenthesized-number"
  /// ①强化组织保障
  case circledNumber = "circled-number"
  /// 第一，强化组织保障。 首先，… 其次，…
  case ordinalWord = "ordinal-word"
  /// 做法一：…  第一招：…  关键词一：…
  case labelledNumber = "labelled-number"
  /// ——发展势头稳步向好。
  case dash = "dash"
  /// ●强化组织保障  【强化组织保障】
  case bullet = "bullet"
  /// 强化组织保障：成立……
  case colonLead = "colon-lead"
  /// 突出抓好产业，…… 突出抓好人才，…… : the same first words repeated.
  case anaphora = "anaphora"
}
