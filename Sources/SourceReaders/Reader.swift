import BriefingModel

/// What a reader accepts at most.
public struct ReadLimits: Equatable, Sendable {
  /// Largest source in bytes. A newspaper page has 30 kB and a year of one paper some 30 MB; what is larger
  /// than this is a mistake.
  public var bytes: Int

  public init(bytes: Int = 256 << 20) {
    self.bytes = bytes
  }
}

/// Turns the bytes of one source into its lines.
///
///     try read(Array("压实“责任链条”。\r\n".utf8), source: "page.txt").lines.count   // 1
///
/// - Parameters:
///   - bytes: The whole file.
///   - source: The source's name as the user gave it; every `Origin` will bear it.
///   - limits: What to refuse.
public func read(
  _ bytes: [UInt8], source: String, limits: ReadLimits = ReadLimits()
) throws(ReadError) -> Transcript {
  guard !bytes.isEmpty else { throw .empty }
  guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
  switch try format(of: bytes) {
  case .text: return try TextReader.read(bytes, source: source)
  }
}

/// The format that the first bytes show.
func format(of bytes: [UInt8]) throws(ReadError) -> ReadFormat {
  for (signature, kind) in documentSignatures where bytes.starts(with: signature) {
    throw .document(kind)
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
  return .text
}

/// First bytes of documents that are not text.
private let documentSignatures: [([UInt8], DocumentKind)] = [
  (Array("%PDF-".utf8), .pdf),
  ([0x50, 0x4B, 0x03, 0x04], .zip),
  ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
  (Array("{\\rtf".utf8), .rtf),
]
