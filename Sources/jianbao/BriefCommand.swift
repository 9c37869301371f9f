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

  @Option(name: .long, help: ArgumentHelp("只收这些县市的报道，用逗号分开", valueName: "县市"))
  var counties: String?

  @OptionGroup var documents: DocumentArguments
  @OptionGroup var summary: SummaryArguments
  @OptionGroup var common: CommonArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let paths = try common.paths(command: "brief")
    let settings = try common.settings()
    var options = try documents.composerOptions(settings)
    options.counties = OptionValue.list(counties)
    options.summaryLength = try summary.length(settings)
    let formats = try documents.writeFormats(settings)
    let look = try documents.look(settings)
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
    let files = try documents.files(
      briefing, name: documents.title ?? settings.masthead, formats: formats, look: look, settings: settings,
      messages: &messages)
    try OutputFiles.write(files)
    try OutputFiles.printPaths(of: files)
    return missing.isEmpty ? inputs.exitStatus : ExitStatus.incomplete
  }
}

extension OutlinedSource {
  /// Whether an article is of the county with this full or short name.
  fileprivate func hasArticle(of county: String) -> Bool {
    articles.contains { $0.county?.name == county || $0.county?.short == county }
  }
}
