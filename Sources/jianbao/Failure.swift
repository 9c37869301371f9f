import Archive
import BriefingModel
import Checker
import DocumentWriters
import SourceReaders

/// Everything that makes the tool give up on something, with what the messages need to know.
enum Failure: Error, Equatable {
  /// The command line cannot be understood.
  case usage(UsageProblem)
  /// The settings file cannot be used.
  case settings(file: String, line: Int?, SettingsProblem)
  /// The layout profile cannot be used.
  case profile(file: String, line: Int?, SettingsProblem)
  /// One input was refused; the others are still worked on.
  case input(path: String, InputProblem)
  /// The counties asked for cannot be compared.
  case comparison(ComparisonProblem)
  /// Every input was refused (each has been named before).
  case nothingReadable
  /// A file, a folder or standard output (`-`) cannot be written.
  case output(path: String, SystemError)
  /// A writer could not make its document.
  case document(format: WriteFormat, WriteError)
}

/// What may be wrong with a command line.
enum UsageProblem: Error, Equatable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?, command: String?)
  case missingInput(command: String)
  case missingValue(option: String)
  /// An option that is only used together with another, which is there.
  case missingPartner(option: String, of: String)
  /// `expects` is a noun phrase: 正整数.
  case badValue(option: String, value: String, expects: String, nearest: String?)
  /// A value where none belongs (`--help=yes`), or one argument too many.
  case unexpected(String)
  /// The parser refused for a reason that it does not tell apart.
  case unreadable(command: String?)
}

/// What may be wrong with a settings file.
enum SettingsProblem: Equatable {
  case unreadable(SystemError)
  case notText(ReadError)
  case notYAML
  case unknownKey(String, nearest: String?, known: [String])
  case duplicateKey(String)
  /// `expects` is a noun phrase: 一段文字.
  case wrongType(key: String, expects: String)
  case missingKey(String, inside: String)
  /// Values that do not go together, in a sentence.
  case contradiction(String)
}

/// Why counties cannot be set side by side. `present` are the counties that the input tells of.
enum ComparisonProblem: Error, Equatable {
  case absent(String, present: [String])
  case twice(String)
  case tooFew(present: [String])
}

/// What may be wrong with an input.
enum InputProblem: Equatable {
  case unreadable(SystemError)
  /// A folder in which no file has a format that can be read.
  case emptyFolder
  /// A name in a folder that is not UTF-8 (from an old archive), so that the file cannot be opened.
  case unreadableName
  case refused(ReadError)
  /// Neither file name nor page nor option says of which day it is.
  case undated
  /// A document whose layout cannot be checked.
  case notChecked(CheckError)
  /// A document that new ones cannot be made after.
  case notTemplate(TemplateError)
  /// No archive has been made yet where one is looked for.
  case noArchive
  /// The archive cannot be read or written.
  case archive(ArchiveError)
}

extension Failure {
  /// The contract's exit code: 2 for how the tool was called, 3 for what could not be read or written.
  var exitCode: Int32 {
    switch self {
    case .usage, .settings, .profile, .comparison: ExitStatus.usage
    case .input, .nothingReadable, .output, .document: ExitStatus.nothingDone
    }
  }

  /// One or two Chinese sentences: what is wrong, where, and what to do next.
  var message: String {
    switch self {
    case .usage(let problem): problem.message
    case .settings(let file, let line, let problem):
      "设置文件 \(shown(file))\(line.map { " 第\($0)行" } ?? "")：\(problem.message)"
    case .profile(let file, let line, let problem):
      "版式文件 \(shown(file))\(line.map { " 第\($0)行" } ?? "")：\(problem.message)"
    case .input(let path, let problem): "\(shown(path))：\(problem.message)"
    case .comparison(let problem): problem.message
    case .nothingReadable: "没有一个输入可以读取，什么也没有生成。请按上面的提示处理后重试。"
    case .output("-", let error): "不能写到标准输出：\(Surroundings.words(for: error))。"
    case .output(let path, let error):
      "不能写入 \(shown(path))：\(Surroundings.words(for: error))。请检查这个位置，或换一个文件夹。"
    case .document(let format, let error):
      "不能生成 \(format.rawValue) 文件（\(error)）。请用 --formats 改选别的格式，并把原文告诉开发者。"
    }
  }
}

extension UsageProblem {
  var message: String {
    switch self {
    case .unknownCommand(let name, let nearest):
      "没有“\(name)”这个命令。\(ask(nearest))全部命令见 jianbao --help。"
    case .unknownOption(let name, let nearest, let command):
      "没有“\(name)”这个选项。\(ask(nearest))"
        + "全部选项见 \(helpCall(command))；以“-”开头的文件名请写在 -- 之后。"
    case .missingInput("search"): "没有给出要查的词。请写上，例如：jianbao search 红色代办"
    case .missingInput("trend"): "没有给出要查的对象。请写上，例如：jianbao trend 红帆驿站"
    case .missingInput(let command):
      "没有给出输入。请写上文件、文件夹或“-”（标准输入），例如：jianbao \(command) 第3版.txt"
    case .missingPartner(let partner, let option): "\(partner) 要和 \(option) 一起用。请补上 \(option)。"
    case .missingValue(let option): "选项 \(option) 后面缺少取值。请补上，用法见 --help。"
    case .badValue(let option, let value, let expects, let nearest):
      (option.hasPrefix("-") ? "选项 \(option) 的取值" : option) + "“\(value)”不对，应为\(expects)。\(ask(nearest))"
    case .unexpected(let argument): "多出了“\(argument)”，不知道是什么。请去掉它，用法见 --help。"
    case .unreadable(let command): "命令行写法有误。用法见 \(helpCall(command))。"
    }
  }

  private func ask(_ nearest: String?) -> String {
    nearest.map { "是不是“\($0)”？" } ?? ""
  }

  private func helpCall(_ command: String?) -> String {
    command.map { "jianbao \($0) --help" } ?? "jianbao --help"
  }
}

extension ComparisonProblem {
  var message: String {
    switch self {
    case .absent(let name, let present):
      "输入中没有“\(name)”的文章。\(counties(present))县市写全称或简称，例如：jianbao compare 邹城 嘉祥 第3版.txt"
    case .twice(let name): "“\(name)”写了两次。请写两个不同的县市。"
    case .tooFew(let present): "对照至少要有两个县市的文章。\(counties(present))请补充输入。"
    }
  }

  private func counties(_ present: [String]) -> String {
    present.isEmpty ? "输入中认不出任何县市。" : "输入中有：\(present.joined(separator: "、"))。"
  }
}

extension SettingsProblem {
  var message: String {
    switch self {
    case .unreadable(let error): "不能读取，\(Surroundings.words(for: error))。请检查路径和权限。"
    case .notText(let error): error.message
    case .notYAML: "不符合 YAML 写法。请检查缩进、冒号后的空格和引号是否成对。"
    case .unknownKey(let key, let nearest, let known):
      if let nearest {
        "没有“\(key)”这个设置，是不是“\(nearest)”？请改正或删去。"
      } else {
        "没有“\(key)”这个设置。可用的有：\(known.joined(separator: "、"))。"
      }
    case .duplicateKey(let key): "“\(key)”写了两次。请只留一处。"
    case .wrongType(let key, let expects): "“\(key)”的值应为\(expects)。"
    case .contradiction(let sentence): sentence
    case .missingKey(let key, let inside): "“\(inside)”的这一项缺少“\(key)”。请补上。"
    }
  }
}

extension InputProblem {
  var isOfArchive: Bool {
    if case .archive = self { true } else { false }
  }

  var message: String {
    switch self {
    case .unreadable(let error): "不能读取，\(Surroundings.words(for: error))。请检查路径和权限。"
    case .emptyFolder:
      "文件夹里没有可读的文件。现在能读的有：\(readableEndings)。"
    case .unreadableName: "文件名不是 UTF-8 编码，打不开。请改名后重试。"
    case .refused(let error): error.message
    case .notChecked(let error): error.message
    case .notTemplate(let error): error.message
    case .noArchive: "还没有资料库。先用 jianbao add 收进报道，或用 --archive 指明资料库文件。"
    case .archive(let error): error.message
    case .undated: "文件名和版面上都没有日期。请用 --date 2026-11-20 写明，或在文件名中写上日期。"
    }
  }

  private var readableEndings: String {
    ReadFormat.allCases.flatMap(\.fileEndings).map { ".\($0)" }.joined(separator: "、")
  }
}

/// The contract's exit codes.
enum ExitStatus {
  static let done: Int32 = 0
  /// Done, but nothing was found or some inputs were refused (each was named).
  static let incomplete: Int32 = 1
  static let usage: Int32 = 2
  static let nothingDone: Int32 = 3
}
