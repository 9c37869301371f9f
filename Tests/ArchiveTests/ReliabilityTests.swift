import BriefingModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Archive

@Suite struct ReliabilityTests {
  /// A folder that is gone afterwards.
  private func inFolder(_ test: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try test(folder.path)
  }

  private func fill(_ archive: Archive, _ numbers: Range<Int>, name: String = "") throws {
    let text = try fixture(ArchiveTests.slugs[2])
    for number in numbers {
      _ = try archive.add(try source(text + "　　（第\(name)\(number)号稿）\n", name: "\(name)\(number).txt"))
    }
  }

  @Test func refusesWhatIsNoDatabaseAndLeavesIt() throws {
    try inFolder { folder in
      let path = folder + "/a.sqlite"
      let bytes = Data(String(repeating: "报", count: 4000).utf8)
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(throws: ArchiveError.notAnArchive) { _ = try Archive(path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
  }

  @Test func refusesAnotherProgramsDatabaseAndLeavesIt() throws {
    try inFolder { folder in
      let path = folder + "/a.sqlite"
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "CREATE TABLE other (a); INSERT INTO other VALUES (1)")
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: ArchiveError.notAnArchive) { _ = try Archive(path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
  }

  /// Whichever page is damaged: an error or a fault, or a page that holds nothing; never wrong text as if sound.
  @Test func noticesADamagedPage() throws {
    try inFolder { folder in
      let path = folder + "/a.sqlite"
      try fill(try Archive(path), 0..<30)
      try Archive(path).backUp(to: folder + "/b.sqlite")
      let sound = try Data(contentsOf: URL(fileURLWithPath: folder + "/b.sqlite"))
      var noticed = 0
      let pages = Array(stride(from: 1, to: sound.count / 4096, by: 7))
      for page in pages {
        var bytes = sound
        for offset in 0..<4096 { bytes[page * 4096 + offset] = UInt8((offset * 31 + page) % 251) }
        try bytes.write(to: URL(fileURLWithPath: folder + "/c.sqlite"))
        do throws(ArchiveError) {
          if try !Archive(folder + "/c.sqlite").verify().faults.isEmpty { noticed += 1 }
        } catch {
          #expect([.damaged, .notAnArchive].contains(error))
          noticed += 1
        }
        for end in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: folder + "/c.sqlite" + end)
        }
      }
      #expect(noticed == pages.count)
    }
  }

  @Test func saysThatTheDiskIsFullAndLosesNothing() throws {
    try inArchive { archive in
      try fill(archive, 0..<3)
      // SQLite answers a file that may not grow as it answers a full disk.
      try archive.queue.writeWithoutTransaction { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
      }
      #expect(throws: ArchiveError.full) { try fill(archive, 3..<40) }
      let before = try archive.verify()
      #expect(before.faults.isEmpty && before.sources >= 3)
      try archive.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
      try fill(archive, 0..<40)
      #expect(try archive.verify().sources == 40)
    }
  }

  @Test func writesNothingWhereOnlyReadingIsAllowed() throws {
    try inFolder { folder in
      let path = folder + "/a.sqlite"
      try fill(try Archive(path), 0..<2)
      let archive = try Archive(path, isReadOnly: true)
      #expect(throws: ArchiveError.readOnly) { try fill(archive, 2..<3) }
      let hits = try archive.search(.init(words: "信访")).hits
      #expect(!hits.isEmpty)
    }
  }

  @Test func aFailedSourceLeavesNothing() throws {
    try inArchive { archive in
      try fill(archive, 0..<1)
      try archive.write {
        try $0.execute(
          sql:
            "CREATE TRIGGER stop BEFORE INSERT ON band BEGIN SELECT raise(ABORT, 'x'); END"
        )
      }
      #expect(throws: ArchiveError.self) { try fill(archive, 1..<2) }
      try archive.write { try $0.execute(sql: "DROP TRIGGER stop") }
      let found = try archive.verify()
      #expect(found.sources == 1 && found.faults.isEmpty)
      // What was remembered of it is forgotten.
      try fill(archive, 1..<80)
      #expect(try archive.verify().faults.isEmpty)
    }
  }

  @Test func twoWriteWhileOneSearches() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in ["a", "b"] {
        group.addTask { try self.fill(try Archive(path), 0..<40, name: name) }
      }
      group.addTask {
        let archive = try Archive(path)
        for _ in 0..<40 { _ = try archive.search(.init(words: "信访")) }
      }
      try await group.waitForAll()
    }
    let found = try Archive(path).verify()
    #expect(found.sources == 80 && found.faults.isEmpty)
  }

  /// Values that no version writes: a message, not a stop of the program.
  @Test(arguments: [
    "UPDATE article SET day = 'abc'", "UPDATE source SET date_from = 'zzz'",
    "UPDATE article SET kind = 'zzz'",
    "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = replace(sql, 'text TEXT NOT NULL', 'text TEXT') "
      + "WHERE name = 'source'; PRAGMA writable_schema = RESET; UPDATE source SET text = NULL",
  ])
  func saysThatAValueIsDamaged(_ sql: String) throws {
    try inFolder { folder in
      let path = folder + "/a.sqlite"
      try fill(try Archive(path), 0..<2)
      try Archive(path).write { try $0.execute(sql: sql) }
      #expect(throws: ArchiveError.damaged) { try Archive(path).export { _ in } }
      _ = try? Archive(path).coverage()
      do {
        #expect(try !Archive(path).verify().faults.isEmpty)
      } catch {
        #expect(error as? ArchiveError == .damaged)
      }
    }
  }

  @Test func refusesAFileThatHasLostItsTablesOrVersion() throws {
    try inFolder { folder in
      for (name, sql) in [("a", "PRAGMA user_version = -1"), ("b", "DROP TABLE article")] {
        let path = "\(folder)/\(name).sqlite"
        try Archive(path).write { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + sql) }
        #expect(throws: ArchiveError.damaged) { try Archive(path).coverage() }
      }
    }
  }

  /// A new archive is one without its log too; a log without its file is left alone.
  @Test func aLogWithoutItsFileIsKept() throws {
    try inFolder { folder in
      let path = folder + "/a.sqlite"
      let archive = try Archive(path)
      let files = FileManager.default
      try files.copyItem(atPath: path, toPath: folder + "/b.sqlite")
      #expect(try Archive(folder + "/b.sqlite", isReadOnly: true).coverage().isEmpty)
      try fill(archive, 0..<2)
      try files.copyItem(atPath: path + "-wal", toPath: folder + "/c.sqlite-wal")
      let log = try Data(contentsOf: URL(fileURLWithPath: folder + "/c.sqlite-wal"))
      #expect(!log.isEmpty)
      #expect(throws: ArchiveError.damaged) { try Archive(folder + "/c.sqlite") }
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/c.sqlite-wal")) == log)
    }
  }

  @Test func aLinkIsTheFileItLeadsTo() throws {
    try inFolder { folder in
      let (path, link) = (folder + "/a.sqlite", folder + "/l.sqlite")
      let archive = try Archive(path)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      try fill(archive, 0..<2)
      #expect(try Archive(link).verify().sources == 2)
      #expect(!FileManager.default.fileExists(atPath: link + "-wal"))
    }
  }

  /// The tables as earlier versions wrote them, and what the first one exported.
  @Test(arguments: 1..<Schema.version) func anArchiveOfAnEarlierVersionKeepsEverything(_ version: Int) throws
  {
    try inFolder { folder in
      let path = folder + "/a.sqlite"
      let old = try Archive(path, version: version)
      let rows = try Data(contentsOf: Repository.fixtures.appending(path: "archives/version-\(version).sql"))
      try old.write { try $0.execute(sql: String(decoding: rows, as: UTF8.self)) }
      // Whoever only reads brings it up too.
      let archive = try Archive(path, isReadOnly: true)
      var lines = ""
      // It did not yet give the hash of a text.
      try archive.export { lines += $0.replacing(/,"textHash":"[0-9a-f]{64}"/, with: "") + "\n" }
      let exported = try Data(contentsOf: Repository.fixtures.appending(path: "archives/version-1.jsonl"))
      #expect(Data(lines.utf8) == exported)
      #expect(try archive.retoldStories().count == 1)
      let hits = try archive.search(.init(words: "信访")).hits
      #expect(!hits.isEmpty)
      #expect(try Archive(path).verify().faults.isEmpty)
      let day = CalendarDate(year: 2026, month: 11, day: 16)
      let scope = try archive.scope(from: day, to: CalendarDate(dayNumber: day.dayNumber + 6))
      let issue = try archive.issue(of: scope, today: day, issue: nil, total: nil, record: false)
      #expect(issue.issue == 1 && issue.date.iso == "2026-11-20")
      try inArchive { copy in
        let added = try copy.importLines(lines.split(separator: "\n")).added
        #expect(added == 4)
        let stories = (try copy.retoldStories(), try archive.retoldStories())
        #expect(stories.0 == stories.1)
      }
    }
  }

  @Test func anArchiveOfEachEarlierVersionIsBroughtUp() throws {
    try inFolder { folder in
      for version in 0..<Schema.version {
        let path = folder + "/\(version).sqlite"
        _ = try Archive(path, version: version)
        try fill(try Archive(path), 0..<1)
        #expect(try Archive(path).verify().sources == 1)
      }
    }
  }
}
