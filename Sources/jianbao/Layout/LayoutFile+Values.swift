import BriefingModel

extension LayoutFile {
  static func readPage(
    _ values: [String: SettingsNode], into profile: inout LayoutProfile
  ) throws(Failure) {
    if let paper = values["paper"] { profile.paper = try paper.paper() ?? profile.paper }
    let margins = try values["margins"]?.members(known: ["top", "bottom", "left", "right"]) ?? [:]
    profile.margins.top = try margins["top"]?.number(0...500) ?? profile.margins.top
    profile.margins.bottom = try margins["bottom"]?.number(0...500) ?? profile.margins.bottom
    profile.margins.left = try margins["left"]?.number(0...500) ?? profile.margins.left
    profile.margins.right = try margins["right"]?.number(0...500) ?? profile.margins.right
    profile.lines = try values["lines"]?.count(upTo: 200) ?? profile.lines
    profile.characters = try values["characters"]?.count(upTo: 200) ?? profile.characters
  }

  /// A face of the profile's gets other fonts; one of a new name is added.
  static func readFonts(_ node: SettingsNode?, into profile: inout LayoutProfile) throws(Failure) {
    for (name, families) in try node?.lists() ?? [] where !families.isEmpty {
      if let index = profile.faces.firstIndex(where: { $0.name == name }) {
        profile.faces[index].families = families
      } else {
        profile.faces.append(LayoutProfile.Face(name: name, families: families))
      }
    }
  }

  private typealias TypePath = WritableKeyPath<LayoutProfile.Types, LayoutProfile.TypeStyle>

  private static var types: [(key: String, path: TypePath)] {
    [
      ("body", \.body), ("heading-1", \.heading1), ("heading-2", \.heading2), ("heading-3", \.heading3),
      ("heading-4", \.heading4), ("title", \.title), ("masthead", \.masthead), ("page-number", \.pageNumber),
      ("colophon", \.colophon), ("table", \.table),
    ]
  }

  static func readTypes(_ node: SettingsNode?, into profile: inout LayoutProfile) throws(Failure) {
    let values = try node?.members(known: types.map(\.key)) ?? [:]
    for (key, path) in types {
      let members = try values[key]?.members(known: ["font", "size"]) ?? [:]
      if let font = try members["font"]?.text() { profile.types[keyPath: path].face = font }
      if let size = try members["size"]?.letterSize() { profile.types[keyPath: path].size = size }
    }
  }

  static func readRules(_ node: SettingsNode?, into profile: inout LayoutProfile) throws(Failure) {
    let values = try node?.members(known: ["red", "colour", "thick", "thin"]) ?? [:]
    profile.rules.red = try values["red"]?.number(0.1...10) ?? profile.rules.red
    profile.rules.thick = try values["thick"]?.number(0.1...10) ?? profile.rules.thick
    profile.rules.thin = try values["thin"]?.number(0.1...10) ?? profile.rules.thin
    profile.rules.colour = try values["colour"]?.colour() ?? profile.rules.colour
  }

  static func readPageNumber(_ node: SettingsNode?, into profile: inout LayoutProfile) throws(Failure) {
    let values = try node?.members(known: ["form", "odd", "even", "distance", "inset"]) ?? [:]
    if let form = try values["form"]?.pageNumberForm() {
      (profile.pageNumber.before, profile.pageNumber.after) = form
    }
    profile.pageNumber.odd = try values["odd"]?.side() ?? profile.pageNumber.odd
    profile.pageNumber.even = try values["even"]?.side() ?? profile.pageNumber.even
    profile.pageNumber.distance = try values["distance"]?.number(0...50) ?? profile.pageNumber.distance
    profile.pageNumber.inset = try values["inset"]?.number(0...20) ?? profile.pageNumber.inset
  }
}

extension SettingsNode {
  /// A path, relative to the settings file.
  func path(folder: String) throws(Failure) -> String? {
    try text().map { $0.hasPrefix("/") ? $0 : Path.join(folder, $0) }
  }

  /// A profile's name, or a file beside the settings.
  func layout(folder: String) throws(Failure) -> LayoutProfile? {
    guard let name = try text() else { return nil }
    if let profile = LayoutProfile.named(name) { return profile }
    guard LayoutFile.isFile(name) else { throw wrongType(LayoutFile.expects) }
    return try path(folder: folder).map { path throws(Failure) in try LayoutFile.read(path) }
  }

  func number(_ range: ClosedRange<Double>) throws(Failure) -> Double? {
    guard let text = try text() else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw wrongType(" \(shownNumber(range.lowerBound)) 到 \(shownNumber(range.upperBound)) 之间的数")
    }
    return number
  }

  func count(upTo most: Int) throws(Failure) -> Int? {
    guard let number = try positiveNumber() else { return nil }
    guard number <= most else { throw wrongType(" 1 到 \(most) 之间的整数") }
    return number
  }

  /// A4, or width and height of the upright sheet.
  fileprivate func paper() throws(Failure) -> LayoutProfile.Paper? {
    let sheets = ["A4": (210.0, 297.0), "A3": (297, 420), "B5": (176, 250), "16K": (184, 260)]
    let expects = " A4、A3、B5、16K 之一，或 [宽, 高]（毫米）"
    if node.scalar != nil {
      guard let name = try text() else { return nil }
      guard let sheet = sheets[name.uppercased()] else { throw wrongType(expects) }
      return LayoutProfile.Paper(width: sheet.0, height: sheet.1)
    }
    let sides = try texts().compactMap { Double($0) }.filter { (50...2000).contains($0) }
    guard sides.count == 2, try texts().count == 2 else { throw wrongType(expects) }
    return LayoutProfile.Paper(width: sides[0], height: sides[1])
  }

  private static let sizes: [String: Double] = [
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15, "四号": 14, "小四": 12,
    "五号": 10.5, "小五": 9, "六号": 7.5,
  ]

  /// 三号 or 16.
  fileprivate func letterSize() throws(Failure) -> Double? {
    guard let text = try text() else { return nil }
    let digits = ["1": "一", "2": "二", "3": "三", "4": "四", "5": "五", "6": "六"]
    let name = text.first.flatMap { digits[String($0)] }.map { $0 + text.dropFirst() } ?? text
    if let size = Self.sizes[text] ?? (text.hasSuffix("号") ? Self.sizes[name] : nil) { return size }
    guard let size = Double(text), (5...200).contains(size) else {
      throw wrongType("字号（三号）或磅数（5 到 200）")
    }
    // Word counts half points.
    return (size * 2).rounded() / 2
  }

  fileprivate func colour() throws(Failure) -> String? {
    guard let text = try text() else { return nil }
    let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else {
      throw wrongType("六位十六进制颜色，如 E60012")
    }
    return digits.uppercased()
  }

  /// `— 1 —`: what stands before and after the 1.
  fileprivate func pageNumberForm() throws(Failure) -> (String, String)? {
    guard let text = try text() else { return nil }
    let parts = text.split(separator: "1", omittingEmptySubsequences: false)
    guard parts.count == 2, text.count <= 40 else { throw wrongType("页码的样子，用 1 代表数字，如 — 1 —") }
    return (String(parts[0]), String(parts[1]))
  }

  fileprivate func side() throws(Failure) -> LayoutProfile.PageNumber.Side? {
    guard let text = try text() else { return nil }
    guard let side = LayoutProfile.PageNumber.Side(rawValue: text) else {
      throw wrongType(" left（左）、centre（中）、right（右）之一")
    }
    return side
  }
}
