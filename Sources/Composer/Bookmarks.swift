import BriefingModel

/// Hands out the names by which contents and readers point at headings: `a-370883-1`, `m-370883-1-2.1`.
///
/// A name depends only on the article's id and the measure's number, so it stays the same from run to run.
/// It is an NCName of at most 40 characters (the limit of Word), and occurs once in a briefing.
struct Bookmarks {
  private static let limit = 40
  private var used: Set<String> = []

  mutating func bookmark(for article: Article) -> String {
    unique("a-" + article.id)
  }

  mutating func bookmark(for measure: Measure, in article: Article) -> String {
    unique("m-" + article.id + "-" + measure.number)
  }

  mutating func unique(_ wanted: String) -> String {
    let clean = String(wanted.unicodeScalars.map { Self.isNameScalar($0) ? Character($0) : "-" })
    var name = String(clean.prefix(Self.limit))
    var count = 1
    while !used.insert(name).inserted {
      count += 1
      let ending = "_\(count)"
      name = String(clean.prefix(Self.limit - ending.count)) + ending
    }
    return name
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
    default: false
    }
  }
}
