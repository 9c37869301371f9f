import ArgumentParser
import BriefingModel

/// `--profile`, of every command that sets or checks pages.
struct LayoutArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "版式：\(LayoutFile.names.joined(separator: "、"))，或自己的版式文件（默认 gbt9704）", valueName: "名称或文件"),
    completion: .list(LayoutFile.names))
  var profile: String?

  func profile(_ settings: Settings) throws(Failure) -> LayoutProfile {
    guard let profile else { return settings.layout ?? .gbt9704 }
    return try LayoutFile.profile(option: profile)
  }
}
