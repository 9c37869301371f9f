import BriefingModel
import Testing

@testable import Outliner

/// What bold type and heading styles do for an outline.
@Suite struct StyleHintTests {
  private func headings(_ text: String) -> [String] {
    Outliner().outline(StyledText.transcript(text)).articles.flatMap(\.measures).map(\.heading)
  }

  private let plain = "县里把这件事抓在手上，一月一调度，一季一通报，干部群众都看在眼里，记在心上。"

  /// Without their type these openings are ordinary words.
  private var leads: [String] { ["村里的事村里议", "镇里的事镇里办", "县里的事大家管"] }

  private func page(_ paragraphs: [String]) -> String {
    (["微山县念好“三字诀”", "", "近年来，微山县\(plain)"] + paragraphs).joined(separator: "\n")
  }

  @Test func findsHeadingsThatOnlyBoldTypeShows() {
    let bold = page(leads.map { "**\($0)**　\(plain)\(plain)" })
    #expect(headings(bold) == leads)
    #expect(headings(bold.replacing("**", with: "")) != leads)
  }

  @Test func findsLinesThatOnlyAHeadingStyleShows() {
    let lines = ["从前路远人稀", "如今车来人往的大集", "往后的日子"]
    let styled = page(lines.flatMap { ["## \($0)", plain + plain] })
    #expect(headings(styled) == lines)
  }

  @Test func learnsNothingFromATextThatIsBoldThroughout() {
    let all = page(leads.map { "\($0)　\(plain)\(plain)" })
    let bold = all.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "**\($0)**" }.joined(separator: "\n")
    #expect(headings(bold) == headings(all))
  }

  /// A bold name or a bold number opens a paragraph here and there.
  @Test func doesNotTakeEveryBoldWordForAHeading() {
    let text = page(["**王建国**\(plain)\(plain)", plain, "2020年，\(plain)", "**12.6万元**\(plain)", plain])
    #expect(headings(text) == [])
  }
}
