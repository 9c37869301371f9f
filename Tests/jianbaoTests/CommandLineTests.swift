import Testing

@Suite struct CommandLineTests {
  /// Words that may stand in Latin letters on a help page.
  private static let latin: Set<String> = [
    "summary", "length", "jianbao", "outline", "brief", "compare", "check", "text", "ODT", "DOCX", "T", "all",
    "granularity", "leaf", "top", "encoding", "kind", "utf", "le", "be", "gb", "GBK", "pdf",
    "help", "h", "o", "clean", "output", "format", "formats",
    "tree", "json", "jsonl",
    "markdown", "odt", "txt", "docx", "html", "config", "yml", "version", "issue", "total", "date", "title",
    "counties", "summary", "length", "reports", "profile", "template", "gbt", "software", "office", "iconv",
    "f", "t", "GB", "UTF", "GBK", "add", "weekly", "search", "list", "verify", "backup",
    "trend", "csv", "CSV", "export", "import", "remove", "theme", "weeks",
    "archive", "sqlite", "paper", "dry", "run", "from", "to", "W", "county", "since", "has", "figure",
    "limit", "order", "measures", "renew",
  ]

  private func latinWords(_ text: String) -> Set<String> {
    let words = text.split { !$0.isASCII || !$0.isLetter }.map(String.init)
    return Set(words).subtracting(Self.latin)
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["outline", "--help"], ["brief", "-h"], ["help", "brief"],
    ["compare", "--help"], ["check", "--help"], ["add", "--help"], ["weekly", "--help"],
    ["search", "--help"],
    ["trend", "--help"], ["export", "--help"], ["import", "--help"], ["list", "--help"],
    ["verify", "--help"], ["remove", "--help"],
  ])
  func showsHelpInChineseOnStandardOutput(_ arguments: [String]) throws {
    try inFolder { folder in
      let run = try Tool.run(arguments, in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("用法：jianbao"))
      #expect(run.output.contains("示例："))
      #expect(run.messages.isEmpty)
      #expect(latinWords(run.output) == [])
    }
  }

  @Test func listsEveryOptionOfTheContract() throws {
    try inFolder { folder in
      let outline = try Tool.run(["outline", "--help"], in: folder).output
      let brief = try Tool.run(["brief", "--help"], in: folder).output
      for option in ["--format ", "--config "] { #expect(outline.contains(option)) }
      for option in [
        "-o, --output", "--formats", "--issue", "--total", "--date", "--title", "--counties", "--clean",
        "--profile", "--template", "--config",
      ] {
        #expect(brief.contains(option))
      }
    }
  }

  @Test func showsHelpAndFailsWhenNothingIsAsked() throws {
    try inFolder { folder in
      let run = try Tool.run([], in: folder)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("用法："))
    }
  }

  static let mistakes: [(arguments: [String], message: String)] = [
    (["outlin", "a.txt"], "没有“outlin”这个命令。是不是“outline”？"),
    (["frobnicate"], "没有“frobnicate”这个命令。全部命令见"),
    (["outline", "--formt", "json", "a.txt"], "没有“--formt”这个选项。是不是“--format”？"),
    (["brief", "--isue", "3", "a.txt"], "是不是“--issue”？"),
    (["brief", "--zzzzzz", "a.txt"], "没有“--zzzzzz”这个选项。全部选项见 jianbao brief --help"),
    (["outline", "-x", "a.txt"], "没有“-x”这个选项"),
    (["outline"], "没有给出输入"),
    (["outline", "--format"], "选项 --format 后面缺少取值"),
    (["outline", "--format", "jsn", "a.txt"], "应为 tree、json、markdown、jsonl 之一。是不是“json”？"),
    (["brief", "--issue", "十二", "a.txt"], "选项 --issue 的取值“十二”不对，应为正整数"),
    (["brief", "--total=0", "a.txt"], "选项 --total 的取值“0”不对，应为正整数"),
    (["brief", "--date", "2020-02-30", "a.txt"], "应为日期，写作 2020-09-03"),
    (["brief", "--date", "2020-9-3", "a.txt"], "应为日期，写作 2020-09-03"),
    (["brief", "--formats", "odf", "a.txt"], "是不是“odt”？"),
    (["brief", "--formats", ",", "a.txt"], "选项 --formats 的取值"),
    (["--generate-completion-script", "tcsh"], "应为 zsh、bash、fish 之一"),
  ]

  @Test(arguments: mistakes)
  func answersMistakesInChineseWithExitCode2(_ arguments: [String], _ message: String) throws {
    try inFolder { folder in
      try folder.write("a.txt", "微山县\n")
      let run = try Tool.run(arguments, in: folder)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messages.hasPrefix("错误："))
      #expect(run.messages.contains(message), "\(run.messages)")
      #expect(folder.files == ["a.txt"])
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func writesCompletionScriptsThatNameTheOptions(_ shell: String) throws {
    try inFolder { folder in
      let run = try Tool.run(["--generate-completion-script", shell], in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("counties"))
      #expect(!run.output.contains("Show "))
    }
  }

  @Test func showsProgressOnATerminalOnly() throws {
    try inFolder { folder in
      try folder.write("large.txt", [UInt8](repeating: 0, count: 9 << 20))
      let terminal = try Tool.runOnTerminal(["outline", "large.txt"], in: folder).output
      #expect(terminal.contains("正在处理 1/1：large.txt\r\u{1B}[K"))
      let pipe = try Tool.run(["outline", "large.txt"], in: folder)
      #expect(!pipe.messages.contains("正在处理"))
    }
  }

  @Test func saysWhyStandardOutputCannotBeWritten() throws {
    try inFolder { folder in
      let run = try Tool.runWithFullOutput(["outline", Tool.seed], in: folder)
      #expect(run.status == 3)
      #expect(run.messages.contains("不能写到标准输出：磁盘已满"))
    }
  }

  @Test func coloursMessagesOnATerminalOnly() throws {
    try inFolder { folder in
      #expect(try Tool.runOnTerminal(["outline", "gone.txt"], in: folder).output.contains("\u{1B}[1;31m"))
      #expect(!(try Tool.run(["outline", "gone.txt"], in: folder).messages.contains("\u{1B}")))
      let plain = try Tool.runOnTerminal(["outline", "gone.txt"], in: folder, variables: ["NO_COLOR": "1"])
      #expect(plain.status == 3)
      #expect(!plain.output.contains("\u{1B}"))
    }
  }
}
