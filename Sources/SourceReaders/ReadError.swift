/// Why a source gave no transcript. Each case has a damaged file in `Fixtures/hostile/`.
///
///     read([], source: "a.txt")   // throws ReadError.empty
public enum ReadError: Error, Equatable, Sendable {
  /// The source has no bytes, or nothing but a byte order mark.
  case empty
  /// The source has more bytes than `ReadLimits.bytes`.
  case tooLarge(bytes: Int, limit: Int)
  /// The source opens with the signature of a document format that no reader here understands.
  case document(DocumentKind)
  /// The source opens with a UTF-16 byte order mark.
  case utf16
  /// A NUL byte, at this offset in the file: the source is not text.
  case binary(offset: Int)
  /// The source is not UTF-8: the first bad byte stands at this offset in the file, on this line (1-based).
  case invalidUTF8(offset: Int, line: Int)
}

/// Kinds of documents that are told apart only to say how to turn them into text.
public enum DocumentKind: String, Equatable, Sendable, CaseIterable {
  /// `%PDF-`.
  case pdf
  /// A ZIP archive: docx, odt, xlsx, ofd.
  case zip
  /// The compound file of doc, xls and wps.
  case compound
  /// `{\rtf`.
  case rtf
}
