import ArgumentParser

/// The tool: reads the command line, runs one command, ends with the contract's exit code.
@main
struct Jianbao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jianbao",
    abstract: "把县市新闻文字整理成提纲和政府工作简报。",
    usage: "jianbao <命令> 输入… [选项]",
    discussion: """
      jianbao outline 第3版.txt
      jianbao brief 第3版.txt -o reports
      jianbao compare 邹城 嘉祥 第3版.txt
      jianbao check 简报.docx
      """,
    version: "jianbao 0.1.0",
    subcommands: [
      OutlineCommand.self, BriefCommand.self, CompareCommand.self, CheckCommand.self, AddCommand.self,
      WeeklyCommand.self, SearchCommand.self, ListCommand.self, TrendCommand.self,
      RemoveCommand.self, VerifyCommand.self, BackupCommand.self, ExportCommand.self, ImportCommand.self,
    ])

  static func main() {
    var messages = Messages()
    Surroundings.holdStandardDescriptors()
    Surroundings.keepRunningAtFileLimits()
    Surroundings.endProcess(run(Array(CommandLine.arguments.dropFirst()), messages: &messages))
  }

  private static func run(_ arguments: [String], messages: inout Messages) -> Int32 {
    do throws(Failure) {
      switch try CommandLineReader.read(arguments) {
      case .run(let command): return try command.execute(messages: &messages)
      case .show(let text):
        try write(text, to: 1)
        return ExitStatus.done
      case .remind(let text):
        try write(text, to: 2)
        return ExitStatus.usage
      }
    } catch {
      messages.report(error)
      return error.exitCode
    }
  }

  private static func write(_ text: String, to descriptor: Int32) throws(Failure) {
    do throws(SystemError) {
      try Files.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: descriptor)
    } catch {
      throw .output(path: "-", error)
    }
  }
}

/// One of the tool's commands, its arguments parsed.
protocol ToolCommand: ParsableCommand {
  /// Does the work; the result is the exit code.
  func execute(messages: inout Messages) throws(Failure) -> Int32
}
