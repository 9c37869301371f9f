import Archive
import ArgumentParser

/// Where the archive is.
struct ArchiveArguments: ParsableArguments {
  static let fileName = "jianbao.sqlite"

  @Option(
    name: .long, help: ArgumentHelp("资料库文件（默认在设置文件旁，没有设置文件时在当前文件夹：jianbao.sqlite）", valueName: "文件"),
    completion: .file(extensions: ["sqlite"]))
  var archive: String?

  /// Names that SQLite would take for something else than a file (`:memory:`, `file:…?mode=memory`) are plain names here.
  func path(config: String?, firstInput: String? = nil) throws(Failure) -> String {
    if let archive {
      guard !archive.isEmpty else { throw .usage(.missingValue(option: "--archive")) }
      return archive.hasPrefix(":") || archive.hasPrefix("file:") ? "./" + archive : archive
    }
    let folder = Settings.file(config: config, firstInput: firstInput).flatMap(Path.parent(of:)) ?? "."
    return Path.join(folder, Self.fileName)
  }

  /// An archive that is there already.
  func existing(config: String?, isReadOnly: Bool) throws(Failure) -> (Archive, String) {
    let path = try path(config: config)
    switch Files.kind(of: path) {
    case .file: break
    case nil: throw .input(path: path, .noArchive)
    default: throw .input(path: path, .unreadable(.isDirectory))
    }
    let archive = try Self.run(path) { () throws(ArchiveError) in try Archive(path, isReadOnly: isReadOnly) }
    return (archive, path)
  }

  static func run<Value>(_ path: String, _ work: () throws(ArchiveError) -> Value) throws(Failure) -> Value {
    do throws(ArchiveError) { return try work() } catch { throw .input(path: path, .archive(error)) }
  }

  /// Says that the archive tells nothing of a county, and which it may be; `nil` where it does.
  static func unknown(_ county: String?, in archive: Archive, path: String) throws(Failure) -> String? {
    guard let county else { return nil }
    let known = try run(path) { () throws(ArchiveError) in try archive.counties() }
    guard !known.contains(where: { $0.name == county || $0.short == county }) else { return nil }
    var near = known.filter { $0.name.contains(county) || county.contains($0.short) }.map(\.name)
    if near.isEmpty { near = nearestName(to: county, among: known.map(\.name)).map { [$0] } ?? [] }
    let hint = near.isEmpty ? "有哪些县市，见 jianbao list。" : "相近的有：\(near.prefix(5).joined(separator: "、"))。"
    return "资料库里没有“\(county)”的报道。\(hint)"
  }

  /// Articles may hold control characters, which a terminal would obey.
  static func print(_ text: String) throws(Failure) {
    let isKept: (UInt8) -> Bool = { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 || $0 == 0x0A }
    do throws(SystemError) { try Files.write(text.utf8.filter(isKept), to: 1) } catch {
      throw .output(path: "-", error)
    }
  }
}

/// Settings alone, for commands without inputs.
struct ConfigArguments: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("设置文件；不写则从当前文件夹起逐级向上找 jianbao.yml", valueName: "文件"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?
}

extension ArchiveError {
  var message: String {
    switch self {
    case .notAnArchive: "这不是 jianbao 的资料库文件。请检查 --archive 的路径。"
    case .newer(let version): "这个资料库由更新版本的 jianbao 建立（格式第\(version)版）。请更新 jianbao 后重试。"
    case .damaged: "资料库文件已损坏。请用 jianbao backup 留存的备份恢复，原文件不要删除。"
    case .full: "写不进去：磁盘已满，或文件大小受到限制。已有内容没有损失，请腾出空间后重新运行。"
    case .readOnly: "资料库文件或所在文件夹是只读的，没有写入。请检查权限。"
    case .busy: "另一个程序占用资料库太久。请稍后重试。"
    case .unreachable(14): "打不开资料库：路径不存在、不是文件，或没有权限。请检查路径和权限。"
    case .unreachable(let code): "打不开或读不了资料库（SQLite 错误 \(code)）。请检查路径、权限和磁盘。"
    case .notAnExport(let line, true): "第\(line)行的原文在导出以后改动过，与校验值不符。请重新导出。"
    case .notAnExport(let line, false): "第\(line)行不是 jianbao 导出的内容。"
    }
  }
}
