/// The true outline of one source, in the form of `Fixtures/gold/outline.json`.
///
/// Offsets are Unicode scalars into the source, `end` exclusive; lines are 1-based.
struct GoldOutline: Codable, Equatable, Sendable {
  struct Furniture: Codable, Equatable, Sendable {
    var text: String
    var line: Int
  }

  struct Byline: Codable, Equatable, Sendable {
    var role: String
    var names: [String]
  }

  struct Body: Codable, Equatable, Sendable {
    var start: Int
    var end: Int
    var line: Int
    var endLine: Int
  }

  struct Entry: Codable, Equatable, Sendable {
    var id: String
    var level: Int
    /// Absent in the seed page's gold, where all entries are measures.
    var role: String?
    var heading: String
    /// A raw value of `Marking`, or `nil` where unknown.
    var form: String?
    var start: Int
    var end: Int
    var line: Int
    var endLine: Int
    var children: [Entry]
  }

  struct Article: Codable, Equatable, Sendable {
    var id: String
    var kind: String
    var county: String?
    var prefecture: String?
    var dateline: String?
    var byline: Byline?
    var body: Body
    var kicker: [String]
    var headline: [String]
    var subtitle: String?
    var countyLabel: String?
    /// First and last line of each printed kicker, headline, subtitle and label.
    var headlineLines: [[Int]]
    var ledeLine: Int
    var measures: [Entry]
  }

  var source: String
  var pageFurniture: [Furniture]
  var articles: [Article]
}

extension GoldOutline {
  /// The outline as text: keys in the order of the hand-made gold, one blank of indent a level.
  var json: String { value.text() + "\n" }

  private var value: OrderedJSON {
    .object([
      ("source", .string(source)),
      ("offsets", .string("Unicode scalar offsets into the source file, end exclusive; lines are 1-based")),
      (
        "pageFurniture",
        .array(pageFurniture.map { .object([("text", .string($0.text)), ("line", .int($0.line))]) })
      ),
      ("articles", .array(articles.map(\.value))),
    ])
  }
}

extension GoldOutline.Article {
  fileprivate var value: OrderedJSON {
    .object([
      ("id", .string(id)), ("kind", .string(kind)), ("county", .optional(county)),
      ("prefecture", .optional(prefecture)), ("dateline", .optional(dateline)),
      (
        "byline",
        byline.map { .object([("role", .string($0.role)), ("names", .strings($0.names))]) } ?? .null
      ),
      (
        "body",
        .object([
          ("start", .int(body.start)), ("end", .int(body.end)), ("line", .int(body.line)),
          ("endLine", .int(body.endLine)),
        ])
      ),
      ("kicker", .strings(kicker)), ("headline", .strings(headline)), ("subtitle", .optional(subtitle)),
      ("countyLabel", .optional(countyLabel)),
      ("headlineLines", .array(headlineLines.map { .array($0.map(OrderedJSON.int)) })),
      ("ledeLine", .int(ledeLine)), ("measures", .array(measures.map(\.value))),
    ])
  }
}

extension GoldOutline.Entry {
  fileprivate var value: OrderedJSON {
    .object([
      ("id", .string(id)), ("level", .int(level)), ("role", .optional(role)), ("heading", .string(heading)),
      ("form", .optional(form)), ("start", .int(start)), ("end", .int(end)), ("line", .int(line)),
      ("endLine", .int(endLine)), ("children", .array(children.map(\.value))),
    ])
  }
}
