import Foundation
import Testing

@Suite struct TemplateTests {
  /// Our own document with its text replaced by Python, as an office would have it.
  private static func office(_ text: String, in folder: Folder) throws {
    let made = ["brief", Tool.seed, "--date", "2020-09-03", "--title", "甲", "--formats", "odt", "-o", "."]
    #expect(try Tool.run(made, in: folder).status == 0)
    let script = """
      import sys, zipfile
      old = zipfile.ZipFile(sys.argv[1]); new = zipfile.ZipFile("office.odt", "w")
      for name in old.namelist():
        part = old.read(name)
        if name == "content.xml":
          text = part.decode(); start = text.index(">", text.index("<office:text")) + 1
          part = (text[:start] + sys.argv[2] + text[text.index("</office:text>"):]).encode()
        new.writestr(name, part)
      new.close()
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, "甲-2020-09-03.odt", text]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    try FileManager.default.removeItem(atPath: folder.path("甲-2020-09-03.odt"))
  }

  private static func line(_ text: String) -> String { "<text:p text:style-name=\"Issue\">\(text)</text:p>" }

  @Test func writesIntoTheOfficesDocumentAndSaysWhatWasNotFilled() throws {
    try inFolder { folder in
      try Self.office(Self.line("第{{期号}}期　{{责任编缉}}") + Self.line("{{正文}}") + Self.line("报：{{报}}"), in: folder)
      let run = try Tool.run(
        [
          "brief", Tool.seed, "--date", "2020-09-03", "--title", "乙", "--template", "office.odt", "--formats",
          "odt,txt",
          "-o", "out",
        ], in: folder)
      #expect(run.status == 0)
      #expect(run.messages.contains("提示：模板只用于 odt，txt 照默认的样子写。"), "\(run.messages)")
      #expect(run.messages.contains("模板中的“{{责任编缉}}”不认识，照原样留下，是不是“{{责任编辑}}”？"))
      #expect(run.messages.contains("模板中的“{{期号}}”没有内容可填，留了空。"))
      #expect(folder.files.filter { $0.hasPrefix("out/") }.count == 2)
      let check = try Tool.run(["check", "out/乙-2020-09-03.odt"], in: folder)
      #expect(check.status <= 1 && check.messages.isEmpty)
      let compared = try Tool.run(
        ["compare", "泗水", "金乡", Tool.seed, "--template", "office.odt", "--formats", "docx", "-o", "two"],
        in: folder)
      #expect(compared.messages.contains("模板是 odt 文件，没有用上。请在 --formats 中加上 odt。"))
    }
  }

  @Test func aTemplateThatCannotServeLeavesNothingWritten() throws {
    try inFolder { folder in
      try Self.office(Self.line("没有地方"), in: folder)
      try folder.write("bad.docx", [0xD0, 0xCF, 0x11, 0xE0])
      try folder.write("cut.odt", [0x50, 0x4B, 3, 4, 0])
      let cases = [
        ("office.odt", "模板里没有“{{正文}}”"), ("bad.docx", "模板加了密码"), ("cut.odt", "模板的压缩包已损坏"),
        ("gone.odt", "没有这个文件或文件夹"),
      ]
      for (template, message) in cases {
        for command in [["brief"], ["compare", "泗水", "金乡"]] {
          let run = try Tool.run(command + [Tool.seed, "--template", template, "-o", "out"], in: folder)
          #expect(run.status == 3)
          #expect(run.messages.contains("\(template)：") && run.messages.contains(message), "\(run.messages)")
        }
      }
      try folder.write("jianbao.yml", "template: cut.odt\n")
      let run = try Tool.run(["brief", Tool.seed, "--config", "jianbao.yml", "-o", "out"], in: folder)
      #expect(run.status == 3)
      #expect(!folder.files.contains { $0.hasPrefix("out") })
    }
  }
}
