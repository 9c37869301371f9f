import BriefingModel
import Outliner

/// How well a page is read, against the texts it was made from.
struct ReadingScore {
  var articles = 0
  /// Articles whose text comes out complete, in order and with nothing between.
  var whole = 0
  var paragraphs = 0
  /// Paragraphs that come out complete, after the one before.
  var inOrder = 0
  /// Articles whose headline is printed right before their text.
  var headlines = 0
  /// Articles whose outline is that of the text alone.
  var outlines = 0
  var faults: [String] = []

  mutating func add(_ slug: String, _ text: ArticleText, in transcript: Transcript, outlined: [Article]) {
    let printed = Self.packed(String(decoding: transcript.bytes, as: UTF8.self))
    articles += 1
    let body = text.paragraphs.map(Self.packed)
    let whole = printed.range(of: body.joined())
    if whole == nil { faults.append("\(slug): text is not whole") } else { self.whole += 1 }
    let titles = (text.kicker + text.headline + text.subtitle).map(Self.packed).joined()
    if printed.contains(titles + body.joined()) {
      headlines += 1
    } else {
      faults.append("\(slug): headline is not right before the text")
    }
    var place = printed.startIndex
    for paragraph in body {
      paragraphs += 1
      guard let found = printed[place...].range(of: paragraph) else { continue }
      inOrder += 1
      place = found.upperBound
    }
    addOutline(slug, text, outlined)
  }

  private mutating func addOutline(_ slug: String, _ text: ArticleText, _ outlined: [Article]) {
    let source = text.kicker + text.headline + text.subtitle + [""] + text.paragraphs.map { "　　" + $0 }
    let expected = Outliner().outline(Self.transcript(source)).articles.map(Self.drawing)
    let headline = Self.packed(text.headline.joined())
    let found = outlined.filter { Self.packed(($0.kicker + $0.headline).joined()).contains(headline) }
    let actual = found.map(Self.drawing)
    if !actual.isEmpty, actual.count == expected.count, actual == expected {
      outlines += 1
    } else {
      faults.append("\(slug): outline differs\n    \(expected)\n    \(actual)")
    }
  }

  private static func transcript(_ lines: [String]) -> Transcript {
    var transcript = Transcript(source: "text", bytes: [], lines: [])
    for line in lines {
      let start = transcript.bytes.count
      transcript.bytes += line.utf8
      transcript.lines.append(
        Line(number: transcript.lines.count + 1, bytes: start..<transcript.bytes.count))
      transcript.bytes.append(10)
    }
    return transcript
  }

  /// Headline, kind, byline and headings: what must not depend on the format.
  static func drawing(_ article: Article) -> String {
    let titles = (article.kicker + article.headline).map(packed).joined()
    let byline = article.byline.map { "\($0.role) \($0.names.joined(separator: " "))" } ?? "-"
    return "\(article.kind.rawValue)|\(titles)|\(byline)|"
      + article.measures.map(drawing).joined(separator: ";")
  }

  private static func drawing(_ measure: Measure) -> String {
    "\(measure.number) \(packed(measure.heading)) \(measure.role.rawValue)"
      + (measure.children.isEmpty ? "" : "[\(measure.children.map(drawing).joined(separator: ";"))]")
  }

  /// Without blanks.
  static func packed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
