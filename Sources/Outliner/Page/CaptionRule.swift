/// A photo caption.
///
///     图为任城区观音阁街道“红心公益”志愿者…开展志愿服务活动。 ■通讯员 李奇泽 卢林摄
struct CaptionRule: Sendable {
  let mended: MendedPage

  private static let longest = 320
  /// A longer paragraph that mentions a picture, without a credit, is running text.
  private static let longestWithoutCredit = 160
  private static let credits: [[UInt32]] = ["摄", "摄影", "摄影报道", "供图", "资料图片", "资料图", "文图", "图文", "图文报道"]
    .map { [UInt32](of: $0) }
  private static let openings: [[UInt32]] = [
    "图为", "上图", "下图", "左图", "右图", "图①", "图②", "图③", "图1", "图2", "组图", "题图", "▲图",
  ]
  .map { [UInt32](of: $0) }

  private static let openingMarks = ScalarSet("图上下左右组题▲")
  private static let creditMarks = ScalarSet("摄影道图片")

  func isCaption(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longest, range.count >= 6 else { return false }
    if Self.openingMarks.mayContain(mended.text[range.lowerBound]), opensWithPicture(range) { return true }
    return endsWithCredit(range) || (range.count <= Self.longestWithoutCredit && mentionsPicture(range))
  }

  /// 李奇泽 卢林摄.
  func endsWithCredit(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound,
      Glyph.isClosing(mended.text[end - 1]) || mended.text[end - 1] == Glyph.fullStop
    {
      end -= 1
    }
    guard end > range.lowerBound, Self.creditMarks.mayContain(mended.text[end - 1]) else { return false }
    let text = mended.text[range.lowerBound..<end]
    return Self.credits.contains { text.suffix($0.count).elementsEqual($0) }
  }

  private func opensWithPicture(_ range: Range<Int>) -> Bool {
    let text = mended.text[range]
    return Self.openings.contains { text.starts(with: $0) }
  }

  /// A credit on a line of its own makes a caption of the paragraph above it.
  func joiningCredits(_ kinds: [BlockKind]) -> [BlockKind] {
    var kinds = kinds
    for index in kinds.indices.dropFirst() where kinds[index] == .caption && kinds[index - 1] == .body {
      let credit = mended.blocks[index].text
      guard credit.count <= 30, !opensWithPicture(credit), mended.blocks[index - 1].text.count <= 200 else {
        continue
      }
      guard index < 2 || kinds[index - 2] != .start else { continue }
      kinds[index - 1] = .caption
      if index >= 2, kinds[index - 2] == .title, mended.blocks[index - 2].text.count <= 12 {
        kinds[index - 2] = .captionTitle
      }
    }
    return kinds
  }

  /// 图为 opens a sentence within the block.
  private func mentionsPicture(_ range: Range<Int>) -> Bool {
    range.dropLast().contains { index in
      mended.text[index] == 0x56FE && mended.text[index + 1] == 0x4E3A
        && (index == range.lowerBound || Glyph.isSentenceEnd(mended.text[index - 1])
          || Glyph.isBlank(mended.text[index - 1]) || Glyph.isOpening(mended.text[index - 1]))
    }
  }
}
