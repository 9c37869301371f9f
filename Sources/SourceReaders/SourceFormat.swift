/// Tells formats by their content; the name only helps where the content does not say.
enum SourceFormat {
  static func of(_ bytes: [UInt8], name: String, limits: ReadLimits) throws(ReadError) -> ReadFormat {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return try package(bytes, limits: limits)
    }
    if bytes.starts(with: compoundFile) {
      // A password turns docx into a compound file with this stream.
      let stream: [UInt8] = Array("EncryptedPackage".utf8).reduce(into: []) { $0 += [$1, 0] }
      if contains(stream, in: bytes) { throw .document(.encrypted) }
      let word: [UInt8] = Array("WordDocument".utf8).reduce(into: []) { $0 += [$1, 0] }
      guard contains(word, in: bytes) else { throw .document(.compound) }
      return .doc
    }
    // Some writers put bytes before the header (PDF 1.7, implementation note 13).
    if contains(Array("%PDF-".utf8), in: bytes.prefix(1024)) { return .pdf }
    for (signature, kind) in signatures where bytes.starts(with: signature) { throw .document(kind) }
    return looksLikeHTML(bytes, name: name) ? .html : .text
  }

  private static func package(_ bytes: [UInt8], limits: ReadLimits) throws(ReadError) -> ReadFormat {
    let archive = try DocumentArchive(bytes, limits: limits)
    let type = String(decoding: archive.head(of: "mimetype"), as: UTF8.self)
    let openDocument = "application/vnd.oasis.opendocument."
    if type.hasPrefix(openDocument + "text") { return .odt }
    if type.hasPrefix(openDocument + "spreadsheet") { throw .document(.spreadsheet) }
    if type.hasPrefix(openDocument + "presentation") { throw .document(.presentation) }
    let types = archive.head(of: "[Content_Types].xml")
    if contains(Array("wordprocessingml.".utf8), in: types) || archive.holds("word/document.xml") {
      return .docx
    }
    if contains(Array("ms-word.".utf8), in: types) { return .docx }
    if contains(Array("spreadsheetml.".utf8), in: types) { throw .document(.spreadsheet) }
    if contains(Array("presentationml.".utf8), in: types) { throw .document(.presentation) }
    if archive.holds("OFD.xml") { throw .document(.ofd) }
    if archive.holds("content.xml"), archive.holds("META-INF/manifest.xml") { return .odt }
    throw .document(.archive)
  }

  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// First bytes of documents that are not text.
  private static let signatures: [([UInt8], DocumentKind)] = [
    (Array("{\\rtf".utf8), .rtf),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
    (Array("II*\0".utf8), .image), (Array("MM\0*".utf8), .image), (Array("RIFF".utf8), .image),
    (Array("Rar!".utf8), .archive), (Array("7z\u{BC}".unicodeScalars.map { UInt8($0.value) }), .archive),
    ([0x1F, 0x8B, 0x08], .archive),
  ]

  /// A page opens with one of these; a text that has a tag somewhere is a page if its name says so.
  private static func looksLikeHTML(_ bytes: [UInt8], name: String) -> Bool {
    // Zeros go: the ASCII of UTF-16.
    let head = bytes.prefix(4096).filter { $0 != 0 && $0 < 0x80 }.drop { $0 <= 32 }
    let start = String(decoding: head, as: UTF8.self).lowercased()
    if ["<!doctype html", "<html", "<head", "<body", "<meta", "<title"].contains(where: start.hasPrefix) {
      return true
    }
    if start.hasPrefix("<?xml") || start.hasPrefix("<!--") { return start.contains("<html") }
    let opensWithTag = ["<div", "<p>", "<p ", "<section", "<table", "<article", "<h1", "<span"]
    if opensWithTag.contains(where: start.hasPrefix), start.contains("</") || bytes.count > 4096 {
      return true
    }
    return ReadFormat(fileName: name) == .html && start.contains("<") && start.contains(">")
  }

  static func contains(_ needle: [UInt8], in bytes: some Collection<UInt8>) -> Bool {
    guard let first = needle.first else { return true }
    var rest = bytes[...]
    while let found = rest.firstIndex(of: first) {
      rest = rest[found...]
      if rest.starts(with: needle) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
