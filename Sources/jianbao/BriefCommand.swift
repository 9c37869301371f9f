import ArgumentParser
import BriefingModel
import Composer
import DocumentWriters

/// `jianbao brief INPUT… -o DIR`: writes one briefing of all inputs.
struct BriefCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "把报道写成一份工作简报。",
    usage: "jianbao brief [选项] 输入…",
    discussion: """
      jianbao brief 第3版.txt -o reports
      jianbao brief 九月/ --issue 12 --total 86 --date 2020-09-03
      jianbao brief 第3版.txt --counties 邹城,嘉祥 --title 组织工作专刊
      """)

  @Option(
    name: [.short, .long], help: ArgumentHelp("放文件的文件夹（默认 reports）", valueName: "文件夹"), completion: .directory
  )
  var output: String?

  @Option(
    name: .long, help: ArgumentHelp("文件格式，用逗号分开：\(WriteFormat.names)（默认 odt,txt）", valueName: "格式"),
    completion: .list(WriteFormat.allCases.map(\.rawValue)))
  var formats: String?

  @Option(name: .long, help: ArgumentHelp("期号", valueName: "数"))
  var issue: String?

  @Option(name: .long, help: ArgumentHelp("总期号", valueName: "数"))
  var total: String?

  @Option(name: .long, help: ArgumentHelp("日期，写作 2020-09-03（默认今天）", valueName: "日期"))
  var date: String?

  @Option(name: .long, help: ArgumentHelp("本期标题，也用作文件名", valueName: "标题"))
  var title: String?

  @Option(name: .long, help: ArgumentHelp("只收这些县市的报道，用逗号分开", valueName: "县市"))
  var counties: String?

  @OptionGroup var summary: SummaryArguments
  @OptionGroup var common: CommonArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let paths = try common.paths(command: "brief")
    let settings = try common.settings()
    let options = try composerOptions(settings)
    let formats = try writeFormats(settings)
    var inputs = Inputs(settings: settings)
    var outlined: [OutlinedSource] = []
    try inputs.forEach(paths, messages: &messages) { outlined.append($0) }
    let missing = options.counties.filter { county in !outlined.contains { $0.hasArticle(of: county) } }
    for county in missing { messages.remark("输入中没有“\(county)”的文章。请核对县市名称。") }
    guard inputs.articles > 0, options.counties.isEmpty || missing.count < options.counties.count else {
      messages.remark("没有找到可写入简报的文章，没有生成文件。")
      return ExitStatus.incomplete
    }
    messages.progress("正在生成简报")
    var notices: [Notice] = []
    let briefing = Composer(options: options).compose(outlined, notices: &notices)
    for notice in notices { messages.report(notice, source: notice.origin?.source ?? "-") }
    let files = try documents(briefing, formats: formats, settings: settings, messages: &messages)
    try OutputFiles.write(files)
    try OutputFiles.printPaths(of: files)
    return missing.isEmpty ? inputs.exitStatus : ExitStatus.incomplete
  }

  private func composerOptions(_ settings: Settings) throws(Failure) -> Composer.Options {
    var options = Composer.Options(date: try OptionValue.date(date, "--date") ?? Surroundings.today())
    if let masthead = settings.masthead { options.name = masthead }
    options.classification = settings.classification
    options.issue = try OptionValue.positiveNumber(issue, "--issue")
    options.total = try OptionValue.positiveNumber(total, "--total")
    options.office = settings.office
    options.colophon = settings.colophon
    options.counties = OptionValue.list(counties)
    options.summaryLength = try summary.length(settings)
    options.title = title.flatMap { $0.isEmpty ? nil : $0 }
    return options
  }

  /// The formats asked for, each once, in the order given.
  private func writeFormats(_ settings: Settings) throws(Failure) -> [WriteFormat] {
    let names = formats.map { OptionValue.list($0) } ?? settings.formats ?? ["odt", "txt"]
    var chosen: [WriteFormat] = []
    for name in names.isEmpty ? [""] : names {
      guard let format = try WriteFormat.named(name), !chosen.contains(format) else { continue }
      chosen.append(format)
    }
    return chosen
  }

  private func documents(
    _ briefing: Briefing, formats: [WriteFormat], settings: Settings, messages: inout Messages
  ) throws(Failure) -> [OutputFile] {
    let folder = output ?? settings.output ?? "reports"
    var files: [OutputFile] = []
    for format in formats {
      let document: WrittenDocument
      do throws(WriteError) {
        document = try DocumentWriters.write(briefing, as: format)
      } catch {
        throw .document(format: format, error)
      }
      let name = OutputFiles.name(
        title ?? settings.masthead, date: briefing.masthead.date, format: format.rawValue)
      files.append(OutputFile(path: Path.join(folder, name), bytes: document.bytes))
      if document.droppedCharacters > 0 {
        messages.remark("\(name)：略去了 \(document.droppedCharacters) 个不能写入文档的控制字符。")
      }
    }
    do throws(SystemError) {
      try Files.makeDirectory(folder)
    } catch {
      throw .output(path: folder, error)
    }
    return files
  }
}

extension OutlinedSource {
  /// Whether an article is of the county with this full or short name.
  fileprivate func hasArticle(of county: String) -> Bool {
    articles.contains { $0.county?.name == county || $0.county?.short == county }
  }
}

extension WriteFormat {
  /// Formats of the contract that no writer makes yet.
  private static let planned = ["docx", "html"]

  /// What can be written, for messages: odt、txt.
  static var names: String { allCases.map(\.rawValue).joined(separator: "、") }

  static func named(_ name: String) throws(Failure) -> WriteFormat? {
    let small = name.lowercased()
    if planned.contains(small), WriteFormat(rawValue: small) == nil {
      throw .usage(.unavailableFormat(small, available: names))
    }
    return try OptionValue.choice(name, "--formats", among: allCases)
  }
}
