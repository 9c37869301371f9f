import BriefingModel
import JSONText

/// Writes the whole tree of the briefing for other programs: everything the model has and nothing more.
///
/// Keys always stand in the same order; absent values are `null`, lists are never absent. Blocks and inlines say
/// what they are with `kind`. JSON can hold every character, so none is dropped.
struct JSONWriter {
  private static let schema = 1

  let briefing: Briefing

  func write() -> WrittenDocument {
    var json = JSONText()
    json.object { json in
      json.member("schema", Self.schema)
      write(briefing.masthead, to: &json)
      json.member("title", briefing.title)
      json.member("orientation", briefing.orientation.rawValue)
      json.list("blocks", briefing.blocks) { block, json in
        json.object { Self.write(block, to: &$0) }
      }
      write(briefing.colophon, to: &json)
    }
    return WrittenDocument(bytes: json.bytes + [UInt8(ascii: "\n")], droppedCharacters: 0)
  }

  private func write(_ masthead: Masthead, to json: inout JSONText) {
    json.key("masthead")
    json.object { json in
      json.member("name", masthead.name)
      json.member("classification", masthead.classification)
      json.member("issue", masthead.issue)
      json.member("total", masthead.total)
      json.member("office", masthead.office)
      json.key("date")
      json.object(inline: true) { json in
        json.member("year", masthead.date.year)
        json.member("month", masthead.date.month)
        json.member("day", masthead.date.day)
      }
    }
  }

  private func write(_ colophon: Colophon, to json: inout JSONText) {
    json.key("colophon")
    json.object { json in
      json.member("report", colophon.report)
      json.member("send", colophon.send)
      json.member("distribute", colophon.distribute)
      json.member("copies", colophon.copies)
      json.member("editor", colophon.editor)
      json.member("reviewer", colophon.reviewer)
      json.member("signer", colophon.signer)
    }
  }

  private static func write(_ block: Block, to json: inout JSONText) {
    switch block {
    case .contents(let title, let entries):
      json.member("kind", "contents")
      json.member("title", title)
      json.list("entries", entries) { entry, json in
        json.object(inline: true) { json in
          json.member("text", entry.text)
          json.member("bookmark", entry.bookmark)
        }
      }
    case .list(let title, let items):
      json.member("kind", "list")
      json.member("title", title)
      json.list("items", items) { $1.value($0) }
    case .heading(let heading):
      json.member("kind", "heading")
      json.member("level", heading.level)
      json.member("label", heading.label)
      json.list("text", heading.text, write)
      json.member("bookmark", heading.bookmark)
    case .paragraph(let inlines, let role):
      json.member("kind", "paragraph")
      json.member("role", role.rawValue)
      json.list("text", inlines, write)
    case .table(let table): write(table, to: &json)
    case .chart(let chart): write(chart, to: &json)
    }
  }

  private static func write(_ inline: Inline, to json: inout JSONText) {
    json.object(inline: true) { json in
      switch inline {
      case .text(let text):
        json.member("kind", "text")
        json.member("text", text)
      case .footnote(let text):
        json.member("kind", "footnote")
        json.member("text", text)
      case .doubted(let words, let comment):
        json.member("kind", "doubted")
        json.member("text", words)
        json.member("comment", comment.text)
      case .correction(let printed, let proposed, let comment):
        json.member("kind", "correction")
        json.member("printed", printed)
        json.member("proposed", proposed)
        json.member("comment", comment.text)
      }
    }
  }

  private static func write(_ table: Table, to json: inout JSONText) {
    json.member("kind", "table")
    json.member("caption", table.caption)
    json.member("header", table.header)
    json.list("rows", table.rows) { row, json in
      json.array(inline: true) { json in
        for cell in row { json.value(cell.words) }
      }
    }
    writeMarks(in: table, to: &json)
    json.key("widths")
    json.array(inline: true) { json in
      for width in table.widths { json.value(width) }
    }
    json.list("shades", table.shades) { row, json in
      json.array(inline: true) { json in
        for shade in row { json.value(shade) }
      }
    }
    json.member("alternative", table.alternative)
  }

  /// Cells with more than words, by row and column: readers that want words alone find them in `rows`.
  private static func writeMarks(in table: Table, to json: inout JSONText) {
    let cells = table.rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { (row: row, column: $0, text: $1.text) }
    }
    let isPlain = { (inline: Inline) in if case .text = inline { true } else { false } }
    json.list("marks", cells.filter { !$0.text.allSatisfy(isPlain) }) { cell, json in
      json.object { json in
        json.member("row", cell.row)
        json.member("column", cell.column)
        json.list("text", cell.text, write)
      }
    }
  }

  private static func write(_ chart: Chart, to json: inout JSONText) {
    json.member("kind", "chart")
    json.member("title", chart.title)
    json.member("categories", chart.categories)
    json.list("series", chart.series) { series, json in
      json.object { json in
        json.member("name", series.name)
        json.key("values")
        json.array(inline: true) { json in
          for value in series.values {
            if let value { json.value(value) } else { json.null() }
          }
        }
      }
    }
    json.member("unit", chart.unit)
    json.member("alternative", chart.alternative)
    json.key("isStacked")
    json.value(chart.isStacked)
  }
}

extension JSONText {
  fileprivate mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  fileprivate mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (Element, inout JSONText) -> Void
  ) {
    key(name)
    array { json in
      for element in elements { write(element, &json) }
    }
  }
}
