import Foundation

/// Folders of this checkout that tests read.
public enum Repository {
  /// The package root, found from this file's place (Tests/Support/Repository.swift).
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  public static let fixtures = root.appendingPathComponent("Fixtures")
  /// Schemas and validators, other people's, beside the checkout and not part of it.
  public static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")

  /// Whether `shared/tools/validate.sh` and the xmllint it needs are there.
  public static let canValidate =
    FileManager.default.isExecutableFile(atPath: shared.appendingPathComponent("tools/validate.sh").path)
    && ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
}
