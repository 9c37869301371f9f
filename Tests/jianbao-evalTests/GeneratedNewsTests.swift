import BriefingModel
import Foundation
import Testing

@testable import jianbao_eval

@Suite struct GeneratedNewsTests {
  private func news(_ count: Int) throws -> [GeneratedNews.Item] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var items: [GeneratedNews.Item] = []
    try GeneratedNews(below: root).forEach(count) { items.append($1) }
    return items
  }

  @Test func isTheSameEachTimeAndInOrderOfDays() throws {
    let items = try news(300)
    #expect(items.map(\.text) == (try news(300)).map(\.text))
    #expect(items.map(\.day.dayNumber) == items.map(\.day.dayNumber).sorted())
    #expect(items.last?.day.iso == "2026-11-22")
  }

  @Test func copiesAnEarlierArticleOfTheLastDays() throws {
    let items = try news(300)
    let copies = items.enumerated().filter { $0.element.copyOf != nil }
    #expect(copies.count == 15)
    for (index, copy) in copies {
      let original = try #require(copy.copyOf)
      #expect(original < index && copy.day.dayNumber - items[original].day.dayNumber <= 7)
      let plain = items[original].text.filter { $0 != "\n" }
      #expect(plain.contains(copy.text.filter { $0 != "\n" }.suffix(60)) || plain.contains("村口"))
    }
  }
}
