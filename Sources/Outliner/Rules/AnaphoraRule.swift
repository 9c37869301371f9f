import BriefingModel

/// Paragraphs whose first clause, ended by a comma, repeats one pattern: the same first words, 以…为…, a quoted
/// word of the same kind.
///
///     突出抓好产业发展，……     以阵地为依托，……     聚焦“事难办”，……
///
/// One such clause is an ordinary adverbial; the series decides. A short sentence of two clauses is not cut:
/// it is a lead as a whole (LeadSentenceRule).
struct AnaphoraRule: MeasureRule {
  /// The label of candidates whose first words at least three paragraphs repeat.
  static let repeatedWords: UInt32 = 1

  private static let lengths = 4...18
  /// A first sentence up to this length, in scalars, is a lead as a whole.
  private static let wholeSentence = 34
  /// So many first characters must be the same, in so many paragraphs.
  private static let repeated = (characters: 4, paragraphs: 3)

  static func propose(in body: ArticleBody) -> [Candidate] {
    let repeated = repetitions(body)
    return body.blocks.compactMap { block in
      let range = body.range(of: block)
      let isRepeated = repeated.contains(firstWords(body, range))
      guard let end = firstClause(body, range, orColon: isRepeated) else { return nil }
      let heading = range.lowerBound..<end
      guard lengths.contains(body.length(heading)), isRepeated || runsOn(body, end, range) else { return nil }
      var candidate = Candidate(
        marking: .anaphora, start: range.lowerBound, heading: heading, bodyStart: end + 1, ordinal: nil,
        label: isRepeated ? repeatedWords : 0, block: block, opensBlock: true, mark: body.text[end],
        shape: Shape(of: heading, in: body))
      candidate.weight = HeadingWeights.sentence(candidate, next: 30, in: body) + (isRepeated ? 0.8 : 0)
      return candidate.weight >= HeadingWeights.hopeless ? candidate : nil
    }
  }

  /// First words that several paragraphs share, where the sentences that hold them run on.
  private static func repetitions(_ body: ArticleBody) -> [UInt64] {
    guard body.blocks.count >= repeated.paragraphs else { return [] }
    var openings: [(head: UInt64, runsOn: Bool)] = []
    openings.reserveCapacity(body.blocks.count)
    for block in body.blocks {
      let range = body.range(of: block)
      guard range.count > 20, let end = firstClause(body, range, orColon: true) else { continue }
      let head = firstWords(body, range)
      guard head != 0 else { continue }
      openings.append((head, runsOn(body, end, range) || Glyph.isColon(body.text[end])))
    }
    openings.sort { $0.head < $1.head }
    var found: [UInt64] = []
    var rest = openings[...]
    while let head = rest.first?.head {
      let alike = rest.prefix { $0.head == head }
      if alike.count >= repeated.paragraphs, alike.count(where: \.runsOn) * 2 >= alike.count {
        found.append(head)
      }
      rest = rest.dropFirst(alike.count)
    }
    return found
  }

  /// The first characters, packed; 0 if they are not all Han characters of the Basic Multilingual Plane.
  private static func firstWords(_ body: ArticleBody, _ range: Range<Int>) -> UInt64 {
    guard range.count >= repeated.characters else { return 0 }
    var packed: UInt64 = 0
    for index in range.prefix(repeated.characters) {
      let c = body.text[index]
      guard Glyph.isHan(c), c <= 0xFFFF else { return 0 }
      packed = packed << 16 | UInt64(c)
    }
    return packed
  }

  /// The end of the first clause: a comma, or a colon.
  private static func firstClause(_ body: ArticleBody, _ range: Range<Int>, orColon: Bool) -> Int? {
    let end = range.prefix(30).first { position in
      !body.quotation.inside[position]
        && (Glyph.isComma(body.text[position]) || Glyph.isStop(body.text[position]))
    }
    guard let end, Glyph.isComma(body.text[end]) || (orColon && Glyph.isColon(body.text[end])) else {
      return nil
    }
    return end
  }

  /// The sentence is not over soon after the comma.
  private static func runsOn(_ body: ArticleBody, _ comma: Int, _ range: Range<Int>) -> Bool {
    let limit = min(range.upperBound, range.lowerBound + wholeSentence)
    return comma < limit && !body.text[comma..<limit].contains(where: Glyph.isSentenceEnd)
      && body.text[limit..<range.upperBound].contains(where: Glyph.isSentenceEnd)
  }
}
