import BriefingModel

/// Sorts an item's title lines into county label, kicker, headline and subtitle.
///
///     泗水 / 吹响“全域党建”号角 / 点燃发展“红色引擎”       label, two headline lines
///     分类管理 精准施策 / 嘉祥持续激发农村党员队伍活力       kicker, headline
///     念好…“三字诀”… / ——微山县…工作侧记                   headline, subtitle
struct HeadlineRule: Sendable {
  struct Headline: Sendable {
    var labels: [Range<Int>] = []
    var kicker: [Range<Int>] = []
    var headline: [Range<Int>] = []
    var subtitle: Range<Int>?
    /// From the first to the last printed title, in mended text.
    var span: Range<Int>?
  }

  let mended: MendedPage
  let kinds: [BlockKind]
  let gazetteer: Gazetteer
  let vocabulary: Vocabulary

  func headline(of titles: [Int]) -> Headline {
    var result = Headline()
    var lines: [(range: Range<Int>, gap: Bool)] = []
    for block in titles {
      let range = mended.blocks[block].text
      result.span = (result.span?.lowerBound ?? range.lowerBound)..<range.upperBound
      if kinds[block] == .subtitle {
        result.subtitle = withoutDash(range)
      } else if isLabel(range) {
        result.labels.append(range)
      } else {
        let pieces = printedLines(block)
        for (position, piece) in pieces.enumerated() {
          lines.append((piece, position == 0 && mended.blocks[block].blanksBefore > 0))
        }
      }
    }
    splitLabel(&lines, &result)
    if result.subtitle == nil, lines.count > 1, let last = lines.last?.range,
      vocabulary.subtitles.ends(mended.text, last)
    {
      result.subtitle = last
      lines.removeLast()
    }
    let kickers = kickerCount(lines)
    result.kicker = lines.prefix(kickers).map(\.range)
    result.headline = lines.dropFirst(kickers).map(\.range)
    return result
  }

  /// The block's printed lines; one that only goes on the line above belongs to it.
  private func printedLines(_ block: Int) -> [Range<Int>] {
    let lines = mended.blocks[block].lines.filter {
      !mended.wrapped.contains($0) || $0 == mended.blocks[block].lines.lowerBound
    }
    let starts = lines.map { mended.lineStarts[$0] }
    let end = mended.blocks[block].text.upperBound
    return starts.indices.map { starts[$0]..<($0 + 1 < starts.endIndex ? starts[$0 + 1] : end) }
  }

  private func withoutDash(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, [0x2014, 0x2500, 0x2D].contains(mended.text[start]) { start += 1 }
    return start..<range.upperBound
  }

  /// A line that is a county's name and nothing else.
  private func isLabel(_ range: Range<Int>) -> Bool {
    var words = range
    while let first = words.first, Glyph.isBullet(mended.text[first]) { words = first + 1..<words.upperBound }
    while let last = words.last, Glyph.isColon(mended.text[last]) { words = words.lowerBound..<last }
    guard (2...14).contains(words.count) else { return false }
    return gazetteer.match(mended.text, at: words.lowerBound, end: words.upperBound)?.range.upperBound
      == words.upperBound
  }

  /// 金乡 实行“1+4+N”机制…: the county opens the line and a blank follows.
  private func splitLabel(_ lines: inout [(range: Range<Int>, gap: Bool)], _ result: inout Headline) {
    guard let first = lines.first?.range,
      let match = gazetteer.match(mended.text, at: first.lowerBound, end: first.upperBound),
      match.range.upperBound < first.upperBound, Glyph.isBlank(mended.text[match.range.upperBound])
    else { return }
    result.labels.append(match.range)
    var start = match.range.upperBound
    while start < first.upperBound, Glyph.isBlank(mended.text[start]) { start += 1 }
    lines[0].range = start..<first.upperBound
  }

  /// Lines above a blank line are kickers, and so are those above a line that opens with a county's name.
  ///
  ///     减掉的是流程 加上的是服务 / 武强：“店小二”跑出发展“进行曲”      kicker, headline
  ///
  /// (Without either, nothing printed tells a kicker from a headline's first line.)
  private func kickerCount(_ lines: [(range: Range<Int>, gap: Bool)]) -> Int {
    if let last = lines.lastIndex(where: \.gap), last > 0 { return last }
    return lines.dropFirst().firstIndex { opensWithCounty($0.range) } ?? 0
  }

  private func opensWithCounty(_ line: Range<Int>) -> Bool {
    guard let match = gazetteer.match(mended.text, at: line.lowerBound, end: line.upperBound),
      match.range.upperBound < line.upperBound
    else { return false }
    let isWord = vocabulary.commonWords.match(mended.text, at: line.lowerBound, end: line.upperBound) != nil
    return !isWord || Glyph.isColon(mended.text[match.range.upperBound])
  }
}
