import Archive
import ArgumentParser

/// `jianbao export`: everything in the archive, as JSON Lines.
struct ExportCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出资料库的全部内容，每行一个来源，不丢任何东西。", usage: "jianbao export [选项]",
    discussion: "jianbao export --output 全部.jsonl")

  @Option(name: .long, help: ArgumentHelp("导出格式：jsonl（默认）", valueName: "格式")) var format: String?
  @Option(
    name: [.short, .long], help: ArgumentHelp("写到这个文件（默认写到标准输出）", valueName: "文件"), completion: .file())
  var output: String?
  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  enum Format: String, CaseIterable { case jsonl }

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    _ = try OptionValue.choice(format, "--format", among: Format.allCases)
    let (archive, path) = try place.existing(config: config.config, isReadOnly: true)
    if let output {
      try OutputFiles.write(output) { descriptor throws(Failure) in
        try Self.export(archive, path: path, to: descriptor, named: output)
      }
    } else {
      try Self.export(archive, path: path, to: 1, named: "-")
    }
    return ExitStatus.done
  }

  /// Bytes that are written at a time.
  private static let piece = 1 << 20

  private static func export(
    _ archive: Archive, path: String, to descriptor: Int32, named name: String
  ) throws(Failure) {
    var bytes: [UInt8] = []
    var failure: SystemError?
    func write() {
      do throws(SystemError) { try Files.write(bytes, to: descriptor) } catch { failure = error }
      bytes = []
    }
    try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.export { line in
        guard failure == nil else { return }
        bytes += line.utf8
        bytes.append(0x0A)
        if bytes.count >= piece { write() }
      }
    }
    if failure == nil { write() }
    if let failure { throw .output(path: name, failure) }
  }
}

/// `jianbao import FILE`: adds what `export` wrote.
struct ImportCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "把导出的内容收进资料库；有一行不对，就什么也不收；与已有期号冲突的期号不收。",
    usage: "jianbao import [选项] 文件",
    discussion: "jianbao import 全部.jsonl --archive 新库.sqlite")

  @Argument(help: ArgumentHelp("jianbao export 写的文件", valueName: "文件"), completion: .file()) var file: String?
  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  /// Bytes of a file that is imported at once.
  private static let limit = 1 << 34

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    guard let file else { throw .usage(.missingInput(command: "import")) }
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try Files.read(file, limit: Self.limit) } catch {
      throw .input(path: file, .unreadable(error))
    }
    let path = try place.path(config: config.config)
    // A line that is no text is passed on as one that is refused.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return Substring(String(validating: line, as: UTF8.self) ?? "\u{FFFD}")
    }
    let done: Archive.Imported
    do throws(ArchiveError) {
      // A first import that is refused leaves no empty file: nobody else may have begun to use it.
      if Files.kind(of: path) == nil { try Archive.check(lines) }
      done = try Archive(path).importLines(lines)
    } catch {
      if case .notAnExport = error { throw .input(path: file, .archive(error)) }
      throw .input(path: path, .archive(error))
    }
    messages.remark("资料库 \(shown(path))：收入\(done.added)个来源，已有\(done.known)个没有变动，期号记录\(done.issues)条。")
    for conflict in done.conflicts { messages.remark(Self.words(for: conflict)) }
    return done.conflicts.isEmpty ? ExitStatus.done : ExitStatus.incomplete
  }

  private static func words(for conflict: Archive.IssueConflict) -> String {
    func words(_ recorded: Archive.RecordedIssue) -> String {
      "\(recorded.first.iso) 至 \(recorded.last.iso) 第\(recorded.issue.issue)期（总第\(recorded.issue.total)期，"
        + "\(recorded.issue.date.iso)）"
    }
    return "期号冲突，没有收入：\(words(conflict.given))；资料库里已有 \(words(conflict.kept))。"
  }
}
