/// How an item's title is broken into lines.
///
/// GB/T 9704-2012 7.3.1: a title wraps at whole words. No dictionary is at hand here, so it is broken where
/// the newspaper broke its headline (full-width blanks), and a part still too long after a mark that ends a
/// phrase, as near its middle as can be.
///
///     微山县：念好精准服务“三字诀”⏎争当乡村振兴“排头兵”
enum TitleLines {
  /// Characters of 22 pt on a line of 156 mm.
  private static let lineLength = 20

  /// The title with line feeds in the places of breaks.
  static func broken(_ title: String) -> String {
    if title.count <= lineLength { return title }
    return title.split(separator: "　").map { balanced(Array($0)) }.joined(separator: "\n")
  }

  private static func balanced(_ part: [Character]) -> String {
    guard part.count > lineLength, let end = phraseEnd(in: part) else { return String(part) }
    return balanced(Array(part[..<end])) + "\n" + balanced(Array(part[end...].drop { $0 == " " }))
  }

  /// Where the phrase ends that comes nearest to half of the part; `nil` where no mark ends one.
  private static func phraseEnd(in part: [Character]) -> Int? {
    let ends = part.indices.dropFirst().filter { index in
      let isEnd = "”’》）】：，；、！？ ".contains(part[index - 1])
      return isEnd && !"”’》）】：，；、！？。 ".contains(part[index])
    }
    return ends.min { abs($0 * 2 - part.count) < abs($1 * 2 - part.count) }
  }
}
