import BriefingModel

/// A run of clauses of one sentence that can stand in a summary.
struct Excerpt: Sendable {
  let sentence: Int
  var clauses: ClosedRange<Int>
  let text: Scalars
  /// How much its figures say; 0 for a gist.
  let score: Double
}

/// What a measure offers a summary: runs with figures, and one that says what was done.
struct Excerpts: Sendable {
  /// Longest run that a summary takes up.
  private static let limit = 64
  private let sentences: [Sentence]
  let figures: [Excerpt]
  let gist: Excerpt?
  /// The clauses that the measure's text begins with, for a table's cell: they need not stand alone there.
  let opening: Excerpt?

  /// Heading and children are not searched for a gist: they stand in the summary anyway.
  ///
  /// Of the last measure only the first paragraph counts: after it come the article's closing words.
  init(_ measure: Measure, isLast: Bool, names: [Scalars]) {
    var sentences: [Sentence] = []
    var found: [Excerpt] = []
    for part in Self.withChildren(measure) {
      let isFinal =
        isLast && (measure.children.isEmpty || part.number.hasPrefix(measure.children.last?.number ?? ""))
      let body = Sentence.all(of: part.body).filter { !isFinal || $0.paragraph == 0 }
      found += Self.figures(of: part, in: body, offset: sentences.count, names: names)
      sentences += body
    }
    let own = Sentence.all(of: measure.body).count
    self.sentences = sentences
    figures = found.sorted { $0.score > $1.score }
    gist = Self.gist(in: sentences.prefix(own), names: names, ofAction: measure.role == .measure)
    opening = sentences.prefix(own).first.flatMap(Self.opening)
  }

  private static func opening(of sentence: Sentence) -> Excerpt? {
    let fitting = sentence.clauses.indices.prefix { sentence.text(0...$0).count <= limit }
    guard let last = fitting.last, sentence.isBalanced else { return nil }
    return Excerpt(sentence: 0, clauses: 0...last, text: Scalars(sentence.text(0...last)), score: 0)
  }

  /// A measure and its children, but nothing demanded below something done.
  private static func withChildren(_ measure: Measure) -> [Measure] {
    let children = measure.children.filter { measure.role == .requirement || $0.role != .requirement }
    return [measure] + children.flatMap(withChildren)
  }

  /// For each clause with figures the run in which it stands alone.
  private static func figures(of measure: Measure, in body: [Sentence], offset: Int, names: [Scalars])
    -> [Excerpt]
  {
    let heading = measure.headingOrigin.bytes
    var rest = measure.figures.filter { !heading.overlaps($0.origin.bytes) }[...]
    var result: [Excerpt] = []
    for (number, sentence) in body.enumerated() {
      let rules = ClauseRules(sentence, names: names)
      let strengths = sentence.clauses.indices.map { taken(from: &rest, in: sentence.clause($0)) }
      if rules.hasParticularSubject { continue }
      for index in sentence.clauses.indices where !strengths[index].isEmpty {
        guard let range = rules.standalone(around: index) else { continue }
        let text = Scalars(sentence.text(range))
        guard text.count <= limit else { continue }
        let inRange = range.flatMap { strengths[$0] }
        let score =
          (inRange.max() ?? 0) + 0.3 * Double(inRange.count - 1) - Double(text.count) / 60
          - 0.1 * Double(min(number, 8))
        result.append(Excerpt(sentence: offset + number, clauses: range, text: text, score: score))
      }
    }
    return result
  }

  /// The strengths of the next figures that stand in a clause. Figures come in reading order.
  private static func taken(
    from figures: inout ArraySlice<Figure>, in clause: ArraySlice<Unicode.Scalar>
  ) -> [Double] {
    var strengths: [Double] = []
    var rest = clause
    while let index = figures.prefix(3).firstIndex(where: { rest.range(of: $0.scalars) != nil }),
      let range = rest.range(of: figures[index].scalars)
    {
      if let strength = FigureStrength.strength(of: figures[index]) { strengths.append(strength) }
      rest = rest[range.upperBound...]
      figures = figures[(index + 1)...]
    }
    return strengths
  }

  /// The first run that says what was done; from the first four sentences, else there is none. Of
  /// demands and of parts that name no action the first run that stands alone.
  private static func gist(in sentences: ArraySlice<Sentence>, names: [Scalars], ofAction: Bool) -> Excerpt? {
    for (number, sentence) in sentences.prefix(4).enumerated() {
      let rules = ClauseRules(sentence, names: names)
      if rules.hasParticularSubject { continue }
      for index in sentence.clauses.indices {
        guard let range = rules.standalone(around: index) else { continue }
        let text = Scalars(sentence.text(range))
        if (6...limit).contains(text.count),
          !ofAction || rules.saysWhatWasDone(range)
        {
          return Excerpt(sentence: number, clauses: range, text: text, score: 0)
        }
      }
    }
    return nil
  }

  /// Chosen runs in reading order, those that touch or overlap made one.
  func joined(_ chosen: [Excerpt]) -> [Scalars] {
    let ordered = chosen.sorted {
      ($0.sentence, $0.clauses.lowerBound) < ($1.sentence, $1.clauses.lowerBound)
    }
    var merged: [Excerpt] = []
    for excerpt in ordered {
      if let last = merged.last, last.sentence == excerpt.sentence,
        excerpt.clauses.lowerBound <= last.clauses.upperBound + 1,
        touches(last, excerpt)
      {
        let end = max(last.clauses.upperBound, excerpt.clauses.upperBound)
        merged[merged.count - 1].clauses = last.clauses.lowerBound...end
      } else {
        merged.append(excerpt)
      }
    }
    return merged.map { Scalars(sentences[$0.sentence].text($0.clauses)) }
  }

  private func touches(_ one: Excerpt, _ other: Excerpt) -> Bool {
    if other.clauses.lowerBound <= one.clauses.upperBound { return true }
    return sentences[one.sentence].mark(after: one.clauses.upperBound) == "，"
  }
}

extension Figure {
  fileprivate var scalars: Scalars { Scalars(text.unicodeScalars) }
}

extension ArraySlice where Element == Unicode.Scalar {
  /// Where a word stands first, not as a part of a longer number.
  func range(of word: Scalars) -> Range<Int>? {
    guard let first = word.first, count >= word.count else { return nil }
    var index = startIndex
    while index + word.count <= endIndex {
      if self[index] == first, self[index...].starts(with: word) {
        let isInNumber =
          first.isDigit && index > startIndex && (self[index - 1].isDigit || self[index - 1] == ".")
        if !isInNumber { return index..<index + word.count }
      }
      index += 1
    }
    return nil
  }
}
