/// Why a source gave no transcript. Each case has a damaged file in `Fixtures/hostile/`, or is made by a test.
///
///     read([], source: "a.txt")   // throws ReadError.empty
public enum ReadError: Error, Equatable, Sendable {
  /// The source has no bytes, or nothing but a byte order mark.
  case empty
  /// The source asks for more than `ReadLimits` allows; `found` is what was met when reading stopped.
  case tooLarge(Measured, found: Int, limit: Int)
  /// The source is a document of a kind that no reader here understands.
  case document(DocumentKind)
  /// A byte that no text has, at this offset in the file.
  case binary(offset: Int)
  /// The source is in none of the encodings (or not in the one that was asked for): the first bad byte stands
  /// at this offset in the file, on this line (1-based).
  case undecodable(offset: Int, line: Int)
  /// The document breaks off or contradicts itself; `part` is the archive's entry, or empty for the whole file.
  case damaged(part: String)
  /// The document is sound, but holds no text.
  case noText
  /// A program that the format needs did not do its work.
  case program(String, ProgramFault)
}

/// What `ReadLimits` measures.
public enum Measured: String, Equatable, Sendable, CaseIterable {
  /// Bytes of the file.
  case file
  /// Bytes of what an archive holds, unpacked.
  case archive
  /// How many times larger an archive's entry is unpacked.
  case ratio
  /// Files in an archive.
  case entries
  /// Elements nested in each other.
  case depth
  /// Lines of the transcript.
  case lines
  /// Pages of a PDF.
  case pages
  /// Bytes of what `pdftotext` tells of a PDF.
  case layout
}

/// Kinds of documents that are told apart only to say how to turn them into text.
public enum DocumentKind: String, Equatable, Sendable, CaseIterable {
  /// A PDF that holds pictures of pages only.
  case scannedPDF
  /// The compound file of doc, xls and wps.
  case compound
  /// `{\rtf`.
  case rtf
  /// xlsx, ods.
  case spreadsheet
  /// pptx, odp.
  case presentation
  /// Open Fixed-layout Document, GB/T 33190.
  case ofd
  /// JPEG, PNG, GIF, BMP, TIFF, WebP.
  case image
  /// A document that asks for a password.
  case encrypted
  /// Any other archive.
  case archive
}

/// What may go wrong with a program that a reader calls.
public enum ProgramFault: Equatable, Sendable {
  /// No such program was found.
  case notInstalled
  /// It ran longer than `ReadLimits.programSeconds`.
  case tookTooLong(seconds: Int)
  /// It gave up, with this exit code.
  case failed(status: Int)
}
