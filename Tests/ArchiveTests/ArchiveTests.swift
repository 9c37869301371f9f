import BriefingModel
import Foundation
import Outliner
import SourceReaders
import TestSupport
import Testing

@testable import Archive

/// An archive that is gone afterwards.
func inArchive(_ test: (Archive) throws -> Void) throws {
  try test(try Archive(":memory:"))
}

func source(_ text: String, name: String, day: String = "2026-11-20") throws -> ArchivedSource {
  let bytes = Array(text.utf8)
  let transcript = try read(bytes, source: name)
  let date = try #require(CalendarDate(iso: day))
  return ArchivedSource(
    outlined: Outliner().outline(transcript), paper: nil, date: date, dateFrom: .name,
    fileHash: SHA256.hex(of: bytes),
    text: transcript.bytes)
}

func fixture(_ slug: String) throws -> String {
  String(
    decoding: try Data(contentsOf: Repository.fixtures.appending(path: "articles/\(slug)/source.txt")),
    as: UTF8.self)
}

@Suite struct ArchiveTests {
  static let slugs = [
    "feature-one-cadre-no-measures", "official-three-level-with-plain-part", "four-char-xinfang-baoqing",
  ]

  @Test(arguments: slugs) func givesBackExactlyWhatWasAdded(_ slug: String) throws {
    try inArchive { archive in
      var given = try source(try fixture(slug), name: "a.txt")
      #expect(
        try archive.add(given)
          == .new(articles: given.outlined.articles.count, copies: []))
      var back: [ArchivedSource] = []
      try archive.forEachSource { back.append($0) }
      for index in given.outlined.articles.indices { given.outlined.articles[index].id = "" }
      for index in back[0].outlined.articles.indices { back[0].outlined.articles[index].id = "" }
      #expect(back == [given])
    }
  }

  @Test func addsTheSameFileOnce() throws {
    try inArchive { archive in
      let text = try fixture(Self.slugs[0])
      _ = try archive.add(try source(text, name: "a.txt"))
      let known = try archive.sources { $0 == "a.txt" }[0]
      #expect(try archive.add(try source(text, name: "b.txt")) == .known(known))
      #expect(try archive.verify().sources == 1)
    }
  }

  @Test(arguments: ["户", "信访", "纪检 户"]) func findsWordsOfAnyLength(_ words: String) throws {
    try inArchive { archive in
      let added = try Self.slugs.map { try source(try fixture($0), name: $0) }
      for source in added { _ = try archive.add(source) }
      let hits = try archive.search(.init(words: words, limit: 1000)).hits
      for hit in hits {
        for word in words.split(separator: " ") {
          let stands = (hit.heading + hit.text).contains(word)
          #expect(stands)
        }
      }
      let texts = try archive.search(.init(words: String(words.prefix(1)), limit: 1000)).hits
      #expect(texts.count >= hits.count)
    }
  }

  @Test func findsNoPhraseAcrossPunctuation() throws {
    try inArchive { archive in
      _ = try archive.add(try source("红色，代办\n　　本报金乡讯 红色，代办员上门服务ＡＢＣ３个村。\n", name: "a.txt"))
      #expect(try archive.search(.init(words: "红色代办")).hits.isEmpty)
      #expect(try !archive.search(.init(words: "代办")).hits.isEmpty)
      #expect(try !archive.search(.init(words: "办")).hits.isEmpty)
      #expect(try !archive.search(.init(words: "abc3")).hits.isEmpty)
      #expect(try archive.search(.init(words: "\"")).hits.isEmpty)
    }
  }

  /// What is marked in a text is what the index finds in it.
  @Test(arguments: [
    ("15分钟", "打造“１５分钟”服务圈，115分钟，15分钟", ["１５分钟", "15分钟"]), ("abc", "ＡbＣ中心、abcd", ["ＡbＣ"]),
    ("代办、服务", "代办，服务", ["代办，服务"]), ("代办", "红色代办、代 办、代代办", ["代办", "代办"]), ("，", "甲，乙", ["，"]),
    ("办", "", []), ("", "办", []),
  ])
  func showsWhereWordsStand(_ word: String, _ text: String, _ expected: [String]) {
    #expect(Archive.ranges(of: word, in: text).map { String(text[$0]) } == expected)
  }

  @Test(arguments: ["红", "a", "９", "〇", "，a"]) func canFindLettersDigitsAndHan(_ word: String) {
    #expect(Archive.canFind(word))
  }

  @Test(arguments: ["", "，", "%*\"", "…", "！"]) func canFindNothingElse(_ word: String) {
    #expect(!Archive.canFind(word))
  }

  @Test func linksAShortenedVersionAndNothingElse() throws {
    try inArchive { archive in
      let whole = try fixture("official-three-level-with-plain-part")
      let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
      let short = lines.prefix(lines.count * 3 / 5).joined(separator: "\n")
      _ = try archive.add(try source(whole, name: "a.txt"))
      _ = try archive.add(try source(try fixture("four-char-xinfang-baoqing"), name: "b.txt"))
      _ = try archive.add(try source(short, name: "c.txt", day: "2026-11-21"))
      let day = CalendarDate(year: 2026, month: 11, day: 20)
      let articles = try archive.articles(
        of: try archive.scope(from: day, to: CalendarDate(dayNumber: day.dayNumber + 1)))
      let stories = Dictionary(grouping: articles, by: \.story).values.filter { $0.count > 1 }
      #expect(stories.map { Set($0.map(\.article.origin.source)) } == [["a.txt", "c.txt"]])
    }
  }

  /// ISO weeks, also before 1970, where days are negative numbers.
  @Test func countsWeeksFromMondays() throws {
    try inArchive { archive in
      for (place, day) in ["1969-12-22", "1969-12-28", "1969-12-29", "1970-01-04", "1970-01-05"].enumerated()
      {
        _ = try archive.add(
          try source(try fixture(Self.slugs[1]) + String(repeating: "又", count: place), name: day, day: day))
      }
      let weeks = try archive.weeks()
      #expect(weeks.map(\.first.iso) == ["1970-01-05", "1969-12-29", "1969-12-22"])
      #expect(weeks.map(\.articles) == [1, 2, 2])
      #expect(try archive.coverage().map(\.weeks).reduce(0, max) == 3)
    }
  }

  @Test func countsIssuesUpAndKeepsThem() throws {
    try inArchive { archive in
      func issue(_ monday: Int, record: Bool = true) throws -> Archive.Issue {
        let first = CalendarDate(year: 2026, month: 11, day: monday)
        let scope = try archive.scope(from: first, to: CalendarDate(dayNumber: first.dayNumber + 6))
        return try archive.issue(of: scope, today: first, issue: nil, total: nil, record: record)
      }
      let tried = try issue(9, record: false)
      let issues = [tried, try issue(9), try issue(16), try issue(9), try issue(23, record: false)]
      #expect(issues.map(\.issue) == [1, 1, 2, 1, 3])
      #expect(issues.map(\.total) == [1, 1, 2, 1, 3])
    }
  }

  @Test func findsADamagedHashAndAMissingWord() throws {
    try inArchive { archive in
      // Long enough to be entered into the index at once.
      let text = String(repeating: try fixture(Self.slugs[0]) + "\n", count: 9)
      _ = try archive.add(try source(text, name: "a.txt"))
      #expect(try archive.verify().faults.isEmpty)
      try archive.write { try $0.execute(sql: "UPDATE source SET text = text || '。'") }
      #expect(try archive.verify().faults == [.hash(source: "a.txt")])
      try archive.write { try $0.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')") }
      #expect(try archive.verify().faults.contains(.index))
    }
  }

  @Test func refusesALaterVersion() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try Archive(path)
    try Archive(path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(throws: ArchiveError.newer(version: 99)) { _ = try Archive(path) }
  }
}
