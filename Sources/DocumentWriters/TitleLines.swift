import BriefingModel

/// How an item's title is broken into lines.
///
/// GB/T 9704-2012 7.3.1: a title wraps at whole words. No dictionary is at hand here, so it is broken where
/// the newspaper broke its headline (full-width blanks), and a part still too long after a blank or a mark that
/// ends a phrase, as near its middle as can be.
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

  /// The same for a title in runs: breaks depend on the whole, and fall into the run in which they stand.
  static func broken(_ inlines: [Inline]) -> [Inline] {
    var rest = Array(broken(inlines.map(\.printed).joined()))[...]
    return inlines.map { inline in
      switch inline {
      case .text(let text): .text(taken(text, from: &rest))
      case .doubted(let text, let comment): .doubted(taken(text, from: &rest), comment: comment)
      case .correction(let printed, let proposed, let comment):
        .correction(printed: taken(printed, from: &rest), proposed: proposed, comment: comment)
      case .footnote: inline
      }
    }
  }

  /// The characters of a run out of the broken title: a break stands before one of them, or for blanks.
  private static func taken(_ text: String, from rest: inout ArraySlice<Character>) -> String {
    var run = ""
    for character in text {
      if rest.first == "\n", character != "\n" {
        run.append(rest.removeFirst())
      }
      if rest.first == character { run.append(rest.removeFirst()) }
    }
    return run
  }

  private static func balanced(_ part: [Character]) -> String {
    guard part.count > lineLength, let end = phraseEnd(in: part) else { return String(part) }
    let first = part[..<end].last == " " ? part[..<(end - 1)] : part[..<end]
    return balanced(Array(first)) + "\n" + balanced(Array(part[end...]))
  }

  /// Marks after which a title may be broken, the best first: a blank was a line's end in print.
  private static let marks = [" ", "：，；、！？", "”’》）】"]

  /// Where to break: after the best mark in the middle half; `nil` where there is none.
  private static func phraseEnd(in part: [Character]) -> Int? {
    let middle = part.count / 4...part.count * 3 / 4
    for group in marks {
      let ends = middle.filter { group.contains(part[$0 - 1]) && !isMark(part[$0]) }
      let best = ends.min { abs($0 * 2 - part.count) < abs($1 * 2 - part.count) }
      if let best { return best }
    }
    return nil
  }

  /// Whether a line must not begin with the character.
  private static func isMark(_ character: Character) -> Bool {
    marks.contains { $0.contains(character) } || character == "。"
  }
}
