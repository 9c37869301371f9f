import BriefingModel
import Foundation
import GRDB
import Testing

@testable import Archive

@Suite struct ExportTests {
  private func exported(_ archive: Archive) throws -> [String] {
    var lines: [String] = []
    try archive.export { lines.append($0) }
    return lines
  }

  private func filled(_ archive: Archive) throws {
    for (place, slug) in ArchiveTests.slugs.enumerated() {
      let text = try fixture(slug)
      _ = try archive.add(try source(text, name: "\(9 - place).txt"))
      _ = try archive.add(try source(text + "　　（又一稿）\n", name: "copy \(place).txt", day: "2026-11-21"))
    }
    let day = CalendarDate(year: 2026, month: 11, day: 16)
    let scope = try archive.scope(from: day, to: CalendarDate(dayNumber: day.dayNumber + 6))
    _ = try archive.issue(of: scope, today: day, issue: 7, total: 70, record: true)
  }

  @Test func comesInAgainByteForByte() throws {
    try inArchive { archive in
      try filled(archive)
      let lines = try exported(archive)
      #expect(lines.count == 7)
      try inArchive { copy in
        let done = try copy.importLines(lines.map { Substring($0) })
        #expect(done.added == 6 && done.known == 0 && done.issues == 1)
        #expect(try exported(copy) == lines)
        let stories = (try copy.retoldStories(), try archive.retoldStories())
        #expect(stories.0 == stories.1)
        #expect(try copy.retoldStories().count >= 2)
        #expect(try copy.verify().faults.isEmpty)
        let again = try copy.importLines(lines.map { Substring($0) })
        #expect(again.added == 0 && again.known == 6)
        #expect(try exported(copy) == lines)
      }
    }
  }

  @Test(arguments: ["x", "{}", "{\"jianbao\":2}", "{\"jianbao\":1}"])
  func refusesABadLineAndAddsNothing(_ bad: String) throws {
    try inArchive { archive in
      try filled(archive)
      let lines = try exported(archive)
      try inArchive { copy in
        #expect(throws: ArchiveError.notAnExport(line: 3)) {
          _ = try copy.importLines([Substring(lines[0]), Substring(lines[1]), Substring(bad)])
        }
        let sources = try copy.verify().sources
        #expect(sources == 0)
      }
    }
  }

  /// What no reader finds: it would stop a later command, or come back changed.
  @Test(arguments: [
    ("\"bytes\":\\[[0-9]+,[0-9]+\\]", "\"bytes\":[-9223372036854775808,9223372036854775807]"),
    ("\"scalars\":\\[[0-9]+,[0-9]+\\]", "\"scalars\":[0,9223372036854775807]"),
    ("\"lines\":\\[[0-9]+,[0-9]+\\]", "\"lines\":[0,9223372036854775807]"),
    ("\"year\":[0-9]+", "\"year\":9223372036854775807"), ("\"month\":[0-9]+", "\"month\":13"),
    ("\"exponent\":-?[0-9]+", "\"exponent\":400"), ("\"digits\":[0-9]+", "\"digits\":-9223372036854775808"),
    ("a\\.txt", "a\\\\u0000.txt"), ("\"jianbao\":1", "\"jianbao\":1,\"issue\":{}"),
  ])
  func refusesWhatNoReaderFinds(_ pattern: String, _ hostile: String) throws {
    try inArchive { archive in
      _ = try archive.add(try source(try fixture(ArchiveTests.slugs[1]), name: "a.txt"))
      let line = try exported(archive)[0]
      let changed = line.replacingOccurrences(of: pattern, with: hostile, options: .regularExpression)
      #expect(changed != line)
      try inArchive { copy in
        #expect(throws: ArchiveError.notAnExport(line: 1)) { _ = try copy.importLines([Substring(changed)]) }
      }
    }
  }

  @Test(arguments: [
    "\"issue\":9223372036854775807", "\"total\":0", "\"first\":\"2026-12-16\"", "\"last\":\"9999-12-31\"",
    "\"date\":\"2026-13-45\"",
  ])
  func refusesAnIssueThatCannotBe(_ member: String) throws {
    try inArchive { archive in
      try filled(archive)
      let line = try #require(try exported(archive).last)
      let name = member.prefix { $0 != ":" }
      let changed = line.replacingOccurrences(
        of: "\(name):(\"[^\"]*\"|[0-9]+)", with: member, options: .regularExpression)
      #expect(changed != line)
      try inArchive { copy in
        #expect(throws: ArchiveError.notAnExport(line: 1)) { _ = try copy.importLines([Substring(changed)]) }
      }
    }
  }

  /// A text that is its file, and one that was made from a document.
  @Test(arguments: [true, false]) func refusesATextThatWasChanged(_ isDocument: Bool) throws {
    try inArchive { archive in
      var made = try source(try fixture(ArchiveTests.slugs[1]), name: "a.txt")
      if isDocument { made.fileHash = SHA256.hex(of: [1, 2, 3]) }
      _ = try archive.add(made)
      let line = try exported(archive)[0]
      let word = String(try #require(made.outlined.articles.first).headline[0].prefix(2))
      let changed = line.replacingOccurrences(of: word, with: "九九")
      #expect(changed != line)
      try inArchive { copy in
        #expect(throws: ArchiveError.notAnExport(line: 2, isChanged: true)) {
          _ = try copy.importLines(["", Substring(changed)])
        }
        let added = try copy.importLines([Substring(line)]).added
        #expect(added == 1)
      }
      // An export of an earlier version tells nothing of its texts.
      let old = line.replacing(/"textHash":"[0-9a-f]*"/, with: "\"textHash\":null")
      #expect(old != line)
      try inArchive { copy in
        let added = try copy.importLines([Substring(old)]).added
        #expect(added == 1)
        #expect(try exported(copy) == [line])
      }
    }
  }

  /// What is damaged in the archive is not made whole by an export.
  @Test func anExportOfADamagedTextIsRefused() throws {
    try inArchive { archive in
      try filled(archive)
      try archive.write { try $0.execute(sql: "UPDATE source SET text = text || '。' WHERE id = 4") }
      let lines = try exported(archive)
      try inArchive { copy in
        #expect(throws: ArchiveError.notAnExport(line: 4, isChanged: true)) {
          _ = try copy.importLines(lines.map { Substring($0) })
        }
        let sources = try copy.verify().sources
        #expect(sources == 0)
      }
    }
  }

  private func issue(_ week: Int, _ number: Int, total: Int? = nil, in archive: Archive) throws {
    let first = CalendarDate(dayNumber: CalendarDate(year: 2026, month: 1, day: 5).dayNumber + 7 * week)
    let scope = try archive.scope(from: first, to: CalendarDate(dayNumber: first.dayNumber + 6))
    _ = try archive.issue(of: scope, today: first, issue: number, total: total ?? number, record: true)
  }

  /// The number of a briefing that is printed does not change, and no two have the same.
  @Test func takesNoIssueThatConflicts() throws {
    try inArchive { archive in
      try issue(47, 1, in: archive)
      try issue(44, 2, in: archive)
      try issue(40, 3, in: archive)
      let before = try exported(archive)
      try inArchive { other in
        try filled(other)
        // Another number, another week's number, as it is, new, another week's number of all.
        for (week, number, total) in [(47, 9, 9), (46, 2, 22), (40, 3, 3), (41, 4, 4), (42, 5, 2)] {
          try issue(week, number, total: total, in: other)
        }
        let done = try archive.importLines(try exported(other).map { Substring($0) })
        #expect(done.added == 6)
        #expect(done.conflicts.map(\.given.issue.issue) == [5, 2, 9])
        #expect(done.conflicts.map(\.kept.issue.issue) == [2, 2, 1])
        #expect(done.issues == 3)
        let issues = try exported(archive).filter { !$0.contains("\"source\"") }
        #expect(issues.count == 5 && before.allSatisfy(issues.contains))
      }
    }
  }

  /// Numbers given by hand may stand twice in an archive; it is given back as it was.
  @Test func takesWhatStandsTwiceInTheExport() throws {
    try inArchive { archive in
      for week in [44, 45] { try issue(week, 7, in: archive) }
      let lines = try exported(archive)
      try inArchive { copy in
        let done = try copy.importLines(lines.map { Substring($0) })
        #expect(done.issues == 2 && done.conflicts.isEmpty)
        #expect(try exported(copy) == lines)
      }
    }
  }

  /// An export does not say which sources an issue knew; an archive that knows keeps it.
  @Test func anIssueThatIsThereIsLeftAsItIs() throws {
    try inArchive { archive in
      try filled(archive)
      let done = try archive.importLines(try exported(archive).map { Substring($0) })
      let through = try archive.read { try Int64.fetchOne($0, sql: "SELECT through FROM issue") }
      #expect(done.issues == 1 && done.conflicts.isEmpty && through == 6)
    }
  }
}
