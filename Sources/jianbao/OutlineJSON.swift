import BriefingModel
import JSONText

/// Spells outlines as the JSON of the contract: keys in its order, absent values `null`, lists never absent.
struct OutlineJSON {
  private static let schema = 1
  private var json = JSONText()
  private var isOpen = false

  /// The text for one more source, with what opens the document before the first.
  mutating func add(_ outlined: OutlinedSource) -> [UInt8] {
    openDocument()
    Self.write(outlined, to: &json)
    return json.drain()
  }

  mutating func finish() -> [UInt8] {
    openDocument()
    json.close("]")
    json.close("}")
    return json.drain() + [UInt8(ascii: "\n")]
  }

  /// One article a line, each with the name of its source in front.
  static func lines(_ outlined: OutlinedSource) -> [UInt8] {
    var bytes: [UInt8] = []
    for article in outlined.articles {
      var json = JSONText(pretty: false)
      json.object { json in
        json.member("source", outlined.source)
        writeMembers(of: article, to: &json)
      }
      bytes += json.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private mutating func openDocument() {
    guard !isOpen else { return }
    isOpen = true
    json.open("{")
    json.member("schema", Self.schema)
    json.key("sources")
    json.open("[")
  }

  private static func write(_ outlined: OutlinedSource, to json: inout JSONText) {
    json.object { json in
      json.member("source", outlined.source)
      json.member("title", outlined.title)
      json.list("articles", outlined.articles) { article, json in
        json.object { writeMembers(of: article, to: &$0) }
      }
      json.list("notices", outlined.notices) { notice, json in
        json.object { json in
          json.member("kind", notice.kind.rawValue)
          json.member("message", notice.message)
          json.member("origin", notice.origin)
        }
      }
    }
  }

  private static func writeMembers(of article: Article, to json: inout JSONText) {
    json.member("id", article.id)
    json.member("kind", article.kind.rawValue)
    json.member("county", article.county)
    json.member("kicker", article.kicker)
    json.member("headline", article.headline)
    json.member("subtitle", article.subtitle)
    json.member("dateline", article.dateline)
    json.member("byline", article.byline)
    json.member("lede", article.lede)
    json.member("origin", article.origin)
    json.list("measures", article.measures, write)
    // What no measure holds: the lede's, or the whole body's where there is no measure.
    json.list("figures", article.figures, write)
    json.list("terms", article.terms, write)
    json.member("summary", article.summary)
  }

  private static func write(_ measure: Measure, to json: inout JSONText) {
    json.object { json in
      json.member("number", measure.number)
      json.member("role", measure.role.rawValue)
      json.member("heading", measure.heading)
      json.member("marking", measure.marking.rawValue)
      json.member("headingOrigin", measure.headingOrigin)
      json.member("origin", measure.origin)
      json.member("body", measure.body)
      // Three digits say all that the Outliner knows.
      json.member("confidence", (measure.confidence * 1000).rounded() / 1000)
      json.list("figures", measure.figures, write)
      json.list("terms", measure.terms, write)
      json.list("children", measure.children, write)
    }
  }
}

extension OutlineJSON {
  private static func write(_ figure: Figure, to json: inout JSONText) {
    json.object(inline: true) { json in
      json.member("text", figure.text)
      json.member("value", figure.value)
      json.member("upper", figure.upper)
      json.member("from", figure.from)
      json.member("unit", figure.unit)
      json.member("qualifier", figure.qualifier?.rawValue)
      json.member("kind", figure.kind.rawValue)
      json.member("object", figure.object)
      json.member("origin", figure.origin)
    }
  }

  private static func write(_ term: Term, to json: inout JSONText) {
    json.object(inline: true) { json in
      json.member("text", term.text)
      json.member("origin", term.origin)
    }
  }
}
