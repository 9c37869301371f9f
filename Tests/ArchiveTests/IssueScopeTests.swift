import BriefingModel
import Testing

@testable import Archive

/// Which issue tells an article.
@Suite struct IssueScopeTests {
  private static let monday = CalendarDate(year: 2026, month: 11, day: 9)

  private func scope(_ archive: Archive, week: Int, isRenewed: Bool = false) throws -> IssueScope {
    let first = Self.monday.dayNumber + 7 * week
    return try archive.scope(
      from: CalendarDate(dayNumber: first), to: CalendarDate(dayNumber: first + 6), isRenewed: isRenewed)
  }

  /// The files that a week's issue tells.
  private func told(_ archive: Archive, week: Int, isRenewed: Bool = false) throws -> [String] {
    try archive.articles(of: scope(archive, week: week, isRenewed: isRenewed))
      .filter { !$0.isToldBefore }.map(\.article.origin.source)
  }

  private func record(_ archive: Archive, week: Int) throws {
    let scope = try scope(archive, week: week)
    _ = try archive.issue(of: scope, today: scope.last, issue: nil, total: nil, record: true)
  }

  private func add(_ name: String, _ place: Int, day: String, to archive: Archive, text: String = "") throws {
    let text = text.isEmpty ? try fixture(ArchiveTests.slugs[place]) : text
    _ = try archive.add(try source(text, name: name, day: day))
  }

  @Test func whatComesTooLateIsOfTheNextIssueAndOfNoOther() throws {
    try inArchive { archive in
      try add("a", 0, day: "2026-11-10", to: archive)
      try record(archive, week: 0)
      // Saturday's, added when Friday's issue was out.
      try add("b", 1, day: "2026-11-14", to: archive)
      #expect(try told(archive, week: 1) == ["b"])
      #expect(try archive.articles(of: scope(archive, week: 1)).map(\.isLate) == [true])
      try record(archive, week: 1)
      #expect(try told(archive, week: 0) == ["a"], "closed by the one that followed")
      #expect(try archive.newcomers(to: scope(archive, week: 0)) == 1)
      #expect(try told(archive, week: 1) == ["b"])
      #expect(try told(archive, week: 2) == [])
      #expect(try told(archive, week: 0, isRenewed: true) == ["a", "b"])
    }
  }

  @Test func theLastIssueTakesInWhatComes() throws {
    try inArchive { archive in
      try add("a", 0, day: "2026-11-10", to: archive)
      try record(archive, week: 0)
      try add("b", 1, day: "2026-11-11", to: archive)
      #expect(try archive.newcomers(to: scope(archive, week: 0)) == 1)
      #expect(try told(archive, week: 0) == ["a", "b"])
      try record(archive, week: 0)
      #expect(try archive.newcomers(to: scope(archive, week: 0)) == 0)
      #expect(try told(archive, week: 1) == [], "the first has it now")
    }
  }

  /// What an issue knew is known after an export and import too.
  @Test func aClosedIssueIsClosedAfterAnImport() throws {
    try inArchive { archive in
      try add("a", 0, day: "2026-11-10", to: archive)
      try record(archive, week: 0)
      try add("b", 1, day: "2026-11-14", to: archive)
      try record(archive, week: 1)
      var lines: [Substring] = []
      try archive.export { lines.append(Substring($0)) }
      try inArchive { copy in
        _ = try copy.importLines(lines)
        #expect(try told(copy, week: 0) == ["a"])
        #expect(try told(copy, week: 1) == ["b"])
      }
    }
  }

  /// What fills up the archive is no news: days that no issue was of, and days long past.
  @Test func oldDaysAreNotLate() throws {
    try inArchive { archive in
      try add("a", 0, day: "2026-11-10", to: archive)
      try record(archive, week: 0)
      try add("b", 1, day: "2026-11-06", to: archive)
      #expect(try told(archive, week: 1) == [])
      try add("c", 2, day: "2026-11-10", to: archive)
      #expect(try told(archive, week: 7) == [])
    }
  }

  @Test func aStoryThatNoIssueToldIsNews() throws {
    try inArchive { archive in
      let text = try fixture(ArchiveTests.slugs[1])
      try add("a", 1, day: "2026-11-15", to: archive)
      try add("b", 1, day: "2026-11-16", to: archive, text: text + "　　（转载）\n")
      #expect(try archive.retoldStories().count == 1)
      #expect(try told(archive, week: 1) == ["b"])
      try record(archive, week: 0)
      #expect(try told(archive, week: 1) == [])
      // The week before, written after it, changes nothing in an issue that is out.
      try add("c", 0, day: "2026-11-17", to: archive)
      try record(archive, week: 1)
      #expect(try told(archive, week: 1) == ["c"])
    }
  }

  @Test func aLongerVersionWithFurtherMeasuresIsNews() throws {
    try inArchive { archive in
      let whole = try fixture("official-three-level-with-plain-part")
      let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
      let short = lines.prefix(lines.count * 3 / 5).joined(separator: "\n")
      try add("a", 0, day: "2026-11-13", to: archive, text: short)
      try record(archive, week: 0)
      try add("b", 0, day: "2026-11-16", to: archive, text: whole)
      #expect(try archive.retoldStories().count == 1)
      #expect(try told(archive, week: 1) == ["b"])
    }
  }
}
