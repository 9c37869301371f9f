import BriefingModel

/// What a block of a page is, as far as the block itself can tell.
enum BlockKind: Equatable, Sendable {
  /// Running text, numbered items included.
  case body
  /// Running text that opens with a dateline or a byline in parentheses.
  case start
  /// A short line without a final mark: headline, kicker, label, or a heading within an article.
  case title
  /// ——…工作侧记.
  case subtitle
  /// ■本报通讯员 刘儒静 单育苗: opens an article.
  case byline
  /// （记者 … 通讯员 …） on a line of its own, after the text: closes an article.
  case endByline
  case caption
  /// The title of a captioned picture.
  case captionTitle
  case furniture
  /// A column title (乡村振兴先锋).
  case column
}

/// Tells what each block is. (A class: one page asks it for every block.)
final class BlockClassifier: Sendable {
  let mended: MendedPage
  let quotation: Quotation
  let vocabulary: Vocabulary
  let heads: [DatelineRule.Head?]
  let bylines: BylineRule
  let captions: CaptionRule
  let gazetteer: Gazetteer

  private static let longestTitle = 46

  init(
    mended: MendedPage, quotation: Quotation, vocabulary: Vocabulary, heads: [DatelineRule.Head?],
    bylines: BylineRule, captions: CaptionRule, gazetteer: Gazetteer
  ) {
    self.mended = mended
    self.quotation = quotation
    self.vocabulary = vocabulary
    self.heads = heads
    self.bylines = bylines
    self.captions = captions
    self.gazetteer = gazetteer
  }

  func kind(of index: Int) -> BlockKind {
    let block = mended.blocks[index]
    let range = block.text
    if heads[index]?.dateline != nil { return .start }
    if let byline = bylineKind(range) { return captions.endsWithCredit(range) ? .caption : byline }
    if captions.isCaption(range) { return .caption }
    if heads[index] != nil { return .start }
    if isFurniture(range) || (isOrganisation(range) && !isIssuer(index)) { return .furniture }
    if isColumn(range, block) { return .column }
    guard isUnfinished(range) else { return .body }
    if isDash(range) { return range.count <= 48 ? .subtitle : .body }
    return isTitle(range) ? .title : .body
  }

  private func bylineKind(_ range: Range<Int>) -> BlockKind? {
    let text = mended.text
    let first = text[range.lowerBound]
    if first == Glyph.openParenthesis || first == 0x28 {
      guard let last = range.last, text[last] == Glyph.closeParenthesis || text[last] == 0x29 else {
        return nil
      }
      return bylines.byline(in: range.lowerBound + 1..<last, bareNames: true) == nil
        ? nil : .endByline
    }
    return bylines.byline(in: range) == nil ? nil : .byline
  }

  private func isFurniture(_ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    if isPageNumber(range) || isDateLine(range) || isIssueLine(range) || isDivider(range) { return true }
    guard let word = vocabulary.furniture.match(mended.text, at: range.lowerBound, end: range.upperBound)
    else {
      return false
    }
    let text = mended.text
    let after = text.at(range.lowerBound + word.count)
    let first = text[range.lowerBound]
    return range.count == word.count || Glyph.isColon(after)
      || Glyph.isColon(text[range.lowerBound + word.count - 1])
      || Glyph.isBlank(after) || after == 0x2F || Glyph.isDigit(after) || first == Glyph.openParenthesis
      || ((first == 0x4E0B || first == 0x4E0A) && range.count < 14)
  }

  /// 3, A2, — 3 —.
  private func isPageNumber(_ range: Range<Int>) -> Bool {
    let text = mended.text[range]
    return range.count <= 8 && text.contains(where: Glyph.isDigit) && !text.contains(where: Glyph.isHan)
  }

  /// 2020年9月3日 星期四 第3版; 2023-05-12 10:20.
  private func isDateLine(_ range: Range<Int>) -> Bool {
    range.count <= 48 && isUnfinished(range) && PrintedDate.find(in: mended.text, range) != nil
      && mended.text[range].filter { Glyph.isHan($0) && !PrintedDate.isUnit($0) }.count <= 22
  }

  /// 宜昌组工 第2版; 工作信息 第27期.
  private func isIssueLine(_ range: Range<Int>) -> Bool {
    guard range.count <= 24, isUnfinished(range) else { return false }
    let text = mended.text
    return range.contains { start in
      guard text[start] == 0x7B2C, let value = numeral(start + 1, range.upperBound) else { return false }
      return [0x7248, 0x671F].contains(text.at(start + 1 + value.length))
    }
  }

  private func numeral(_ start: Int, _ end: Int) -> NumberMark.Value? {
    let rest = mended.text[min(start, end)..<end]
    return NumberMark.arabic(rest) ?? NumberMark.chinese(rest)
  }

  /// A number alone on its line divides an article; it names nothing.
  private func isDivider(_ range: Range<Int>) -> Bool {
    numeral(range.lowerBound, range.upperBound)?.length == range.count
  }

  /// The organisation opens a headline that goes on below: …大队 / 关于…的通告.
  private func isIssuer(_ index: Int) -> Bool {
    guard mended.blocks.indices.contains(index + 1) else { return false }
    return mended.text[mended.blocks[index + 1].text].starts(with: [0x5173, 0x4E8E])
  }

  /// 中共恭城瑶族自治县委员会组织部, on a line of its own.
  private func isOrganisation(_ range: Range<Int>) -> Bool {
    guard (4...32).contains(range.count), vocabulary.organisations.ends(mended.text, range) else {
      return false
    }
    if mended.text[range].starts(with: [0x4E2D, 0x5171]) { return true }
    return gazetteer.match(mended.text, at: range.lowerBound, end: range.upperBound)?.isFullName ?? false
  }

  /// 乡村振兴先锋: short, ends in a column's word, no verb opens it, no county names it.
  private func isColumn(_ range: Range<Int>, _ block: TextBlock) -> Bool {
    var words = range
    // 03　县区新闻: the page's number stands before its name.
    while let first = words.first, Glyph.isDigit(mended.text[first]) || Glyph.isBlank(mended.text[first]) {
      words = words.dropFirst()
    }
    let bracketed = mended.text[range.lowerBound] == 0x3010 && mended.text[range.upperBound - 1] == 0x3011
    if bracketed || Glyph.isBullet(mended.text[range.lowerBound]) { words = words.dropFirst() }
    if bracketed { words = words.dropLast() }
    guard (2...10).contains(words.count), mended.text[words].allSatisfy({ Glyph.isHan($0) || $0 == 0xB7 })
    else {
      return false
    }
    if bracketed, range.lowerBound == 0 { return true }
    guard vocabulary.columns.ends(mended.text, words) else { return false }
    // 组织工作巡礼 opens with a verb too; as the first line of a page it can be nothing else.
    return (range.lowerBound == 0 && words.count <= 8)
      || vocabulary.verbs.match(mended.text, at: words.lowerBound, end: words.upperBound) == nil
  }

  private func isUnfinished(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    let c = mended.text[last]
    return c != Glyph.fullStop && !Glyph.isComma(c) && !Glyph.isSemicolon(c) && !Glyph.isColon(c)
      && c != Glyph.enumerationComma
  }

  private func isDash(_ range: Range<Int>) -> Bool {
    mended.text[range.lowerBound] == Glyph.emDash || mended.text[range.lowerBound] == 0x2500
      || mended.text[range].starts(with: [0x2D, 0x2D])
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestTitle else { return false }
    let text = mended.text
    // “……。”: somebody speaks.
    if range.count > 2, Glyph.isClosing(text[range.upperBound - 1]),
      Glyph.isSentenceEnd(text[range.upperBound - 2])
    {
      return false
    }
    if NumberMark.opens(text[range].prefix(8)) || Glyph.isBullet(text[range.lowerBound]) { return false }
    if (0x2460...0x2473).contains(text[range.lowerBound]) || text[range.lowerBound] == 0x3010 { return false }
    return !range.dropLast().contains { text[$0] == Glyph.fullStop && !quotation.inside[$0] }
  }
}
