import BriefingModel
import Foundation
import Testing

@testable import jianbao

@Suite struct OutputFileTests {
  @Test func replacesAFileAndLeavesNothingElse() throws {
    try inFolder { folder in
      try folder.write("a.txt", "旧")
      try OutputFiles.write([OutputFile(path: folder.path("a.txt"), bytes: Array("新".utf8))])
      #expect(try folder.text("a.txt") == "新")
      #expect(folder.files == ["a.txt"])
    }
  }

  @Test func writesNoFileWhereOneOfThemCannotBeWritten() throws {
    try inFolder { folder in
      try folder.write("b.txt/in-the-way", "")
      let files = ["a.txt", "b.txt"].map { OutputFile(path: folder.path($0), bytes: [65]) }
      #expect(throws: Failure.output(path: folder.path("b.txt"), .isDirectory)) {
        try OutputFiles.write(files)
      }
      #expect(folder.files == ["b.txt/in-the-way"])
    }
  }

  @Test func namesFilesAfterTitleAndDate() {
    #expect(OutputFiles.name(nil, days: "2020-09-03", format: "odt") == "简报-2020-09-03.odt")
    #expect(OutputFiles.name("济宁工作简报", days: "2020-09-03", format: "txt") == "济宁工作简报-2020-09-03.txt")
    #expect(OutputFiles.name("../a:b", days: "2020-09-03", format: "txt") == "_._a_b-2020-09-03.txt")
    let long = OutputFiles.name(String(repeating: "简", count: 500), days: "2020-09-03", format: "odt")
    #expect(long.utf8.count < 230)
  }

  @Test func makesTheFoldersAboveAFolder() throws {
    try inFolder { folder in
      try Files.makeDirectory(folder.path("a/b/c/"))
      try Files.makeDirectory(folder.path("a/b/c"))
      #expect(Files.kind(of: folder.path("a/b/c")) == .directory)
    }
  }
}

@Suite struct BriefTests {
  /// The seed page has a reversed quotation mark and a sum without 元.
  @Test func writesCommentsAndChangesUnlessTheDocumentIsToBeClean() throws {
    try inFolder { folder in
      for (name, more) in [("a", []), ("b", ["--clean"])] {
        let arguments = ["brief", Tool.seed, "--date", "2020-09-03", "--title", "甲", "-o", name] + more
        #expect(try Tool.run(arguments, in: folder).status == 0)
      }
      let names = ["a", "b"].map { "\($0)/甲-2020-09-03" }
      #expect(try folder.text(names[0] + ".txt") == folder.text(names[1] + ".txt"))
      let documents = try names.map { try Data(contentsOf: URL(fileURLWithPath: folder.path($0 + ".odt"))) }
      #expect(documents[0].count > documents[1].count)
    }
  }

  @Test func writesTheBriefingAndPrintsItsPaths() throws {
    try inFolder { folder in
      let run = try Tool.run(["brief", Tool.seed, "--date", "2020-09-03"], in: folder)
      #expect(run.status == 0)
      #expect(run.output == "reports/县区工作简报-2020-09-03.odt\nreports/县区工作简报-2020-09-03.txt\n")
      #expect(folder.files == ["reports/县区工作简报-2020-09-03.odt", "reports/县区工作简报-2020-09-03.txt"])
    }
  }

  @Test func givesTheSameBytesTwice() throws {
    try inFolder { folder in
      for output in ["一", "二"] {
        _ = try Tool.run(["brief", Tool.seed, "--date", "2020-09-03", "-o", output], in: folder)
      }
      for name in ["县区工作简报-2020-09-03.odt", "县区工作简报-2020-09-03.txt"] {
        #expect(try folder.text("一/\(name)") == folder.text("二/\(name)"))
      }
    }
  }

  @Test func prefersOptionsToSettings() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "masthead: 济宁工作简报\noffice: 市委办公室\nformats: odt\noutput: 甲\n")
      let arguments = ["brief", Tool.seed, "--config", "jianbao.yml", "--date", "2020-09-03"]
      #expect(try Tool.run(arguments, in: folder).output.hasSuffix("甲/济宁工作简报-2020-09-03.odt\n"))
      let options = ["--formats", "txt", "-o", "乙", "--title", "专刊", "--issue", "12", "--total", "86"]
      let run = try Tool.run(arguments + options, in: folder)
      #expect(run.output == "乙/专刊-2020-09-03.txt\n")
      let text = try folder.text("乙/专刊-2020-09-03.txt")
      for words in ["济宁工作简报", "市委办公室", "专刊", "12", "86"] { #expect(text.contains(words)) }
    }
  }

  @Test func takesOnlyTheCountiesAskedFor() throws {
    try inFolder { folder in
      let base = ["brief", Tool.seed, "--formats", "txt", "--date", "2020-09-03", "--counties"]
      #expect(try Tool.run(base + ["邹城，鱼台"], in: folder).status == 0)
      let some = try Tool.run(base + ["邹城,拉萨"], in: folder)
      #expect(some.status == 1)
      #expect(some.messages.contains("输入中没有“拉萨”的文章"))
      let none = try Tool.run(base + ["拉萨", "-o", "none"], in: folder)
      #expect(none.status == 1)
      #expect(!folder.files.contains { $0.hasPrefix("none") })
    }
  }

  @Test func refusesAFolderThatCannotBeMade() throws {
    try inFolder { folder in
      try folder.write("a.txt", "")
      for output in ["a.txt", "a.txt/b", "/proc/jianbao"] {
        let run = try Tool.run(["brief", Tool.seed, "-o", output], in: folder)
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains("不能写入 \(output)："), "\(run.messages)")
      }
      #expect(folder.files == ["a.txt"])
    }
  }

  @Test func writesWordDocuments() throws {
    try inFolder { folder in
      let run = try Tool.run(
        ["brief", Tool.seed, "--formats", "docx", "--date", "2020-09-03", "-o", "."], in: folder)
      #expect(run.status == 0)
      #expect(folder.files == ["县区工作简报-2020-09-03.docx"], "\(folder.files)")
    }
  }

  @Test func writesPagesAndTreesForProgramsToo() throws {
    try inFolder { folder in
      let arguments = [
        "brief", Tool.seed, "--formats", "html,JSON", "--date", "2020-09-03", "-o", "甲", "--title", "专刊",
      ]
      let run = try Tool.run(arguments, in: folder)
      #expect(run.status == 0)
      #expect(run.output == "甲/专刊-2020-09-03.html\n甲/专刊-2020-09-03.json\n")
      #expect(try folder.text("甲/专刊-2020-09-03.html").hasPrefix("<!DOCTYPE html>"))
      #expect(try folder.text("甲/专刊-2020-09-03.json").hasPrefix("{\n  \"schema\": 1,"))
    }
  }

  @Test func putsNoEscapeCodesIntoPipes() throws {
    try inFolder { folder in
      for format in ["tree", "json", "markdown", "jsonl"] {
        let run = try Tool.run(["outline", Tool.seed, "--format", format], in: folder)
        #expect(run.status == 0)
        #expect(!(run.output + run.messages).contains("\u{1B}"))
      }
    }
  }
}
