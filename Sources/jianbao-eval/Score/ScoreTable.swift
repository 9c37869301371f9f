/// Writes scores as text.
///
///     seed            7/7  k7 c7 h7 b7   L1 .951 (20/0/2) …
enum ScoreTable {
  /// One line for each gold article: what is right (a letter) or wrong (a dot), and hits/misses/extras by level.
  static func articles(_ page: PageScore) -> [String] {
    var lines = page.articles.map { article in
      let flags = [
        (article.isFound, "i"), (article.isKindRight, "k"), (article.isCountyRight, "c"),
        (article.isHeadlineRight, "h"), (article.isBylineRight, "b"),
      ].map { $0.0 ? $0.1 : "." }.joined()
      let name = page.articles.count > 1 ? "\(page.slug)/\(article.id)" : page.slug
      return "\(pad(name, 52)) \(flags)  \(tallies(article.outline))"
    }
    if page.stray != OutlineScore() {
      lines.append("\(pad("\(page.slug)/(stray items)", 52)) .....  \(tallies(page.stray))")
    }
    if page.found != page.expected, !lines.isEmpty {
      lines[lines.count - 1] += "  items \(page.found)/\(page.expected)"
    }
    return lines
  }

  static let setHeader =
    pad("set", 8)
    + " items(match)  kind    county  headl   byline  L1 P    R    F1    macro  L2 F1  L3 F1  req F1 sect"

  /// One line for a set.
  static func set(_ name: String, _ score: SetScore) -> String {
    let first = score.outline.levels[0]
    let items = "\(score.found)/\(score.expected)(\(score.matched))"
    let shares = [score.kinds, score.counties, score.headlines, score.bylines].map {
      pad("\($0.right)/\($0.all)", 7)
    }
    let rates = [first.precision, first.recall, first.f1].map { decimal($0) }
    let rest = [
      score.macroFirstLevel, score.outline.levels[1].f1, score.outline.levels[2].f1,
      score.outline.requirements.f1,
    ].map { pad(decimal($0), 6) }
    let sections = "\(score.outline.sectionRoles.right)/\(score.outline.sectionRoles.all)"
    return
      "\(pad(name, 8)) \(pad(items, 13)) \(shares.joined(separator: " ")) \(rates.joined(separator: " "))  "
      + "\(rest.joined(separator: " ")) \(sections)"
  }

  /// The last line.
  static func summary(_ score: SetScore) -> String {
    let levels = score.outline.levels.map { decimal($0.f1) }.joined(separator: " / ")
    return "F1 levels 1/2/3: \(levels); macro first level \(decimal(score.macroFirstLevel)); "
      + "requirements \(decimal(score.outline.requirements.f1)); \(score.expected) items, \(score.matched) matched"
  }

  private static func tallies(_ score: OutlineScore) -> String {
    var parts = score.levels.enumerated().filter { $0.offset == 0 || $0.element != Tally() }
      .map { "L\($0.offset + 1) \(tally($0.element))" }
    if score.requirements != Tally() { parts.append("req \(tally(score.requirements))") }
    if score.sectionRoles.all > 0 {
      parts.append("sect \(score.sectionRoles.right)/\(score.sectionRoles.all)")
    }
    return parts.joined(separator: "  ")
  }

  private static func tally(_ tally: Tally) -> String {
    if tally.misses + tally.extras == 0 { return "\(tally.hits)" }
    return "\(tally.hits)−\(tally.misses)+\(tally.extras)"
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  /// Three decimals.
  static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
