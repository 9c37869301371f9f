import ArgumentParser
import BriefingModel
import Checker
import JSONText

/// `jianbao check FILE`: says what departs from a layout profile.
struct CheckCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查 ODT、DOCX 文档的版式是否符合 GB/T 9704—2012 或自定的版式。",
    usage: "jianbao check [选项] 文件.odt|文件.docx",
    discussion: """
      jianbao check 简报.docx
      jianbao check 简报.odt --format json
      jianbao check 周报.odt --profile office.yml
      """)

  @Option(
    name: .long, help: ArgumentHelp("显示格式：text（默认）、json", valueName: "格式"),
    completion: .list(CheckFormat.allCases.map(\.rawValue)))
  var format: String?

  @OptionGroup var layout: LayoutArguments

  @Option(
    name: .long, help: ArgumentHelp("设置文件（默认 jianbao.yml，从文档旁边向上找）", valueName: "文件"), completion: .file())
  var config: String?

  @Argument(help: ArgumentHelp("要检查的文档", valueName: "文件"), completion: .file())
  var files: [String] = []

  private static let limit = 128 << 20

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let format = try OptionValue.choice(format, "--format", among: CheckFormat.allCases) ?? .text
    guard let path = files.first else { throw .usage(.missingInput(command: "check")) }
    if files.count > 1 { throw .usage(.unexpected(files[1])) }
    let settings = try Settings.load(config: config, firstInput: path)
    let layout = try layout.profile(settings)
    let report = CheckReport(path: path, layout: layout, departures: try departures(of: path, layout))
    do throws(SystemError) {
      try Files.write(format.bytes(report), to: 1)
    } catch {
      throw .output(path: "-", error)
    }
    return report.departures.isEmpty ? ExitStatus.done : ExitStatus.incomplete
  }

  private func departures(of path: String, _ layout: LayoutProfile) throws(Failure) -> [Departure] {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Files.read(path, limit: Self.limit)
    } catch {
      throw .input(path: path, .unreadable(error))
    }
    do throws(CheckError) {
      guard bytes.count <= Self.limit else { throw .tooLarge("") }
      return try check(bytes, against: layout)
    } catch {
      throw .input(path: path, .notChecked(error))
    }
  }
}

/// What `check --format` offers.
enum CheckFormat: String, CaseIterable {
  case text, json

  func bytes(_ report: CheckReport) -> [UInt8] {
    switch self {
    case .text: Array(report.text.utf8)
    case .json: report.json
    }
  }
}

/// What the check of a document found.
struct CheckReport {
  var path: String
  var layout: LayoutProfile
  var departures: [Departure]

  /// GB/T 9704-2012, or the name of a profile that is not the default.
  private var standard: String {
    layout.name == LayoutProfile.gbt9704.name ? layout.standard : "版式 \(layout.name)"
  }

  var text: String {
    guard !departures.isEmpty else { return "\(shown(path))：没有发现与 \(shown(standard)) 不符之处。\n" }
    var text = "\(shown(path))：发现\(departures.count)项与 \(shown(standard)) 不符。\n"
    for departure in departures {
      text += "\n［\(departure.grade.rawValue)］\(shown(departure.clause))　\(shown(departure.place))\n"
      text += "  \(shown(departure.found)) → \(shown(departure.wanted))\n  \(shown(departure.remedy))\n"
    }
    return text
  }

  var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("schema", 1)
      json.member("source", path)
      json.member("profile", layout.name)
      json.list("departures", departures) { departure, json in
        json.object { json in
          json.member("clause", departure.clause)
          json.member("grade", departure.grade.rawValue)
          json.member("place", departure.place)
          json.member("found", departure.found)
          json.member("wanted", departure.wanted)
          json.member("remedy", departure.remedy)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

extension CheckError {
  /// What is wrong and what to do next.
  var message: String {
    switch self {
    case .unknownFormat: "不是 ODT 或 DOCX 文档。请先用文字处理软件另存为 .odt 或 .docx。"
    case .damaged: "文档的压缩包已损坏，不能打开。请用文字处理软件修复后另存，或重新取得这份文件。"
    case .missingPart(let name): "文档缺少 \(shown(name))。请用文字处理软件打开后另存一份再检查。"
    case .unreadablePart(let name): "文档中的 \(shown(name)) 不是完好的 XML。请用文字处理软件打开后另存一份再检查。"
    case .tooLarge(let name):
      name.isEmpty ? "文件太大，不能检查。请拆成几个文件。" : "文档中的 \(shown(name)) 太大，不能检查。请拆成几个文件。"
    }
  }
}
