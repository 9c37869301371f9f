import Packaging

/// Why there is no document.
public enum WriteError: Error, Equatable, Sendable {
  /// XML could not be written: out of memory.
  case xmlNotWritten
  /// The archive could not be built: out of memory, or over 4 GiB.
  case archiveNotWritten
  /// A template lacks the mark at which generated parts go in.
  case templateDamaged(String)

  init(_ error: PackagingError) {
    switch error {
    case .xmlNotWritten, .xmlNotRead, .xmlUnbalanced: self = .xmlNotWritten
    case .archiveNotWritten, .archiveNotRead, .entryNameRefused, .entryMissing, .tooLarge:
      self = .archiveNotWritten
    }
  }
}
