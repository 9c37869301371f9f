/// What a tag in an annotated draft says about the text it holds.
///
///     ⟦1|压实“责任链”⟧   →   Tag.first
enum Tag: String, Equatable, Sendable, CaseIterable {
  case headline = "H"
  case kicker = "K"
  case subtitle = "S"
  case countyLabel = "C"
  case dateline = "D"
  case role = "R"
  case name = "N"
  case furniture = "F"
  case first = "1"
  case second = "2"
  case third = "3"
  case firstRequirement = "r1"
  case secondRequirement = "r2"
  case section = "s1"

  /// Level in the outline and role there; `nil` for what is no entry of an outline.
  var entry: (level: Int, role: String)? {
    switch self {
    case .first: (1, "measure")
    case .second: (2, "measure")
    case .third: (3, "measure")
    case .firstRequirement: (1, "requirement")
    case .secondRequirement: (2, "requirement")
    case .section: (1, "section")
    default: nil
    }
  }

  /// Printed around an article rather than in it.
  var isDisplay: Bool { [.headline, .kicker, .subtitle, .countyLabel, .furniture].contains(self) }

  /// Says who wrote the article and from where.
  var isCredit: Bool { [.dateline, .role, .name].contains(self) }
}

/// A tagged stretch of one draft line, in scalars of the line's printed text.
struct DraftSpan: Equatable, Sendable {
  var tag: Tag
  var range: Range<Int>
}

/// One printed line (a whole paragraph) of a draft, tags taken out.
struct DraftLine: Equatable, Sendable {
  /// 1-based line of the draft file.
  var number: Int
  var text: [Unicode.Scalar]
  var spans: [DraftSpan]
  /// Index of the article it belongs to; `nil` between articles.
  var article: Int?

  var isBlank: Bool { text.allSatisfy(isBlankScalar) }

  /// True where nothing but dashes and blanks stands outside headline, label or furniture tags.
  var isDisplay: Bool {
    guard spans.contains(where: \.tag.isDisplay) else { return false }
    return text.indices.allSatisfy { index in
      isBlankScalar(text[index]) || text[index] == "—"
        || spans.contains { $0.tag.isDisplay && $0.range.contains(index) }
    }
  }
}

/// What a `%%article` line says.
struct DraftArticle: Equatable, Sendable {
  var kind: String
  /// Full official name, or `nil` for `-`.
  var county: String?
  var prefecture: String?
}

/// One annotated draft: an article or a page.
struct Draft: Equatable, Sendable {
  /// Columns to wrap paragraphs at, in full-width characters; 0 leaves them on one line.
  var wrap = 0
  var lines: [DraftLine] = []
  var articles: [DraftArticle] = []
}

/// What is wrong with a draft, and on which line.
struct DraftProblem: Error, Equatable, Sendable, CustomStringConvertible {
  var line: Int
  var message: String

  var description: String { "line \(line): \(message)" }
}

/// Blanks as newspapers print them, line breaks among them.
func isBlankScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case " ", "\t", "\r", "\n", "\u{A0}", "\u{3000}": true
  default: false
  }
}

/// The text without any blank, for comparisons.
func withoutBlanks(_ text: String) -> String {
  var kept = String.UnicodeScalarView()
  kept.append(contentsOf: text.unicodeScalars.filter { !isBlankScalar($0) })
  return String(kept)
}

/// A string of these scalars.
func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
