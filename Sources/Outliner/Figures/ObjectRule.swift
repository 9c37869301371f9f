import BriefingModel

/// What is counted: the noun phrase after a figure, or the one before it, or the one of the figure before.
///
///     购置4个高标准冬暖式蔬菜大棚进行租赁   after: up to the verb
///     综合评选五星党支部4个                 before: from the verb
///     完成投资23.8亿元，同比增长17.4%        inherited: a rate binds to what changed
struct ObjectRule {
  let text: [UInt32]
  let block: Range<Int>
  let words: FigureWords

  /// Longest noun phrase.
  private static let longest = 30
  static let possessive: UInt32 = 0x7684  // 的
  /// 了 到 出 好 成 起 过 after a verb belong to it.
  private static let verbTails = ScalarSet("了到出好成起过")
  /// A verb before one of these is part of a noun: 服务队, 培训班, 组织生活会.
  private static let nounTails = ScalarSet("队站室点班员会岗率量额费者厂库卡证单区期所面价比力权方类表书")
  private static let has: UInt32 = 0x6709  // 有
  private static let share: UInt32 = 0x5360  // 占
  private static let each: UInt32 = 0x6BCF  // 每
  private static let conjunctions = ScalarSet("和及与或、")
  private static let partners = ScalarSet("对把将向为给")
  /// Make words with 比 and 较: 比例, 同比, 比较.
  private static let compounds = ScalarSet("例重赛武价率值如分方拼选对同环占之评较大高好多少强比的")
  private static let payments = ScalarSet("捐补垫掏罚赔花赚亏")
  private static let personTimes: UnitSymbol = "人次"
  private static let people = ScalarSet("名位人")
  /// What is done so often is a verb: 开展1次走访慰问.
  private static let frequencies = ScalarSet("次遍回趟场轮")
  private static let changes = [
    "增加", "提高", "降", "升", "增", "缩短", "减", "压缩", "扩大", "发展", "提", "涨", "变", "扩", "长",
  ]
  .map { [UInt32](of: $0) }

  /// The last figure with an object, which a rate may share.
  private struct Giver {
    let object: Range<Int>
    let end: Int
  }

  func assign(_ found: inout [Quantity], from first: Int) {
    var giver: Giver?
    for index in first..<found.count {
      defer {
        if let object = found[index].object {
          giver = Giver(object: object, end: found[index].outer.upperBound)
        }
      }
      let previous = index > first ? found[index - 1] : nil
      let start = max(previous.map(end) ?? block.lowerBound, previous?.object?.upperBound ?? 0)
      let next = index + 1 < found.count ? found[index + 1].outer.lowerBound : block.upperBound
      if let previous, let value = rise(from: previous, to: found[index]) {
        found[index].from = value
        found[index].object = previous.object
        continue
      }
      switch found[index].kind {
      case .date, .time, .duration: continue
      default: break
      }
      found[index].object =
        after(found[index], until: next) ?? before(found[index], from: start)
        ?? compared(found[index], with: previous) ?? inherited(giver, found[index])
    }
    EventRule(rule: self).assign(&found, from: first)
  }

  /// Where a figure's clause goes on: 6月底前 is a date to its last character.
  private func end(_ found: Quantity) -> Int {
    var end = found.outer.upperBound
    while found.isOfTime, let word = words.words(.behind).match(text, at: end, end: block.upperBound) {
      end += word.count
    }
    return end
  }

  private func at(_ index: Int) -> UInt32 { index < block.upperBound ? text[index] : 0 }

  func isFrequency(_ found: Quantity) -> Bool {
    guard let mark = found.unit?.single, mark > 0 else { return false }
    return Self.frequencies.mayContain(mark)
  }

  // MARK: After

  private func after(_ found: Quantity, until next: Int) -> Range<Int>? {
    let start = found.outer.upperBound
    switch found.kind {
    case .percent, .ratio, .multiple, .voltage, .power, .age: if at(start) != Self.possessive { return nil }
    default: break
    }
    return noun(at: start, until: next, isFrequency: isFrequency(found)).map {
      described(after: $0, until: next) ?? owner($0, found)
    }
  }

  /// 5名经验丰富、对企业情况熟悉的退休干部: a list that goes on without a noun describes what stands behind its 的.
  private func described(after range: Range<Int>, until next: Int) -> Range<Int>? {
    guard at(range.upperBound) == Glyph.enumerationComma else { return nil }
    let rest = text[range.upperBound..<min(next, range.upperBound + 20)]
    guard
      let mark = rest.firstIndex(where: { $0 == Self.possessive || Glyph.isComma($0) || Glyph.isStop($0) }),
      text[mark] == Self.possessive
    else { return nil }
    return noun(at: mark, until: next)
  }

  /// 11位老人的医保卡: who is counted stands before 的; 74名强村的党支部书记: 名 counts no villages.
  private func owner(_ range: Range<Int>, _ found: Quantity) -> Range<Int> {
    guard found.kind == .count, let mark = text[range].firstIndex(of: Self.possessive),
      let owner = words.owners.match(text, endingAt: mark, from: range.lowerBound)
    else { return range }
    let countsPeople = Self.people.mayContain(found.unit?.single ?? 0)
    return countsPeople == (owner.weight < 1) ? range.lowerBound..<mark : range
  }

  /// The noun phrase that begins at `start`, behind 的 if one stands there.
  func noun(at place: Int, until next: Int, isFrequency: Bool = false) -> Range<Int>? {
    let start = at(place) == Self.possessive ? place + 1 : place
    var index = start
    let limit = min(next, start + Self.longest)
    while index < limit, let step = step(at: index, from: start, until: limit, next, isFrequency) {
      index = step
    }
    // 三个乡镇作了表态: what stands before 了 or 着 is a verb.
    if index < limit, index - start > 2, at(index) == 0x4E86 || at(index) == 0x7740 {
      index -= words.verbs.match(text, endingAt: index, from: start + 1)?.count ?? 1
    }
    while index > start, Self.conjunctions.mayContain(text[index - 1]) || text[index - 1] == Self.possessive {
      index -= 1
    }
    return index > start ? start..<index : nil
  }

  /// The next place within a noun phrase, or `nil` where it ends.
  private func step(at index: Int, from start: Int, until limit: Int, _ next: Int, _ isFrequency: Bool)
    -> Int?
  {
    let c = text[index]
    if c == Glyph.openQuote || c == 0x300A || c == 0x22 {
      guard let close = closing(index, limit + 12) else { return nil }
      return index > start && text[index..<close].contains(Glyph.enumerationComma) ? nil : close
    }
    if c == Glyph.openParenthesis || c == 0x28 {
      guard index > start, let close = closing(index, index + 10), close <= limit else { return nil }
      return close
    }
    if let noun = words.nouns.match(text, at: index, end: block.upperBound) { return index + noun.count }
    if c == Glyph.enumerationComma || Glyph.isHan(c) && Self.conjunctions.mayContain(c) {
      return continues(index, from: start, next) ? index + 1 : nil
    }
    guard Glyph.isHan(c) || Glyph.isLetterOrDigit(c) else { return nil }
    if words.stops.match(text, at: index, end: block.upperBound) != nil { return nil }
    if index == start, isFrequency { return index + 1 }
    guard let verb = words.verbs.match(text, at: index, end: block.upperBound) else { return index + 1 }
    // 老人走访了一遍: 了 makes a verb of a word that may be a noun.
    let isDone = at(index + verb.count) == 0x4E86 || at(index + verb.count) == 0x8FC7
    return isDone || verb.weight >= 1 && !isNoun(index + verb.count) ? nil : index + 1
  }

  /// A list goes on with a noun, not with a figure or a verb.
  private func continues(_ index: Int, from start: Int, _ next: Int) -> Bool {
    guard index > start, index + 1 < next else { return false }
    let verb = words.verbs.match(text, at: index + 1, end: block.upperBound)
    return verb == nil && words.stops.match(text, at: index + 1, end: block.upperBound) == nil
  }

  private func isNoun(_ index: Int) -> Bool { at(index) != 0 && Self.nounTails.mayContain(at(index)) }

  /// The place after a closing mark.
  func closing(_ index: Int, _ limit: Int) -> Int? {
    let mark = text[index]
    let close: UInt32 =
      switch mark {
      case Glyph.openQuote: Glyph.closeQuote
      case 0x300A: 0x300B
      case Glyph.openParenthesis: Glyph.closeParenthesis
      case 0x28: 0x29
      default: mark
      }
    let end = min(limit, block.upperBound)
    guard index + 1 < end else { return nil }
    return text[index + 1..<end].firstIndex(of: close).map { $0 + 1 }
  }

  // MARK: Before

  private func before(_ found: Quantity, from start: Int) -> Range<Int>? {
    subject(before: found.outer.lowerBound, from: start).flatMap {
      isFrequency(found) ? doing($0) : withoutVerb($0, found)
    }
  }

  /// 对农牧户走访一遍: what was done, not to whom.
  private func doing(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound > block.lowerBound, Self.partners.mayContain(text[range.lowerBound - 1]),
      let verb = words.verbs.match(text, endingAt: range.upperBound, from: range.lowerBound), verb.count >= 2
    else { return range }
    return range.upperBound - verb.count..<range.upperBound
  }

  /// The noun phrase that ends before `high`, 达到 and its like taken off.
  func subject(before high: Int, from start: Int) -> Range<Int>? {
    var high = high
    let low = clauseStart(before: high, from: start)
    var stripped = true
    while stripped {
      stripped = false
      if let link = words.links.match(text, endingAt: high, from: low, longest: 10) {
        high -= link.count
        stripped = true
      } else if let share = (max(low, high - 4)..<high).last(where: { text[$0] == Self.each }),
        each(at: share) == high - share
      {
        high = share  // 每人, 每平方米
        stripped = true
      } else if high > low, Glyph.isBlank(text[high - 1]) {
        high -= 1
        stripped = true
      }
    }
    // 占年度计划的91.3%: what is a share of the whole, not the whole.
    if let share = text[low..<high].firstIndex(of: Self.share), high - share > 1 {
      return share > low ? phrase(low..<share) : nil
    }
    guard let phrase = phrase(low..<high) else { return nil }
    return phrase.lowerBound..<(rival(phrase) ?? phrase.upperBound)
  }

  /// Where 较 or 比 compares the subject with another: 降水|较常年同期偏少四成, but not 比例, 同比, 较大.
  private func rival(_ range: Range<Int>) -> Int? {
    text[range].indices.dropFirst(2).first { index in
      guard text[index] == 0x8F83 || text[index] == 0x6BD4, index + 2 < range.upperBound else { return false }
      return !Self.compounds.mayContain(text[index + 1]) && !Self.compounds.mayContain(text[index - 1])
    }
  }

  /// 重点项目开复工50个: what was done with what is counted.
  private func withoutVerb(_ range: Range<Int>, _ found: Quantity) -> Range<Int>? {
    if found.kind == .money, let last = text[range].last, Self.payments.mayContain(last) {
      return range.upperBound - 1..<range.upperBound  // 退休教师捐了3000元
    }
    guard
      let verb = words.verbs.match(text, endingAt: range.upperBound, from: range.lowerBound), verb.count >= 2,
      verb.weight >= 1
    else { return range }
    // 保险公司赔付1127万元, 兑换5.1万人次: what was done is what the sum or the number of times is of.
    let lead = words.leads.match(text, endingAt: range.upperBound, from: range.lowerBound)
    if lead?.count == verb.count { return nil }  // 按照
    if found.kind == .money || found.unit == Self.personTimes {
      return range.upperBound - verb.count..<range.upperBound
    }
    if verb.count == range.count { return nil }  // 惠及2.3万户
    return range.count > 4 ? range.lowerBound..<range.upperBound - verb.count : range
  }

  private func clauseStart(before high: Int, from start: Int) -> Int {
    var index = high
    while index > start {
      let c = text[index - 1]
      if Glyph.isComma(c) || Glyph.isStop(c) || c == Glyph.openParenthesis || c == Glyph.emDash { break }
      if (0x2460...0x24FF).contains(c) || Glyph.isBullet(c) { break }  // ③
      if c == Glyph.closeQuote {
        guard let open = text[start..<index].lastIndex(of: Glyph.openQuote) else { break }
        index = open
        continue
      }
      if c == Glyph.openQuote { break }
      if c == 0x2E, !Glyph.isDigit(at(index)) { break }
      if c == Glyph.closeParenthesis || c == 0x29 {
        guard let open = text[max(start, index - 8)..<index].lastIndex(where: { $0 == 0xFF08 || $0 == 0x28 })
        else { break }
        index = open
        continue
      }
      index -= 1
    }
    while index < high, Self.conjunctions.mayContain(text[index]) || Glyph.isBlank(text[index]) { index += 1 }
    return index
  }

  /// The noun phrase that closes a clause: what is left behind leads and verbs.
  private func phrase(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    var index = low
    var cut = high
    var first = low
    while index < high {
      let c = text[index]
      if c == Glyph.openQuote || c == 0x300A, let close = closing(index, high) {
        index = close
      } else if let noun = noun(at: index, until: high) {
        index += noun.count
      } else if let end = opening(at: index, low, high, isFirst: index == first) {
        if index == first, words.leads.match(text, at: index, end: high)?.count == end - index { first = end }
        low = end
        while low < high, Self.conjunctions.mayContain(text[low]) { low += 1 }
        index = low
        cut = high
      } else {
        if c == 0x5230, index > low + 1, cut == high { cut = index }  // 机关干部到村任职
        index += 1
      }
    }
    high = cut
    while high > low, text[high - 1] == Self.possessive { high -= 1 }
    if high - low > 2, text[high - 1] == 0x91CC { high -= 1 }  // 队伍里
    while low < high, Self.conjunctions.mayContain(text[low]) || text[low] == Self.possessive { low += 1 }
    guard high > low else { return nil }
    return max(low, high - Self.longest)..<high
  }

  private func noun(at index: Int, until high: Int) -> WordList.Word? {
    if text[index] == Self.each, index + 2 < high { return nil }
    return words.nouns.match(text, at: index, end: high)
  }

  /// The end of a lead, a verb or 等 at `index`, where a noun phrase follows.
  private func opening(at index: Int, _ low: Int, _ high: Int, isFirst: Bool) -> Int? {
    if text[index] == Self.each, index + 2 < high { return min(index + each(at: index), high) }
    if text[index] == Self.has, index > low + 1 { return index + 1 }  // 县城有居民小区213个
    if index == low, let lead = words.leads.match(text, at: index, end: high) { return index + lead.count }
    if let adverb = words.words(.midst).match(text, at: index, end: high) { return index + adverb.count }
    if text[index] == 0x7B49, high - index >= 3, text[index + 1] != 0x7EA7 { return index + 1 }  // 等, not 等级
    guard let verb = words.verbs.match(text, at: index, end: high) else { return nil }
    var end = index + verb.count
    guard end < high, verb.weight >= 1 || index == low, !isNoun(end) else { return nil }
    if verb.weight < 1, verb.count > 1, let head = words.heads.match(text, at: end, end: high),
      head.count == high - end, !isFirst || head.weight >= 1
    {
      return nil
    }
    if end < high - 1, Self.verbTails.mayContain(text[end]) { end += 1 }
    return end
  }

  /// Characters of 每季度, 每平方米 and their like.
  private func each(at index: Int) -> Int {
    let lead = words.leads.match(text, at: index, end: block.upperBound)?.count ?? 2
    return max(lead, 1 + (words.units.match(text, at: index + 1, end: block.upperBound)?.count ?? 1))
  }

  /// 含量比2008年提高12.9%: the subject stands before the date it is compared with.
  private func compared(_ found: Quantity, with previous: Quantity?) -> Range<Int>? {
    guard let previous, previous.kind == .date, previous.range.lowerBound > block.lowerBound,
      found.outer.lowerBound - previous.range.upperBound <= 6,
      [0x6BD4, 0x8F83].contains(text[previous.range.lowerBound - 1])
    else { return nil }
    let high = previous.range.lowerBound - 1
    return phrase(clauseStart(before: high, from: block.lowerBound)..<high)
  }

  // MARK: From the figure before

  private func inherited(_ previous: Giver?, _ found: Quantity) -> Range<Int>? {
    guard let previous else { return nil }
    let between = previous.end..<max(previous.end, found.outer.lowerBound)
    guard between.count <= 30 else { return nil }
    return text[between].contains { Glyph.isSentenceEnd($0) || Glyph.isSemicolon($0) } ? nil : previous.object
  }

  /// 从1000台增加至4000台: the value before the change.
  private func rise(from previous: Quantity, to found: Quantity) -> ExactNumber? {
    guard previous.unit == found.unit, previous.kind == found.kind,
      previous.outer.upperBound < found.outer.lowerBound,
      previous.range.lowerBound > block.lowerBound,
      [0x4ECE, 0x7531].contains(text[previous.range.lowerBound - 1])
    else { return nil }
    let between = previous.outer.upperBound..<found.outer.lowerBound
    guard between.count <= 8, let last = text[between].last, [0x5230, 0x81F3, 0x4E3A, 0x4E86].contains(last)
    else { return nil }
    let changes = between.contains { index in
      Self.changes.contains { word in
        index + word.count <= between.upperBound && text[index..<index + word.count].elementsEqual(word)
      }
    }
    return changes ? previous.value : nil
  }
}
