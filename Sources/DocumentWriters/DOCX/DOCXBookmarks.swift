import BriefingModel

/// The names of the headings' bookmarks in Word's alphabet: letters, digits and `_`, at most 40, a letter first, and
/// unique whatever the case.
///
///     m-370883-1-1.1 → m_370883_1_1_1
struct DOCXBookmarks {
  /// One name for each heading, in the order of the text.
  let names: [String]
  private let targets: [String: Int]

  init(_ blocks: [Block]) {
    var names: [String] = []
    var targets: [String: Int] = [:]
    var taken: Set<String> = []
    for case .heading(let heading) in blocks {
      let stem = Self.spelled(heading.bookmark)
      var name = stem
      var number = 1
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(stem)_\(number)"
      }
      if targets[heading.bookmark] == nil { targets[heading.bookmark] = names.count }
      names.append(name)
    }
    self.names = names
    self.targets = targets
  }

  /// Which heading a contents entry leads to, counted in the order of the text; `nil` where there is none.
  func heading(of bookmark: String) -> Int? { targets[bookmark] }

  /// 30 characters leave room for a number.
  private static func spelled(_ bookmark: String) -> String {
    let kept = bookmark.utf8.prefix(30).map { byte -> Character in
      let isKept = byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || isDigit(byte))
      return isKept ? Character(Unicode.Scalar(byte)) : "_"
    }
    return kept.first?.isLetter == true ? String(kept) : "b" + String(kept)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
