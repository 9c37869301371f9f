import BriefingModel
import Packaging

/// The ids of headings: HTML wants them unique, not empty and without white space, a bookmark may be anything.
///
///     bookmark m-370883-1-1.1   →   id m-370883-1-1.1, link #m-370883-1-1.1
struct HTMLAnchors {
  /// How the ids that the writer makes up itself begin.
  private static let own = ["contents-", "footnote-", "comment-", "table-", "chart-"]

  private var ids: [String: String] = [:]
  private var unplaced: Set<String> = []

  init(_ blocks: [Block]) {
    var taken: Set<String> = []
    for case .heading(let heading) in blocks where ids[heading.bookmark] == nil {
      guard var id = Self.spelled(heading.bookmark) else { continue }
      while !taken.insert(id).inserted { id += "_" }
      ids[heading.bookmark] = id
      unplaced.insert(heading.bookmark)
    }
  }

  /// The id for a heading; `nil` where an earlier heading has the same bookmark.
  mutating func place(_ bookmark: String) -> String? {
    unplaced.remove(bookmark) == nil ? nil : ids[bookmark]
  }

  /// The address of a heading; `nil` where no heading has the bookmark.
  func link(to bookmark: String) -> String? {
    ids[bookmark].map(Self.link)
  }

  /// `#` and the id, with what is no part of an address (RFC 3986 section 3.5) as %XX.
  private static func link(_ id: String) -> String {
    var link: [UInt8] = [UInt8(ascii: "#")]
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        0x80...:
        link.append(byte)
      default:
        link += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      }
    }
    return String(decoding: link, as: UTF8.self)
  }

  private static func spelled(_ bookmark: String) -> String? {
    let kept = XMLCharacters.filter(bookmark).text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value <= 0x20 || scalar.properties.isWhitespace ? "_" : scalar
    }
    if kept.isEmpty { return nil }
    let id = String(String.UnicodeScalarView(kept))
    return own.contains { id.hasPrefix($0) } ? "_" + id : id
  }
}
