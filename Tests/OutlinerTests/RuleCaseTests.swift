import TestSupport
import Testing

@testable import Outliner

/// Runs every example of `Fixtures/rules/*.cases` through the rule that its file is named for.
@Suite struct RuleCaseTests {
  @Test(arguments: try RuleCase.all()) func findsWhatTheCaseSays(_ example: RuleCase) throws {
    let finder = try #require(RuleFindings.finders[example.rule], "no rule is named \(example.rule)")
    let found = finder(RuleFindings(example.input))
    #expect((found.isEmpty ? ["-"] : found) == example.expected)
  }

  @Test(arguments: RuleFindings.finders.keys.sorted())
  func everyRuleHasTwoCasesThatMatchAndOneThatDoesNot(_ rule: String) throws {
    let cases = try RuleCase.cases(of: rule)
    #expect(cases.count { $0.expected != ["-"] } >= 2, "\(rule).cases")
    #expect(cases.count { $0.expected == ["-"] } >= 1, "\(rule).cases")
  }

  @Test(arguments: MeasureRules.all.map(RuleFindings.fileName))
  func everyProposingRuleHasItsFile(_ rule: String) throws {
    #expect(try RuleCase.rules().contains(rule))
  }

  @Test func everyFileBelongsToARule() throws {
    #expect(try RuleCase.rules() == RuleFindings.finders.keys.sorted())
  }
}
