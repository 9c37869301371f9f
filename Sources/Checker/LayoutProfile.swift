/// A rule looks at the whole picture.
typealias Rule = @Sendable (Picture, LayoutProfile) -> [Departure]

/// What a layout asks for: all numbers and names of the rules are here. Lengths in mm, letters in pt.
struct LayoutProfile: Sendable {
  /// A kind of type, with the names its fonts go by.
  struct Face: Sendable {
    var name: String
    var fonts: [String]

    func holds(_ font: String?) -> Bool {
      guard let font = font?.lowercased() else { return false }
      return fonts.contains { font == $0.lowercased() }
    }
  }

  /// Upper margin and height of the type area.
  struct Frame: Sendable {
    var top: Double
    var height: Double
  }

  var standard: String
  var paper = (short: 210.0, long: 297.0)
  var binding = 28.0
  var typeWidth = 156.0
  /// The standard's own, and the one for software that puts half the leading above the first line.
  var frames = [Frame(top: 37, height: 225), Frame(top: 34.58, height: 229.84)]
  var lengthTolerance = 1.0
  var lines = 22
  var landscapeLines = 15
  var bodySize = 16.0
  var titleSize = 22.0
  var sizeTolerance = 0.25
  /// In characters.
  var indent = 2.0
  var indentTolerance = 0.15
  var body: Face
  var title: Face
  /// Of 一、, （一）, 1., （1）.
  var tiers: [Face]
  /// Beginnings of the names of fonts without Chinese characters, small letters.
  var latinFonts: [String]
  /// Names of styles, small letters.
  var bodyStyles: Set<String>
  var titleStyles: Set<String>
  var rules: [Rule]

  func clause(_ number: String) -> String { "\(standard) \(number)" }

  func face(ofTier tier: Int) -> Face { tiers[min(max(tier, 1), tiers.count) - 1] }
}

extension LayoutProfile {
  private static let fangSong = Face(
    name: "仿宋",
    fonts: [
      "仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "华文仿宋", "STFangsong", "方正仿宋_GBK", "方正仿宋简体",
      "方正仿宋_GB2312",
    ])
  private static let heiTi = Face(
    name: "黑体",
    fonts: ["黑体", "SimHei", "华文黑体", "STHeiti", "方正黑体_GBK", "方正黑体简体", "Noto Sans CJK SC", "思源黑体"])
  private static let kaiTi = Face(
    name: "楷体",
    fonts: [
      "楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "华文楷体", "STKaiti", "方正楷体_GBK", "方正楷体简体",
      "方正楷体_GB2312", "AR PL UKai CN",
    ])
  private static let xiaoBiaoSong = Face(
    name: "小标宋",
    fonts: [
      "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋体", "方正公文小标宋", "华文中宋",
      "STZhongsong",
    ])

  static let gbt9704 = LayoutProfile(
    standard: "GB/T 9704-2012", body: fangSong, title: xiaoBiaoSong,
    tiers: [heiTi, kaiTi, fangSong, fangSong],
    latinFonts: [
      "times", "arial", "calibri", "cambria", "helvetica", "liberation", "dejavu", "courier", "georgia",
      "verdana", "tahoma", "consolas", "garamond", "palatino", "century", "carlito", "caladea", "segoe",
    ],
    bodyStyles: [
      "normal", "standard", "body text", "text body", "body text indent", "text body indent",
      "body text first indent", "first line indent", "list paragraph", "default", "正文", "正文文本",
      "正文首行缩进", "normal (web)", "normal indent", "default paragraph style",
    ],
    titleStyles: ["title", "标题", "公文标题"],
    rules: [
      PageRules.paper, PageRules.typeArea, PageRules.lines, TitleRule.check, BodyRules.type, BodyRules.indent,
      HeadingRules.type, HeadingRules.levels, PageRules.numbers, QuoteRule.check,
    ])
}
