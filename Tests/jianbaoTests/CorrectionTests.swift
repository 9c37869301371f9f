import Foundation
import Testing

/// What was added wrongly is put right.
@Suite struct CorrectionTests {
  private static func article(_ county: String, stations: Int) -> String {
    """
    \(county)：党建引领出新招
    　　本报讯 近年来，\(county)着力提升社区服务水平，把支部建在小区里，把服务送到群众家门口，受到居民普遍欢迎。
    　　一、建好服务阵地。全县建成居民小区“红帆驿站”\(stations)个，配备专职工作人员，实行错时延时服务，方便居民办事议事。
    　　二、推行红色代办。组织党员志愿者为老人、残疾人上门代办医保、社保等事项，做到小事不出小区、大事不出社区。

    """
  }

  @Test func aWrongDateIsCorrectedByRemoveAndAdd() throws {
    try inFolder { folder in
      try folder.write("a/第3版.txt", Self.article("金乡县", stations: 91))
      #expect(
        try Tool.run(["add", "a", "--date", "2026-11-17", "--archive", "b.sqlite"], in: folder).status == 0)
      let right = try Tool.run(["export", "--archive", "b.sqlite"], in: folder).output
      #expect(try Tool.run(["add", "a", "--date", "2025-11-17", "--paper", "甲报"], in: folder).status == 0)
      let wrong = try Tool.run(["export"], in: folder).output
      let tried = try Tool.run(["remove", "第3版.txt", "--dry-run"], in: folder)
      #expect(tried.status == 0 && tried.messages.contains("a/第3版.txt：将移出1篇（2025-11-17，甲报）"))
      #expect(try Tool.run(["export"], in: folder).output == wrong)
      let removed = try Tool.run(["remove", "第3版.txt"], in: folder)
      #expect(removed.status == 0 && removed.messages.contains("a/第3版.txt：移出1篇（2025-11-17，甲报）"))
      #expect(removed.messages.contains("jianbao.sqlite：移出1个来源、1篇"))
      #expect(try Tool.run(["verify"], in: folder).output.contains("0个来源"))
      #expect(try Tool.run(["add", "a", "--date", "2026-11-17"], in: folder).status == 0)
      #expect(try Tool.run(["export"], in: folder).output == right)
      #expect(try Tool.run(["verify"], in: folder).status == 0)
    }
  }

  @Test func removesNoneOfSeveralThatMatchAndNamesThem() throws {
    try inFolder { folder in
      for (place, name) in ["2026-11-17/a.txt", "2026-11-18/a.txt", "a.txt", "2026-11-18/b.txt"].enumerated()
      {
        try folder.write(name, Self.article("金乡县", stations: 90 + place))
      }
      let added = try Tool.run(["add", "2026-11-17", "2026-11-18"], in: folder)
      #expect(added.status == 0)
      let several = try Tool.run(["remove", "a.txt", "没有.txt"], in: folder)
      #expect(several.status == 1)
      #expect(several.messages.contains("2026-11-17/a.txt（2026-11-17）、2026-11-18/a.txt（2026-11-18）"))
      #expect(several.messages.contains("没有.txt：资料库里没有这个来源"))
      #expect(try Tool.run(["verify"], in: folder).output.contains("3个来源"))
      // The full name is meant where it is one; what else is named is taken out.
      #expect(try Tool.run(["add", "a.txt", "--date", "2026-11-19"], in: folder).status == 0)
      let full = try Tool.run(["remove", "a.txt", "x.txt", "./2026-11-18/b.txt"], in: folder)
      #expect(full.status == 1 && full.messages.contains("移出2个来源、2篇"))
      let rest = try Tool.run(["export"], in: folder).output
      #expect(
        rest.contains("2026-11-18/a.txt") && rest.contains("2026-11-17/a.txt") && !rest.contains("b.txt"))
    }
  }

  @Test func addSaysWhatIsRecordedOtherwise() throws {
    try inFolder { folder in
      func add(_ arguments: String...) throws -> String {
        let run = try Tool.run(["add"] + arguments, in: folder)
        #expect(run.status == 0)
        return run.messages
      }
      try folder.write("a.txt", Self.article("金乡县", stations: 91))
      _ = try add("a.txt", "--date", "2025-11-17", "--paper", "甲报")
      let same = try add("a.txt", "--date", "2025-11-17")
      #expect(same.contains("已经在资料库里（a.txt），没有变动。\n"))
      let date = try add("a.txt", "--date", "2026-11-17", "--paper", "甲报")
      #expect(date.contains("已记录的日期是 2025-11-17，与这次不同；要改正，请先 jianbao remove a.txt"))
      let both = try add("a.txt", "--date", "2026-11-17", "--paper", "乙报")
      #expect(both.contains("已记录的日期是 2025-11-17，报纸是甲报，与这次不同"))
    }
  }

  @Test func addSaysThatTheNameIsThereAndWhichStoryIsTold() throws {
    try inFolder { folder in
      func add(_ name: String, stations: Int) throws -> String {
        try folder.write(name, Self.article("金乡县", stations: stations))
        return try Tool.run(["add", name], in: folder).messages
      }
      let first = try add("2026-11-17.txt", stations: 91)
      #expect(!first.contains("同名") && !first.contains("同一篇"))
      let second = try add("2026-11-17.txt", stations: 95)
      #expect(second.contains("已有同名而内容不同的来源") && second.contains("jianbao remove 2026-11-17.txt"))
      #expect(second.contains("其中1篇与已有的是同一篇报道（2026-11-17.txt）"))
      let third = try add("2026-11-18.txt", stations: 93)
      #expect(!third.contains("同名") && third.contains("其中1篇与已有的是同一篇报道（2026-11-17.txt）"))
      let removed = try Tool.run(["remove", "2026-11-17.txt"], in: folder)
      #expect(removed.status == 0 && removed.messages.contains("移出2个来源、2篇"))
    }
  }

  @Test func importNamesAnIssueThatItDoesNotTake() throws {
    try inFolder { folder in
      try folder.write("2026-11-18.txt", Self.article("金乡县", stations: 91))
      for (archive, number) in [("a.sqlite", "1"), ("b.sqlite", "9")] {
        for command in [
          ["add", "2026-11-18.txt"], ["weekly", "2026-W47", "--issue", number, "--formats", "txt"],
        ] {
          #expect(try Tool.run(command + ["--archive", archive], in: folder).status == 0)
        }
      }
      let before = try Tool.run(["export", "--archive", "a.sqlite"], in: folder).output
      _ = try Tool.run(["export", "--archive", "b.sqlite", "-o", "b.jsonl"], in: folder)
      let run = try Tool.run(["import", "b.jsonl", "--archive", "a.sqlite"], in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("期号冲突，没有收入：2026-11-16 至 2026-11-22 第9期"))
      #expect(run.messages.contains("资料库里已有 2026-11-16 至 2026-11-22 第1期"))
      #expect(try Tool.run(["export", "--archive", "a.sqlite"], in: folder).output == before)
    }
  }

  @Test func importRefusesAnExportThatWasEdited() throws {
    try inFolder { folder in
      try folder.write("2026-11-18.txt", Self.article("金乡县", stations: 91))
      _ = try Tool.run(["add", "2026-11-18.txt"], in: folder)
      let whole = try Tool.run(["export"], in: folder).output
      try folder.write("all.jsonl", whole.replacingOccurrences(of: "91个", with: "95个"))
      let run = try Tool.run(["import", "all.jsonl", "--archive", "b.sqlite"], in: folder)
      #expect(run.status == 3 && run.messages.contains("第1行的原文在导出以后改动过"))
    }
  }

  @Test func addSaysWhichArchiveItWroteAndWhat() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "prefecture: 济宁市\n")
      for day in 17...18 {
        try folder.write("in/2026-11-\(day).txt", Self.article("金乡县", stations: 74 + day))
      }
      let first = try Tool.run(["add", "in/2026-11-17.txt"], in: folder)
      #expect(first.messages.contains("jianbao.sqlite：收入1个来源、1篇。\n"))
      let both = try Tool.run(["add", "in", "--archive", "jianbao.sqlite"], in: folder)
      #expect(both.messages.hasSuffix("资料库 jianbao.sqlite：收入1个来源、1篇，已有1个来源没有变动。\n"))
    }
  }

  @Test func whatTakesNothingInLeavesNoArchive() throws {
    try inFolder { folder in
      try folder.write("无.txt", Self.article("金乡县", stations: 91))
      try folder.write("bad.jsonl", "甲\n")
      for arguments in [
        ["add", "无.txt"], ["add", "没有.txt"], ["import", "bad.jsonl"], ["import", "没有.jsonl"],
      ] {
        #expect(try Tool.run(arguments, in: folder).status == 3)
        #expect(folder.files == ["bad.jsonl", "无.txt"])
      }
    }
  }

  @Test func removeWantsANameAndAnArchive() throws {
    try inFolder { folder in
      let statuses = try [["remove"], ["remove", "a.txt"]].map { try Tool.run($0, in: folder).status }
      #expect(statuses == [2, 3])
      #expect(folder.files.isEmpty)
    }
  }
}
