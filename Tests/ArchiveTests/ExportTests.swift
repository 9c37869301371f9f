import BriefingModel
import Foundation
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
}
