import ArgumentParser
import BriefingModel
import Foundation
import Outliner
import SourceReaders

/// Articles of several counties and which of their measures are the same matter.
struct ComparisonFixture: Sendable {
  var slug: String
  var set: FixtureSet
  /// As outlined by the Outliner: alignments are scored end to end.
  var articles: [Article]
  var gold: PairGold
  /// For each gold unit's id (`a.1.1`) its true heading, by article county.
  var headings: [String: (county: String, heading: String)]

  /// The fixture in a folder with `a.txt`, `b.txt`, their outlines and `alignment.txt`.
  init(folder: URL, goldOutlines: Bool) throws {
    slug = folder.lastPathComponent
    set = slug.hasPrefix("heldout-") ? .heldout : .tuned
    articles = []
    gold = try PairGold(
      String(contentsOf: folder.appending(path: "alignment.txt"), encoding: .utf8), name: slug)
    var outlined: [OutlinedSource] = []
    headings = [:]
    for side in ["a", "b"] {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(side).txt")))
      let outline = try JSONDecoder().decode(
        GoldOutline.self, from: Data(contentsOf: folder.appending(path: "\(side).outline.json")))
      let name = "\(slug)/\(side)"
      if goldOutlines {
        let maker = GoldArticles(String(decoding: bytes, as: UTF8.self), source: name)
        outlined.append(
          OutlinedSource(
            source: name, title: nil, articles: outline.articles.map { maker.article($0, id: $0.id) },
            notices: []))
      } else {
        let prefecture = outline.articles.first?.prefecture
        outlined.append(
          Outliner(options: .init(prefecture: prefecture)).outline(try read(bytes, source: name)))
      }
      for article in outline.articles {
        addHeadings(article.measures, id: side, county: article.county ?? "")
      }
    }
    var numbering = ArticleNumbering()
    for index in outlined.indices { numbering.number(&outlined[index]) }
    articles = outlined.flatMap(\.articles)
  }

  /// The seed page and its hand-made gold.
  init(seedBelow root: URL) throws {
    let fixture = try Fixture(seedBelow: root)
    slug = "seed"
    set = .seed
    articles =
      Outliner(options: .init(prefecture: "济宁市"))
      .outline(try read(fixture.bytes, source: slug)).articles
    gold = try JSONDecoder().decode(
      AlignmentFile.self, from: Data(contentsOf: root.appending(path: "Fixtures/gold/alignment.json"))
    ).gold
    headings = [:]
    for article in fixture.gold.articles {
      addHeadings(article.measures, id: article.id, county: article.county ?? "")
    }
  }

  private mutating func addHeadings(_ entries: [GoldOutline.Entry], id: String, county: String) {
    for (index, entry) in entries.enumerated() {
      let number = "\(id).\(index + 1)"
      headings[number] = (county, Self.comparable(entry.heading))
      addHeadings(entry.children, id: number, county: county)
    }
  }

  static func all(
    below root: URL, sets: Set<FixtureSet>, goldOutlines: Bool = false
  ) throws -> [ComparisonFixture] {
    var fixtures = sets.contains(.seed) ? [try ComparisonFixture(seedBelow: root)] : []
    for folder in try Fixture.pairFolders(below: root, sets: sets) {
      fixtures.append(try ComparisonFixture(folder: folder, goldOutlines: goldOutlines))
    }
    return fixtures
  }

  /// A heading without blanks and without the quotation marks around it, which gold may leave out.
  private static func comparable(_ heading: String) -> String {
    withoutBlanks(heading).trimmingCharacters(in: CharacterSet(charactersIn: "“”"))
  }

  /// The gold id of a measure that was found, by its county and heading.
  func id(of reference: MeasureReference, county: String) -> String? {
    let heading = Self.comparable(reference.heading)
    let same = headings.filter { $0.value.county == county }
    if let exact = same.filter({ $0.value.heading == heading }).keys.min() { return exact }
    return same.filter { $0.value.heading.hasPrefix(heading) || heading.hasPrefix($0.value.heading) }.keys
      .min()
  }
}
