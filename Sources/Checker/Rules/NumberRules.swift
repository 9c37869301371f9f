import BriefingModel

/// The page number: 7.5.
enum NumberRules {
  /// Where it stands, and how far from the side.
  static let place: Rule = { picture, profile in
    let number = profile.pageNumber
    return PageRules.pages(picture).compactMap { page, place in
      let isPlaced =
        page.oddNumber?.alignment == number.odd.alignment
        && page.evenNumber?.alignment == number.even.alignment
      let isInset = [page.oddNumber, page.evenNumber].allSatisfy { fits($0, number, profile) }
      if isPlaced, isInset { return nil }
      let wanted = "单页码\(words(number.odd, number))，双页码\(words(number.even, number))"
      return Departure(
        clause: profile.clause("7.5"), grade: .required, place: place + "的页脚",
        found: "单页码\(words(page.oddNumber))，双页码\(words(page.evenNumber))", wanted: wanted,
        remedy: (number.odd == number.even ? "在页脚中" : "在页脚设置中选“奇偶页不同”，") + "把\(wanted)。")
    }
  }

  /// Clause 8: on a sheet on its side the number stands where the upright pages have it, once the sheet is turned.
  static let side: Rule = { picture, profile in
    PageRules.pages(picture).compactMap { page, place in
      let numbers = [page.oddNumber, page.evenNumber].compactMap { $0 }
      let isTurned = page.isLandscape != (profile.paper.width > profile.paper.height)
      if !isTurned || numbers.allSatisfy(\.isTurned) { return nil }
      return Departure(
        clause: profile.clause("8"), grade: .required, place: place + "的页脚", found: "横排页的页码在页面下方",
        wanted: "横排页的页码与其他页位置一致：在页面左侧，字头朝右，单页靠下、双页靠上",
        remedy: "在页脚中插入竖排文本框（相对于页面定位），放在版心左侧 \(shown(profile.pageNumber.distance)) mm 处，把页码移进去。")
    }
  }

  private static func fits(
    _ found: PageNumber?, _ wanted: LayoutProfile.PageNumber, _ profile: LayoutProfile
  ) -> Bool {
    guard let found, found.alignment != .centre, let inset = found.inset else { return true }
    let size = found.size ?? profile.types.pageNumber.size
    return abs(inset / max(size, 1) - wanted.inset) <= 0.3
  }

  private static func words(_ number: PageNumber?) -> String {
    guard let number else { return "没有页码" }
    guard number.alignment != .centre, let inset = number.inset else { return number.alignment.rawValue }
    return number.alignment.rawValue + "空\(shown(inset / max(number.size ?? 14, 1)))字"
  }

  private static func words(
    _ side: LayoutProfile.PageNumber.Side, _ number: LayoutProfile.PageNumber
  ) -> String {
    side.alignment.rawValue + (side == .centre ? "" : "空\(shown(number.inset))字")
  }

  /// Font and size; the digits are of half width where they are ASCII.
  static let type: Rule = { picture, profile in
    let wanted = profile.types.pageNumber
    return numbers(picture).compactMap { number, place in
      let isSized = number.size.map { abs($0 - wanted.size) <= Type.tolerance } ?? false
      if profile.holds(number.font, wanted), isSized { return nil }
      return Departure(
        clause: profile.clause("7.5"), grade: .usual, place: place,
        found: "页码用\(number.font ?? "没有设定的字体") \(number.size.map { shown($0) + " 磅" } ?? "没有设定字号")",
        wanted: "页码用\(profile.words(wanted))半角数字",
        remedy: "选中页脚中的页码，把字体（西文字体也要改）设为\(profile.face(of: wanted).families.first ?? wanted.face)、"
          + "\(LayoutProfile.size(wanted.size))。")
    }
  }

  /// The dashes left and right.
  static let form: Rule = { picture, profile in
    let wanted = profile.pageNumber.before + "1" + profile.pageNumber.after
    return numbers(picture).compactMap { number, place in
      if simplified(number.text) == simplified(wanted) { return nil }
      return Departure(
        clause: profile.clause("7.5"), grade: .required, place: place,
        found: "页码写作“\(number.text.prefix(30))”",
        wanted: "页码写作“\(wanted)”", remedy: "在页脚中把页码两边改成“\(wanted)”的样子。")
    }
  }

  /// Blanks do not count, and all long dashes are one.
  private static func simplified(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace }.map { "―–─－-".contains($0) ? "—" : $0 })
  }

  /// How far below the type area.
  static let distance: Rule = { picture, profile in
    numbers(picture).compactMap { number, place in
      guard let distance = number.distance, abs(distance - profile.pageNumber.distance) > 1.5 else {
        return nil
      }
      return Departure(
        clause: profile.clause("7.5"), grade: .required, place: place,
        found: "页码的一字线在版心下约 \(shown(distance)) mm", wanted: "在版心下 \(shown(profile.pageNumber.distance)) mm",
        remedy: "调整“页脚距边界”（页脚与正文的间距），使页码中线在版心下 \(shown(profile.pageNumber.distance)) mm。")
    }
  }

  private static func numbers(_ picture: Picture) -> [(PageNumber, String)] {
    PageRules.pages(picture).flatMap { page, place in
      [(page.oddNumber, "的单页页脚"), (page.evenNumber, "的双页页脚")].compactMap { number, side in
        number.map { ($0, place + side) }
      }
    }
  }
}
