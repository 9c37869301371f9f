import Foundation
import Testing

@testable import jianbao_eval

/// Properties of every folder in `Fixtures/articles`. Failures name entries by id and line only, because some
/// folders are held out.
@Suite struct FixtureTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static var slugs: [String] {
    get throws { try Fixture.articleFolders(below: root).map(\.lastPathComponent) }
  }

  private func folder(_ slug: String) -> URL { Self.root.appending(path: "Fixtures/articles/\(slug)") }

  @Test func hasFixturesOfBothKinds() throws {
    let heldOut = try Self.slugs.filter { $0.hasPrefix("heldout-") }.count
    #expect(heldOut > 10)
    #expect(try Self.slugs.count - heldOut > 40)
  }

  @Test(arguments: try slugs) func offsetsHoldTheHeadingAndLinesAreRight(slug: String) throws {
    let fixture = try Fixture(folder: folder(slug))
    let scalars = Array(String(decoding: fixture.bytes, as: UTF8.self).unicodeScalars)
    var wrong: [String] = []
    func check(_ entries: [GoldOutline.Entry], within body: GoldOutline.Body) {
      for entry in entries {
        let printed = string(scalars[entry.start..<entry.end].filter { $0 != "\n" })
        let line = 1 + scalars[..<entry.start].count { $0 == "\n" }
        let endLine = 1 + scalars[..<entry.end].count { $0 == "\n" }
        let isInside = body.start <= entry.start && entry.end <= body.end
        if printed != entry.heading || line != entry.line || endLine != entry.endLine || !isInside {
          wrong.append("\(entry.id) line \(entry.line)")
        }
        check(entry.children, within: body)
      }
    }
    for article in fixture.gold.articles { check(article.measures, within: article.body) }
    #expect(wrong == [])
  }

  @Test(arguments: try slugs) func bodiesAreInOrderAndApart(slug: String) throws {
    let bodies = try Fixture(folder: folder(slug)).gold.articles.map(\.body)
    let areApart = zip(bodies, bodies.dropFirst()).allSatisfy { $0.end <= $1.start }
    #expect(areApart)
  }

  @Test(arguments: try slugs) func isWhatItsDraftMakes(slug: String) throws {
    func read(_ name: String) throws -> String {
      try String(contentsOf: folder(slug).appending(path: name), encoding: .utf8)
    }
    var parser = DraftParser()
    let draft = parser.parse(try read("annotated.txt"))
    let made = GoldMaker(draft: draft, slug: slug).fixture
    let isSameSource = try made.source == read("source.txt")
    let isSameOutline = try made.outline.json == read("outline.json")
    let problems = parser.problems.map(\.line)
    #expect(problems == [])
    #expect(isSameSource)
    #expect(isSameOutline)
  }
}
