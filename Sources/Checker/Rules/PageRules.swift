/// Paper, type area, lines and page numbers.
enum PageRules {
  /// 5.1.
  static let paper: Rule = { picture, profile in
    pages(picture).compactMap { page, place in
      let sides = (min(page.width, page.height), max(page.width, page.height))
      if near(sides.0, profile.paper.short, profile), near(sides.1, profile.paper.long, profile) {
        return nil
      }
      return Departure(
        clause: profile.clause("5.1"), grade: .required, place: place,
        found: "\(shown(page.width)) × \(shown(page.height)) mm",
        wanted: "A4，\(shown(profile.paper.short)) × \(shown(profile.paper.long)) mm",
        remedy: "在“页面设置—纸张”中选 A4。")
    }
  }

  /// 5.2.1. On a sheet turned on its side the upper margin is at the left.
  static let typeArea: Rule = { picture, profile in
    pages(picture).compactMap { page, place in
      let upright = page.isLandscape ? page.turned : page
      let isBound = near(upright.left, profile.binding, profile)
      let isFilled = profile.frames.contains {
        near(upright.top, $0.top, profile) && near(upright.typeHeight, $0.height, profile)
      }
      if isBound, near(upright.typeWidth, profile.typeWidth, profile), isFilled { return nil }
      // Another sheet cannot have the type area of A4: 5.1 says what to do first.
      if !near(upright.width, profile.paper.short, profile), isBound,
        near(upright.top, profile.frames[0].top, profile)
      {
        return nil
      }
      let sides = page.isLandscape ? ("左", "上") : ("上", "左")
      return Departure(
        clause: profile.clause("5.2.1"), grade: .required, place: place,
        found: "\(sides.0)边距 \(shown(upright.top)) mm，\(sides.1)边距 \(shown(upright.left)) mm，"
          + "版心 \(shown(page.typeWidth)) × \(shown(page.typeHeight)) mm",
        wanted: "天头 37 ± 1 mm，订口 28 ± 1 mm，版心 156 × 225 mm",
        remedy: page.isLandscape ? "把页边距设为左 37、上 28、右 35、下 26 mm。" : "把页边距设为上 37、下 35、左 28、右 26 mm。")
    }
  }

  /// 5.2.3. Without a grid, the fixed height of the body's lines counts.
  static let lines: Rule = { picture, profile in
    let heights = picture.paragraphs.filter { $0.role == .body }.compactMap(\.lineHeight).sorted()
    let height = heights.isEmpty ? nil : heights[heights.count / 2]
    return pages(picture).compactMap { page, place in
      let counted = height.flatMap { $0 > 1 ? Int((page.typeHeight * 72 / 25.4 + 1) / $0) : nil }
      let found = page.lines ?? counted
      let wanted = page.isLandscape ? profile.landscapeLines : profile.lines
      if found == wanted { return nil }
      return Departure(
        clause: profile.clause("5.2.3"), grade: .usual, place: place,
        found: found.map { "每页\($0)行" } ?? "没有设定行数", wanted: "每页\(wanted)行",
        remedy: "在“页面设置—文档网格”中指定每页\(wanted)行，或把行距设为固定值 28.95 磅。")
    }
  }

  /// 7.5.
  static let numbers: Rule = { picture, profile in
    pages(picture).compactMap { page, place in
      if page.oddNumber == .right, page.evenNumber == .left { return nil }
      func word(_ alignment: Alignment?) -> String { alignment?.rawValue ?? "没有页码" }
      return Departure(
        clause: profile.clause("7.5"), grade: .required, place: place + "的页脚",
        found: "单页码\(word(page.oddNumber))，双页码\(word(page.evenNumber))", wanted: "单页码居右，双页码居左",
        remedy: "在页脚设置中选“奇偶页不同”，单页页码居右空一字，双页页码居左空一字。")
    }
  }

  private static func pages(_ picture: Picture) -> [(PageLayout, String)] {
    picture.pages.enumerated().map { index, page in
      (page, picture.pages.count > 1 ? "第\(index + 1)种页面" : "页面设置")
    }
  }

  private static func near(_ length: Double, _ wanted: Double, _ profile: LayoutProfile) -> Bool {
    abs(length - wanted) <= profile.lengthTolerance
  }
}

extension PageLayout {
  /// The sheet turned upright again: what is at the left was above, what is above was at the binding.
  fileprivate var turned: PageLayout {
    var page = self
    (page.width, page.height) = (height, width)
    (page.top, page.left, page.bottom, page.right) = (left, top, right, bottom)
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
