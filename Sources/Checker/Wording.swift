import BriefingModel

/// A profile's values in the words of reports.
extension LayoutProfile {
  private var isBuiltIn: Bool { LayoutProfile.named(name) != nil }

  /// `GB/T 9704-2012 5.1`; under a profile of the user's own its name, and what the clause corresponds to.
  func clause(_ number: String) -> String {
    let clause = "\(LayoutProfile.gbt9704.standard) \(number)"
    if isBuiltIn { return clause }
    let own = standard == LayoutProfile.gbt9704.standard ? "版式 \(name)" : standard
    return "\(own)（对应 \(clause)）"
  }

  var paperWords: String {
    let sides = "\(shown(paper.width)) × \(shown(paper.height)) mm"
    return paper == LayoutProfile.gbt9704.paper ? "A4，\(sides)" : sides
  }

  /// 仿宋 3号（16 磅）.
  func words(_ type: TypeStyle) -> String { "\(type.face) \(Self.size(type.size))" }

  private static let sizeNames: [Double: String] = [
    42: "初号", 36: "小初", 26: "1号", 24: "小1号", 22: "2号", 18: "小2号", 16: "3号", 15: "小3号", 14: "4号", 12: "小4号",
    10.5: "5号", 9: "小5号",
  ]

  static func size(_ points: Double) -> String {
    sizeNames[points].map { "\($0)（\(shown(points)) 磅）" } ?? "\(shown(points)) 磅"
  }

  func holds(_ font: String?, _ type: TypeStyle) -> Bool { face(of: type).holds(font) }
}

extension LayoutProfile.PageNumber.Side {
  var alignment: Alignment {
    switch self {
    case .left: .left
    case .centre: .centre
    case .right: .right
    }
  }
}
