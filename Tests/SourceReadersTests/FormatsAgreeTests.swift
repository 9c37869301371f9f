import BriefingModel
import Foundation
import Outliner
import SourceReaders
import TestSupport
import Testing

/// An article has one outline, whatever format it comes in.
@Suite struct FormatsAgreeTests {
  /// The articles of `Fixtures/formats`, each with its PDF.
  static let slugs: [String] = {
    let list = try? String(contentsOf: folder.appending(path: "articles.txt"), encoding: .utf8)
    return (list ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }()
  private static let folder = Repository.fixtures.appending(path: "formats")

  @Test func holdsAtLeastTwelveArticles() { #expect(Self.slugs.count >= 12) }

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
    guard hasPoppler else { return print("\(slug): PDF not compared, pdftotext is not installed") }
    let page = [UInt8](try Data(contentsOf: Self.folder.appending(path: "\(slug).pdf")))
    #expect(try outline(page, "a.pdf") == text, "pdf")
  }

  /// Articles whose paragraphs are numbered; Word and Writer do it themselves here.
  static let numbered = [
    "official-three-level-with-plain-part", "bulletin-three-parts-numbered",
    "numbered-inline-safety-yangcheng", "paren-first-level-three-deep-bulletin", "three-level-water-supply",
    "yi-numbered-sections-yangtze",
  ]

  @Test(arguments: numbered)
  func readsAutomaticNumbersLikePrintedOnes(_ slug: String) throws {
    let paragraphs = try Self.paragraphs(slug)
    let document = NumberedDocument(paragraphs)
    try #require(document.count >= 3)
    let printed = paragraphs.map { $0.text.trimmingCharacters(in: .whitespaces) }
    let text = try outline(Array(printed.joined(separator: "\n").utf8), "a.txt")
    for (name, bytes) in [
      ("direct.docx", try document.docx(throughStyles: false)),
      ("styles.docx", try document.docx(throughStyles: true)), ("lists.odt", try document.odt()),
      ("outline.odt", try document.odt(asHeadings: true)),
    ] {
      let transcript = try read(bytes, source: name)
      #expect(transcript.lines.map { transcript.text(of: $0) } == printed, "\(name)")
      #expect(try outline(bytes, name) == text, "\(name)")
    }
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
      return Paragraph(text: text, isTitle: line.hasPrefix("⟦H|"), heading: Self.heading(of: line))
    }
  }

  /// The length of a heading that opens a draft's line, blanks before it included.
  private static func heading(of line: Substring) -> Int {
    let blanks = line.prefix { $0 == "　" }.count
    let tagged = line.dropFirst(blanks)
    guard let tag = ["⟦1|", "⟦2|", "⟦3|"].first(where: { tagged.hasPrefix($0) }),
      let end = tagged.firstIndex(of: "⟧")
    else { return 0 }
    return blanks + tagged.dropFirst(tag.count)[..<end].count
  }

  /// Bold headings support what the words say; they never spoil it.
  @Test(arguments: slugs)
  func givesTheSameOutlineWhereHeadingsAreBold(_ slug: String) throws {
    let paragraphs = try Self.paragraphs(slug)
    let text = try outline(Array(paragraphs.map(\.text).joined(separator: "\n").utf8), "a.txt")
    #expect(try outline(MadeDocument.boldDOCX(paragraphs), "a.docx") == text, "docx")
    #expect(try outline(MadeDocument.boldPage(paragraphs), "a.html") == text, "page")
  }

  private func outline(_ bytes: [UInt8], _ name: String) throws -> [String] {
    let outlined = Outliner().outline(try read(bytes, source: name))
    return outlined.articles.flatMap { article in
      // Only the size of its type tells a kicker from a headline's first line.
      ["\(article.kind) \(article.county?.name ?? "-") \(article.kicker + article.headline)"]
        + article.measures.flatMap { drawn($0, "") }
    }
  }

  private func drawn(_ measure: Measure, _ indent: String) -> [String] {
    ["\(indent)\(measure.number) \(measure.role) \(measure.marking) \(measure.heading)"]
      + measure.children.flatMap { drawn($0, indent + " ") }
  }
}
