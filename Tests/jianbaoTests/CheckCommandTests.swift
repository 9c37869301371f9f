import Foundation
import Testing

@Suite struct CheckCommandTests {
  private static func brief(_ format: String, in folder: Folder) throws -> String {
    let arguments = [
      "brief", Tool.seed, "--date", "2020-09-03", "--title", "甲", "--formats", format, "-o", ".",
    ]
    #expect(try Tool.run(arguments, in: folder).status == 0)
    return "甲-2020-09-03.\(format)"
  }

  @Test(arguments: ["odt", "docx"])
  func ourOwnDocumentIsClean(_ format: String) throws {
    try inFolder { folder in
      let path = try Self.brief(format, in: folder)
      let run = try Tool.run(["check", path], in: folder)
      #expect(run.status == 0)
      #expect(run.output == "\(path)：没有发现与 GB/T 9704-2012 不符之处。\n")
      #expect(run.messages.isEmpty)
    }
  }

  @Test func givesWhatDepartsAsTextAndAsJSON() throws {
    try inFolder { folder in
      let path = try Self.brief("odt", in: folder)
      try folder.write("wide.yml", "indent: 3\n")
      let text = try Tool.run(["check", path, "--profile", "wide.yml"], in: folder)
      #expect(text.status == 1)
      #expect(text.output.contains("发现1项与 版式 wide 不符"))
      #expect(text.output.contains("［规定］版式 wide（对应 GB/T 9704-2012 7.3.3）"))
      #expect(text.output.contains("首行缩进 2 字 → 首行缩进 3 字"))
      let json = try Tool.run(["check", path, "--profile", "wide.yml", "--format", "json"], in: folder)
      #expect(json.status == 1)
      let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let report = try #require(parsed as? [String: Any])
      #expect(Set(report.keys) == ["schema", "source", "profile", "departures"])
      #expect(report["schema"] as? Int == 1 && report["profile"] as? String == "wide")
      let departures = try #require(report["departures"] as? [[String: String]])
      #expect(departures.count == 1)
      #expect(Set(departures[0].keys) == ["clause", "grade", "place", "found", "wanted", "remedy"])
    }
  }

  @Test func answersWhatCannotBeChecked() throws {
    try inFolder { folder in
      let path = try Self.brief("docx", in: folder)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path(path)))
      try folder.write("damaged.docx", Array(bytes.prefix(bytes.count / 2)))
      try folder.write("text.odt", "这不是文档")
      let cases = [
        (["damaged.docx"], Int32(3), "damaged.docx：文档的压缩包已损坏"),
        (["text.odt"], 3, "text.odt：不是 ODT 或 DOCX 文档"),
        (["gone.odt"], 3, "gone.odt：不能读取，没有这个文件或文件夹"), ([], 2, "没有给出输入"),
        ([path, "text.odt"], 2, "多出了“text.odt”"), ([path, "--format", "xml"], 2, "应为 text、json 之一"),
      ]
      for (arguments, status, message) in cases {
        let run = try Tool.run(["check"] + arguments, in: folder)
        #expect(run.status == status, "\(arguments)")
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(message), "\(run.messages)")
      }
    }
  }
}
