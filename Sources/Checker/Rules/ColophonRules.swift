import BriefingModel

/// The colophon at the end: 7.4.
enum ColophonRules {
  /// 7.4.2, 7.4.3: type.
  static let type: Rule = { picture, profile in
    let wanted = profile.types.colophon
    return picture.paragraphs.filter { $0.role == .colophon }.compactMap { line in
      if Type.fits(line, wanted, profile) { return nil }
      return Departure(
        clause: profile.clause("7.4"), grade: .usual, place: line.beginning, found: Type.words(line),
        wanted: "版记用\(profile.words(wanted))",
        remedy:
          "把版记设为\(profile.face(of: wanted).families.first ?? wanted.face)、\(LayoutProfile.size(wanted.size))。"
      )
    }
  }

  /// 7.4.1: rules as wide as the type area (always), thick first and last, thin between (recommended).
  static let rules: Rule = { picture, profile in
    guard let line = picture.paragraphs.first(where: { $0.role == .colophon }) else { return [] }
    return [width(picture, line, profile), thickness(picture, line, profile)].compactMap { $0 }
  }

  private static func width(_ picture: Picture, _ line: Paragraph, _ profile: LayoutProfile) -> Departure? {
    // Another type area is reported itself.
    guard let width = picture.colophonWidth, let page = picture.pages.last,
      [profile.typeWidth, profile.typeHeight].contains(where: { PageRules.near($0, page.typeWidth, profile) }
      ),
      !PageRules.near(width, page.typeWidth, profile)
    else { return nil }
    return Departure(
      clause: profile.clause("7.4.1"), grade: .required, place: line.beginning,
      found: "版记分隔线宽 \(shown(width)) mm", wanted: "与版心等宽（\(shown(page.typeWidth)) mm）",
      remedy: "把版记的表格或文本框设为与版心同宽。")
  }

  private static func thickness(
    _ picture: Picture, _ line: Paragraph, _ profile: LayoutProfile
  ) -> Departure? {
    guard let rules = picture.colophonRules else { return nil }
    let isFit = rules.enumerated().allSatisfy { index, rule in
      let isOuter = index == 0 || index == rules.count - 1
      return abs(rule - (isOuter ? profile.rules.thick : profile.rules.thin)) <= 0.06
    }
    if isFit, rules.count > 1 { return nil }
    let found = rules.map { shownExactly($0) }.joined(separator: "、")
    return Departure(
      clause: profile.clause("7.4.1"), grade: .recommended, place: line.beginning,
      found: rules.isEmpty ? "版记没有分隔线" : "版记分隔线粗 \(found) mm",
      wanted: "首条和末条粗 \(shownExactly(profile.rules.thick)) mm，中间的粗 \(shownExactly(profile.rules.thin)) mm",
      remedy: "把版记首末两条分隔线设为 1 磅左右（\(shownExactly(profile.rules.thick)) mm），中间的设为 "
        + "\(shownExactly(profile.rules.thin)) mm。")
  }
}

/// The red rule below the masthead: 7.2.7; that a briefing has one at all is practice.
enum MastheadRules {
  static let redRule: Rule = { picture, profile in
    let hasMasthead = picture.paragraphs.contains { $0.isRed && !$0.text.allSatisfy(\.isWhitespace) }
    guard let line = picture.paragraphs.first(where: { $0.redRule != nil }) else {
      guard hasMasthead, !picture.hasDrawings else { return [] }
      return [
        Departure(
          clause: "简报惯例（参照 \(LayoutProfile.gbt9704.standard) 7.2.7）", grade: .practice, place: "报头",
          found: "报头下没有红色分隔线", wanted: "一条与版心等宽的红线", remedy: "给编发单位和日期这一行加上红色的下框线。")
      ]
    }
    guard let page = picture.pages.first else { return [] }
    let width = page.typeWidth - line.margins / LayoutProfile.millimetre
    if PageRules.near(width, page.typeWidth, profile) { return [] }
    return [
      Departure(
        clause: profile.clause("7.2.7"), grade: .required, place: line.beginning,
        found: "红色分隔线宽 \(shown(width)) mm", wanted: "与版心等宽（\(shown(page.typeWidth)) mm）",
        remedy: "把带红线的段落左右缩进设为 0。")
    ]
  }
}

/// The date of a document: 7.3.5. Lines that end with a date and are no sentence.
enum DateRule {
  static let check: Rule = { picture, profile in
    picture.paragraphs.compactMap { line in
      guard line.role == .other, !line.isInTable, let date = date(endOf: line.text), !isPlain(date) else {
        return nil
      }
      return Departure(
        clause: profile.clause("7.3.5"), grade: .required, place: line.beginning, found: "日期写作“\(date)”",
        wanted: "用阿拉伯数字标全年、月、日，月、日前不加 0", remedy: "改写成“2020年9月3日”的样子。")
    }
  }

  private static let digits: Set<Character> = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八",
    "九", "十",
  ]

  /// The date that ends a line of at most 60 characters.
  ///
  ///     中共济宁市委组织部　2026年01月05日 → 2026年01月05日
  private static func date(endOf text: String) -> String? {
    let line = Array(text.prefix(61).filter { !$0.isWhitespace })
    guard line.count <= 60, line.last == "日", let year = line.lastIndex(of: "年"),
      let month = line.lastIndex(of: "月"), year < month
    else { return nil }
    let start = line[..<year].lastIndex { !digits.contains($0) }.map { $0 + 1 } ?? 0
    let date = line[start...]
    guard start < year, date.allSatisfy({ digits.contains($0) || "年月日".contains($0) }) else { return nil }
    return String(date)
  }

  private static func isPlain(_ date: String) -> Bool {
    let parts = date.split { "年月日".contains($0) }
    return parts.count == 3 && parts[0].count == 4
      && parts.allSatisfy { $0.first != "0" && $0.allSatisfy { $0.isASCII } }
  }
}
