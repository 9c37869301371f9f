/// Why an envelope (XML or ZIP) could not be written or opened.
public enum PackagingError: Error, Equatable, Sendable {
  /// libxml2 refused a step: out of memory, or an attribute after an element's content.
  case xmlNotWritten
  /// An element was closed that was not open, or one was left open at the end.
  case xmlUnbalanced
  /// Not well-formed XML, or one with a document type declaration.
  case xmlNotRead
  /// libzip refused to build the archive; `code` is its `ZIP_ER_…`.
  case archiveNotWritten(code: Int)
  /// The bytes are not an archive libzip can open; `code` is its `ZIP_ER_…`.
  case archiveNotRead(code: Int)
  /// An entry's name is empty, not ASCII, absolute, climbs with `..`, holds a backslash or occurs twice.
  case entryNameRefused(String)
  /// The archive has no entry of that name.
  case entryMissing(String)
  /// An entry, or the number of entries, is larger than the limits given.
  case tooLarge(String)
}
