import BriefingModel

/// Paper, type area, lines and characters.
enum PageRules {
  /// 5.1.
  static let paper: Rule = { picture, profile in
    let sides = [profile.paper.width, profile.paper.height].sorted()
    return pages(picture).compactMap { page, place in
      let found = [page.width, page.height].sorted()
      if near(found[0], sides[0], profile), near(found[1], sides[1], profile) { return nil }
      return Departure(
        clause: profile.clause("5.1"), grade: .required, place: place,
        found: "\(shown(page.width)) × \(shown(page.height)) mm", wanted: profile.paperWords,
        remedy: "在“页面设置—纸张”中把纸张设为 \(profile.paperWords)。")
    }
  }

  /// 5.2.1. On a sheet on its side the upper margin is at the right, and binding and cut are above and below in turn
  /// (clause 8).
  static let typeArea: Rule = { picture, profile in
    pages(picture).compactMap { page, place in
      let isTurned = page.isLandscape != (profile.paper.width > profile.paper.height)
      let upright = isTurned ? page.turned : page
      let margins = profile.margins
      let bindings = isTurned ? [margins.left, profile.landscapeMargins.top, margins.right] : [margins.left]
      let isBound = bindings.contains { near(upright.left, $0, profile) }
      let frames = [LayoutProfile.Frame(top: margins.top, bottom: margins.bottom)]
      let isFilled = (frames + profile.alternatives).contains {
        near(upright.top, $0.top, profile)
          && near(upright.typeHeight, profile.paper.height - $0.top - $0.bottom, profile)
      }
      if isBound, near(upright.typeWidth, profile.typeWidth, profile), isFilled { return nil }
      // Another sheet cannot have the type area asked for: 5.1 says what to do first.
      if !near(upright.width, profile.paper.width, profile), isBound,
        near(upright.top, profile.margins.top, profile)
      {
        return nil
      }
      let sides = isTurned ? ("右", "上") : ("上", "左")
      return Departure(
        clause: profile.clause("5.2.1"), grade: .required, place: place,
        found: "\(sides.0)边距 \(shown(upright.top)) mm，\(sides.1)边距 \(shown(upright.left)) mm，"
          + "版心 \(shown(page.typeWidth)) × \(shown(page.typeHeight)) mm",
        wanted: "天头 \(shown(profile.margins.top)) ± \(shown(profile.tolerance)) mm，"
          + "订口 \(shown(profile.margins.left)) ± \(shown(profile.tolerance)) mm，"
          + "版心 \(shown(profile.typeWidth)) × \(shown(profile.typeHeight)) mm",
        remedy: remedy(isTurned ? profile.landscapeMargins : margins))
    }
  }

  private static func remedy(_ margins: LayoutProfile.Margins) -> String {
    "把页边距设为上 \(shown(margins.top))、下 \(shown(margins.bottom))、左 \(shown(margins.left))、右 \(shown(margins.right)) mm。"
  }

  /// 5.2.3. Without a grid, the fixed height of the body's lines counts.
  static let lines: Rule = { picture, profile in
    let height = median(picture.paragraphs.filter { $0.role == .body }.compactMap(\.lineHeight))
    return pages(picture).compactMap { page, place in
      let counted = height.flatMap {
        $0 > 1 ? Int((page.typeHeight * LayoutProfile.millimetre + 1) / $0) : nil
      }
      let found = page.lines ?? counted
      let wanted = page.isLandscape ? profile.landscapeLines : profile.lines
      if found == wanted { return nil }
      return Departure(
        clause: profile.clause("5.2.3"), grade: .usual, place: place,
        found: found.map { "每页\($0)行" } ?? "没有设定行数", wanted: "每页\(wanted)行",
        remedy: "在“页面设置—文档网格”中指定每页\(wanted)行，或把行距设为固定值 \(shownExactly(profile.linePitch)) 磅。")
    }
  }

  /// 5.2.3. What fits on a line of the body: by the page's grid of characters where there is one, else by the letters'
  /// size and spacing. Sheets on their side hold tables and are not counted.
  static let characters: Rule = { picture, profile in
    let body = picture.paragraphs.filter { $0.role == .body }
    guard let size = median(body.compactMap(\.size)), size > 1,
      let spacing = median(body.map(\.letterSpacing))
    else { return [] }
    return pages(picture).filter { !$0.0.isLandscape }.compactMap { page, place in
      let pitch = page.characterPitch ?? size + (page.characterSpace ?? 0) + spacing
      guard pitch > 1 else { return nil }
      let found = Int((page.typeWidth * LayoutProfile.millimetre + 0.5) / pitch)
      // Another size or another type area changes the count too, and is reported itself.
      let isSettled =
        near(page.typeWidth, profile.typeWidth, profile)
        && abs(size - profile.types.body.size) <= Type.tolerance
      if found == profile.characters || !isSettled { return nil }
      return Departure(
        clause: profile.clause("5.2.3"), grade: .usual, place: place, found: "每行\(found)字",
        wanted: "每行\(profile.characters)字",
        remedy: "把正文的字符间距设为\(profile.letterSpacing < 0 ? "紧缩" : "加宽") "
          + "\(shownExactly(abs(profile.letterSpacing))) 磅，或在“文档网格”中指定每行\(profile.characters)字。")
    }
  }

  static func pages(_ picture: Picture) -> [(PageLayout, String)] {
    picture.pages.enumerated().map { index, page in
      (page, picture.pages.count > 1 ? "第\(index + 1)种页面" : "页面设置")
    }
  }

  static func near(_ length: Double, _ wanted: Double, _ profile: LayoutProfile) -> Bool {
    abs(length - wanted) <= profile.tolerance
  }

  private static func median(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.sorted()[numbers.count / 2]
  }
}

extension PageLayout {
  /// The sheet turned upright again, by a quarter to the left: what is at the right comes above.
  fileprivate var turned: PageLayout {
    var page = self
    (page.width, page.height) = (height, width)
    (page.top, page.left, page.bottom, page.right) = (right, top, left, bottom)
    return page
  }
}

/// A number with at most one decimal.
func shown(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e9 else { return "?" }
  let tenths = Int((number * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let size = abs(tenths)
  return sign + (size % 10 == 0 ? "\(size / 10)" : "\(size / 10).\(size % 10)")
}

/// A number with at most two decimals: 28.95.
func shownExactly(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e9 else { return "?" }
  let hundredths = Int((abs(number) * 100).rounded())
  if hundredths % 10 == 0 { return shown(number) }
  let tail = hundredths % 100
  return (number < 0 ? "-" : "") + "\(hundredths / 100)." + (tail < 10 ? "0\(tail)" : "\(tail)")
}
