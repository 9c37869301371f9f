import BriefingModel

/// Tells what was done from what is demanded, and both from lists that are neither.
///
///     会议强调，一要压实责任；二要…       requirement: 强调 governs the list
///     主要存在三个问题：一是…             no measure at all
///     一、2013年工作回顾                  section: names no action
struct RoleRule: Sendable {
  enum SeriesRole: Sendable { case measure, requirement, none }

  let body: ArticleBody
  /// The article itself demands: a notice (关于…的通知).
  let isNotice: Bool

  /// Characters before a list in which a governing word is looked for.
  private static let reach = 60

  func role(of series: Series) -> SeriesRole {
    if series.marking == .yiYao { return .requirement }
    if series.standsInBlocks, isNotice { return .requirement }
    guard series.members.allSatisfy({ $0.ordinal != nil }) else { return .measure }
    if demands(series) { return .requirement }
    let intro = introduction(of: series)
    if let governor = last(body.vocabulary.governors, in: intro), governor >= (last(body.vocabulary.problems, in: intro) ?? 0),
      !series.standsInBlocks || endsWithColon(intro)
    {
      return .requirement
    }
    if last(body.vocabulary.problems, in: intro) != nil, isUnnumberedList(series) { return .none }
    return .measure
  }

  /// The role of one member of a series.
  func role(of member: Candidate, in role: SeriesRole) -> Measure.Role {
    if member.opensBlock, namesNoAction(member) { return .section }
    return role == .requirement ? .requirement : .measure
  }

  /// The words before the list: its sentence so far, and the one before it if the list opens one.
  private func introduction(of series: Series) -> Range<Int> {
    guard let first = series.members.first else { return 0..<0 }
    let block = body.range(of: first.block)
    if first.start > block.lowerBound { return max(block.lowerBound, first.start - Self.reach)..<first.start }
    guard let position = body.blocks.firstIndex(of: first.block), position > 0 else { return first.start..<first.start }
    let previous = body.range(of: body.blocks[position - 1])
    return max(previous.lowerBound, previous.upperBound - Self.reach)..<previous.upperBound
  }

  private func last(_ words: WordList, in range: Range<Int>) -> Int? {
    range.last { words.match(body.text, at: $0, end: range.upperBound) != nil && !body.quotation.inside[$0] }
  }

  private func endsWithColon(_ range: Range<Int>) -> Bool {
    range.last.map { Glyph.isColon(body.text[$0]) } ?? false
  }

  private func isUnnumberedList(_ series: Series) -> Bool {
    series.marking == .yiShi || series.marking == .ordinalWord || series.marking == .circledNumber
  }

  /// Most items say what must be done: 要…, 必须….
  private func demands(_ series: Series) -> Bool {
    let demanding = series.members.filter { [0x8981, 0x987B].contains(body.text.at($0.heading.lowerBound)) }
    return demanding.count * 2 > series.members.count
  }

  private func namesNoAction(_ member: Candidate) -> Bool {
    guard member.ordinal != nil, member.shape.clauses.count == 1, member.shape.length <= 20 else { return false }
    guard body.vocabulary.sectionNouns.ends(body.text, member.heading) else { return false }
    return body.vocabulary.verbs.match(body.text, at: member.heading.lowerBound, end: member.heading.upperBound) == nil
      || member.shape.length <= 4
  }
}
