import BriefingModel
import Outliner
import Testing

/// Much too much of one thing. Sizes are such that a debug build takes a second at most for each.
@Suite struct GrinderTests {
  struct Grinder: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ name: String, _ unit: String, _ count: Int, then rest: String = "") {
      testDescription = name
      text = String(repeating: unit, count: count) + rest
    }
  }

  private static let sentence = "全县各部门各单位认真落实各项措施，取得了良好的效果，群众十分满意放心。"

  /// Time grows with the size.
  private static let linear = [
    Grinder("numbers without words", "一、", 100_000),
    Grinder("numbers on lines", "一、\n", 20_000),
    Grinder("nested parentheses", "（", 100_000, then: "话" + String(repeating: "）", count: 100_000)),
    Grinder("brackets never closed", "《“（【", 25_000),
    Grinder("short lines", "抓好生产\n", 50_000),
    Grinder("short lines with blank lines", "抓好生产\n\n", 20_000),
    Grinder("one line of 5 MB", "抓", 1_700_000),
    Grinder("wrapped lines without an end", "全县各部门各单位认真落实各项措施，取得了良好的效果，群众十分满意放心落\n", 5_000),
    Grinder("commas", "抓好生产，", 20_000),
    Grinder("digits", "1", 200_000),
    Grinder("dashes", "——", 100_000),
    Grinder("blank lines", "　\n", 100_000),
    Grinder("counties", "邹城市朝阳区", 20_000),
    Grinder("datelines", "本报邹城讯（通讯员 侯康）" + sentence + "\n\n", 500),
    Grinder("captions", "图为邹城市认真落实各项措施。通讯员 侯康 摄\n\n", 1_000),
    Grinder("titles", "压实责任链条抓好生产\n\n", 5_000, then: sentence),
  ]

  /// Time grows with the square of the size, so the sizes are small.
  private static let quadratic = [
    Grinder("quotations never closed", "“", 4_000),
    Grinder("nested quotations", "“", 4_000, then: "话" + String(repeating: "”", count: 4_000)),
    Grinder("parentheses closed by other marks", "（", 4_000, then: String(repeating: "》", count: 4_000)),
    Grinder("circled numbers", "①", 4_000),
    Grinder("headings in one line", "压实责任链条。" + sentence, 500),
    Grinder("headings in paragraphs", "压实责任链条。" + sentence + "\n\n", 1_000),
    Grinder("lists in paragraphs", sentence + "一是摸清底数。二是分类施策。\n\n", 500),
    Grinder("outlines of five levels", "一、抓好生产\n（一）抓好春耕\n1.抓好种子\n（1）备好良种\n①选种。②晒种。\n二、抓好生活\n", 200),
  ]

  @Test(arguments: linear + quadratic) func isOutlinedAllTheSame(_ grinder: Grinder) {
    let outlined = Outliner().outline(Transcript(grinder.text))
    #expect(outlined.source == "text")
    #expect(!outlined.articles.isEmpty || !outlined.notices.isEmpty)
  }
}
