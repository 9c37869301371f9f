import BriefingModel

/// Reads OpenDocument texts: the body with its numbering, changes accepted, without notes and annotations.
enum ODTReader {
  static func read(_ bytes: [UInt8], source: String, options: ReadOptions) throws(ReadError) -> Transcript {
    let limits = options.limits
    let archive = try DocumentArchive(bytes, limits: limits)
    if archive.holds("META-INF/manifest.xml") {
      let manifest = ODTManifest(limits: limits)
      try archive.read("META-INF/manifest.xml", with: manifest)
      if manifest.isEncrypted { throw .document(.encrypted) }
    }
    let styles = ODTStyleReader(limits: limits)
    if archive.holds("styles.xml") { try archive.read("styles.xml", with: styles) }
    let title = DocumentTitle(limits: limits)
    if archive.holds("meta.xml") { try archive.read("meta.xml", with: title) }
    let lines = LineCollector(source: source, limit: limits.lines)
    let body = ODTBody(limits: limits, styles: styles.styles, lines: lines)
    try archive.read("content.xml", with: body)
    return try body.lines.transcript(title: title.title)
  }
}
