import BriefingModel
import Foundation
import GRDB
import Testing

@testable import Archive

/// Articles wait before they are entered into the index of words; nobody who searches may notice.
@Suite struct WordIndexTests {
  private func article(_ number: Int, stations: Int) -> String {
    """
    金乡县：党建引领出新招
    　　本报讯 近年来，金乡县着力提升服务水平，第\(number)次总结经验。
    　　一、建好服务阵地。全县建成居民小区“红帆驿站”\(stations)个，方便居民办事议事。
    　　二、推行红色代办。组织党员为老人上门代办医保、社保等事项，做到小事不出小区、大事不出社区。

    """
  }

  private func add(_ numbers: Range<Int>, to archive: Archive) throws {
    for number in numbers {
      // Days forth and back, so that the index's order is not the order of adding.
      let day = CalendarDate(dayNumber: 20_000 + number * 37 % 50)
      _ = try archive.add(
        try source(article(number, stations: 100 + number), name: "\(number).txt", day: day.iso))
    }
  }

  @Test(arguments: [1, 127, 128, 129, 300]) func findsWhatWaitsAndWhatIsEntered(_ count: Int) throws {
    try inArchive { archive in
      try add(0..<count, to: archive)
      let through = try archive.read(WordIndex.through)
      #expect(through == Int64(count) / WordIndex.most * WordIndex.most)
      let hits = try archive.search(.init(words: "红色代办", limit: 1000)).hits
      #expect(hits.count == count && hits.allSatisfy { $0.number == "2" })
      #expect(hits.map(\.day) == hits.map(\.day).sorted(by: >))
      #expect(Set(hits.map(\.source)).count == count)
      #expect(try archive.search(.init(words: "红帆 代办", limit: 1000)).hits.isEmpty)
      #expect(try archive.search(.init(words: "党建", limit: 7)).hits.count == min(7, count))
      #expect(try archive.search(.init(words: "", hasFigure: true, limit: 1000)).hits.count == count)
      #expect(try archive.verify().faults.isEmpty)
    }
  }

  @Test(arguments: [90, 128, 200]) func findsNumbersThatWait(_ count: Int) throws {
    try inArchive { archive in
      try add(0..<count, to: archive)
      let series = try archive.series(of: "红帆驿站", county: "金乡")
      #expect(series.count == count)
      #expect(series.map(\.day) == series.map(\.day).sorted())
      #expect(try archive.series(of: "红帆驿站", county: "泗水").isEmpty)
      let object = try #require(try archive.objects(like: "帆驿", county: nil).first)
      #expect(object == "居民小区红帆驿站")
      let newest = try #require(series.last)
      let scope = try archive.scope(from: newest.day, to: newest.day)
      let before = try archive.lookBack(from: scope) {
        try $0.last(object: "居民小区“红帆驿站”", unit: "个", county: "金乡县", heading: nil, before: newest.day)
      }
      let known = series.last { $0.day < newest.day }
      #expect(before?.figure.value == known?.figure.value && before?.day == known?.day)
    }
  }

  /// Two connections: neither knows all that waits.
  @Test func entersWhatAnotherProgramAdded() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let archives = [try Archive(path), try Archive(path)]
    for number in 0..<190 { try add(number..<number + 1, to: archives[number % 2]) }
    #expect(try archives[0].search(.init(words: "红色代办", limit: 1000)).hits.count == 190)
    #expect(try archives[1].verify().faults.isEmpty)
  }

  /// Looking into the text gives what FTS5 gives.
  @Test(arguments: ["户", "代办", "红帆驿站", "服务水平", "办事议", "驿站 居民", "心", "县着", "帆驿站个"])
  func looksIntoTheTextAsTheIndexDoes(_ words: String) throws {
    try inArchive { archive in
      for slug in ArchiveTests.slugs { _ = try archive.add(try source(try fixture(slug), name: slug)) }
      try add(0..<5, to: archive)
      let waiting = try archive.read { try Waiting.articles($0, after: 0) }
      let phrases = words.split(separator: " ").map(String.init)
      #expect(
        Waiting.plainIDs(of: waiting, holding: phrases)
          == (try Waiting.indexedIDs(of: waiting, holding: phrases)))
    }
  }

  /// More measures than the index has numbers for: the last share one.
  @Test func findsAMeasureOfAVeryLongArticle() throws {
    let lines = (1...400).map { "　　\($0)、办好第\($0)件实事。组织力量办理第\($0)件，群众满意度很高。" }
    let text = "金乡县：办好实事\n　　本报讯 近年来，金乡县办好实事。\n" + lines.joined(separator: "\n") + "\n"
    try inArchive { archive in
      var made = try source(text, name: "a.txt")
      let first = try #require(made.outlined.articles.first)
      made.outlined.articles[0].measures = (1...400).map {
        Measure(
          number: "\($0)", heading: "办好第\($0)件实事", marking: .numbered, headingOrigin: first.origin,
          origin: first.origin, body: "组织力量办理。", confidence: 1)
      }
      _ = try archive.add(made)
      #expect(try archive.read(WordIndex.through) == 1)
      for number in [1, 254, 255, 256, 400] {
        #expect(
          try archive.search(.init(words: "第\(number)件实事", limit: 9)).hits.map(\.number) == ["\(number)"])
      }
      // Others share the row of 400: its own text is looked into as the index does.
      #expect(try archive.search(.init(words: "第４００件实事", limit: 9)).hits.map(\.number) == ["400"])
      #expect(try archive.verify().faults.isEmpty)
    }
  }
}
