import Testing

@testable import jianbao_eval

@Suite struct LineWrapperTests {
  private func lines(_ text: String, columns: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return LineWrapper(columns: columns).lines(scalars).map { string(scalars[$0]) }
  }

  @Test func neverOpensALineWithClosingPunctuation() {
    #expect(lines("压实责任链条。建立", columns: 6) == ["压实责任链", "条。建立"])
    #expect(lines("压实“责任链”。建立", columns: 6) == ["压实“责任", "链”。建立"])
  }

  @Test func neverClosesALineWithAnOpeningBracket() {
    #expect(lines("全面压实“责任链条”", columns: 5) == ["全面压实", "“责任链", "条”"])
  }

  @Test func keepsNumbersAndDashesWhole() {
    #expect(lines("共投入1234.5万元", columns: 4) == ["共投入", "1234.5万"] + ["元"])
    #expect(lines("重视制度——要", columns: 5) == ["重视制度", "——要"])
  }

  @Test func breaksAnAddressThatNoLineCanHold() {
    #expect(lines("网址https://example.cn", columns: 4) == ["网址", "https://", "example.", "cn"])
  }

  @Test func dropsTheIndentAndBlanksAtLineEnds() {
    #expect(lines("　　本报讯 张三", columns: 3) == ["本报讯", "张三"])
  }

  @Test func countsAsciiAsHalf() {
    #expect(lines("2024年春", columns: 3) == ["2024年", "春"])
  }
}
