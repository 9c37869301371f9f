import ArgumentParser
import BriefingModel
import Composer
import DocumentWriters

/// What every command takes that writes documents.
struct DocumentArguments: ParsableArguments {
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

  @OptionGroup var layout: LayoutArguments

  @Option(
    name: .long, help: ArgumentHelp("本单位的模板（.odt 或 .docx）：报头、版记、样式照它的，正文放在 {{正文}} 处", valueName: "文件"),
    completion: .file(extensions: ["odt", "docx"]))
  var template: String?

  @Flag(name: .long, help: "不写批注和修订（默认写，供核稿时逐条取舍）")
  var clean = false

  /// Whether the command line says that documents are wanted.
  var isAskedFor: Bool { output != nil || formats != nil }

  func composerOptions(_ settings: Settings) throws(Failure) -> Composer.Options {
    var options = Composer.Options(date: try OptionValue.date(date, "--date") ?? Surroundings.today())
    if let masthead = settings.masthead { options.name = masthead }
    options.classification = settings.classification
    options.issue = try OptionValue.positiveNumber(issue, "--issue")
    options.total = try OptionValue.positiveNumber(total, "--total")
    options.office = settings.office
    options.colophon = settings.colophon
    options.forReview = !clean
    options.title = title.flatMap { $0.isEmpty ? nil : $0 }
    return options
  }

  /// Layout and template; a template of the command line goes before that of the settings.
  func look(_ settings: Settings) throws(Failure) -> Look {
    let template = try (template ?? settings.template).map { path throws(Failure) in try Look.template(path) }
    return Look(layout: try layout.profile(settings), template: template)
  }

  /// The formats asked for, each once, in the order given.
  func writeFormats(_ settings: Settings) throws(Failure) -> [WriteFormat] {
    let names = formats.map { OptionValue.list($0) } ?? settings.formats ?? ["odt", "txt"]
    var chosen: [WriteFormat] = []
    for name in names.isEmpty ? [""] : names {
      guard let format = try WriteFormat.named(name), !chosen.contains(format) else { continue }
      chosen.append(format)
    }
    return chosen
  }

  /// The documents of a briefing, named by `days` or its date, their folder made.
  func files(
    _ briefing: Briefing, name: String?, days: String? = nil, formats: [WriteFormat], look: Look,
    settings: Settings, messages: inout Messages
  ) throws(Failure) -> [OutputFile] {
    let folder = output ?? settings.output ?? "reports"
    for remark in look.remarks(briefing, formats: formats) { messages.remark(remark) }
    var files: [OutputFile] = []
    for format in formats {
      let document: WrittenDocument
      do throws(WriteError) {
        document = try DocumentWriters.write(
          briefing, as: format, layout: look.layout, template: look.template)
      } catch {
        throw .document(format: format, error)
      }
      let name = OutputFiles.name(
        name, days: days ?? briefing.masthead.date.iso, format: format.rawValue)
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

extension WriteFormat {
  /// What can be written, for messages: odt、docx、txt、html、json.
  static var names: String { allCases.map(\.rawValue).joined(separator: "、") }

  static func named(_ name: String) throws(Failure) -> WriteFormat? {
    try OptionValue.choice(name, "--formats", among: allCases)
  }
}
