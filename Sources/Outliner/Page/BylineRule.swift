import BriefingModel

/// Reads a byline: roles and names, with nothing else between them.
///
///     通讯员 张野 孙凯      ■本报通讯员 刘儒静 单育苗      （记者 王小明 通讯员 李四）
struct BylineRule: Sendable {
  let mended: MendedPage

  private static let roles: [[UInt32]] = [
    "本报通讯员", "特约通讯员", "本报记者", "特约记者", "实习生", "实习记者", "见习记者", "首席记者", "全媒体记者", "融媒体记者", "融媒记者",
    "通讯员", "记者", "作者", "摄影报道", "摄影", "供稿", "撰稿", "文图", "图文", "文", "图", "摄",
  ].map { [UInt32](of: $0) }

  /// Longest byline, in scalars.
  private static let longest = 70

  /// The byline that fills a range; `nil` if anything in it is neither role nor name.
  /// Without a role, names alone pass only where `bareNames` allows.
  func byline(in range: Range<Int>, bareNames: Bool = false) -> Byline? {
    guard !range.isEmpty, range.count <= Self.longest, bareNames || mayHoldRole(range) else { return nil }
    var roles: [Range<Int>] = []
    var names: [Range<Int>] = []
    for token in tokens(range) {
      var rest = token
      if let role = role(token) {
        roles.append(role)
        rest = role.upperBound..<token.upperBound
        if rest.isEmpty { continue }
      }
      guard let name = name(rest) else { return nil }
      names.append(name)
    }
    guard !names.isEmpty, bareNames || !roles.isEmpty else { return nil }
    return byline(
      roles, names, photographed: range.last.map { mended.text[$0] == 0x6444 } ?? false, bareNames)
  }

  /// The byline of some roles and names, each taken once.
  private func byline(_ roles: [Range<Int>], _ names: [Range<Int>], photographed: Bool, _ bareNames: Bool)
    -> Byline?
  {
    let names = words(names)
    guard names.count <= (bareNames ? 4 : 12) else { return nil }
    var words = words(roles)
    if photographed { words.removeAll { $0 == "摄" } }
    guard let first = words.first else { return Byline(role: photographed ? "摄" : "", names: names) }
    let role = words.count == 1 ? first : words.joined(separator: " ")
    return Byline(role: photographed ? role + "（摄）" : role, names: names)
  }

  private static let roleStarts: ScalarSet = {
    var set = ScalarSet()
    for role in roles { set.insert(role[0]) }
    return set
  }()
  private static let roleOpenings = ScalarSet("本特实见首全融通记作摄供撰")
  private static let roleMarks = ScalarSet("员者摄影稿文图生")

  private func mayHoldRole(_ range: Range<Int>) -> Bool {
    let marks = Self.roleMarks
    return mended.text[range].contains { marks.mayContain($0) }
  }

  private func words(_ ranges: [Range<Int>]) -> [String] {
    var words: [String] = []
    words.reserveCapacity(ranges.count)
    for range in ranges {
      let word = mended.string(range)
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// A byline without parentheses that opens a paragraph, and where the text after it begins.
  ///
  ///     通讯员　杨胜兰　“太阳落山不用愁…      蔡诗韵　本报记者田书荣报道：提案…
  func leading(in range: Range<Int>, bareNames: Bool) -> (byline: Byline, end: Int)? {
    let head = range.prefix(50)
    guard let first = head.first, bareNames || Self.roleOpenings.mayContain(mended.text[first]) else {
      return nil
    }
    let opens = Self.roles.contains { $0.count > 1 && mended.text[head].starts(with: $0) }
    guard bareNames || opens else { return nil }
    if let report = head.dropLast().first(where: {
      mended.text[$0] == 0x62A5 && mended.text[$0 + 1] == 0x9053
    }),
      let byline = byline(in: range.lowerBound..<report)
        ?? (bareNames ? byline(in: range.lowerBound..<report, bareNames: true) : nil)
    {
      return (byline, report + 2)
    }
    guard opens else { return nil }
    let gaps = head.filter { Glyph.isBlank(mended.text[$0]) }
    for gap in gaps.reversed() {
      if let byline = byline(in: range.lowerBound..<gap) { return (byline, gap + 1) }
    }
    return nil
  }

  /// Words between blanks, commas, slashes, colons, bullets and line breaks.
  private func tokens(_ range: Range<Int>) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = range.lowerBound
    for index in range {
      let c = mended.text[index]
      // Between two printed lines stands a blank, unless the line break cuts a name.
      let breaks =
        index > start && mended.at[index] > mended.at[index - 1] + 1 && !cutsName(start, index, range)
      if breaks {
        tokens.append(start..<index)
        start = index
      }
      let separates =
        Glyph.isBlank(c) || Glyph.isComma(c) || c == Glyph.enumerationComma || c == 0x2F || c == 0xFF0F
        || Glyph.isColon(c) || Glyph.isBullet(c) || c == 0x25A1 || c == 0x7C || c == 0xFF1B
      if separates {
        if start < index { tokens.append(start..<index) }
        start = index + 1
      }
    }
    if start < range.upperBound { tokens.append(start..<range.upperBound) }
    return tokens
  }

  /// A single character before or after the line break belongs to the name on the other side.
  private func cutsName(_ start: Int, _ index: Int, _ range: Range<Int>) -> Bool {
    if index - start == 1 { return true }
    var end = index
    while end < range.upperBound, Glyph.isHan(mended.text[end]) { end += 1 }
    return end - index == 1
  }

  /// The role that opens a token.
  private func role(_ token: Range<Int>) -> Range<Int>? {
    guard let first = token.first, Self.roleStarts.mayContain(mended.text[first]) else { return nil }
    for role in Self.roles where mended.text[token].starts(with: role) {
      // 文, 图 and 摄 are surnames or parts of names too: alone they are roles.
      if role.count > 1 || token.count == 1 { return first..<first + role.count }
    }
    return nil
  }

  /// 2–4 Han characters, or a transliterated name with a dot (阿依古丽·买买提). 摄 after a name is its role.
  private func name(_ token: Range<Int>) -> Range<Int>? {
    var token = token
    if let last = token.last, mended.text[last] == 0x6444, token.count > 2 { token = token.lowerBound..<last }
    var dots = 0
    for index in token where !Glyph.isHan(mended.text[index]) {
      guard mended.text[index] == 0xB7 || mended.text[index] == 0x2022 else { return nil }
      dots += 1
    }
    guard dots > 0 ? (4...16).contains(token.count) : (2...4).contains(token.count) else { return nil }
    return token
  }
}
