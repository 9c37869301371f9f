import BriefingModel
import Foundation
import Outliner
import SourceReaders
import TestSupport
import Testing

/// Articles to compare: the seed page, or a pair of `Fixtures/comparisons`.
struct ComparisonSource: Sendable, CustomTestStringConvertible {
  let name: String
  let articles: [Article]

  var testDescription: String { name }

  static func seed() throws -> ComparisonSource {
    let page = Repository.root.appending(path: "seeds/000_49caeeadb3abf2b5.txt")
    return ComparisonSource(name: "seed", articles: try outline([page], prefecture: "济宁市"))
  }

  /// The pairs that may be read; the held-out ones may not.
  static func pairs() throws -> [ComparisonSource] {
    let folder = Repository.fixtures.appending(path: "comparisons")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { !$0.hasPrefix("heldout-") && !$0.hasSuffix(".md") && !$0.hasPrefix(".") }
      .map { slug in
        let files = ["a.txt", "b.txt"].map { folder.appending(path: "\(slug)/\($0)") }
        return ComparisonSource(name: slug, articles: try outline(files, prefecture: nil))
      }
  }

  static func all() throws -> [ComparisonSource] { try [seed()] + pairs() }

  private static func outline(_ files: [URL], prefecture: String?) throws -> [Article] {
    let outliner = Outliner(options: .init(prefecture: prefecture))
    var numbering = ArticleNumbering()
    return try files.flatMap { file in
      let bytes = [UInt8](try Data(contentsOf: file))
      var outlined = outliner.outline(try read(bytes, source: file.lastPathComponent))
      numbering.number(&outlined)
      return outlined.articles
    }
  }
}

/// Two measures, whichever comes first.
struct UnorderedPair: Hashable, CustomStringConvertible {
  let members: Set<String>

  init(_ a: MeasureReference, _ b: MeasureReference) { members = [Self.name(a), Self.name(b)] }

  static func name(_ reference: MeasureReference) -> String {
    "\(reference.article) \(reference.number) \(reference.heading)"
  }

  var description: String { members.sorted().joined(separator: " ~ ") }
}

extension Comparison {
  /// Every pair of measures of different counties that stands in a row.
  var pairs: Set<UnorderedPair> {
    var pairs: Set<UnorderedPair> = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        for other in row.cells[(index + 1)...] {
          for a in cell { for b in other { pairs.insert(UnorderedPair(a, b)) } }
        }
      }
    }
    return pairs
  }

  /// All measures of rows and `unpaired`, as often as they stand.
  var standing: [String] {
    (rows.flatMap { $0.cells.joined() } + unpaired.joined()).map(UnorderedPair.name)
  }
}
