import BriefingModel

/// Every number that decides how much a sentence looks like a heading, and siblings like each other.
///
/// Weights are in tenths of a rough log-odds; each is here for a kind of sentence that the fixtures hold.
enum HeadingWeights {
  /// A sentence within running text (LeadSentenceRule, ColonLeadRule, AnaphoraRule).
  /// `next` is the length of the sentence that follows in the paragraph.
  static func sentence(_ candidate: Candidate, next: Int, in body: ArticleBody) -> Double {
    var weight = -1.2 + words(candidate, in: body) + style(candidate, in: body)
    // A heading is explained by what follows it; two short sentences in a row are a rhythm.
    if next >= 22 { weight += 0.5 } else if next < 12 { weight -= 0.9 }
    if candidate.mark == 0xFF1F || candidate.mark == 0x3F { weight -= 0.2 }
    // The first sentence of a body is its lede's, unless its siblings say otherwise.
    if candidate.start == body.start { weight -= 0.5 }
    // Within a paragraph, a long sentence is one of many.
    if candidate.marking == .runIn, candidate.shape.length > 20 { weight -= 0.8 }
    if candidate.mark == 0xFF01 || candidate.mark == 0x21 || candidate.mark == 0x2026 { weight -= 0.7 }
    return weight
  }

  /// A line of its own: its place already says something.
  static func standalone(_ candidate: Candidate, in body: ArticleBody) -> Double {
    let asks = candidate.mark == 0xFF1F || candidate.mark == 0x3F
    let place = candidate.mark == 0 || asks ? 0.3 : -1.2
    // On a line of its own a heading may be long.
    return place + words(candidate, in: body) * 0.7 + (candidate.shape.length > 16 ? 0.5 : 0)
      + style(candidate, in: body)
  }

  /// What the look adds, where the format tells of it: a heading's style, a bold line, bold type that opens the
  /// paragraph and ends with the heading.
  private static func style(_ candidate: Candidate, in body: ArticleBody) -> Double {
    guard body.hints.areKnown, candidate.opensBlock else { return 0 }
    if candidate.fillsBlock, body.hints.isHeading(candidate.block) { return 1.8 }
    guard let end = body.hints.boldEnd(of: candidate.block), end > candidate.start else { return 0 }
    if candidate.fillsBlock { return 0.8 }
    return (-1...1).contains(end - candidate.heading.upperBound) ? 1.8 : 0
  }

  /// A dash or a bullet says much by itself, if a short phrase follows.
  static func marked(_ shape: Shape) -> Double { shape.length <= 26 ? 1.0 : -0.2 }

  /// What the words say, wherever they stand.
  private static func words(_ candidate: Candidate, in body: ArticleBody) -> Double {
    lengths(candidate.shape) + opening(candidate, in: body) + quotes(candidate, in: body)
      - unlikely(candidate, in: body)
  }

  private static func lengths(_ shape: Shape) -> Double {
    let longest = shape.clauses.longest
    if shape.clauses.count <= 1 {
      switch longest {
      case ..<3: return -0.6
      case 3: return 0.7
      case 4: return 1.2
      case 5...9: return 1.0
      case 10...13: return 0.6
      case 14...16: return 0.1
      case 17...20: return -0.6
      default: return -1.4
      }
    }
    var weight = longest <= 10 ? 0.9 : longest <= 13 ? 0.7 : longest <= 17 ? 0.4 : -0.4
    let spread = longest - shape.clauses.shortest
    if spread == 0 { weight += 0.6 } else if spread <= 2 { weight += 0.3 }
    if shape.clauses.count > 3 { weight -= 0.8 }
    if shape.clauses.shortest == 1 { weight -= 0.8 }
    if shape.length > 28 { weight -= 0.5 }
    return weight
  }

  /// 压实…, 对…, 以…: how headings open; 此外, 目前, 该县: how they do not.
  private static func opening(_ candidate: Candidate, in body: ArticleBody) -> Double {
    let end = candidate.heading.upperBound
    var weight = 0.0
    var clauses = 0.0
    var opens = true
    for index in candidate.heading {
      let c = body.text[index]
      if opens, Glyph.isHan(c) {
        opens = false
        let value =
          body.vocabulary.verbs.match(body.text, at: index, end: end) != nil
          ? 1.0 : body.vocabulary.singleVerbs.match(body.text, at: index, end: end) != nil ? 0.6 : -0.2
        weight += value
        clauses += 1
      } else if Glyph.isComma(c) || Glyph.isBlank(c) {
        opens = true
      }
    }
    // 党员干部带头, 加分有依据: a subject and what it does.
    if clauses == 1, weight < 0, body.vocabulary.verbs.ends(body.text, candidate.heading) { weight = 0.4 }
    let first = candidate.heading.lowerBound
    let known = body.vocabulary.verbs.match(body.text, at: first, end: end)?.count ?? 0
    let opener = body.vocabulary.openers.match(body.text, at: first, end: end)?.count ?? 0
    return (clauses > 0 ? weight / clauses : -0.5) - (opener > known ? 1.5 : 0)
  }

  private static func quotes(_ candidate: Candidate, in body: ArticleBody) -> Double {
    guard candidate.shape.lastQuoted != 0 else { return 0 }
    // A sentence that is one quotation is a saying, not a heading.
    let whole =
      body.quotation.inside[candidate.heading.lowerBound]
      && body.quotation.inside[candidate.heading.upperBound - 1]
    return whole ? -1.0 : 0.4
  }

  private static func unlikely(_ candidate: Candidate, in body: ArticleBody) -> Double {
    var weight = 0.0
    var index = candidate.heading.lowerBound
    while index < candidate.heading.upperBound {
      if !body.quotation.inside[index],
        let word = body.vocabulary.unlikely.match(body.text, at: index, end: candidate.heading.upperBound)
      {
        weight += word.weight
        index += word.count
      } else {
        if Glyph.isDigit(body.text[index]), !body.quotation.inside[index] { weight += 0.3 }
        index += 1
      }
    }
    return weight
  }

  /// How much two candidates look like siblings, 0…3.
  static func likeness(_ a: Shape, _ b: Shape) -> Double {
    var weight = 0.0
    if a.clauses.count > 1, b.clauses.count > 1, a.clauses.opening == b.clauses.opening { weight += 0.3 }
    let difference = abs(a.length - b.length)
    if a.clauses.count == b.clauses.count {
      weight += a.clauses.count > 1 && a.clauses == b.clauses ? 0.9 : 0.4
    }
    weight +=
      difference == 0 ? 0.6 : difference == 1 ? 0.45 : difference == 2 ? 0.35 : difference <= 4 ? 0.15 : 0
    if a.first == b.first { weight += a.second == b.second ? 0.8 : 0.5 }
    if a.lastQuoted != 0, b.lastQuoted != 0 { weight += a.lastQuoted == b.lastQuoted ? 0.7 : 0.3 }
    if a.lastTwo == b.lastTwo { weight += 0.6 } else if a.last == b.last { weight += 0.4 }
    return weight
  }

  /// What it is worth that so many paragraphs on end open with a sentence no longer than this.
  static let run = 0.6
  static let runBetweenHeadings = 0.75
  static let leastRun = 4
  static let longestInRun = 16
  /// Headings of their own lines between the leads do not end a run; with two or more of them every heading has its leads.
  static let longestHeadingLine = 32

  /// What it is worth that a measure's text begins with a sentence no longer than this (business-one-answers-two) …
  static let sectionOpening = 0.7
  static let longestOpening = 10
  /// … and that each of its paragraphs does (ecommerce-apples-vs-bicycles).
  static let everyBlock = 0.5

  /// A candidate that weighs less will not be carried by any siblings; rules need not propose it.
  static let hopeless = -1.2

  /// What a member must reach, with the support of its siblings, to stay in its series.
  static func memberThreshold(_ marking: Marking) -> Double {
    switch marking {
    case .standaloneLine: 0.7
    case .anaphora: 2.3
    case .colonLead: 1.1
    case .dash, .bullet: 0.9
    case .runIn: 0.95
    default: 1.15
    }
  }

  /// What a sentence that opens a line must weigh, and how much it must be like a lead, to be one whose paragraph
  /// break the wrapping has hidden.
  static let hidden = -0.3
  static let likenessOfHidden = 0.85
  /// A sentence within a paragraph that is so much like the leads is one of them, wherever its line breaks.
  static let likenessOfTwins = 1.7

  /// How much siblings' likeness counts: the best one, then the second best.
  static let support = (best: 0.8, second: 0.4)

  /// What the mean of a series must reach: pairs prove less than longer series.
  static func seriesThreshold(_ marking: Marking, count: Int) -> Double {
    memberThreshold(marking) + (count == 2 ? 0.6 : 0)
  }
}
