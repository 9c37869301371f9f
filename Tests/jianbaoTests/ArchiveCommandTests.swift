import Foundation
import Testing

/// The archive's commands, as a user calls them.
@Suite struct ArchiveCommandTests {
  private static func article(_ county: String, stations: Int, extra: String = "") -> String {
    """
    \(county)：党建引领出新招
    　　本报讯 近年来，\(county)着力提升社区服务水平，把支部建在小区里，把服务送到群众家门口，受到居民普遍欢迎。\(extra)
    　　一、建好服务阵地。全县建成居民小区“红帆驿站”\(stations)个，配备专职工作人员，实行错时延时服务，方便居民办事议事。
    　　二、推行红色代办。组织党员志愿者为老人、残疾人上门代办医保、社保等事项，做到小事不出小区、大事不出社区。

    """
  }

  private static func filled(_ folder: Folder) throws {
    try folder.write("jianbao.yml", "prefecture: 济宁市\n")
    try folder.write("2026-11-03.txt", article("金乡县", stations: 84))
    try folder.write("2026-11-17.txt", article("金乡县", stations: 91, extra: "\n　　新闻一则，另有报道。"))
    try folder.write("2026-11-18.txt", article("泗水县", stations: 60, extra: "泗水的做法各有特点，镇街之间互相观摩。"))
    let run = try Tool.run(["add", "2026-11-03.txt", "2026-11-17.txt", "2026-11-18.txt"], in: folder)
    #expect(run.status == 0)
  }

  @Test func addSaysWhereTheDateIsFromAndAddsAFileOnce() throws {
    try inFolder { folder in
      try folder.write("2026-11-17.txt", Self.article("金乡县", stations: 91))
      let first = try Tool.run(["add", "2026-11-17.txt"], in: folder)
      #expect(first.status == 0 && first.messages.contains("日期 2026-11-17，取自文件名"))
      let again = try Tool.run(["add", "2026-11-17.txt"], in: folder)
      #expect(again.status == 0 && again.messages.contains("已经在资料库里"))
      try folder.write("无.txt", Self.article("泗水县", stations: 3))
      let undated = try Tool.run(["add", "无.txt"], in: folder)
      #expect(undated.status != 0 && undated.messages.contains("--date"))
      let dated = try Tool.run(["add", "无.txt", "--date", "2026-11-18", "--paper", "济宁日报"], in: folder)
      #expect(dated.status == 0 && dated.messages.contains("取自--date"))
      #expect(try Tool.run(["verify"], in: folder).output.contains("2个来源"))
      // The archive itself is no input.
      let folders = try Tool.run(["add", "."], in: folder)
      let ofInputs = folders.messages.split(separator: "\n").dropLast()
      #expect(!ofInputs.isEmpty && !ofInputs.contains { $0.contains("sqlite") })
    }
  }

  @Test func weeklyCountsUpAndRepeatsItself() throws {
    try inFolder { folder in
      try Self.filled(folder)
      func week(_ name: String, _ more: String...) throws -> String {
        let run = try Tool.run(
          ["weekly", name, "--formats", "txt", "-o", "out", "--date", "2026-11-20"] + more, in: folder)
        #expect(run.status == 0, "\(run.messages)")
        let path = try #require(run.output.split(separator: "\n").first)
        return String(
          decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path(String(path)))), as: UTF8.self)
      }
      let tried = try week("2026-W47", "--dry-run")
      let first = try week("2026-W45")
      let second = try week("2026-W47")
      #expect(tried.contains("第1期") && first.contains("第1期") && second.contains("第2期"))
      #expect(try week("2026-W47") == second)
      #expect(second.contains("91个") && second.contains("84个") && second.contains("2周前"))
      #expect(second.contains("本周没有报道的县市") && second.contains("微山县"))
      let empty = try Tool.run(["weekly", "2026-W40"], in: folder)
      #expect(empty.status == 1 && empty.messages.contains("没有报道"))
      #expect(try Tool.run(["list", "--weeks"], in: folder).output.contains("第2期"))
    }
  }

  /// Sunday's article again on Monday is news of the first week alone.
  @Test func aStoryIsOfTheWeekInWhichItWasFirstPrinted() throws {
    try inFolder { folder in
      func week(_ name: String) throws -> (text: String, messages: String) {
        let run = try Tool.run(
          ["weekly", name, "--formats", "txt", "-o", name, "--date", "2026-11-20"], in: folder)
        let path = run.output.split(separator: "\n").first.map(String.init)
        return (try path.map { try folder.text($0) } ?? "", run.messages)
      }
      let story = Self.article("金乡县", stations: 91, extra: "驿站的故事传遍全县，群众纷纷点赞，经验正在推广。")
      try folder.write("2026-11-15.txt", story)
      #expect(try Tool.run(["add", "2026-11-15.txt"], in: folder).status == 0)
      let before = try week("2026-W46")
      #expect(before.text.contains("红帆驿站"))
      try folder.write("2026-11-16.txt", story + "　　（转载）\n")
      try folder.write("2026-11-17.txt", Self.article("泗水县", stations: 60, extra: "泗水镇街之间互相观摩。"))
      let added = try Tool.run(["add", "2026-11-16.txt", "2026-11-17.txt"], in: folder)
      #expect(added.messages.contains("其中1篇与已有的是同一篇报道"))
      let after = try week("2026-W47")
      #expect(after.text.contains("泗水县") && !after.text.contains("红帆驿站”91个"))
      #expect(after.messages.contains("有1篇以前的简报已经登过"))
      #expect(try week("2026-W46").text == before.text)
      // A number that has grown is news.
      try folder.write("2026-11-18.txt", story.replacingOccurrences(of: "91个", with: "95个"))
      let grown = try Tool.run(["add", "2026-11-18.txt"], in: folder)
      #expect(grown.messages.contains("其中1篇与已有的是同一篇报道"))
      #expect(try week("2026-W47").text.contains("红帆驿站”95个"))
    }
  }

  /// Two issues made on one day, and a trial, are three files.
  @Test func eachWeekHasItsOwnFile() throws {
    try inFolder { folder in
      try Self.filled(folder)
      func paths(_ arguments: String...) throws -> String {
        try Tool.run(["weekly", "--formats", "txt", "-o", "out"] + arguments, in: folder).output
      }
      #expect(try paths("2026-W45") == "out/简报-2026-W45.txt\n")
      #expect(try paths("2026-w47", "--dry-run") == "out/简报-2026-W47-试写.txt\n")
      #expect(try paths("2026-W47") == "out/简报-2026-W47.txt\n")
      #expect(
        try paths("--from", "2026-11-16", "--to", "2026-11-20") == "out/简报-2026-11-16至2026-11-20.txt\n")
      #expect(try folder.text("out/简报-2026-W45.txt").contains("第1期"))
      #expect(try folder.text("out/简报-2026-W47.txt").contains("本期收录2026年11月16日至22日的报道。"))
    }
  }

  @Test(arguments: [
    (["2026-W47", "--from", "2026-11-16", "--to", "2026-11-22"], "2026-W47"),
    (["--from", "2026-11-16"], "--to"),
    (["--to", "2026-11-16"], "--from"), (["2025-W53"], "2026-W47"),
    (["2026-W9223372036854775807"], "2026-W47"), (["9223372036854775807-W01"], "2026-W47"),
  ])
  func weeklyRefusesDaysItCannotMean(_ arguments: [String], _ word: String) throws {
    try inFolder { folder in
      try Self.filled(folder)
      let run = try Tool.run(["weekly"] + arguments, in: folder)
      #expect(run.status == 2 && run.messages.contains(word), "\(run.messages)")
    }
  }

  /// The same text with newer numbers leads, and words that stand for different things are not compared.
  @Test func weeklyTellsTheNewestNumbersAndComparesLikeWithLike() throws {
    try inFolder { folder in
      func article(_ stations: Int, _ invested: Int, _ project: String) -> String {
        Self.article("金乡县", stations: stations)
          + "　　三、推进\(project)建设。完成投资\(invested)万元，按时保质交付使用，方便周边群众出行和生活，得到各方认可。\n"
      }
      try folder.write("2026-11-03.txt", article(84, 1200, "道路"))
      try folder.write("2026-11-16.txt", article(91, 300, "学校"))
      try folder.write("2026-11-20.txt", article(96, 300, "学校"))
      try folder.write("2026-11-18.txt", Self.article("泗水县", stations: 7, extra: "鱼台县派人前来学习，各有各的办法。"))
      #expect(try Tool.run(["add", "."], in: folder).status == 0)
      #expect(try Tool.run(["weekly", "2026-W45", "--formats", "txt", "-o", "a"], in: folder).status == 0)
      let run = try Tool.run(["weekly", "2026-W47", "--formats", "txt", "-o", "a"], in: folder)
      let text = try folder.text("a/简报-2026-W47.txt")
      #expect(text.contains("96个") && !text.contains("91个"))
      #expect(text.contains("84个") && !text.contains("1200万元"), "\(text)")
      #expect(run.status == 0)
    }
  }

  @Test func ordersByMeasuresAndKnowsCountiesOfAHeadline() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "prefecture: 济宁市\norder: measures\n")
      try folder.write("2026-11-16.txt", "金乡县：丰收在望\n　　本报讯 金乡县的大蒜丰收在望，农民喜上眉梢，田间地头一派繁忙景象。\n")
      try folder.write("2026-11-17.txt", "泗水县、鱼台县携手共建\n" + Self.article("泗水县", stations: 5))
      #expect(try Tool.run(["add", "2026-11-16.txt", "2026-11-17.txt"], in: folder).status == 0)
      let run = try Tool.run(["weekly", "2026-W47", "--formats", "txt", "-o", "a"], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let text = try folder.text("a/简报-2026-W47.txt")
      let places = ["党建引领出新招", "丰收在望"].compactMap { text.range(of: $0)?.lowerBound }
      #expect(places.count == 2 && places == places.sorted())
      #expect(text.contains("微山县") && !text.contains("鱼台县、"))
    }
  }

  @Test func searchFindsByWordsCountyThemeAndFigure() throws {
    try inFolder { folder in
      try Self.filled(folder)
      func search(_ arguments: String...) throws -> String {
        try Tool.run(["search"] + arguments, in: folder).output
      }
      #expect(try search("红色代办", "--county", "金乡").components(separatedBy: "推行【红色代办】").count == 3)
      #expect(try search("驿站", "--since", "2026-11-18", "--has-figure").contains("泗水县"))
      #expect(try search("--theme", "服务群众").contains("推行红色代办"))
      #expect(try search("驿站", "--format", "json").contains("\"number\""))
      #expect(try Tool.run(["search", "没有的词"], in: folder).status == 1)
      let unknown = try Tool.run(["search", "--theme", "甲乙"], in: folder)
      #expect(unknown.status == 2 && unknown.messages.contains("考核奖惩"))
    }
  }

  /// A word of signs alone would match any sign, an empty one everything.
  @Test(arguments: [["%"], ["，"], ["代办", "*"], [""], ["　"]])
  func searchRefusesWordsThatNothingCanBeFoundBy(_ words: [String]) throws {
    try inFolder { folder in
      try Self.filled(folder)
      let run = try Tool.run(["search"] + words, in: folder)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.messages.contains("汉字、字母或数字"), "\(run.messages)")
    }
  }

  @Test func searchSaysThatThereIsMore() throws {
    try inFolder { folder in
      try Self.filled(folder)
      let cut = try Tool.run(["search", "红帆驿站", "--limit", "2"], in: folder)
      #expect(cut.output.split(separator: "\n").count == 4)
      #expect(cut.messages.contains("只列出前2处") && cut.messages.contains("--limit"))
      let whole = try Tool.run(["search", "红帆驿站", "--limit", "3"], in: folder)
      #expect(whole.output.split(separator: "\n").count == 6 && whole.messages.isEmpty)
      func json(_ limit: String) throws -> String {
        try Tool.run(["search", "红帆驿站", "--limit", limit, "--format", "json"], in: folder).output
      }
      #expect(try json("2").contains("\"more\": true") && json("3").contains("\"more\": false"))
    }
  }

  @Test func searchMarksEveryWordAsTheIndexSeesIt() throws {
    try inFolder { folder in
      try folder.write(
        "2026-11-03.txt",
        """
        金乡县：党建引领出新招
        　　本报讯 近年来，金乡县着力提升社区服务水平，把支部建在小区里，把服务送到群众家门口，受到居民普遍欢迎。
        　　一、建好服务阵地。全县打造“１５分钟”服务圈，配备专职工作人员，实行错时延时服务，方便居民办事议事，ＣＢＤ商圈也不例外。
        　　二、推行红色代办。组织党员志愿者为老人、残疾人上门代办医保、社保等事项，做到小事不出小区、大事不出社区，群众普遍满意。

        """)
      #expect(try Tool.run(["add", "2026-11-03.txt"], in: folder).status == 0)
      func search(_ words: String...) throws -> String {
        try Tool.run(["search"] + words, in: folder).output
      }
      let plain = try search("15分钟")
      #expect(plain.contains("　1 建好服务阵地\n    全县打造“【１５分钟】”服务圈，配备专职工作人员，实行错时延时服务，方…\n"), "\(plain)")
      let distant = try search("cbd", "服务圈")
      #expect(distant.contains("    全县打造“１５分钟”【服务圈】，配备") && distant.contains("【ＣＢＤ】商圈"), "\(distant)")
      let heading = try search("红色代办", "社保")
      #expect(heading.contains("　2 推行【红色代办】\n    …愿者为老人、残疾人上门代办医保、【社保】等事项"), "\(heading)")
      let alone = try search("红色")
      #expect(alone.contains("　2 推行【红色】代办\n    组织党员") && alone.contains("大事不出…\n"), "\(alone)")
    }
  }

  @Test func trendPrintsTheSeriesAndWritesIt() throws {
    try inFolder { folder in
      try Self.filled(folder)
      let run = try Tool.run(
        ["trend", "红帆驿站", "--county", "金乡", "--csv", "a.csv", "--formats", "txt,odt", "-o", "out"], in: folder
      )
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n")
      #expect(lines[0].contains("2026-11-03") && lines[0].contains("84个"))
      #expect(lines[1].contains("2026-11-17") && lines[1].contains("91个"))
      let table = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path("a.csv"))), as: UTF8.self)
      #expect(table.contains("2026-11-17,金乡县,居民小区“红帆驿站”,91,个,"))
      let near = try Tool.run(["trend", "帆驿站们"], in: folder)
      #expect(near.status == 1 && near.messages.contains("没有找到"))
    }
  }

  private static func party(_ county: String, members: Int, good: Int) -> String {
    """
    \(county)：建强党员队伍
    　　本报讯 近年来，\(county)着力加强党员队伍建设，把严的要求贯穿始终，取得明显成效，群众普遍欢迎。
    　　一、建好党员队伍。全县发展党员\(members)名，评选优秀党员\(good)名，处置不合格党员2名，表彰优秀党员3名。
    　　二、推行红色代办。组织大家为老人、残疾人上门代办医保、社保等事项，做到小事不出小区。

    """
  }

  @Test func trendIsOfOneObjectWhereThereIsOne() throws {
    try inFolder { folder in
      try folder.write("2026-11-03.txt", Self.party("金乡县", members: 30, good: 4))
      try folder.write("2026-11-17.txt", Self.party("桓仁满族自治县", members: 41, good: 6))
      #expect(try Tool.run(["add", "2026-11-03.txt", "2026-11-17.txt"], in: folder).status == 0)
      let exact = try Tool.run(["trend", "“党员”", "--csv", "a.csv"], in: folder)
      #expect(exact.output.split(separator: "\n").count == 3 && !exact.output.contains("优秀党员"))
      #expect(exact.messages.contains("还有：“不合格党员”、“优秀党员”"), "\(exact.messages)")
      #expect(exact.output.contains("桓仁满族自治县  41名"), "\(exact.output)")
      let part = try Tool.run(["trend", "格党", "--formats", "txt", "-o", "out"], in: folder)
      #expect(part.messages.isEmpty && part.output.split(separator: "\n").count == 3)
      let all = try Tool.run(["trend", "秀党", "--csv", "b.csv"], in: folder)
      #expect(try folder.text("b.csv").contains("2026-11-17,桓仁满族自治县,优秀党员,6,名,6名,"))
      #expect(all.messages.isEmpty)
      let several = try Tool.run(["trend", "党", "--csv", "c.csv"], in: folder)
      #expect(several.output.contains("桓仁满族自治县  不合格党员  2名"), "\(several.output)")
      #expect(try folder.text("c.csv").contains("2026-11-03,金乡县,党员,30,名,"))
    }
  }

  @Test func listHasARowForEachCountyOfThePrefecture() throws {
    try inFolder { folder in
      try Self.filled(folder)
      let text = try Tool.run(["list"], in: folder).output
      #expect(text.contains("微山县") && text.contains("  0篇\n") && !text.contains("0篇　"))
      let json = try Tool.run(["list", "--format", "json"], in: folder).output
      #expect(json.contains("\"county\": \"金乡县\"") && json.contains("\"first\": \"2026-11-03\""))
      #expect(json.contains("\"articles\": 0") && json.contains("\"first\": null"))
      try folder.write("lone/2026-11-17.txt", Self.party("桓仁满族自治县", members: 41, good: 6))
      #expect(try Tool.run(["add", "lone", "--archive", "lone.sqlite"], in: folder).status == 0)
      let long = try Tool.run(["list", "--archive", "lone.sqlite"], in: folder).output
      #expect(long.contains("桓仁满族自治县  █"))
    }
  }

  @Test func listOfWeeksHasEveryBriefing() throws {
    try inFolder { folder in
      try Self.filled(folder)
      func write(_ arguments: String...) throws {
        #expect(
          try Tool.run(["weekly", "--formats", "txt", "-o", "out"] + arguments, in: folder).status == 0)
      }
      try write("2026-W45")
      try write("--from", "2026-11-01", "--to", "2026-11-17")
      try write("2026-W47")
      let lines = try Tool.run(["list", "--weeks"], in: folder).output.split(separator: "\n")
      try #require(lines.count == 3)
      #expect(lines[0].hasPrefix("2026-W47") && lines[0].hasSuffix("2篇　2个县市　第3期"))
      #expect(lines[1].hasPrefix("2026-11-01—2026-11-17  █") && lines[1].hasSuffix("2篇　1个县市　第2期"))
      #expect(lines[2].hasPrefix("2026-W45") && lines[2].hasSuffix("1篇　1个县市　第1期"))
      let json = try Tool.run(["list", "--weeks", "--format", "json"], in: folder).output
      #expect(json.contains("\"week\": null") && json.contains("\"last\": \"2026-11-17\""))
    }
  }

  @Test(arguments: [
    (["search"], 2, "没有给出要查的词"), (["trend"], 2, "没有给出要查的对象"), (["trend", ""], 2, "对象“”不对"),
    (["trend", "红帆驿站", "--csv", "none/a.csv"], 3, "换一个文件夹。\n"),
    (["search", "代办", "--county", "火星县"], 1, "资料库里没有“火星县”的报道"),
    (["search", "代办", "--county", "金乡区"], 1, "相近的有：金乡县"),
    (["trend", "红帆驿站", "--county", "火星县"], 1, "资料库里没有“火星县”的报道"),
    (["trend", "不存在", "--county", "泗水"], 1, "没有找到“不存在”的数字"),
  ])
  func saysWhatIsMissing(_ arguments: [String], _ status: Int32, _ message: String) throws {
    try inFolder { folder in
      try Self.filled(folder)
      let run = try Tool.run(arguments, in: folder)
      #expect(run.status == status && run.messages.contains(message), "\(run.messages)")
      #expect(!run.messages.contains("--output") && !run.messages.contains("标准输入"))
    }
  }

  @Test(arguments: [["list"], ["search", "党员"], ["weekly"], ["trend", "党员"], ["verify"]])
  func saysThatThereIsNoArchiveYet(_ arguments: [String]) throws {
    try inFolder { folder in
      let run = try Tool.run(arguments, in: folder)
      #expect(run.status == 3 && run.messages.contains("jianbao.sqlite：还没有资料库"))
      #expect(run.messages.contains("jianbao add") && run.messages.contains("--archive"))
    }
  }

  @Test func backupExportAndImportGiveTheSameArchive() throws {
    try inFolder { folder in
      try Self.filled(folder)
      #expect(try Tool.run(["backup", "b.sqlite"], in: folder).status == 0)
      #expect(try Tool.run(["backup", "b.sqlite"], in: folder).status == 3)
      #expect(try Tool.run(["verify", "--archive", "b.sqlite"], in: folder).status == 0)
      #expect(try Tool.run(["export", "--output", "all.jsonl"], in: folder).status == 0)
      let added = try Tool.run(["import", "all.jsonl", "--archive", "c.sqlite"], in: folder)
      #expect(added.status == 0 && added.messages.contains("收入3个来源"))
      let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path("all.jsonl")))
      let again = try Tool.run(["export", "--archive", "c.sqlite"], in: folder).output
      #expect(Data(again.utf8) == whole)
      try folder.write("bad.jsonl", "甲\n")
      let bad = try Tool.run(["import", "bad.jsonl", "--archive", "c.sqlite"], in: folder)
      #expect(bad.status == 3 && bad.messages.contains("第1行"))
    }
  }

  @Test func saysWhatIsWrongWithAnArchive() throws {
    try inFolder { folder in
      try folder.write("a.sqlite", String(repeating: "不是资料库", count: 500))
      let run = try Tool.run(["list", "--archive", "a.sqlite"], in: folder)
      #expect(run.status == 3 && run.messages.contains("不是 jianbao 的资料库"))
      #expect(try Tool.run(["list", "--archive", "gone.sqlite"], in: folder).status == 3)
      try folder.write("empty.txt", "")
      _ = try Tool.run(["add", "empty.txt", "--archive", "b.sqlite"], in: folder)
      let empty = try Tool.run(["list", "--archive", "b.sqlite"], in: folder)
      #expect(empty.status == 1 && empty.output.isEmpty && empty.messages.contains("还没有报道。用 jianbao add"))
    }
  }
}
