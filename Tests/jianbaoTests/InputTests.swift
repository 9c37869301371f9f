import Foundation
import TestSupport
import Testing

@Suite struct InputTests {
  static let refusals: [(file: String, message: String)] = [
    ("empty.txt", "文件是空的"),
    ("damaged-zip.txt", "文件已损坏或不完整"),
    ("document-compound.txt", "doc、wps、xls"),
    ("document-rtf.txt", "RTF"),
    ("document-image.txt", "文字识别（OCR）"),
    ("document-encrypted.odt", "取消密码"),
    ("damaged-without-document.docx", "word/document.xml 缺失或读不出"),
    ("damaged-billion-laughs.odt", "content.xml 缺失或读不出"),
    ("tooLarge-nested.docx", "嵌套太深"),
    ("noText.docx", "没有文字"),
    ("binary.txt", "第 11 字节是控制字符"),
    ("undecodable-overlong.txt", "第2行（第 11 字节）起读不出文字"),
    ("undecodable-cut-off.txt", "第2行（第 17 字节）"),
  ]

  @Test(arguments: refusals)
  func namesARefusedFileAndTheWayOut(_ file: String, _ message: String) throws {
    try inFolder { folder in
      let run = try Tool.run(["brief", Tool.hostile(file), "-o", "reports"], in: folder)
      #expect(run.status == 3)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("\(file)：") && run.messages.contains(message), "\(run.messages)")
      #expect(folder.files.isEmpty)
    }
  }

  @Test func goesOnAfterARefusedInputAndSaysSoInItsExitCode() throws {
    try inFolder { folder in
      try folder.write("a.txt", "微山县\n")
      let run = try Tool.run(["outline", "gone.txt", "a.txt", "--format", "json"], in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("gone.txt：不能读取，没有这个文件或文件夹"))
      #expect(run.output.contains("\"source\": \"a.txt\""))
      #expect(!run.output.contains("gone.txt"))
    }
  }

  @Test func printsNothingWhenEveryInputIsRefused() throws {
    try inFolder { folder in
      let run = try Tool.run(["outline", "gone.txt", "--format", "json"], in: folder)
      #expect(run.status == 3)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("没有一个输入可以读取"))
    }
  }

  @Test func walksAFolderInNameOrderAndNamesWhatItSkips() throws {
    try inFolder { folder in
      try folder.write("in/2.txt", "鱼台县\n")
      try folder.write("in/1.TXT", "微山县\n")
      try folder.write("in/10/a.txt", "邹城市\n")
      try folder.write("in/图.png", [0x89, 0x50])
      try folder.write("in/.hidden.txt", "x\n")
      try folder.write("in/jianbao.yml", "masthead: 简报\n")
      let run = try Tool.run(["outline", "in", "--format", "json"], in: folder)
      let sources = run.output.split(separator: "\n").filter { $0.contains("\"source\":") }
        .map { String($0.split(separator: "\"")[3]) }
      #expect(sources == ["in/1.TXT", "in/10/a.txt", "in/2.txt"])
      #expect(run.messages.contains("in/图.png：跳过"))
      #expect(!run.messages.contains("hidden") && !run.messages.contains("yml"))
    }
  }

  @Test func namesAFileWhoseNameIsNotUTF8() throws {
    try inFolder { folder in
      try folder.write("in/a.txt", "微山县\n")
      let name: [CChar] = Array((folder.path("in/") + "x").utf8CString.dropLast()) + [-42, -48, 0]
      let descriptor = open(name, O_CREAT | O_WRONLY, 0o666)
      try #require(descriptor >= 0)
      close(descriptor)
      let run = try Tool.run(["outline", "in"], in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("文件名不是 UTF-8 编码"))
    }
  }

  @Test func refusesAFolderWithoutReadableFiles() throws {
    try inFolder { folder in
      try folder.write("in/a.png", [0x89])
      let run = try Tool.run(["outline", "in"], in: folder)
      #expect(run.status == 3)
      #expect(run.messages.contains("in：文件夹里没有可读的文件。现在能读的有：.txt、.text、.html"))
    }
  }

  @Test func readsStandardInputForADash() throws {
    try inFolder { folder in
      let run = try Tool.run(["outline", "-", "--format", "json"], in: folder, input: Array("微山县\n".utf8))
      #expect(run.output.contains("\"source\": \"-\""))
      let empty = try Tool.run(["outline", "-"], in: folder)
      #expect(empty.status == 3)
      #expect(empty.messages.contains("标准输入：文件是空的"))
    }
  }

  @Test func takesNamesThatBeginWithADashAfterTwoDashes() throws {
    try inFolder { folder in
      try folder.write("-v.txt", "微山县\n")
      let run = try Tool.run(["outline", "--format", "json", "--", "-v.txt"], in: folder)
      #expect(run.output.contains("\"source\": \"-v.txt\""))
    }
  }

  @Test func putsNoControlCharactersOfFileNamesOnTheTerminal() throws {
    try inFolder { folder in
      let run = try Tool.run(["outline", "a\u{1B}[2Jb"], in: folder)
      #expect(run.status == 3)
      #expect(!run.messages.contains("\u{1B}"))
    }
  }

  @Test func remarksThatNothingWasFound() throws {
    try inFolder { folder in
      try folder.write("blank.txt", "\n　　\n")
      let outline = try Tool.run(["outline", "blank.txt"], in: folder)
      #expect(outline.status == 1)
      #expect(outline.messages.contains("没有找到文章"))
      let brief = try Tool.run(["brief", "blank.txt"], in: folder)
      #expect(brief.status == 1)
      #expect(folder.files == ["blank.txt"])
    }
  }

  @Test func readsEachEncodingAndKindItIsTold() throws {
    try inFolder { folder in
      try folder.write("a", [0xCE, 0xA2, 0xC9, 0xBD, 0xCF, 0xD8, 0x0A])
      let found = try Tool.run(["outline", "a", "--format", "json", "--encoding", "GBK"], in: folder)
      #expect(found.status < 2 && found.output.contains("\"source\": \"a\""), "\(found.messages)")
      let wrong = try Tool.run(["outline", "a", "--encoding", "utf-8"], in: folder)
      #expect(wrong.status == 3 && wrong.messages.contains("读不出文字"))
      let unknown = try Tool.run(["outline", "a", "--encoding", "klingon"], in: folder)
      #expect(unknown.status == 2 && unknown.messages.contains("gb18030"))
      let kind = try Tool.run(["outline", "-", "--kind", "docx"], in: folder, input: Array("微山县".utf8))
      #expect(kind.status == 3 && kind.messages.contains("文件已损坏"))
    }
  }

  @Test func readsADocumentWhateverItsName() throws {
    try inFolder { folder in
      try FileManager.default.copyItem(atPath: Tool.hostile("noText.docx"), toPath: folder.path("a.txt"))
      let run = try Tool.run(["outline", "a.txt"], in: folder)
      #expect(run.status == 3 && run.messages.contains("文件里没有文字"))
    }
  }

  @Test func takesLimitsFromTheSettings() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "limits: {lines: 2, file: 1}\n")
      try folder.write("a.txt", "甲\n乙\n丙\n")
      let run = try Tool.run(["outline", "a.txt"], in: folder)
      #expect(run.status == 3 && run.messages.contains("行数太多（3 行以上，上限 2 行）"), "\(run.messages)")
      try folder.write("jianbao.yml", "limits: {depth: 251}\n")
      let wrong = try Tool.run(["outline", "a.txt"], in: folder)
      #expect(wrong.status == 2 && wrong.messages.contains("不超过 250"), "\(wrong.messages)")
    }
  }

  @Test func endsWithANamedPipeALinkCircleAndStrangeNames() throws {
    try inFolder { folder in
      #expect(mkfifo(folder.path("pipe"), 0o666) == 0)
      let pipe = try Tool.run(["outline", "pipe"], in: folder)
      #expect(pipe.status == 3 && pipe.messages.contains("没有程序往里写"))
      try folder.write("in/a\n'\"$(touch x).txt", "微山县\n")
      #expect(symlink(".", folder.path("in/loop")) == 0)
      #expect(symlink("b.txt", folder.path("in/b.txt")) == 0)
      let walk = try Tool.run(["outline", "in", "--format", "json"], in: folder)
      #expect(walk.status == 1, "\(walk.messages)")
      #expect(walk.output.contains("in/a\\n'\\\"$(touch x).txt"))
      #expect(folder.files.count { $0.hasSuffix("x") } == 0)
    }
  }

  /// The tool may have 400 MB of memory and no more: it needs some ten beyond the eleven of the file.
  @Test func refusesTenGigabytesOfZerosInLittleMemory() throws {
    try inFolder { folder in
      try folder.write("bomb.docx", ZeroBomb.document())
      try folder.write("a.txt", "微山县\n")
      let run = try Tool.runWithin(
        megabytes: 400, ["outline", "bomb.docx", "a.txt", "--format", "json"], in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("bomb.docx：文件解压后太大（至少 10243 MB，上限 512 MB）"), "\(run.messages)")
      #expect(run.output.contains("\"source\": \"a.txt\""))
    }
  }

  @Test func endsWhereStandardInputIsClosedOrANameIsEmpty() throws {
    try inFolder { folder in
      let closed = try Tool.runWithoutInput(["outline", "-"], in: folder)
      #expect(closed.status == 3 && closed.messages.contains("标准输入：不能读取，没有接上（已关闭）"), "\(closed.messages)")
      let nameless = try Tool.run(["outline", ""], in: folder)
      #expect(nameless.status == 3 && nameless.messages.contains("（空名称）：不能读取，没有这个文件"), "\(nameless.messages)")
    }
  }

  @Test func endsWithEndlessFilesAndLongNames() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "limits: {file: 1}\n")
      #expect(symlink("/dev/zero", folder.path("zero.txt")) == 0)
      let zeros = try Tool.run(["outline", "zero.txt"], in: folder)
      #expect(zeros.status == 3 && zeros.messages.contains("文件太大"), "\(zeros.messages)")
      for name in [String(repeating: "a", count: 4096), String(repeating: "a/", count: 3000)] {
        let long = try Tool.run(["outline", name], in: folder)
        #expect(long.status == 3 && long.messages.contains("名称太长"))
      }
      guard FileManager.default.isReadableFile(atPath: "/proc/kmsg") else { return }
      #expect(try Tool.run(["outline", "/proc/kmsg"], in: folder).status == 3)
    }
  }
}
