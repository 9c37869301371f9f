import BriefingModel
import Outliner
import TestSupport
import Testing

/// Texts that nobody prints. Any of them gives a value; where the text is UTF-8, every place in it is right.
@Suite struct HostileTests {
  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let transcript = Transcript(text)
    let printed = PrintedText(transcript)
    let outlined = Outliner().outline(transcript)
    // Thousands of places in one long text take long to count out; the first few hundred say enough.
    for (name, origin) in outlined.origins.prefix(300) {
      #expect(printed.faults(of: origin) == [], "\(name)", sourceLocation: sourceLocation)
    }
    for (name, measure) in outlined.allMeasures.prefix(300) {
      let heading = PrintedText.joined(measure.heading)
      #expect(printed.text(measure.headingOrigin) == heading, "\(name)", sourceLocation: sourceLocation)
      #expect(!heading.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
    let isHolding = outlined.articles.allSatisfy { article in
      article.measures.allSatisfy { article.origin.bytes.contains($0.origin.bytes) }
    }
    #expect(isHolding, sourceLocation: sourceLocation)
  }

  // MARK: Noise

  private func flipped(_ source: SourceText) -> [[UInt8]] {
    print("\(source.name): NOISE_SEED=\(Noise.seed)")
    var noise = Noise(seed: Noise.seed)
    return [1, 3, 10, 30, 100, 300, 1000].map { flips in
      var bytes = source.bytes
      for _ in 0..<flips {
        let place = Int.random(in: bytes.indices, using: &noise)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &noise)
      }
      return bytes
    }
  }

  /// Characters cut by a flip become U+FFFD.
  @Test(arguments: try SourceText.all()) func flippedBytesGiveRightPlaces(_ source: SourceText) {
    for bytes in flipped(source) { check(String(decoding: bytes, as: UTF8.self)) }
  }

  /// No reader lets such bytes through, but `Transcript` is public and the Outliner is total.
  @Test(.disabled("KnownIssueTests.straysBeforeAHeadingAreHarmless"), arguments: try SourceText.all())
  func flippedBytesThatAreNoTextNeverTrap(_ source: SourceText) {
    for bytes in flipped(source) {
      #expect(Outliner().outline(Transcript(unchecked: bytes)).source == "text")
    }
  }

  /// Scalars that rules look for stand next to one another in every order.
  @Test(arguments: 0..<40) func wordsOfThePageInAnyOrderGiveRightPlaces(_ round: UInt64) {
    print("NOISE_SEED=\(Noise.seed)")
    var noise = Noise(seed: Noise.seed &+ round)
    let words = Self.words.map(String.init) + Array(repeating: "\n", count: 12)
    for length in [5, 40, 400] {
      check((0..<length).map { _ in words.randomElement(using: &noise) ?? "" }.joined())
    }
  }

  private static let words =
    """
    一 二 三 十 是 要 、 。 ， ； ： ！ ？ . 1 2 01 ） （ ( ) （一） （二） （1） 1. 2. ① ② 一、 二、 三、 一是 二是 三是 第一， 第二，
    首先， 其次， 做法一： 做法二： —— — ■ ● 【 】 “ ” ‘ ’ 《 》 " [ ] … 本报 讯 本报邹城讯 通讯员 记者 侯康 摄 图为 邹城市 朝阳区 合作
    抓好生产 压实责任 坚持三级联动 全县各部门各单位认真落实各项措施 今年以来 会议强调 存在问题 突出抓好 2020年9月3日 责编 乡村振兴先锋 关于工作的通知
    １ ２ 　 \u{200B} \u{FEFF} \u{A0} \t \u{20000} \u{FFFD} e\u{301} 👨‍👩‍👧 N+N 三字诀 报道： - -- ─
    """.split { $0 == " " || $0 == "\n" }

  @Test(arguments: 0..<10) func anyScalarsGiveRightPlaces(_ round: UInt64) {
    print("NOISE_SEED=\(Noise.seed)")
    var noise = Noise(seed: Noise.seed &+ round)
    for limit in [0x80, 0x3100, 0xFFFF, 0x10FFFF] as [UInt32] {
      let scalars = (0..<400).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...limit, using: &noise)) }
      check(String(String.UnicodeScalarView(scalars)))
    }
  }

  // MARK: Nothing there

  @Test(arguments: ["", "\n", "\n\n\n\n", "　\n \t\n", "\r\n\r\n", "\u{200B}\n\u{FEFF}", "\u{C}\u{B}"])
  func findsNothingWhereNothingIsPrinted(_ text: String) {
    let outlined = Outliner().outline(Transcript(text))
    #expect(outlined.articles == [])
    #expect(outlined.notices.map(\.kind) == [.nothingFound])
  }

  @Test func findsNothingInATranscriptWithoutLines() {
    let outlined = Outliner().outline(Transcript(source: "text", bytes: Array("压实责任".utf8), lines: []))
    #expect(outlined.articles == [])
  }

  @Test func linesThatLieAboutTheirPlaceNeverTrap() {
    let bytes = Array("压实责任\n本报邹城讯（通讯员 侯康）今年以来。\n".utf8)
    let ranges = [0..<400, 5..<9, 0..<2, 30..<30, 900..<901, 13..<bytes.count, 1..<2]
    let lines = ranges.enumerated().map { Line(number: 7 - $0.offset, bytes: $0.element) }
    #expect(Outliner().outline(Transcript(source: "text", bytes: bytes, lines: lines)).source == "text")
  }

  @Test(
    arguments: [
      [0xED, 0xA0, 0x80], [0xF0, 0x8D, 0xA0, 0x80], [0xF4, 0xBF, 0xBF, 0xBF], [0xFF, 0xFF], [0xE4, 0x41],
    ] as [[UInt8]])
  func bytesThatAreNoTextMakeStringsAllTheSame(_ stray: [UInt8]) throws {
    let bytes = Array("本报邹城讯 今年以来，".utf8) + stray + Array("抓好生产。".utf8)
    let line = Line(number: 1, bytes: bytes.indices)
    let outlined = Outliner().outline(Transcript(source: "text", bytes: bytes, lines: [line]))
    let lede = try #require(outlined.articles.first).lede
    #expect(lede.hasSuffix("生产。"))
    #expect(String(validating: lede.utf8, as: UTF8.self) == lede)
  }

  // MARK: One thing only

  @Test(arguments: 0x01...0x9F) func controlCharactersAreHarmless(_ code: Int) throws {
    let control = String(try #require(Unicode.Scalar(UInt32(code))))
    check(control)
    check("本报邹城讯（通讯员 侯康）\(control)今年以来，\(control)\n一是\(control)摸清底数。二是\(control)\n")
  }

  @Test(arguments: Array("\u{FFFD}一十是、。，；：（）“”‘’《》\"【】[]①1０.—-■…　图摄讯报第其首\u{20000}\u{200B}\u{FEFF}👨‍👩‍👧"))
  func oneCharacterOverAndOverIsHarmless(_ character: Character) {
    for count in [1, 2, 3, 9, 41, 500] {
      check(String(repeating: character, count: count))
      check(String(repeating: "\(character)\n", count: count))
      check(String(repeating: "\(character)抓好生产", count: count))
    }
  }
}
