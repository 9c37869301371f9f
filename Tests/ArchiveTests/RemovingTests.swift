import BriefingModel
import Foundation
import GRDB
import Testing

@testable import Archive

/// A source that was taken out has never been there.
@Suite struct RemovingTests {
  private func article(_ number: Int, stations: Int) -> String {
    """
    金乡县：党建引领出新招\(number)
    　　本报讯 近年来，金乡县着力提升服务水平，第\(number)次总结经验。
    　　一、建好服务阵地。全县建成居民小区“红帆驿站”\(stations)个，方便居民办事议事。
    　　二、推行红色代办。组织党员为老人上门代办医保、社保等事项，做到小事不出小区、大事不出社区。

    """
  }

  private func add(_ numbers: some Sequence<Int>, stations: Int = 100, to archive: Archive) throws {
    for number in numbers {
      let day = CalendarDate(dayNumber: 20_000 + number * 37 % 50)
      _ = try archive.add(
        try source(article(number, stations: stations + number), name: "\(number).txt", day: day.iso))
    }
  }

  private func remove(_ numbers: some Sequence<Int>, from archive: Archive) throws -> [Archive.Entry] {
    let names = Set(numbers.map { "\($0).txt" })
    return try archive.remove(try archive.sources { names.contains($0) })
  }

  private func exported(_ archive: Archive) throws -> [String] {
    var lines: [String] = []
    try archive.export { lines.append($0) }
    return lines
  }

  /// The last ones of an archive, wrong at first: some wait for the index, some have been entered.
  @Test(arguments: [1, 100, 127, 128, 129, 300], [1, 30]) func removedAndAddedAgainAllIsAsIfAlwaysRight(
    _ count: Int, last: Int
  ) throws {
    let wrong = max(0, count - last)..<count
    try inArchive { right in
      try add(0..<count, to: right)
      try inArchive { archive in
        try add(0..<wrong.lowerBound, to: archive)
        try add(wrong, stations: 7000, to: archive)
        let removed = try remove(wrong, from: archive)
        #expect(removed.map(\.name) == wrong.map { "\($0).txt" } && removed.allSatisfy { $0.articles == 1 })
        #expect(try archive.verify().faults.isEmpty)
        #expect(try archive.search(.init(words: "红色代办", limit: 1000)).hits.count == wrong.lowerBound)
        #expect(try archive.series(of: "红帆驿站", county: nil).count == wrong.lowerBound)
        let known = try archive.objects(like: "红帆驿站", county: nil)
        #expect(known.isEmpty == (wrong.lowerBound == 0))
        try add(wrong, to: archive)
        #expect(try exported(archive) == (try exported(right)))
        #expect(try archive.verify().faults.isEmpty)
        let hits = try archive.search(.init(words: "红色代办", limit: 1000)).hits
        #expect(hits == (try right.search(.init(words: "红色代办", limit: 1000)).hits))
        #expect(
          try archive.series(of: "红帆驿站", county: nil) == (try right.series(of: "红帆驿站", county: nil)))
      }
    }
  }

  @Test func keepsWhatStandsBetween() throws {
    try inArchive { archive in
      try add(0..<200, to: archive)
      #expect(try remove(stride(from: 0, to: 200, by: 3), from: archive).count == 67)
      #expect(try archive.verify().faults.isEmpty)
      let hits = try archive.search(.init(words: "红色代办", limit: 1000)).hits
      #expect(Set(hits.map(\.source)).count == 133 && !hits.contains { $0.source == "9.txt" })
      #expect(try archive.series(of: "红帆驿站", county: nil).count == 133)
      #expect(try remove(0..<200, from: archive).count == 133)
      #expect(try archive.verify() == (0, 0, []))
      #expect(try archive.objects(like: "红帆驿站", county: nil).isEmpty)
      let rows = try archive.read { db in
        try ["band", "search_docsize"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
      }
      #expect(rows == [0, 0])
    }
  }

  /// More measures than the index has numbers for.
  @Test func removesAVeryLongArticle() throws {
    let text = "金乡县：办好实事\n　　本报讯 近年来，金乡县办好实事。\n　　一、办好实事。办好实事100件。\n"
    try inArchive { archive in
      var made = try source(String(repeating: text + "\n", count: 200), name: "1.txt")
      let first = try #require(made.outlined.articles.first)
      made.outlined.articles[0].measures = (1...400).map {
        Measure(
          number: "\($0)", heading: "办好第\($0)件实事", marking: .numbered, headingOrigin: first.origin,
          origin: first.origin, body: "组织力量办理。", confidence: 1)
      }
      _ = try archive.add(made)
      #expect(try archive.read(WordIndex.through) > 0)
      _ = try remove(1..<2, from: archive)
      #expect(try archive.search(.init(words: "实事")).hits.isEmpty)
      #expect(try archive.verify() == (0, 0, []))
    }
  }

  /// Three papers tell one story; each of them is the one that is taken out.
  @Test(arguments: 0..<3) func theRestOfAStoryStaysOne(_ place: Int) throws {
    let text = try fixture(ArchiveTests.slugs[1])
    try inArchive { archive in
      for number in 0..<3 {
        _ = try archive.add(try source(text + "　　（第\(number)稿）\n", name: "\(number).txt"))
      }
      let names = (0..<3).map { "\($0).txt" }
      #expect(try archive.retoldStories().allSatisfy { $0 == names })
      #expect(try !archive.retoldStories().isEmpty)
      _ = try remove(place..<place + 1, from: archive)
      let rest = names.filter { $0 != names[place] }
      #expect(try archive.retoldStories().allSatisfy { $0 == rest })
      #expect(try !archive.retoldStories().isEmpty)
      #expect(try archive.verify().faults.isEmpty)
      _ = try archive.remove(try archive.sources { $0 == rest[0] })
      #expect(try archive.retoldStories().isEmpty)
      let stories = try archive.read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM article WHERE story IS NOT NULL")
      }
      #expect(stories == 0)
    }
  }

  /// What was taken out is no longer what a new article is compared with, in this program and in another one.
  @Test func anotherProgramTakesNoNewArticleForOneThatIsGone() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let archives = [try Archive(path), try Archive(path)]
    let text = try fixture(ArchiveTests.slugs[1])
    _ = try archives[0].add(try source(text, name: "0.txt"))
    _ = try remove(0..<1, from: archives[1])
    // Another text would have the number of the one that the first program remembers.
    _ = try archives[1].add(try source(try fixture(ArchiveTests.slugs[2]), name: "1.txt"))
    let added = try archives[0].add(try source(text + "　　（又一稿）\n", name: "2.txt"))
    #expect(added == .new(articles: 1, copies: []))
    let again = try archives[1].add(try source(text + "　　（再一稿）\n", name: "3.txt"))
    #expect(again == .new(articles: 1, copies: ["2.txt"]))
    for number in 10..<150 { try add(number..<number + 1, to: archives[number % 2]) }
    #expect(try remove(stride(from: 10, to: 150, by: 7), from: archives[0]).count == 20)
    for number in 200..<350 { try add(number..<number + 1, to: archives[number % 2]) }
    #expect(try archives[0].verify().faults.isEmpty)
    #expect(try archives[0].search(.init(words: "红色代办", limit: 1000)).hits.count == 120 + 150)
  }

  @Test func aRemovalThatFailsLeavesEverything() throws {
    try inArchive { archive in
      try add(0..<140, to: archive)
      let before = try exported(archive)
      try archive.write {
        try $0.execute(
          sql: "CREATE TRIGGER stop BEFORE DELETE ON source BEGIN SELECT raise(ABORT, 'x'); END")
      }
      #expect(throws: ArchiveError.self) { _ = try remove(0..<139, from: archive) }
      try archive.write { try $0.execute(sql: "DROP TRIGGER stop") }
      #expect(try exported(archive) == before)
      #expect(try archive.verify().faults.isEmpty)
      #expect(try archive.search(.init(words: "红色代办", limit: 1000)).hits.count == 140)
    }
  }

  /// What is corrected comes too late for an issue that is closed, whatever number its source has.
  @Test func aCorrectionIsNoPartOfAClosedIssue() throws {
    try inArchive { archive in
      func scope(_ week: Int) throws -> IssueScope {
        let first = CalendarDate(year: 2026, month: 11, day: 9).dayNumber + 7 * week
        return try archive.scope(from: CalendarDate(dayNumber: first), to: CalendarDate(dayNumber: first + 6))
      }
      func told(_ week: Int) throws -> [String] {
        try archive.articles(of: scope(week)).map(\.article.origin.source)
      }
      _ = try archive.add(try source(try fixture(ArchiveTests.slugs[0]), name: "a", day: "2026-11-17"))
      _ = try archive.add(try source(try fixture(ArchiveTests.slugs[1]), name: "b", day: "2026-11-10"))
      for week in 0..<2 {
        _ = try archive.issue(of: scope(week), today: scope(week).last, issue: nil, total: nil, record: true)
      }
      #expect(try told(0) == ["b"])
      _ = try archive.remove(try archive.sources { $0 == "b" })
      #expect(try told(0) == [])
      _ = try archive.add(try source(try fixture(ArchiveTests.slugs[2]), name: "b", day: "2026-11-10"))
      #expect(try told(0) == [])
      #expect(try told(1) == ["a", "b"])
    }
  }
}
