import BriefingModel

/// The title: 7.3.1.
enum TitleRule {
  static let check: Rule = { picture, profile in
    picture.paragraphs.filter { $0.role == .title }.compactMap { title in
      if Type.fits(title, profile.types.title, profile), title.alignment == .centre {
        return nil
      }
      return Departure(
        clause: profile.clause("7.3.1"), grade: .usual, place: title.beginning,
        found: Type.words(title) + "，" + title.alignment.rawValue,
        wanted: profile.words(profile.types.title) + "，居中",
        remedy: "把标题设为\(Type.setting(profile.types.title, profile))、居中。")
    }
  }
}

/// The body: 5.2.2 and 7.3.3.
enum BodyRules {
  static let type: Rule = { picture, profile in
    picture.paragraphs.filter { $0.role == .body }.compactMap { paragraph in
      if Type.fits(paragraph, profile.types.body, profile) { return nil }
      return Departure(
        clause: profile.clause("5.2.2"), grade: .usual, place: paragraph.beginning,
        found: Type.words(paragraph), wanted: profile.words(profile.types.body),
        remedy: "把正文的中文字体设为\(Type.setting(profile.types.body, profile))。")
    }
  }

  /// Blanks of a Chinese character's width count as an indent too.
  static let indent: Rule = { picture, profile in
    picture.paragraphs.filter { $0.role == .body }.compactMap { paragraph in
      guard let size = paragraph.size, size > 0 else { return nil }
      let blanks = paragraph.text.prefix { $0 == "\u{3000}" }.count
      let found = paragraph.indent / size + Double(blanks)
      if abs(found - profile.indent) <= 0.15 { return nil }
      return Departure(
        clause: profile.clause("7.3.3"), grade: .required, place: paragraph.beginning,
        found: "首行缩进 \(shown(found)) 字", wanted: "首行缩进 \(shown(profile.indent)) 字",
        remedy: "在“段落—特殊格式”中设首行缩进 \(shown(profile.indent)) 字符。")
    }
  }
}

/// Headings inside the text: 7.3.3.
enum HeadingRules {
  private static let numbers = ["一、", "（一）", "1.", "（1）"]

  static let type: Rule = { picture, profile in
    picture.paragraphs.compactMap { heading in
      guard case .heading(let tier) = heading.role else { return nil }
      let wanted = profile.types.heading(ofTier: tier)
      if Type.fits(heading, wanted, profile) { return nil }
      return Departure(
        clause: profile.clause("7.3.3"), grade: .usual, place: heading.beginning, found: Type.words(heading),
        wanted: "第\(tier)层标题\(profile.words(wanted))",
        remedy: "把这一层标题的中文字体设为\(Type.setting(wanted, profile))。")
    }
  }

  /// No tier is left out on the way down. A title begins anew; the first heading of all may be of any tier.
  static let levels: Rule = { picture, profile in
    var last: Int?
    return picture.paragraphs.compactMap { heading in
      if heading.role == .title { last = nil }
      guard case .heading(let tier) = heading.role else { return nil }
      defer { last = tier }
      guard let last, tier > last + 1 else { return nil }
      return Departure(
        clause: profile.clause("7.3.3"), grade: .recommended, place: heading.beginning,
        found: "第\(last)层之后直接是第\(tier)层", wanted: "依次用" + numbers.joined(separator: "、"),
        remedy: "把这个标题改为第\(last + 1)层，或补上缺少的一层。")
    }
  }
}

/// Quotation marks of the Chinese text in a Latin font are too narrow. Practice; no clause of the standard.
enum QuoteRule {
  static let check: Rule = { picture, profile in
    picture.paragraphs.compactMap { paragraph in
      let forced = paragraph.runs.first { run in
        guard let font = run.quoteFont?.lowercased() else { return false }
        return run.text.contains { "“”‘’".contains($0) }
          && Vocabulary.latinFonts.contains { font.hasPrefix($0) }
      }
      let isChinese = paragraph.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      guard let font = forced?.quoteFont, isChinese else { return nil }
      return Departure(
        clause: "排印惯例（国标无此条）", grade: .practice, place: paragraph.beginning, found: "中文引号用了 \(font)",
        wanted: "中文引号用中文字体", remedy: "选中引号，把西文字体也设为正文的中文字体。")
    }
  }
}

enum Type {
  /// How far a size may be off, in pt.
  static let tolerance = 0.25

  static func fits(
    _ paragraph: Paragraph, _ type: LayoutProfile.TypeStyle, _ profile: LayoutProfile
  ) -> Bool {
    profile.holds(paragraph.font, type) && abs((paragraph.size ?? 0) - type.size) <= tolerance
  }

  /// 仿宋_GB2312、3号（16 磅）, for remedies.
  static func setting(_ type: LayoutProfile.TypeStyle, _ profile: LayoutProfile) -> String {
    "\(profile.face(of: type).families.first ?? type.face)、\(LayoutProfile.size(type.size))"
  }

  static func words(_ paragraph: Paragraph) -> String {
    "\(paragraph.font ?? "没有设定字体") \(paragraph.size.map { shown($0) + " 磅" } ?? "没有设定字号")"
  }
}
