import BriefingModel

/// What `outline --format` offers. A new format is one case here, one line in each switch and one source file.
enum OutlineFormat: String, CaseIterable {
  case tree, json, markdown, jsonl

  /// Whether the format has a place for summaries and figures.
  var holdsSummaries: Bool { self == .json || self == .jsonl }
}

/// Spells outlines in one format, source by source.
struct OutlineText {
  let format: OutlineFormat
  private var json: OutlineJSON
  private var isFirst = true

  init(_ format: OutlineFormat) {
    self.format = format
    json = OutlineJSON()
  }

  /// The text for one more source.
  mutating func add(_ outlined: OutlinedSource) -> [UInt8] {
    defer { isFirst = false }
    switch format {
    case .tree: return Array(((isFirst ? "" : "\n") + OutlineTree.text(outlined)).utf8)
    case .markdown: return Array(((isFirst ? "" : "\n") + OutlineMarkdown.text(outlined)).utf8)
    case .json: return json.add(outlined)
    case .jsonl: return OutlineJSON.lines(outlined)
    }
  }

  /// What stands after the last source.
  mutating func finish() -> [UInt8] {
    format == .json ? json.finish() : []
  }
}
