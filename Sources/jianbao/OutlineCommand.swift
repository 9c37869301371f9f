import ArgumentParser

/// `jianbao outline INPUT…`: prints each article's outline.
struct OutlineCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "列出每篇报道的提纲，注明原文行号。",
    usage: "jianbao outline [选项] 输入…",
    discussion: """
      jianbao outline 第3版.txt
      jianbao outline 九月/ --format json > 提纲.json
      iconv -f GB18030 -t UTF-8 旧稿.txt | jianbao outline -
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("tree（默认）、json、markdown、jsonl（每行一篇）", valueName: "格式"),
    completion: .list(OutlineFormat.allCases.map(\.rawValue)))
  var format: String?

  @OptionGroup var common: CommonArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let format = try OptionValue.choice(format, "--format", among: OutlineFormat.allCases) ?? .tree
    let paths = try common.paths(command: "outline")
    var inputs = Inputs(settings: try common.settings())
    var text = OutlineText(format)
    try inputs.forEach(paths, messages: &messages) { outlined throws(Failure) in
      try Self.print(text.add(outlined))
    }
    try Self.print(text.finish())
    if inputs.articles == 0 { messages.remark("没有找到文章。请确认输入是报道全文，每段或每行一句以上。") }
    return inputs.exitStatus
  }

  private static func print(_ bytes: [UInt8]) throws(Failure) {
    do throws(SystemError) {
      try Files.write(bytes, to: 1)
    } catch {
      throw .output(path: "-", error)
    }
  }
}

/// What every command takes: inputs and settings.
struct CommonArguments: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("设置文件；不写则从输入所在文件夹起逐级向上找 jianbao.yml", valueName: "文件"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Argument(
    help: ArgumentHelp("文件、文件夹（按文件名顺序读取）或“-”（标准输入）", valueName: "输入"), completion: .file())
  var inputs: [String] = []

  func paths(command: String) throws(Failure) -> [String] {
    guard !inputs.isEmpty else { throw .usage(.missingInput(command: command)) }
    return inputs
  }

  func settings() throws(Failure) -> Settings {
    try Settings.load(config: config, firstInput: inputs.first)
  }
}
