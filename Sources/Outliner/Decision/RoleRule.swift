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
    if let governor = last(body.vocabulary.governors, in: intro),
      governor >= (last(body.vocabulary.problems, in: intro) ?? 0),
      !series.standsInBlocks || endsWithColon(intro)
    {
      return .requirement
    }
    if last(body.vocabulary.problems, in: lastClause(of: intro)) != nil, isUnnumberedList(series) {
      return .none
    }
    return .measure
  }

  /// The role of one member of a series.
  func role(of member: Candidate, of series: Series, in role: SeriesRole) -> Measure.Role {
    if member.opensBlock,
      namesNoAction(member) || (role == .measure && isBareNoun(member) && areMostlyBareNouns(series))
    {
      return .section
    }
    return role == .requirement ? .requirement : .measure
  }

  /// The words before the list: its sentence so far, and the one before it if the list opens one.
  private func introduction(of series: Series) -> Range<Int> {
    guard let first = series.members.first else { return 0..<0 }
    let block = body.range(of: first.block)
    if first.start > block.lowerBound { return sentence(before: first.start, from: block.lowerBound) }
    guard let position = body.blocks.firstIndex(of: first.block), position > 0 else {
      return first.start..<first.start
    }
    let previous = body.range(of: body.blocks[position - 1])
    return sentence(before: previous.upperBound, from: previous.lowerBound)
  }

  /// The sentence that the list is part of, or the one before it.
  private func sentence(before position: Int, from low: Int) -> Range<Int> {
    let end = Glyph.isSentenceEnd(body.text[position - 1]) ? position - 1 : position
    let floor = max(low, position - Self.reach)
    guard floor < end else { return end..<end }
    let start = (floor..<end).last { Glyph.isSentenceEnd(body.text[$0]) && !body.quotation.inside[$0] }
    return (start.map { $0 + 1 } ?? floor)..<position
  }

  private func last(_ words: WordList, in range: Range<Int>) -> Int? {
    range.last { words.match(body.text, at: $0, end: range.upperBound) != nil && !body.quotation.inside[$0] }
  }

  /// The words after the last comma: 毛病大致出在三处：一是….
  private func lastClause(of range: Range<Int>) -> Range<Int> {
    let comma = range.dropLast().last { Glyph.isComma(body.text[$0]) }
    return (comma.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
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

  /// 三、取得成效: what is listed in it came about, and was not done.
  func holdsNoMeasure(_ member: Candidate) -> Bool {
    member.ordinal != nil && member.opensBlock && namesNoAction(member)
      && body.vocabulary.resultNouns.ends(body.text, member.heading)
  }

  /// 绕行路线: no verb opens it, none is in it.
  private func isBareNoun(_ member: Candidate) -> Bool {
    let heading = member.heading
    let unlikely: [Marking] = [.labelledNumber, .yiShi, .paragraphLead, .runIn]
    return !unlikely.contains(member.marking)
      && (3...6).contains(member.shape.length)
      && body.vocabulary.verbs.first(in: body.text, heading) == nil
      && body.vocabulary.singleVerbs.first(in: body.text, heading) == nil
  }

  /// One heading without a known verb (备足“一箱药”) among others that have one is a measure in unusual words.
  private func areMostlyBareNouns(_ series: Series) -> Bool {
    series.members.count(where: isBareNoun) * 2 > series.members.count
  }

  private func namesNoAction(_ member: Candidate) -> Bool {
    guard member.ordinal != nil, member.shape.clauses.count == 1, member.shape.length <= 20 else {
      return false
    }
    guard body.vocabulary.sectionNouns.ends(body.text, member.heading) else { return false }
    return body.vocabulary.verbs.match(
      body.text, at: member.heading.lowerBound, end: member.heading.upperBound) == nil
      || member.shape.length <= 4
  }
}
