import Foundation
import Testing

/// Several programs at one archive, and disks that do not take what they are given.
@Suite struct ArchiveReliabilityTests {
  private static func fill(_ folder: Folder, _ name: String, files: Int) throws {
    for number in 0..<files {
      try folder.write(
        "\(name)/2026-11-\(10 + number % 18)-\(number).txt",
        """
        金乡县：党建引领出新招
        　　本报讯 近年来，金乡县着力提升社区服务水平，\(name)第\(number)次总结，受到居民普遍欢迎。
        　　一、建好服务阵地。全县建成居民小区“红帆驿站”\(number)个，配备专职工作人员，方便居民办事议事。
        　　二、推行红色代办。组织党员为老人上门代办医保、社保等事项，做到小事不出小区、大事不出社区。

        """)
    }
  }

  @Test func twoProgramsAddWhileAThirdSearches() async throws {
    let folder = try Folder()
    defer { folder.remove() }
    let files = 150
    for name in ["甲", "乙"] { try Self.fill(folder, name, files: files) }
    let runs = try await withThrowingTaskGroup(of: [Run].self) { group in
      for name in ["甲", "乙"] {
        group.addTask { [try Tool.run(["add", name], in: folder)] }
      }
      group.addTask {
        // Before the archive is there, there is nothing to search.
        while !FileManager.default.fileExists(atPath: folder.path("jianbao.sqlite")) { usleep(1000) }
        return try (0..<20).map { _ in try Tool.run(["search", "代办", "--limit", "9999"], in: folder) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for run in runs.joined() {
      #expect([0, 1].contains(run.status) && !run.messages.contains("错误"), "\(run.messages)")
    }
    let verified = try Tool.run(["verify"], in: folder)
    #expect(verified.output.contains("\(2 * files)个来源"), "\(verified.messages)")
    let found = try Tool.run(["search", "红色代办", "--limit", "9999"], in: folder)
    #expect(found.output.components(separatedBy: "推行【红色代办】").count == 2 * files + 1)
  }

  /// A file that may not grow is refused as a full disk refuses it.
  @Test func saysThatAFileMayNotGrowAndKeepsWhatIsThere() throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 100)
      let limited = try Tool.runWithFileLimit(["add", "甲"], kilobytes: 200, in: folder)
      #expect(limited.status != 0 && limited.messages.contains("磁盘已满，或文件大小受到限制"))
      let verified = try Tool.run(["verify"], in: folder)
      #expect(verified.status == 0 && !verified.output.contains("100个来源"), "\(verified.messages)")
      #expect(try Tool.run(["add", "甲"], in: folder).status == 0)
      #expect(try Tool.run(["verify"], in: folder).output.contains("100个来源"))
    }
  }

  /// A slip in a name must not cost the archive, nor make a success of nothing.
  @Test(arguments: [
    ["export", "--output", "jianbao.sqlite"], ["export", "--output", "jianbao.sqlite-wal"],
    ["trend", "红帆驿站", "--csv", "jianbao.sqlite"], ["backup", "jianbao.sqlite-wal"],
    ["export", "--output", "link.jsonl"],
  ])
  func neverReplacesADatabase(_ arguments: [String]) throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 2)
      #expect(try Tool.run(["add", "甲"], in: folder).status == 0)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("link.jsonl"), withDestinationPath: folder.path("jianbao.sqlite"))
      let run = try Tool.run(arguments, in: folder)
      #expect(run.status == 3 && run.messages.contains("数据库文件"), "\(run.messages)")
      #expect(try Tool.run(["verify"], in: folder).output.contains("2个来源"))
    }
  }

  @Test func sqlitesOwnNamesAreFilesAndNoNameIsRefused() throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 1)
      let nameless = try Tool.run(["add", "甲", "--archive", ""], in: folder)
      #expect(nameless.status == 2 && nameless.messages.contains("--archive"))
      for name in [":memory:", "file:x.sqlite?mode=memory"] {
        #expect(try Tool.run(["add", "甲", "--archive", name], in: folder).status == 0)
        #expect(try Tool.run(["verify", "--archive", name], in: folder).output.contains("1个来源"))
      }
      #expect(try Tool.run(["backup", "", "--archive", ":memory:"], in: folder).status == 2)
      let nowhere = try Tool.run(["add", "甲", "--archive", "无/a.sqlite"], in: folder)
      #expect(nowhere.status == 3 && nowhere.messages.contains("路径不存在"))
    }
  }

  @Test func aBackupThatDoesNotFitLeavesNothing() throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 60)
      #expect(try Tool.run(["add", "甲"], in: folder).status == 0)
      let run = try Tool.runWithFileLimit(["backup", "b.sqlite"], kilobytes: 64, in: folder)
      #expect(run.status == 3)
      #expect(!folder.files.contains { $0.contains("b.sqlite") }, "\(folder.files)")
      #expect(try Tool.run(["backup", "b.sqlite"], in: folder).status == 0)
      #expect(try Tool.run(["verify", "--archive", "b.sqlite"], in: folder).output.contains("60个来源"))
    }
  }

  @Test func removesWhatAnEndedProgramLeftOfThisName() throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 1)
      #expect(try Tool.run(["add", "甲"], in: folder).status == 0)
      let names = [".jianbao-7-a.jsonl.tmp", ".jianbao-8-a.jsonl.tmp", ".jianbao-7-b.jsonl.tmp"]
      for name in names { try folder.write(name, "") }
      let old = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -7200)]
      for name in [names[0], names[2]] {
        try FileManager.default.setAttributes(old, ofItemAtPath: folder.path(name))
      }
      #expect(try Tool.run(["export", "--output", "a.jsonl"], in: folder).status == 0)
      let left = names.filter { FileManager.default.fileExists(atPath: folder.path($0)) }
      #expect(left == [names[1], names[2]], "one may be at work, one is of another file")
    }
  }

  /// They are written to, not replaced.
  @Test func writesThroughLinksAndDevices() throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 1)
      #expect(try Tool.run(["add", "甲"], in: folder).status == 0)
      try folder.write("real.jsonl", "")
      let link = folder.path("link.jsonl")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("real.jsonl"))
      #expect(try Tool.run(["export", "--output", "link.jsonl"], in: folder).status == 0)
      #expect(try folder.text("real.jsonl") == Tool.run(["export"], in: folder).output)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link).hasSuffix("real.jsonl"))
      let device = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
      #expect(try Tool.run(["export", "--output", "/dev/stdout"], in: folder).status == 0)
      #expect(device == .typeCharacterSpecial)
    }
  }

  @Test(arguments: [
    ["add", "甲", "--date", "0206-11-20"], ["search", "驿站", "--since", "9999-12-31"],
    ["weekly", "2026-W47", "--issue", "9223372036854775807"],
  ])
  func refusesNumbersThatAreSlips(_ arguments: [String]) throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 1)
      #expect(try Tool.run(["add", "甲"], in: folder).status == 0)
      let run = try Tool.run(arguments, in: folder)
      #expect(run.status == 2, "\(run.messages)")
    }
  }

  @Test func writesNoPartOfAnExportOrBriefingThatDoesNotFit() throws {
    try inFolder { folder in
      try Self.fill(folder, "甲", files: 60)
      #expect(try Tool.run(["add", "甲"], in: folder).status == 0)
      let whole = try Tool.run(["export"], in: folder).output
      let export = try Tool.runWithFileLimit(["export", "--output", "a.jsonl"], kilobytes: 64, in: folder)
      #expect(export.status == 3 && export.messages.contains("a.jsonl"))
      // A folder stands where the second document should.
      let week = ["weekly", "2026-W47", "--formats", "odt,txt", "--date", "2026-11-20"]
      try folder.write("reports/简报-2026-W47.txt/a", "")
      let weekly = try Tool.run(week, in: folder)
      #expect(weekly.status == 3 && weekly.messages.contains("简报-2026-W47.txt"))
      #expect(
        !folder.files.contains { $0.hasSuffix(".jsonl") || $0.hasSuffix(".tmp") || $0.hasSuffix(".odt") })
      // No number was used.
      #expect(try Tool.run(["list", "--weeks"], in: folder).output.contains("第1期") == false)
      #expect(try Tool.run(["export"], in: folder).output == whole)
      try FileManager.default.removeItem(atPath: folder.path("reports"))
      #expect(try Tool.run(week, in: folder).status == 0)
      #expect(try Tool.run(["list", "--weeks"], in: folder).output.contains("第1期"))
      #expect(try Tool.run(["export", "--output", "a.jsonl"], in: folder).status == 0)
      #expect(try folder.text("a.jsonl").hasPrefix(whole))
    }
  }
}
