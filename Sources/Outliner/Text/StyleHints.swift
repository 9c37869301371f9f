/// What bold type and heading styles say of a page's blocks, where the format knows them. They only support: a text without
/// them is outlined as well, and newspapers set any line in bold.
///
///     **压实“责任链条”**　建立县镇村三级包保机制…      bold type opens the paragraph
struct StyleHints: Sendable {
  private struct Hint {
    var boldEnd: Int
    var isHeading: Bool
  }

  static let none = StyleHints()

  /// By block.
  private var hints: [Int: Hint] = [:]
  var areKnown: Bool { !hints.isEmpty }

  private init() {}

  init(_ mended: MendedPage) {
    guard mended.page.isStyled else { return }
    let printed = mended.page.lines.filter { !$0.isBlank }
    let tells = Self.boldTells(printed)
    for index in mended.blocks.indices {
      let block = mended.blocks[index]
      guard block.lines.count == 1, printed.indices.contains(block.lines.lowerBound) else { continue }
      let line = printed[block.lines.lowerBound]
      let end = tells ? mended.at[block.text].partition { $0 >= line.boldEnd } : block.text.lowerBound
      if line.isHeading || end > block.text.lowerBound {
        hints[index] = Hint(boldEnd: end, isHeading: line.isHeading)
      }
    }
  }

  /// Bold type tells something where most of the text is not bold: some articles are from beginning to end.
  private static func boldTells(_ lines: [PageLine]) -> Bool {
    var bold = 0
    var all = 0
    for line in lines {
      all += line.text.count
      bold += min(line.boldEnd, line.text.upperBound) - min(line.boldEnd, line.text.lowerBound)
    }
    return bold * 2 <= all
  }

  /// Where the bold type ends that opens a block; its start where none does.
  func boldEnd(of block: Int) -> Int? { hints[block]?.boldEnd }

  func isHeading(_ block: Int) -> Bool { hints[block]?.isHeading ?? false }
}
