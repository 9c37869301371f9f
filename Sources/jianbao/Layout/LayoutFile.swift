import BriefingModel

/// Finds layout profiles by name and reads those of the user's own, which state only what differs.
///
///     based-on: gbt9704
///     lines: 20
enum LayoutFile {
  static let names = LayoutProfile.builtIn.map(\.name)

  /// What may be given for a profile, for messages.
  static let expects = " \(names.joined(separator: "、")) 之一，或版式文件（以 .yml 结尾）"

  /// The profile that `--profile` or a setting names.
  static func profile(option: String) throws(Failure) -> LayoutProfile {
    if let profile = LayoutProfile.named(option) { return profile }
    guard isFile(option) else {
      throw .usage(
        .badValue(
          option: "--profile", value: option, expects: expects, nearest: nearestName(to: option, among: names)
        ))
    }
    return try read(option)
  }

  static func isFile(_ name: String) -> Bool {
    name.hasSuffix(".yml") || name.hasSuffix(".yaml") || name.contains("/")
  }

  /// Complaints name the line and say that it is the profile's file.
  static func read(_ path: String) throws(Failure) -> LayoutProfile {
    do throws(Failure) {
      guard let root = try SettingsFile.root(path) else { return try profile(.gbt9704, [:], path: path) }
      return try profile(root, path: path)
    } catch .settings(let file, let line, let problem) {
      throw .profile(file: file, line: line, problem)
    }
  }

  private static let keys = [
    "based-on", "standard", "paper", "margins", "lines", "characters", "line-pitch", "letter-spacing",
    "indent", "tolerance", "fonts", "types", "rules", "page-number",
  ]

  private static func profile(_ root: SettingsNode, path: String) throws(Failure) -> LayoutProfile {
    let values = try root.members(known: keys)
    var base = LayoutProfile.gbt9704
    if let node = values["based-on"], let name = try node.text() {
      guard let named = LayoutProfile.named(name) else {
        throw node.failure(.wrongType(key: "based-on", expects: " \(names.joined(separator: "、")) 之一"))
      }
      base = named
    }
    let profile = try profile(base, values, path: path)
    if let problem = profile.contradiction {
      throw .settings(file: path, line: nil, .contradiction(problem.words(profile)))
    }
    return profile
  }

  private static func profile(
    _ base: LayoutProfile, _ values: [String: SettingsNode], path: String
  ) throws(Failure) -> LayoutProfile {
    var profile = base
    profile.name = stem(path)
    if let standard = try values["standard"]?.text() { profile.standard = standard }
    try readPage(values, into: &profile)
    profile.tolerance = try values["tolerance"]?.number(0.1...10) ?? profile.tolerance
    profile.indent = try values["indent"]?.number(0...10) ?? profile.indent
    try readFonts(values["fonts"], into: &profile)
    try readTypes(values["types"], into: &profile)
    try readRules(values["rules"], into: &profile)
    try readPageNumber(values["page-number"], into: &profile)
    if profile.margins != base.margins || profile.paper != base.paper { profile.alternatives = [] }
    try fit(values, base: base, into: &profile)
    return profile
  }

  /// Pitch and spacing that are not stated follow from what is.
  private static func fit(
    _ values: [String: SettingsNode], base: LayoutProfile, into profile: inout LayoutProfile
  ) throws(Failure) {
    if let pitch = try values["line-pitch"]?.number(5...200) {
      profile.linePitch = pitch
    } else if profile.typeHeight != base.typeHeight || profile.lines != base.lines {
      profile.linePitch = profile.fittedPitch
    }
    if let spacing = try values["letter-spacing"]?.number(-20...100) {
      profile.letterSpacing = spacing
    } else if profile.typeWidth != base.typeWidth || profile.characters != base.characters
      || profile.types.body.size != base.types.body.size
    {
      profile.letterSpacing = profile.fittedSpacing
    }
  }

  /// `office/周报.yml` → 周报.
  private static func stem(_ path: String) -> String {
    let name = Path.name(of: path)
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}

extension LayoutProfile.Contradiction {
  func words(_ profile: LayoutProfile) -> String {
    let height = "\(shownNumber(profile.typeHeight)) 毫米"
    let width = "\(shownNumber(profile.typeWidth)) 毫米"
    return switch self {
    case .noRoom: "页边距太大，版心只剩 \(width) × \(height)。请改小 margins。"
    case .tooManyLines:
      "每页\(profile.lines)行、行距 \(shownNumber(profile.linePitch)) 磅放不进高 \(height)的版心，或行距小于字号。请改 lines、line-pitch 或 margins。"
    case .tooManyCharacters:
      "每行\(profile.characters)个 \(shownNumber(profile.types.body.size)) 磅的字放不进宽 \(width)的版心。请改 characters、letter-spacing 或 margins。"
    case .noRoomForNumber: "下边距（横页为右边距）放不下版心下方的页码。请改大 margins，或改小 page-number 的 distance。"
    }
  }
}

/// A number with at most two decimals.
func shownNumber(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  let tail = abs(hundredths) % 100
  let sign = hundredths < 0 ? "-" : ""
  if tail == 0 { return "\(hundredths / 100)" }
  return "\(sign)\(abs(hundredths) / 100)."
    + (tail % 10 == 0 ? "\(tail / 10)" : tail < 10 ? "0\(tail)" : "\(tail)")
}
