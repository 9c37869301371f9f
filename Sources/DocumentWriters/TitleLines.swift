/// How an item's title is broken into lines.
enum TitleLines {
  /// Characters of 22 pt on a line of 156 mm.
  private static let lineLength = 20

  /// A title too long for one line, broken where the newspaper broke its headline (at full-width blanks).
  ///
  /// GB/T 9704-2012 7.3.1: a title wraps at whole words.
  static func broken(_ title: String) -> String {
    if title.count <= lineLength { return title }
    return String(title.map { $0 == "　" ? "\n" : $0 })
  }
}
