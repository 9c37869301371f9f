import BriefingModel

/// Reads Word documents: the main text with its numbering, changes accepted. Comments, notes, headers and footers
/// stand in other parts and are never opened.
enum DOCXReader {
  static func read(_ bytes: [UInt8], source: String, options: ReadOptions) throws(ReadError) -> Transcript {
    let limits = options.limits
    let archive = try DocumentArchive(bytes, limits: limits)
    let parts = DOCXParts(limits: limits)
    try archive.read("[Content_Types].xml", with: parts)
    let main = parts.document ?? "word/document.xml"
    let styles = DOCXStyles(limits: limits)
    if let part = parts.styles, archive.holds(part) { try archive.read(part, with: styles) }
    let numbering = DOCXNumbering(limits: limits)
    if let part = parts.numbering, archive.holds(part) { try archive.read(part, with: numbering) }
    let title = DocumentTitle(limits: limits)
    if archive.holds("docProps/core.xml") { try archive.read("docProps/core.xml", with: title) }
    let lines = LineCollector(source: source, limit: limits.lines)
    let body = DOCXBody(limits: limits, styles: styles, numbering: numbering, lines: lines)
    try archive.read(main, with: body)
    return try body.lines.transcript(title: title.title)
  }
}
