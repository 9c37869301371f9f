/// The words by which summaries are cut: all of them are data, in `Vocabulary/*.txt`.
struct SummaryWords: Sendable {
  static let standard = SummaryWords()

  let dependent = Self.words(PackageResources.dependent_txt)
  let examples = Self.words(PackageResources.examples_txt)
  let pronouns = Self.words(PackageResources.pronouns_txt)
  let notPronouns = Self.words(PackageResources.not_pronouns_txt)
  let prepositions = Self.words(PackageResources.prepositions_txt)
  let weakPrepositions = Self.words(PackageResources.weak_prepositions_txt)
  let openEndings = Self.words(PackageResources.open_endings_txt)
  let times = Self.words(PackageResources.times_txt)
  let governors = Self.words(PackageResources.governors_txt)
  let subjects = Self.words(PackageResources.subjects_txt)
  let speakers = Self.words(PackageResources.speakers_txt)
  let plans = Self.words(PackageResources.plans_txt)
  let places = Self.words(PackageResources.places_txt)
  /// The Outliner's own list: one file, in both targets.
  let verbs = Self.words(PackageResources.verbs_txt)
  let headlineVerbs = Self.words(PackageResources.headline_verbs_txt)
  let actors = Self.words(PackageResources.actors_txt)
  let pivots = Self.words(PackageResources.pivots_txt)
  let people = Self.words(PackageResources.people_txt)
  let documents = Self.words(PackageResources.documents_txt)
  let qualifiersBefore = Self.words(PackageResources.qualifiers_before_txt)
  let qualifiersAfter = Self.words(PackageResources.qualifiers_after_txt)

  /// Words between blanks, longest first; `#` opens a comment line.
  private static func words(_ bytes: [UInt8]) -> [Scalars] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let words = lines.flatMap { $0.split(separator: " ") }.map { Scalars($0.unicodeScalars) }
    return words.sorted { $0.count > $1.count }
  }
}

/// Text as the stages count it: an array of Unicode scalars.
typealias Scalars = [Unicode.Scalar]

extension Collection where Element == Unicode.Scalar {
  var string: String {
    reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  func opens(with words: [Scalars]) -> Bool {
    words.contains { starts(with: $0) }
  }

  /// Whether a word stands anywhere.
  func holds(_ words: [Scalars]) -> Bool {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.opens(with: words) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension BidirectionalCollection where Element == Unicode.Scalar {
  func ends(with words: [Scalars]) -> Bool {
    words.contains { reversed().starts(with: $0.reversed()) }
  }
}

extension Unicode.Scalar {
  /// 0…9, half or full width.
  var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }

  /// A blank of any width, or a line break.
  var isBlank: Bool { properties.isWhitespace }
}
