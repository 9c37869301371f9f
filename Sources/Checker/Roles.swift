import BriefingModel

/// Tells titles, headings and body apart, by outline level, number, style and place.
enum Roles {
  static func assign(_ paragraphs: [Paragraph], _ profile: LayoutProfile) -> [Paragraph] {
    var paragraphs = paragraphs
    // Briefings give the outermost level to the items' titles; other documents start with 一、.
    let titlesAreOutermost = paragraphs.contains {
      $0.outlineLevel == 1 && tier(ofNumber: $0.text) == nil
    }
    for index in paragraphs.indices {
      paragraphs[index].role = role(paragraphs[index], profile, titlesAreOutermost: titlesAreOutermost)
    }
    if !paragraphs.contains(where: { $0.role == .title }) { appointTitle(&paragraphs, profile) }
    return paragraphs
  }

  private static func role(
    _ paragraph: Paragraph, _ profile: LayoutProfile, titlesAreOutermost: Bool
  ) -> Paragraph.Role {
    let text = paragraph.text
    if isColophon(text) { return .colophon }
    if paragraph.isInTable || paragraph.isInFrame || paragraph.isRed || text.allSatisfy(\.isWhitespace) {
      return .other
    }
    if Vocabulary.titleStyles.contains(paragraph.style) { return .title }
    let number = tier(ofNumber: text)
    if let level = paragraph.outlineLevel {
      if let number { return .heading(tier: number) }
      return titlesAreOutermost
        ? level == 1 ? .title : .heading(tier: level - 1) : .heading(tier: level)
    }
    guard Vocabulary.bodyStyles.contains(paragraph.style) else { return .other }
    let ends = text.last { !$0.isWhitespace }.map { "。！？；，：".contains($0) } ?? false
    if let number, number <= 2, !ends, text.count <= 40 { return .heading(tier: number) }
    let isSentence = ends && text.last != "："
    return paragraph.alignment == .left && (isSentence || text.count > 28) ? .body : .other
  }

  /// 报：…, 责任编辑：…, 共印…份: short lines, for a sentence may begin so too.
  private static func isColophon(_ text: String) -> Bool {
    let text = text.drop(while: \.isWhitespace)
    guard Vocabulary.colophonBeginnings.contains(where: { text.hasPrefix($0) }) else { return false }
    return text.last != "。"
  }

  /// Without styles: the first centred line above the text that is larger than the text.
  private static func appointTitle(_ paragraphs: inout [Paragraph], _ profile: LayoutProfile) {
    let end = paragraphs.firstIndex { $0.role == .body } ?? 0
    let title = paragraphs[..<end].firstIndex {
      $0.role == .other && !$0.isRed && !$0.isInTable && !$0.isInFrame && $0.alignment == .centre
        && ($0.size ?? 0) > profile.types.body.size + Type.tolerance
    }
    if let title { paragraphs[title].role = .title }
  }

  /// The tier that a heading's number stands for.
  ///
  ///     tier(ofNumber: "（一）坚持")   // 2
  static func tier(ofNumber text: String) -> Int? {
    let text = text.drop(while: \.isWhitespace).prefix(8)
    func isChinese(_ number: Substring) -> Bool {
      !number.isEmpty && number.allSatisfy { "一二三四五六七八九十".contains($0) }
    }
    func isArabic(_ number: Substring) -> Bool {
      !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
    }
    if let first = text.first, "（(".contains(first) {
      let rest = text.dropFirst()
      guard let end = rest.firstIndex(where: { "）)".contains($0) }) else { return nil }
      return isChinese(rest[..<end]) ? 2 : isArabic(rest[..<end]) ? 4 : nil
    }
    if let end = text.firstIndex(of: "、"), isChinese(text[..<end]) { return 1 }
    guard let end = text.firstIndex(where: { ".．".contains($0) }), isArabic(text[..<end]) else { return nil }
    let next = text[text.index(after: end)...].first
    return next.map { $0.isASCII && $0.isNumber } ?? false ? nil : 3
  }
}
