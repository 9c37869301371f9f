import BriefingModel
import Foundation
import Outliner
import SourceReaders
import TestSupport
import Testing

/// An article has one outline, whatever format it comes in.
@Suite struct FormatsAgreeTests {
  /// Articles whose text prints a paragraph on each line.
  static let slugs = [
    "official-three-level-with-plain-part", "lead-comma-pairs-discipline", "bulletin-three-parts-numbered",
    "comma-leads-pairs-triples", "dash-leads-with-results-tone", "four-char-xinfang-baoqing",
    "long-headings-health-dianjiang", "no-measures-mediator-story", "numbered-inline-safety-yangcheng",
    "one-sentence-yishi-semicolons", "ownline-metaphor-with-dashes", "paren-first-level-three-deep-bulletin",
    "shouxian-qici-zaici-farmland", "three-level-water-supply", "yi-numbered-sections-yangtze",
    "meeting-demands-fire-prevention",
  ]

  @Test(arguments: slugs)
  func givesTheSameOutlineInEveryFormat(_ slug: String) throws {
    let paragraphs = try Self.paragraphs(slug)
    let text = try outline(Array(paragraphs.map(\.text).joined(separator: "\n").utf8), "a.txt")
    try #require(!text.isEmpty)
    #expect(try outline(MadeDocument.docx(paragraphs), "a.docx") == text, "docx")
    #expect(try outline(MadeDocument.odt(paragraphs), "a.odt") == text, "odt")
    #expect(try outline(MadeDocument.page(paragraphs), "a.html") == text, "page")
    #expect(try outline(MadeDocument.weChat(paragraphs), "b.html") == text, "WeChat")
    #expect(try outline(MadeDocument.newspaper(paragraphs), "c.html") == text, "newspaper")
  }

  /// The draft's paragraphs without their tags; the tagged headline is the title.
  static func paragraphs(_ slug: String) throws -> [Paragraph] {
    let file = Repository.fixtures.appending(path: "articles/\(slug)/annotated.txt")
    let draft = try String(contentsOf: file, encoding: .utf8)
    return draft.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("%%") }.map { line in
      // Tags nest; what opens one ends at its bar.
      var text = ""
      var isTag = false
      for character in line {
        if character == "⟦" { isTag = true }
        if !isTag, character != "⟧" { text.append(character) }
        if character == "|" { isTag = false }
      }
      return Paragraph(text: text, isTitle: line.hasPrefix("⟦H|"))
    }
  }

  private func outline(_ bytes: [UInt8], _ name: String) throws -> [String] {
    let outlined = Outliner().outline(try read(bytes, source: name))
    return outlined.articles.flatMap { article in
      ["\(article.kind) \(article.county?.name ?? "-") \(article.headline)"]
        + article.measures.flatMap { drawn($0, "") }
    }
  }

  private func drawn(_ measure: Measure, _ indent: String) -> [String] {
    ["\(indent)\(measure.number) \(measure.role) \(measure.marking) \(measure.heading)"]
      + measure.children.flatMap { drawn($0, indent + " ") }
  }
}
