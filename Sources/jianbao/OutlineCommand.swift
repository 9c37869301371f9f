import ArgumentParser
import BriefingModel
import Composer
import SourceReaders

/// `jianbao outline INPUT…`: prints each article's outline.
struct OutlineCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "列出每篇报道的提纲，注明原文行号。",
    usage: "jianbao outline [选项] 输入…",
    discussion: """
      jianbao outline 第3版.txt
      jianbao outline 九月/ --format json > 提纲.json
      jianbao outline 第3版.html 通知.docx
      jianbao outline - --kind html < 网页.html
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("tree（默认）、json、markdown、jsonl（每行一篇）", valueName: "格式"),
    completion: .list(OutlineFormat.allCases.map(\.rawValue)))
  var format: String?

  @OptionGroup var summary: SummaryArguments
  @OptionGroup var common: CommonArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let format = try OptionValue.choice(format, "--format", among: OutlineFormat.allCases) ?? .tree
    let paths = try common.paths(command: "outline")
    let settings = try common.settings()
    let length = try summary.length(settings)
    var inputs = Inputs(settings: settings, findsFigures: format.holdsSummaries)
    var text = OutlineText(format)
    var doubts: [Notice] = []
    try inputs.forEach(paths, messages: &messages) { outlined throws(Failure) in
      let summarised = format.holdsSummaries ? outlined.summarised(length: length) : Noted(outlined)
      doubts += summarised.notices
      try Self.print(text.add(summarised.value))
    }
    try Self.print(text.finish())
    for doubt in doubts { messages.report(doubt, source: doubt.origin?.source ?? "-") }
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

/// How long summaries are.
struct SummaryArguments: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("每篇摘要的字数上限（默认 \(Composer.summaryLength)）", valueName: "字数"))
  var summaryLength: String?

  func length(_ settings: Settings) throws(Failure) -> Int {
    let length = try OptionValue.positiveNumber(summaryLength, "--summary-length")
    return length ?? settings.summaryLength ?? Composer.summaryLength
  }
}

extension OutlinedSource {
  /// With a summary for each article; what had to be left out is noted.
  func summarised(length: Int) -> Noted<OutlinedSource> {
    var result = self
    var notices: [Notice] = []
    for index in articles.indices {
      let summary = Composer.summary(of: articles[index], length: length)
      result.articles[index].summary = summary.value
      notices += summary.notices
    }
    result.notices += notices
    return Noted(result, notices: notices)
  }
}

/// What every command takes: inputs and settings.
struct CommonArguments: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("设置文件；不写则从输入所在文件夹起逐级向上找 jianbao.yml", valueName: "文件"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Option(
    name: .long,
    help: ArgumentHelp("文字编码：utf-8、utf-16、utf-16le、utf-16be、gb18030（GBK）；不写则自动识别", valueName: "编码"),
    completion: .list(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?

  @Option(
    name: .long, help: ArgumentHelp("输入的格式：text、html、docx、odt、pdf；不写则看内容", valueName: "格式"),
    completion: .list(ReadFormat.allCases.map(\.rawValue)))
  var kind: String?

  @Argument(
    help: ArgumentHelp("文件、文件夹（按文件名顺序读取）或“-”（标准输入）", valueName: "输入"), completion: .file())
  var inputs: [String] = []

  func paths(command: String) throws(Failure) -> [String] {
    guard !inputs.isEmpty else { throw .usage(.missingInput(command: command)) }
    return inputs
  }

  func settings() throws(Failure) -> Settings { try settings(firstInput: inputs.first) }

  func settings(firstInput: String?) throws(Failure) -> Settings {
    let format = try OptionValue.choice(kind, "--kind", among: ReadFormat.allCases)
    let named = try OptionValue.encoding(encoding, "--encoding")
    var settings = try Settings.load(config: config, firstInput: firstInput)
    settings.reading.format = format
    if let named { settings.reading.encoding = named }
    return settings
  }
}
