import Testing

@testable import Composer

@Suite struct ClauseTests {
  private func run(_ text: String, around clause: Int) -> String? {
    guard let sentence = Sentence.all(of: text).first else { return nil }
    return ClauseRules(sentence).standalone(around: clause).map { Scalars(sentence.text($0)).string }
  }

  @Test func cutsNothingWithinQuotationMarksAndBrackets() {
    let sentences = Sentence.all(of: "深入开展“建档案、记日记，解难题。”活动（含社区，镇街），成效1,000元；好。\n新段！")
    #expect(sentences.map(\.clauses.count) == [3, 1])
    #expect(sentences.map(\.end) == ["。", "！"])
    #expect(sentences.map(\.paragraph) == [0, 1])
  }

  @Test func distrustsASentenceWhoseQuotationMarksDoNotPair() {
    #expect(Sentence.all(of: "推行”1+N”机制，投资3亿元。").map(\.isBalanced) == [false])
    #expect(run("推行”1+N”机制，投资3亿元。", around: 1) == nil)
  }

  @Test(arguments: [
    ("通过单独组建等方式，成立党支部77个，覆盖小区97个。", 1, "成立党支部77个"),
    ("通过单独组建等方式，成立党支部77个，覆盖小区97个。", 2, "成立党支部77个，覆盖小区97个"),
    ("今年以来，柔性引进院士2人。", 1, "今年以来，柔性引进院士2人"), ("针对不同层级，分级建立评价链条。", 0, "针对不同层级，分级建立评价链条"),
    ("抽调67名干部，用五个月时间过了一遍。", 0, "抽调67名干部，用五个月时间过了一遍"),
    ("已将16个支部，92个驿站划入网格，现有139名网格员。", 0, "已将16个支部，92个驿站划入网格"),
    ("全县收入10亿元，同比增长5.4%。", 1, "全县收入10亿元，同比增长5.4%"),
    ("蔬菜产量71.9万吨，增长3.5%。", 1, "蔬菜产量71.9万吨，增长3.5%"),
    ("农贸公司负责人带头，投资3亿元。", 1, "农贸公司负责人带头，投资3亿元"),
  ])
  func keepsWhatBelongsTogether(text: String, clause: Int, expected: String) {
    #expect(run(text, around: clause) == expected)
  }

  @Test(arguments: [
    ("其中税收19亿元。", 0), ("比如，该公司投资3亿元。", 1), ("他捐款3万元。", 0), ("县里推行“三抓”：抓产业3个。", 0),
    ("“说得好，做得好。”他说。", 0), ("并投资3亿元。", 0), ("全市共办结；同比增长5.4%。", 1),
  ])
  func refusesWhatCannotStandAlone(text: String, clause: Int) {
    #expect(run(text, around: clause) == nil)
  }
}
