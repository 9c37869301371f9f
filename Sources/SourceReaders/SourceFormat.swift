/// Tells formats by their content; the name only helps where the content does not say.
enum SourceFormat {
  static func of(_ bytes: [UInt8], name: String, limits: ReadLimits) throws(ReadError) -> ReadFormat {
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    for (signature, kind) in signatures where bytes.starts(with: signature) {
      throw .document(kind)
    }
    return .text
  }

  /// First bytes of documents that are not text.
  private static let signatures: [([UInt8], DocumentKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .archive),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
    (Array("{\\rtf".utf8), .rtf),
  ]
}
