import BriefingModel
import Foundation
import Testing

@testable import jianbao

@Suite struct LayoutTests {
  @Test func theFileToCopyFromSaysEveryValueOfTheDefault() throws {
    let file = Tool.root.appending(path: "Fixtures/profiles/gbt9704.yml").path(percentEncoded: false)
    #expect(try LayoutFile.read(file) == LayoutProfile.gbt9704)
  }

  @Test func statesOnlyWhatDiffersAndWorksOutTheRest() throws {
    try inFolder { folder in
      try folder.write(
        "office.yml",
        """
        based-on: gbt9704-software
        lines: 20
        types:
          body: {font: 书宋, size: 小三}
          title: {size: 18}
        fonts: {书宋: [方正书宋_GBK, 宋体], 黑体: 思源黑体}
        page-number: {form: 第1页, even: right}
        """)
      let layout = try LayoutFile.read(folder.path("office.yml"))
      #expect(layout.name == "office")
      #expect(layout.margins == LayoutProfile.software.margins)
      #expect((layout.lines, layout.linePitch) == (20, 32.55))
      #expect(layout.types.body == LayoutProfile.TypeStyle("书宋", 15))
      #expect(layout.types.title == LayoutProfile.TypeStyle("小标宋", 18))
      #expect(layout.letterSpacing == 0.75)
      #expect(layout.face(of: layout.types.body).families == ["方正书宋_GBK", "宋体"])
      #expect(layout.face(of: layout.types.heading1).families == ["思源黑体"])
      #expect(layout.pageNumber.before == "第" && layout.pageNumber.after == "页")
      #expect((layout.pageNumber.odd, layout.pageNumber.even) == (.right, .right))
    }
  }

  static let mistakes: [(yaml: String, message: String)] = [
    ("lines: 22\nline: 3\n", "第2行：没有“line”这个设置，是不是“lines”？"),
    ("types:\n  body: {fnt: 宋体}\n", "第2行：没有“fnt”这个设置，是不是“font”？"),
    ("lines: 很多\n", "第1行：“lines”的值应为正整数"),
    ("lines: 1000\n", "“lines”的值应为 1 到 200 之间的整数"),
    ("margins: {top: 2000}\n", "“top”的值应为 0 到 500 之间的数"),
    ("margins: {top: nan}\n", "“top”的值应为 0 到 500 之间的数"),
    ("types:\n  body: {size: 大号}\n", "第2行：“size”的值应为字号（三号）或磅数"),
    ("rules: {colour: red}\n", "“colour”的值应为六位十六进制颜色"),
    ("paper: A9\n", "“paper”的值应为 A4、"),
    ("paper: [210]\n", "“paper”的值应为 A4、"),
    ("page-number: {form: 页码}\n", "“form”的值应为页码的样子"),
    ("page-number: {odd: middle}\n", "“odd”的值应为 left（左）"),
    ("based-on: gb\n", "“based-on”的值应为 gbt9704、gbt9704-software 之一"),
    ("lines: 30\nline-pitch: 28.95\n", "每页30行、行距 28.95 磅放不进高 225 毫米的版心"),
    ("characters: 60\n", "每行60个 16 磅的字放不进宽 156 毫米的版心"),
    ("margins: {left: 100, right: 90}\n", "页边距太大"),
    ("margins: {bottom: 10}\n", "放不下版心下方的页码"),
    ("lines: [\n", "不符合 YAML 写法"),
  ]

  @Test(arguments: mistakes)
  func answersMistakesWithFileAndLine(_ yaml: String, _ message: String) throws {
    try inFolder { folder in
      try folder.write("office.yml", yaml)
      let run = try Tool.run(["brief", Tool.seed, "--profile", "office.yml"], in: folder)
      #expect(run.status == 2)
      #expect(run.messages.contains("版式文件 office.yml"), "\(run.messages)")
      #expect(run.messages.contains(message), "\(run.messages)")
      #expect(folder.files == ["office.yml"])
    }
  }

  @Test(arguments: ["brief", "compare", "check"])
  func namesTheProfileThatIsNearest(_ command: String) throws {
    try inFolder { folder in
      let inputs = command == "compare" ? ["泗水", "金乡", Tool.seed, "-o", "."] : [Tool.seed]
      let run = try Tool.run([command, "--profile", "gbt970"] + inputs, in: folder)
      #expect(run.status == 2)
      #expect(run.messages.contains("应为 gbt9704、gbt9704-software 之一，或版式文件"), "\(run.messages)")
      #expect(run.messages.contains("是不是“gbt9704”？"))
    }
  }

  @Test func theSettingNamesAProfileBesideIt() throws {
    try inFolder { folder in
      try folder.write("office.yml", "page-number: {form: 第1页}\n")
      try folder.write("jianbao.yml", "profile: office.yml\noutput: out\nmasthead: 甲\n")
      let arguments = [
        "brief", Tool.seed, "--config", "jianbao.yml", "--date", "2020-09-03", "--formats", "odt,docx",
      ]
      #expect(try Tool.run(arguments, in: folder).status == 0)
      for format in ["odt", "docx"] {
        let path = "out/甲-2020-09-03.\(format)"
        let own = try Tool.run(["check", path, "--profile", "office.yml"], in: folder)
        #expect(own.status == 0, "\(own.output)")
        let standard = try Tool.run(["check", path, "--profile", "gbt9704"], in: folder)
        #expect(standard.status == 1)
        #expect(standard.output.contains("页码写作“第1页”"))
      }
      try folder.write("jianbao.yml", "profile: nowhere\n")
      let run = try Tool.run(arguments, in: folder)
      #expect(run.messages.contains("第1行：“profile”的值应为 gbt9704、"), "\(run.messages)")
    }
  }
}
