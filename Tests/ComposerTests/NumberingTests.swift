import Testing

@testable import Composer

@Suite struct NumberingTests {
  @Test(arguments: [
    (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100"), (0, "0"),
  ])
  func countsInChinese(number: Int, words: String) {
    #expect(Numbering.chinese(number) == words)
  }

  @Test(arguments: [(1, "①"), (20, "⑳"), (21, "㉑"), (35, "㉟"), (36, "㊱"), (50, "㊿"), (51, "(51)")])
  func countsInCircles(number: Int, circle: String) {
    #expect(Numbering.circled(number) == circle)
  }

  @Test func followsTheStandardsLevels() {
    #expect((1...5).map { Numbering.label(12, level: $0) } == ["十二、", "（十二）", "12.", "（12）", "⑫"])
  }
}
