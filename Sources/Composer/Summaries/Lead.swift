import BriefingModel

/// How a summary opens: the county and what it did, in the headline's words.
///
///     邹城市构建“链条式”平时考核体系，激发干部干事创业活力
struct Lead: Sendable {
  /// Longer headlines lose their last lines.
  private static let limit = 44
  /// The county's name with what follows it, empty where the headline names the county.
  let county: String
  let lines: [String]

  init(_ article: Article, words: SummaryWords = .standard) {
    var lines = Self.phrases(article.headline, words: words)
    if lines.isEmpty { lines = Self.opening(of: article.lede).map { [$0] } ?? [] }
    while lines.count > 1, lines.reduce(0, { $0 + $1.count + 1 }) > Self.limit { lines.removeLast() }
    self.lines = lines
    county = Self.name(of: article.county, before: lines, words: words)
  }

  private init(county: String, lines: [String]) {
    self.county = county
    self.lines = lines
  }

  /// Without its last line; `nil` if only the county is left.
  var shortened: Lead? {
    if lines.count > 1 { return Lead(county: county, lines: lines.dropLast()) }
    if lines.isEmpty || county.isEmpty { return nil }
    return Lead(county: county.last == "：" ? String(county.dropLast()) : county, lines: [])
  }

  var text: String { county + lines.joined(separator: "，") }

  /// 邹城市 before a verb, 邹城市： before anything else, nothing where the headline names the county.
  private static func name(of county: County?, before lines: [String], words: SummaryWords) -> String {
    guard let county else { return "" }
    guard let first = lines.first else { return county.name }
    let isNamed = lines.contains {
      $0.contains(county.name) || county.short.count > 1 && $0.contains(county.short)
    }
    if isNamed { return "" }
    let opening = first.unicodeScalars
    let isPredicate = opening.opens(with: words.verbs) || opening.opens(with: words.headlineVerbs)
    return isPredicate ? county.name : county.name + "："
  }

  /// The headline's phrases. An official paper's title is one, without the number it was issued under; a short
  /// quoted word that the line had no room for belongs to the line before.
  private static func phrases(_ headline: [String], words: SummaryWords) -> [String] {
    if let last = headline.last, last.unicodeScalars.ends(with: words.documents) {
      return [headline.filter { !$0.contains("〔") || !$0.hasSuffix("号") }.joined()]
    }
    return headline.flatMap(runs).reduce(into: []) { phrases, run in
      if let last = phrases.last, run.count <= 5, run.first == "“", run.last == "”" {
        phrases[phrases.count - 1] = last + run
      } else {
        phrases.append(run)
      }
    }
  }

  /// Where there is no headline, the lede's first words that stand alone.
  private static func opening(of lede: String) -> String? {
    guard let sentence = Sentence.all(of: lede).first else { return nil }
    let rules = ClauseRules(sentence)
    let range = sentence.clauses.indices.lazy.compactMap { rules.standalone(around: $0) }.first
    return range.map { Scalars(sentence.text($0)).string }
  }

  /// A printed line at its blanks, without the mark that ends it: a blank in print is a comma here.
  ///
  ///     Lead.runs("实行“1+4+N”机制 提升居民小区治理效能")   // two
  static func runs(_ line: String) -> [String] {
    var runs: [String] = [""]
    let characters = Array(line)
    for (index, character) in characters.enumerated() {
      let isBetweenLatin =
        index > 0 && index + 1 < characters.count && characters[index - 1].isASCII
        && characters[index + 1].isASCII
      if character.isWhitespace && !isBetweenLatin {
        runs.append("")
      } else {
        runs[runs.count - 1].append(character)
      }
    }
    return runs.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ run: String) -> String {
    var run = run
    while let last = run.last, "。！？，、；：!?,;:".contains(last) { run.removeLast() }
    return run
  }
}
