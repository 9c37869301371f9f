import ArgumentParser
import BriefingModel
import Comparator
import Composer
import DocumentWriters

/// `jianbao compare A B INPUT…`: sets the measures of two counties side by side; `--all` those of every county.
struct CompareCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "把两个县市的做法逐条对照，或把全部县市按主题列成一览表。",
    usage: "jianbao compare [选项] 县市甲 县市乙 输入…",
    discussion: """
      jianbao compare 邹城 嘉祥 第3版.txt
      jianbao compare 邹城 嘉祥 第3版.txt --granularity top --format json
      jianbao compare 邹城 嘉祥 第3版.txt --formats odt,txt -o reports
      jianbao compare --all 九月/ -o reports
      """)

  @Flag(name: .long, help: "对照输入中的全部县市，不写县市甲、县市乙")
  var all = false

  @Option(
    name: .long, help: ArgumentHelp("对照到哪一层：leaf 最末级（默认）、top 第一级", valueName: "层级"),
    completion: .list(Comparison.Granularity.allCases.map(\.rawValue)))
  var granularity: String?

  @Option(
    name: .long, help: ArgumentHelp("显示在屏幕上：tree（默认）、json", valueName: "格式"),
    completion: .list(CompareFormat.allCases.map(\.rawValue)))
  var format: String?

  @OptionGroup var documents: DocumentArguments
  @OptionGroup var common: CommonArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let format = try OptionValue.choice(format, "--format", among: CompareFormat.allCases)
    let granularity = try OptionValue.choice(
      granularity, "--granularity", among: Comparison.Granularity.allCases)
    var paths = try common.paths(command: "compare")
    let names = all ? [] : Array(paths.prefix(2))
    paths.removeFirst(names.count)
    guard !paths.isEmpty else { throw .usage(.missingInput(command: "compare")) }
    let settings = try common.settings(firstInput: paths.first)
    let options = try documents.composerOptions(settings)
    let formats = try documents.writeFormats(settings)
    let look = try documents.look(settings)
    var inputs = Inputs(settings: settings)
    var outlined: [OutlinedSource] = []
    try inputs.forEach(paths, messages: &messages) { outlined.append($0) }
    let articles = outlined.flatMap(\.articles)
    let counties = try chosen(names, among: Comparator.counties(in: articles))
    messages.progress("正在对照")
    let comparator = Comparator(
      options: .init(granularity: granularity ?? .leaf, lexicon: settings.lexicon))
    let comparison = comparator.compare(articles, counties: counties)
    for remark in CompareRemarks.remarks(articles: articles, comparison: comparison) {
      messages.remark(remark)
    }
    if format != nil || !documents.isAskedFor {
      try (format ?? .tree).print(comparison)
    }
    if documents.isAskedFor {
      let briefing = Composer(options: options).compose(comparison, sources: outlined)
      let files = try documents.files(
        briefing, name: documents.title ?? defaultName(comparison), formats: formats, look: look,
        settings: settings,
        messages: &messages)
      try OutputFiles.write(files)
      if format == nil { try OutputFiles.printPaths(of: files) }
    }
    return comparison.rows.isEmpty ? ExitStatus.incomplete : inputs.exitStatus
  }

  /// The counties asked for, by full or short name; with `--all` every county of the input.
  private func chosen(_ names: [String], among present: [County]) throws(Failure) -> [County] {
    let labels = present.map(\.name)
    if all {
      guard present.count > 1 else { throw .comparison(.tooFew(present: labels)) }
      return present
    }
    guard names.count == 2 else { throw .usage(.missingInput(command: "compare")) }
    var chosen: [County] = []
    for name in names {
      guard let county = present.first(where: { $0.name == name || $0.short == name }) else {
        throw .comparison(.absent(name, present: labels))
      }
      guard !chosen.contains(county) else { throw .comparison(.twice(name)) }
      chosen.append(county)
    }
    return chosen
  }

  private func defaultName(_ comparison: Comparison) -> String {
    all ? "各县市做法对照" : comparison.counties.map(\.short).joined(separator: "与") + "做法对照"
  }
}

/// What `compare --format` offers.
enum CompareFormat: String, CaseIterable {
  case tree, json

  func print(_ comparison: Comparison) throws(Failure) {
    let bytes: [UInt8] =
      switch self {
      case .tree: Array(CompareTree.text(comparison).utf8)
      case .json: CompareJSON.bytes(comparison)
      }
    do throws(SystemError) {
      try Files.write(bytes, to: 1)
    } catch {
      throw .output(path: "-", error)
    }
  }
}

/// What a reader of a comparison must know besides.
enum CompareRemarks {
  static func remarks(articles: [Article], comparison: Comparison) -> [String] {
    var remarks: [String] = []
    let homeless = articles.filter { $0.kind == .article && $0.county == nil && !$0.measures.isEmpty }.count
    if homeless > 0 {
      remarks.append("有\(homeless)篇文章认不出县市，没有参加对照。可在设置中写明 prefecture 或 counties。")
    }
    if comparison.rows.isEmpty {
      remarks.append("没有找到可以对照的做法，各自的做法都列在“仅…有”之下。")
    }
    return remarks
  }
}
