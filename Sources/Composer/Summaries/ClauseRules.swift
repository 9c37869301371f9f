/// Which clauses of a sentence can stand for themselves once their neighbours are dropped.
///
///     通过单独组建、联合组建等方式，成立居民小区党支部77个，覆盖小区97个
///     the second stands alone; the first only with the second; the third only after the second
struct ClauseRules: Sendable {
  let sentence: Sentence
  let words: SummaryWords

  /// The county's names: what it does is not some other's doing.
  private let names: [Scalars]

  init(_ sentence: Sentence, names: [Scalars] = [], words: SummaryWords = .standard) {
    self.sentence = sentence
    self.names = names
    self.words = words
  }

  private var last: Int { sentence.clauses.count - 1 }

  /// The shortest run of clauses around one that reads on its own; `nil` where there is none.
  func standalone(around target: Int) -> ClosedRange<Int>? {
    guard sentence.isBalanced, !sentence.clause(0).opens(with: words.examples) else { return nil }
    var start = target
    if let governor = (0..<target).first(where: isGovernor) { start = governor }
    while start > 0, hangsOnPredecessor(start) || isTime(start - 1) { start -= 1 }
    var end = target
    while end < last, isOpen(end) || isUnfinished(start...end) { end += 1 }
    guard !hangsOnPredecessor(start), (start...end).allSatisfy(isUsable) else { return nil }
    guard (start..<end).allSatisfy({ isComma(after: $0) }) else { return nil }
    return start...end
  }

  /// Opens with 其中, 并, 同比…, or goes on counting what the clause before began to count.
  private func hangsOnPredecessor(_ index: Int) -> Bool {
    let clause = sentence.clause(index)
    if clause.opens(with: words.dependent) || isBareChange(clause) { return true }
    return index > 0 && isComma(after: index - 1) && hasNumber(index) && hasNumber(index - 1)
  }

  /// 增长5.4%, 由22个降到13个: a change without what changed.
  private func isBareChange(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    let changes = ["增长", "下降", "增加", "减少", "提高", "上升", "降低", "回落", "加快", "由", "从", "降幅", "增幅"]
    let opening = changes.first { clause.starts(with: $0.unicodeScalars) }
    guard let opening else { return false }
    let rest = clause.dropFirst(opening.unicodeScalars.count).drop { ["了", "到", "至"].contains($0) }
    return rest.first?.isDigit ?? false
  }

  /// Says only how, when, or to whom; what was done follows.
  func isOpen(_ index: Int) -> Bool {
    let clause = sentence.clause(index)
    if clause.count < 4 || isTime(index) || clause.ends(with: words.openEndings) { return true }
    if clause.first == "以", clause.contains("为") { return true }
    if isPivot(clause) || clause.opens(with: words.prepositions) || isUnfinishedObject(index) { return true }
    return isCause(clause) || clause.opens(with: words.weakPrepositions) && !hasNumber(index)
  }

  /// 剩下的2个因涉及邻县: what came of it follows.
  private func isCause(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    clause.lastIndex(of: "因").map { $0 > clause.startIndex && clause.endIndex - $0 <= 7 } ?? false
  }

  /// 组织102个村的干部: what they did comes after the comma.
  private func isPivot(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    let bare = clause.last == "”" ? clause.dropLast() : clause
    return bare.ends(with: words.people) && bare.holds(words.pivots)
  }

  /// 已将16个物业党支部，92个…驿站等划入网格: the verb comes after the second count.
  private func isUnfinishedObject(_ index: Int) -> Bool {
    let clause = sentence.clause(index)
    guard index < last, clause.contains("将") || clause.contains("把") else { return false }
    return sentence.clause(index + 1).first?.isDigit ?? false
  }

  /// A run that is only leading-up clauses has not said anything yet.
  private func isUnfinished(_ range: ClosedRange<Int>) -> Bool {
    range.allSatisfy(isOpen)
  }

  /// 今年以来, 截至10月底: how long or since when, and nothing else.
  private func isTime(_ index: Int) -> Bool {
    let clause = sentence.clause(index)
    return clause.count <= 9 && clause.opens(with: words.times)
      && (clause.first?.isDigit != true || clause.contains("月") || clause.contains("年"))
  }

  /// A plan, a demand, somebody's words, or a firm or person of whom the rest is said.
  private func isGovernor(_ index: Int) -> Bool {
    let clause = sentence.clause(index)
    if clause.holds(words.governors) { return true }
    return index == 0 && hasParticularSubject
  }

  private static let ages = [Scalars("岁".unicodeScalars)]

  /// 豫尚鞋材公司上午摘牌, 小宽镇养牛户邢德发…: not the county's doing.
  var hasParticularSubject: Bool {
    if sentence.scalars.holds(Self.ages) { return true }
    let opening = sentence.clause(0).prefix(18)
    let isOrgan = opening.first.map { "县市区旗省全".unicodeScalars.contains($0) } ?? false
    if isOrgan || opening.opens(with: words.prepositions) || opening.opens(with: words.verbs) { return false }
    return opening.holds(words.subjects) || !opening.opens(with: names) && opening.holds(words.places)
  }

  private func isUsable(_ index: Int) -> Bool {
    let clause = sentence.clause(index)
    return !clause.contains("：") && !clause.contains(":") && !hasPronoun(clause) && !isSpeech(clause)
  }

  func hasPronoun(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = clause
    while !rest.isEmpty {
      if let word = words.notPronouns.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
      } else if rest.opens(with: words.pronouns) {
        return true
      } else {
        rest = rest.dropFirst()
      }
    }
    return false
  }

  /// “没想到这么快。”: a quotation that is a sentence.
  private func isSpeech(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    clause.contains("“") && clause.contains { ["。", "！", "？", "，"].contains($0) }
  }

  private func isComma(after index: Int) -> Bool {
    let mark = sentence.mark(after: index)
    return mark == "，" || mark == ","
  }

  func hasNumber(_ index: Int) -> Bool { sentence.clause(index).contains(where: \.isDigit) }
}

extension ClauseRules {
  /// Whether the sentence as a whole hangs on what stands before it: 此外…, 他….
  var isDependent: Bool {
    let clause = sentence.clause(0)
    return clause.opens(with: words.dependent) || hasPronoun(clause)
  }

  /// Whether a run says what somebody did: its last clause opens with a verb or with the county's own people, or
  /// it counts something.
  func saysWhatWasDone(_ range: ClosedRange<Int>) -> Bool {
    if range.contains(where: hasNumber) { return true }
    return range.contains { index in
      let clause = sentence.clause(index)
      return !isOpen(index)
        && (clause.opens(with: words.verbs) || clause.opens(with: words.actors) || clause.opens(with: names))
    }
  }

  /// Whether the sentence has somebody speaking: 我…, 答：….
  var isSpoken: Bool {
    var rest = sentence.scalars[...]
    while !rest.isEmpty {
      if let word = words.notPronouns.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
      } else if rest.opens(with: words.speakers) {
        return true
      } else {
        rest = rest.dropFirst()
      }
    }
    return false
  }

  /// Whether the sentence may be cut after a clause: it leads up to nothing.
  func mayEnd(after index: Int) -> Bool { !isOpen(index) }
}
