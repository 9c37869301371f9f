import BriefingModel

/// A headline that announces how many measures follow: 三字诀, 六关, “1+4+N”.
///
///     念好精准服务“三字诀”   announces 3
///     实行“1+4+N”机制        announces 3 parts: 1, 4 and N
enum AnnouncedCountRule {
  private static let units: [[UInt32]] = [
    "字诀", "字经", "招", "举措", "项举措", "大举措", "条举措", "步", "关", "道关", "链", "链条", "个链条", "项措施", "抓手", "个抓手", "字文章",
    "道关口", "个一", "个强化", "强化", "聚焦", "个聚焦", "把钥匙", "张网", "本账", "力", "维", "篇文章", "个坚持", "着力", "到位",
  ].map { [UInt32](of: $0) }

  static func notices(_ headline: HeadlineRule.Headline, in mended: MendedPage, _ article: Article)
    -> [Notice]
  {
    let found = article.measures.count
    let ranges = headline.headline + headline.kicker
    guard found > 0, let announced = ranges.lazy.compactMap({ count(mended.text, $0) }).first,
      announced.count != found
    else { return [] }
    return [
      Notice(
        kind: .countMismatch,
        message: "标题写明“\(mended.string(announced.at))”，应有\(announced.count)条，实际找到\(found)条，请核对。",
        origin: article.headlineOrigin, words: mended.string(announced.at))
    ]
  }

  /// The number that a title announces.
  static func count(_ text: [UInt32], _ range: Range<Int>) -> (count: Int, at: Range<Int>)? {
    for start in range {
      if let scheme = scheme(text, start, range.upperBound) { return scheme }
      let rest = text[start..<range.upperBound]
      guard let value = NumberMark.chinese(rest) ?? NumberMark.arabic(rest), value.number >= 2 else {
        continue
      }
      let unit = start + value.length
      for word in units where text[unit..<range.upperBound].starts(with: word) {
        return (value.number, start..<unit + word.count)
      }
    }
    return nil
  }

  /// 1+4+N: as many parts as it has terms.
  private static func scheme(_ text: [UInt32], _ start: Int, _ end: Int) -> (count: Int, at: Range<Int>)? {
    var position = start
    var terms = 0
    while position < end, Glyph.isLetterOrDigit(text[position]) {
      position += 1
      terms += 1
      guard position < end, text[position] == 0x2B || text[position] == 0xFF0B else { break }
      position += 1
    }
    guard terms >= 2, start == 0 || !Glyph.isLetterOrDigit(text[start - 1]) else { return nil }
    return (terms, start..<position)
  }
}
