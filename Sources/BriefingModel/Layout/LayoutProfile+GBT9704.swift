extension LayoutProfile {
  /// The profiles that come with the tool.
  public static let builtIn = [gbt9704, software]

  public static func named(_ name: String) -> LayoutProfile? { builtIn.first { $0.name == name } }

  /// GB/T 9704-2012 to the letter: margins of 37 and 35 mm, lines of 28.95 pt.
  ///
  /// 28 × 16 pt is 158.04 mm, wider than the 156 mm of the type area: hence the letter spacing. 225 mm are 22 lines of
  /// 28.99 pt.
  public static let gbt9704 = LayoutProfile(
    name: "gbt9704", standard: "GB/T 9704-2012", paper: Paper(width: 210, height: 297),
    margins: Margins(top: 37, bottom: 35, left: 28, right: 26), lines: 22, characters: 28, linePitch: 28.95,
    letterSpacing: -0.25, indent: 2, tolerance: 1, faces: [fangSong, heiTi, kaiTi, xiaoBiaoSong, songTi],
    types: Types(
      body: TypeStyle("仿宋", 16),
      headings: (TypeStyle("黑体", 16), TypeStyle("楷体", 16), TypeStyle("仿宋", 16), TypeStyle("仿宋", 16)),
      title: TypeStyle("小标宋", 22), masthead: TypeStyle("小标宋", 60), pageNumber: TypeStyle("宋体", 14),
      colophon: TypeStyle("仿宋", 14), table: TypeStyle("仿宋", 12)),
    rules: Rules(red: 0.88, colour: "E60012", thick: 0.35, thin: 0.25),
    pageNumber: PageNumber(before: "— ", after: " —", odd: .right, even: .left, distance: 7, inset: 1),
    alternatives: [Frame(top: 34.58, bottom: 32.58)])

  /// The same page for software that puts half the leading above the first line: the print then begins 37 mm below the
  /// paper's edge, as the standard means it.
  public static let software: LayoutProfile = {
    var profile = gbt9704
    profile.name = "gbt9704-software"
    profile.margins.top = 34.58
    profile.margins.bottom = 32.58
    profile.linePitch = 29.45
    profile.alternatives = [Frame(top: 37, bottom: 35)]
    return profile
  }()

  private static let fangSong = Face(
    name: "仿宋", families: ["仿宋_GB2312", "仿宋", "FangSong"], standIn: "Noto Serif CJK SC",
    synonyms: [
      "FangSong_GB2312", "华文仿宋", "STFangsong", "方正仿宋_GBK", "方正仿宋简体", "方正仿宋_GB2312",
    ])
  private static let heiTi = Face(
    name: "黑体", families: ["黑体", "SimHei", "Noto Sans CJK SC"],
    synonyms: ["华文黑体", "STHeiti", "方正黑体_GBK", "方正黑体简体", "思源黑体"])
  private static let kaiTi = Face(
    name: "楷体", families: ["楷体_GB2312", "楷体", "KaiTi", "AR PL UKai CN"], standIn: "Noto Serif CJK SC",
    synonyms: ["KaiTi_GB2312", "华文楷体", "STKaiti", "方正楷体_GBK", "方正楷体简体", "方正楷体_GB2312"])
  private static let xiaoBiaoSong = Face(
    name: "小标宋", families: ["方正小标宋简体", "华文中宋", "STZhongsong"], standIn: "Noto Serif CJK SC",
    synonyms: [
      "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋体", "方正公文小标宋",
    ])
  private static let songTi = Face(
    name: "宋体", families: ["宋体", "SimSun"], standIn: "Noto Serif CJK SC",
    synonyms: ["NSimSun", "新宋体", "华文宋体", "STSong", "方正书宋_GBK", "方正书宋简体"])
}
