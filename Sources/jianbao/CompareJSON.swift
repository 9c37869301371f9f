import BriefingModel
import JSONText

/// Spells a comparison as the JSON of the contract. Besides its keys: each measure's theme, further themes and
/// place, comparable figures and common terms.
enum CompareJSON {
  private static let schema = 1

  static func bytes(_ comparison: Comparison) -> [UInt8] {
    let names = comparison.counties.map(\.name)
    var json = JSONText()
    json.object { json in
      json.member("schema", schema)
      json.member("counties", names)
      json.member("granularity", comparison.granularity.rawValue)
      json.list("rows", comparison.rows) { row, json in
        json.object { json in
          json.member("theme", row.theme)
          json.member("score", thousandths(row.score))
          json.member("evidence", row.evidence.map(\.text))
          write("cells", row.cells, names, to: &json)
        }
      }
      write("unpaired", comparison.unpaired, names, to: &json)
      writeFigures(comparison, names, to: &json)
      json.list("terms", comparison.commonTerms) { term, json in
        json.object { json in
          json.member("text", term.text)
          json.member("counties", term.counties.map { names[$0] })
        }
      }
      json.list("notices", [String]()) { _, _ in }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// A list of measures for each county that has any; with `unpaired`, for every county.
  private static func write(
    _ key: String, _ cells: [[MeasureReference]], _ names: [String], to json: inout JSONText
  ) {
    json.key(key)
    json.object { json in
      for (name, references) in zip(names, cells) where key == "unpaired" || !references.isEmpty {
        json.list(name, references) { reference, json in
          json.object { write(reference, to: &$0) }
        }
      }
    }
  }

  private static func write(_ reference: MeasureReference, to json: inout JSONText) {
    json.member("article", reference.article)
    json.member("number", reference.number)
    json.member("heading", reference.heading)
    json.member("theme", reference.theme)
    json.member("also", reference.also)
    json.member("origin", reference.origin)
  }

  private static func writeFigures(_ comparison: Comparison, _ names: [String], to json: inout JSONText) {
    json.list("figures", comparison.figures) { figures, json in
      json.object { json in
        json.member("object", figures.object)
        json.member("unit", figures.unit)
        json.key("cells")
        json.object { json in
          for (name, entries) in zip(names, figures.cells) where !entries.isEmpty {
            json.list(name, entries) { entry, json in
              json.object { json in
                json.member("article", entry.measure.article)
                json.member("number", entry.measure.number)
                json.member("text", entry.figure.text)
                json.member("object", entry.figure.object)
              }
            }
          }
        }
      }
    }
  }

  private static func thousandths(_ score: Double) -> ExactNumber {
    ExactNumber(digits: Int64((score * 1000).rounded()), exponent: -3)
  }
}
