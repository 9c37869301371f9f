import ArgumentParser

/// Draws help pages in Chinese from what the commands declare. ArgumentParser's own page has English headings and
/// counts a Chinese character as one column.
enum HelpPage {
  private static let width = 80
  private static let labelWidth = 26

  static func text(for command: any ParsableCommand.Type) -> String {
    let configuration = command.configuration
    var text = "\(configuration.abstract)\n\n用法：\(configuration.usage ?? "")\n"
    for line in sectionLines(of: command) { text += line + "\n" }
    if !configuration.discussion.isEmpty {
      text += "\n示例：\n"
      for line in configuration.discussion.split(separator: "\n") { text += "  \(line)\n" }
    }
    if command == Jianbao.self { text += "\n各命令的选项见 jianbao <命令> --help。\n" }
    return text
  }

  /// Long option names of a command (`--format`), for suggestions.
  static func optionNames(of command: String?) -> [String] {
    let all = [Jianbao.self] + Jianbao.configuration.subcommands
    let type = all.first { $0._commandName == command } ?? Jianbao.self
    return Jianbao.helpMessage(for: type, columns: .max)
      .split { $0 == " " || $0 == "\n" || $0 == "," }
      .filter { $0.hasPrefix("--") && $0.count > 2 }
      .map(String.init)
  }

  /// The few English sentences that ArgumentParser writes into pages and completion scripts.
  static func translated(_ text: String) -> String {
    let words = [
      ("Show subcommand help information.", "显示某个命令的帮助。"),
      ("Show help information.", "显示帮助。"),
      ("Show the version.", "显示版本。"),
    ]
    return words.reduce(text) { replace($1.0, by: $1.1, in: $0) }
  }

  private static func replace(_ word: String, by other: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: word) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  /// The sections after the usage line, drawn anew. ArgumentParser gives an option's help on the same line, or
  /// on the next one after a wide indent when the names are long.
  private static func sectionLines(of command: any ParsableCommand.Type) -> [String] {
    let page = Jianbao.helpMessage(for: command, columns: 10_000)
    let headings = ["ARGUMENTS:": "输入：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "命令："]
    var lines: [String] = []
    var inSections = false
    for line in page.split(separator: "\n") {
      if let heading = headings[String(line)] {
        inSections = true
        lines += ["", heading]
      } else if inSections, !line.hasPrefix("  See ") {
        let label = line.hasPrefix(String(repeating: " ", count: labelWidth)) ? "" : line.label
        let help = line.dropFirst(label.isEmpty ? 0 : label.count + 2).drop { $0 == " " }
        lines += rows(label: label, help: translated(String(help)))
      }
    }
    return lines
  }

  /// A label and its help, wrapped, Chinese characters counted as two columns.
  private static func rows(label: String, help: String) -> [String] {
    var rows: [String] = []
    var row = label.isEmpty ? "" : "  \(label)"
    if row.columns > labelWidth - 2, !help.isEmpty {
      rows.append(row)
      row = ""
    }
    row += String(repeating: " ", count: max(labelWidth - row.columns, 0))
    for piece in help.unbreakablePieces {
      if row.columns + piece.columns > width {
        rows.append(row.trimmingTrailingBlanks)
        row = String(repeating: " ", count: labelWidth)
      }
      row += piece
    }
    return rows + [row.trimmingTrailingBlanks]
  }
}

extension Substring {
  /// `-o, --output <目录>` of a line that goes on after two blanks.
  fileprivate var label: String {
    let body = drop { $0 == " " }
    return String(body.firstRange(of: "  ").map { body[..<$0.lowerBound] } ?? body)
  }
}

extension String {
  /// Columns on a terminal, near enough: CJK takes two.
  fileprivate var columns: Int {
    unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
  }

  /// Single Chinese characters (with the closing punctuation that must not open a line) and whole Latin words.
  fileprivate var unbreakablePieces: [String] {
    var pieces: [String] = []
    for character in self {
      let isNarrow = character.unicodeScalars.allSatisfy { $0.value < 0x2000 && $0 != " " }
      let lastIsNarrow = pieces.last?.unicodeScalars.last.map { $0.value < 0x2000 && $0 != " " } ?? false
      if let last = pieces.last, (isNarrow && lastIsNarrow) || "，。；：、）”》".contains(character) {
        pieces[pieces.count - 1] = last + String(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
