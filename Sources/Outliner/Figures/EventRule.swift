import BriefingModel

/// What happened on a date, or what took so long: the clause around the figure tells.
///
///     2019年与山东科技大学签订战略合作协议      what follows up to the end of the clause
///     每月5号、15号、25号下沉176个城市社区网格   without the figure in it, which is one of its own; shared by the dates
///     2019年度“红旗服务队”                     what the date describes
///     管家们累计驻厂1730天                     a duration that ends its clause took what stands before it
///
/// A date before a comma frames the sentences that follow and has no event of its own, and neither has one whose
/// clause states a value (2024年结余1870万元): that figure has the object.
struct EventRule {
  let rule: ObjectRule

  private var text: [UInt32] { rule.text }
  private var block: Range<Int> { rule.block }
  private var words: FigureWords { rule.words }

  /// Longest clause that still names one event.
  private static let longest = 30
  /// Between dates that share an event: 5号、15号和25号, 6月14日上午9时.
  private static let joints = ScalarSet("、和及或与上下午早晚中凌晨 ")
  /// Taken off the end of an event: 抽查时, 走访了.
  private static let ends = ScalarSet("时了的、和及 ")

  /// Gives dates and durations their objects, once what is counted has its own.
  func assign(_ found: inout [Quantity], from first: Int) {
    for index in (first..<found.count).reversed() where found[index].isOfTime {
      let next = index + 1 < found.count ? found[index + 1] : nil
      if let next, next.isOfTime, isJoined(found[index], next) {
        found[index].object = next.object
        found[index].omitted = next.omitted
        continue
      }
      if found[index].kind == .duration {
        let previous = index > first ? found[index - 1] : nil
        found[index].object = lasted(found, index, from: previous?.outer.upperBound ?? block.lowerBound)
        if found[index].object == nil, let previous, rule.isFrequency(previous) {  // 入户1次，每次不少于2小时
          found[index].object = previous.object
        }
      } else if let event = happened(found, index) {
        found[index].object = event.range
        found[index].omitted = event.omitted
      }
      // 从63天缩短到27天: both are of one thing.
      if let next, next.from != nil, next.kind == .duration { found[index + 1].object = found[index].object }
    }
  }

  private func at(_ index: Int) -> UInt32 { index < block.upperBound ? text[index] : 0 }

  private func match(_ role: FigureWords.EventRole, at index: Int) -> Int? {
    words.words(role).match(text, at: index, end: block.upperBound)?.count
  }

  private func isJoined(_ found: Quantity, _ next: Quantity) -> Bool {
    let between = found.outer.upperBound..<max(found.outer.upperBound, next.outer.lowerBound)
    return between.count <= 3 && text[between].allSatisfy { Self.joints.mayContain($0) }
  }

  // MARK: Dates

  private func happened(_ found: [Quantity], _ index: Int) -> (range: Range<Int>, omitted: Range<Int>?)? {
    let date = found[index]
    let frame = words.words(.frame)
    guard frame.match(text, endingAt: date.outer.lowerBound, from: block.lowerBound) == nil,
      let start = opening(after: date.outer.upperBound)
    else { return nil }
    if at(start) == ObjectRule.possessive || at(start) == Glyph.openQuote || at(start) == 0x300A {
      return rule.noun(at: start, until: block.upperBound).map { ($0, nil) }
    }
    let low = predicate(from: start)
    let end = clauseEnd(from: low)
    guard let next = found[(index + 1)...].first(where: { $0.outer.lowerBound >= low }),
      next.outer.lowerBound < end
    else { return trimmed(low..<end).map { ($0, nil) } }
    return event(low, with: next)
  }

  /// An event with a figure in it ends with what the figure counts.
  private func event(_ low: Int, with next: Quantity) -> (range: Range<Int>, omitted: Range<Int>?)? {
    guard let object = next.object, let verb = trimmed(low..<max(low, next.outer.lowerBound)) else {
      return nil
    }
    if object.lowerBound >= next.outer.upperBound {
      return (low..<object.upperBound, next.outer.lowerBound..<object.lowerBound)
    }
    return rule.isFrequency(next) ? (verb, nil) : nil
  }

  /// Where the clause goes on behind 起, 上午, 迅速 and their like; `nil` behind 以来 and where it ends.
  private func opening(after end: Int) -> Int? {
    var index = end
    while let count = match(.behind, at: index) { index += count }
    while true {
      if match(.since, at: index) != nil { return nil }
      guard match(.place, at: index) == nil,
        let count = match(.adverb, at: index)
          ?? words.leads.match(text, at: index, end: block.upperBound)?.count
      else { break }
      index += count
    }
    let c = at(index)
    let goesOn = Glyph.isHan(c) || Glyph.isLetterOrDigit(c) || c == Glyph.openQuote || c == 0x300A
    return goesOn ? index : nil
  }

  /// Past a phrase of place (在全县行政村) and a light verb (召开), where a verb or a noun follows.
  private func predicate(from start: Int) -> Int {
    var low = start
    if let count = match(.place, at: low), let verb = verb(after: low + count) { low = verb }
    if let count = match(.light, at: low), Glyph.isHan(at(low + count)) || at(low + count) == Glyph.openQuote
    {
      low += count
    }
    return low
  }

  /// The first verb of a clause.
  private func verb(after start: Int) -> Int? {
    let end = clauseEnd(from: start)
    var index = start
    while index < end {
      if let noun = words.nouns.match(text, at: index, end: end) {
        index += noun.count
        continue
      }
      let verb = words.verbs.match(text, at: index, end: end)?.count ?? match(.light, at: index) ?? 0
      if index > start, verb >= 2 { return index }
      index += 1
    }
    return nil
  }

  /// The next comma, stop or parenthesis; quotations are skipped.
  private func clauseEnd(from start: Int) -> Int {
    var index = start
    while index < block.upperBound {
      let c = text[index]
      if Glyph.isComma(c) || Glyph.isStop(c) || c == Glyph.emDash || Glyph.isClosing(c) { break }
      if c == Glyph.openParenthesis || c == 0x28 || c == 0x2E && !Glyph.isDigit(at(index + 1)) { break }
      if c == Glyph.openQuote || c == 0x300A {
        guard let close = rule.closing(index, block.upperBound) else { break }
        index = close
      } else {
        index += 1
      }
    }
    return index
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var high = range.upperBound
    while high > range.lowerBound, Self.ends.mayContain(text[high - 1]) { high -= 1 }
    let count = high - range.lowerBound
    return count > 1 && count <= Self.longest ? range.lowerBound..<high : nil
  }

  // MARK: Durations

  /// 缩短到38个工作日 took what stands before, 1个工作日内回电 what follows.
  private func lasted(_ found: [Quantity], _ index: Int, from start: Int) -> Range<Int>? {
    let before = subject(of: found[index], from: start)
    var end = found[index].outer.upperBound
    while let count = match(.behind, at: end) { end += count }
    if before != nil, match(.ending, at: end) != nil || at(end) == ObjectRule.possessive { return before }
    guard let opening = opening(after: end) else { return before }
    if at(opening) == ObjectRule.possessive { return rule.noun(at: opening, until: block.upperBound) }
    let low = predicate(from: opening)
    var high = clauseEnd(from: low)
    if let next = found[(index + 1)...].first(where: { $0.outer.lowerBound >= low }) {
      high = min(high, next.outer.lowerBound)
    }
    // 把5.1万名老人走访了一遍 has its verb behind a figure; without one 把 is all there is.
    return match(.place, at: low) == nil ? trimmed(low..<high) ?? before : before
  }

  private func subject(of found: Quantity, from start: Int) -> Range<Int>? {
    var high = found.outer.lowerBound
    let roles: [FigureWords.EventRole] = [.using, .frame, .adverb]
    while let word = roles.lazy.compactMap({ words.words($0).match(text, endingAt: high, from: start) }).first
    {
      high -= word.count
    }
    return rule.subject(before: high, from: start)
  }
}

extension Quantity {
  var isOfTime: Bool { kind == .date || kind == .time || kind == .duration }
}
