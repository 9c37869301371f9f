import Foundation
import Testing

@testable import jianbao

@Suite struct SettingsTests {
  static let mistakes: [(yaml: String, message: String)] = [
    ("masthead: 简报\nmastheda: 简报\n", "第2行：没有“mastheda”这个设置，是不是“masthead”？"),
    ("layout: narrow\n", "没有“layout”这个设置。可用的有：masthead、"),
    ("recipients:\n  reprot: [市委]\n", "第2行：没有“reprot”这个设置，是不是“report”？"),
    ("masthead: [简报]\n", "第1行：“masthead”的值应为一段文字"),
    ("\ncopies: 五十\n", "第2行：“copies”的值应为正整数"),
    ("copies: -1\n", "“copies”的值应为正整数"),
    ("counties: 高新区\n", "“counties”的值应为一个列表"),
    ("counties:\n  - short: 高新区\n", "第2行：“counties”的这一项缺少“name”"),
    ("counties:\n  - name: 高新区\n    code: 3708\n", "第3行：“code”的值应为六位数字"),
    ("recipients: 市委\n", "“recipients”的值应为若干行“名称: 值”"),
    ("formats: [odt, doc]\n", "“formats”的值应为 odt、"),
    ("- masthead\n", "“jianbao.yml”的值应为若干行“名称: 值”"),
    ("masthead: \"简报\n", "不符合 YAML 写法"),
    ("a: b: c\n", "第1行：不符合 YAML 写法"),
    ("office: a\noffice: b\n", "“office”写了两次"),
  ]

  @Test(arguments: mistakes)
  func answersMistakesWithFileAndLine(_ yaml: String, _ message: String) throws {
    try inFolder { folder in
      try folder.write("a.txt", "微山县\n")
      try folder.write("jianbao.yml", yaml)
      let run = try Tool.run(["outline", "a.txt"], in: folder)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("设置文件 ") && run.messages.contains("/jianbao.yml"))
      #expect(run.messages.contains(message), "\(run.messages)")
    }
  }

  @Test func readsEveryKey() throws {
    try inFolder { folder in
      let yaml = """
        masthead: 济宁工作简报
        classification: 内部资料 注意保存
        office: 市委办公室
        prefecture: 济宁市
        counties:
          - {name: 济宁高新区, short: 高新区}
          - name: 太白湖新区
            prefecture: 济宁市
            province: 山东省
            code: "370899"
        recipients:
          report: [市委, 市政府]
          send: 市人大
          distribute:
            - 各县市区
        copies: 50
        editor: 张三
        reviewer: 李四
        signer: ~
        formats: [txt]
        output: 简报
        verbs: [赓续, 厚植]
        columns: 乡村振兴先锋
        units: [摞, money 铢]
        names: 三请三回
        """
      try folder.write("jianbao.yml", yaml)
      let settings = try SettingsFile.read(folder.path("jianbao.yml"))
      #expect(settings.masthead == "济宁工作简报")
      #expect(settings.classification == "内部资料 注意保存")
      #expect(settings.office == "市委办公室")
      #expect(settings.counties.map(\.short) == ["高新区", "太白湖新区"])
      #expect(settings.counties.map(\.prefecture) == ["济宁市", "济宁市"])
      #expect(settings.counties.map(\.code) == [nil, "370899"])
      #expect(settings.colophon.report == ["市委", "市政府"])
      #expect(settings.colophon.send == ["市人大"])
      #expect(settings.colophon.distribute == ["各县市区"])
      #expect(settings.colophon.copies == 50)
      #expect(settings.colophon.editor == "张三")
      #expect(settings.colophon.signer == nil)
      #expect(settings.formats == ["txt"])
      #expect(settings.verbs == ["赓续", "厚植"])
      #expect(settings.columns == ["乡村振兴先锋"])
      #expect(settings.units + settings.names == ["摞", "money 铢", "三请三回"])
      #expect(settings.output == folder.path("简报"))
    }
  }

  @Test(arguments: ["", "# 只有注释\n", "masthead:\n", "{}\n", "~\n"])
  func takesAFileThatSaysNothing(_ yaml: String) throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", yaml)
      #expect(try SettingsFile.read(folder.path("jianbao.yml")) == Settings())
    }
  }

  @Test func looksBesideTheInputThenUpwards() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "outer: 1\n")
      try folder.write("a/b/c.txt", "微山县\n")
      #expect(try Tool.run(["outline", "a/b/c.txt"], in: folder).messages.contains("“outer”"))
      #expect(try Tool.run(["outline", "a/b"], in: folder).messages.contains("“outer”"))
      #expect(try Tool.run(["outline", "-"], in: folder, input: [65]).messages.contains("“outer”"))
      try folder.write("a/jianbao.yml", "inner: 1\n")
      #expect(try Tool.run(["outline", "a/b/c.txt"], in: folder).messages.contains("“inner”"))
      try folder.write("other.yml", "named: 1\n")
      let named = try Tool.run(["outline", "a/b/c.txt", "--config", "other.yml"], in: folder)
      #expect(named.messages.contains("设置文件 other.yml 第1行：没有“named”"))
    }
  }

  @Test func refusesASettingsFileThatIsNotThere() throws {
    try inFolder { folder in
      let run = try Tool.run(["outline", Tool.seed, "--config", "gone.yml"], in: folder)
      #expect(run.status == 2)
      #expect(run.messages.contains("设置文件 gone.yml：不能读取，没有这个文件或文件夹"))
    }
  }

  @Test func suggestsOnlyWhatIsNear() {
    #expect(nearestName(to: "--fromat", among: ["--format", "--config"]) == "--format")
    #expect(nearestName(to: "编辑", among: ["editor"]) == nil)
    #expect(nearestName(to: "x", among: []) == nil)
    #expect(editDistance(Array("abcd".unicodeScalars), Array("acbd".unicodeScalars)) == 1)
  }
}
