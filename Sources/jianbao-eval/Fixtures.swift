import ArgumentParser
import BriefingModel
import Foundation

/// A group of fixtures that is scored together.
enum FixtureSet: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// The real page in `seeds/`, with hand-made gold.
  case seed
  /// Articles that rules and weights may be tuned on.
  case tuned
  /// Articles that nobody who works on the Outliner reads.
  case heldout
}

/// One source with its true outline.
struct Fixture: Sendable {
  var slug: String
  var set: FixtureSet
  var bytes: [UInt8]
  var gold: GoldOutline

  /// The fixture in a folder that holds `source.txt` and `outline.json`.
  init(folder: URL) throws {
    slug = folder.lastPathComponent
    set = slug.hasPrefix("heldout-") ? .heldout : .tuned
    bytes = [UInt8](try Data(contentsOf: folder.appending(path: "source.txt")))
    gold = try Self.gold(folder.appending(path: "outline.json"))
  }

  /// One side (`a`, `b`) of the pair of articles in a folder of `Fixtures/comparisons`.
  init(pair folder: URL, side: String) throws {
    slug = "\(folder.lastPathComponent)/\(side)"
    set = slug.hasPrefix("heldout-") ? .heldout : .tuned
    bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(side).txt")))
    gold = try Self.gold(folder.appending(path: "\(side).outline.json"))
  }

  /// The seed page below the repository's root.
  init(seedBelow root: URL) throws {
    slug = "seed"
    set = .seed
    bytes = [UInt8](try Data(contentsOf: root.appending(path: "seeds/000_49caeeadb3abf2b5.txt")))
    gold = try Self.gold(root.appending(path: "Fixtures/gold/outline.json"))
  }

  private static func gold(_ url: URL) throws -> GoldOutline {
    try JSONDecoder().decode(GoldOutline.self, from: Data(contentsOf: url))
  }

  /// All fixtures of these sets below the repository's root, in name order.
  static func all(below root: URL, sets: Set<FixtureSet>) throws -> [Fixture] {
    var fixtures = sets.contains(.seed) ? [try Fixture(seedBelow: root)] : []
    if sets != [.seed] {
      let folders = try articleFolders(below: root).filter {
        sets.contains($0.lastPathComponent.hasPrefix("heldout-") ? .heldout : .tuned)
      }
      fixtures += try folders.map { try Fixture(folder: $0) }
      let pairs = try pairFolders(below: root, sets: sets)
      fixtures += try pairs.flatMap { [try Fixture(pair: $0, side: "a"), try Fixture(pair: $0, side: "b")] }
    }
    return fixtures
  }

  /// The folders of `Fixtures/comparisons` in these sets, in name order.
  static func pairFolders(below root: URL, sets: Set<FixtureSet>) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Fixtures/comparisons"), includingPropertiesForKeys: nil
    ).filter { FileManager.default.fileExists(atPath: $0.appending(path: "alignment.txt").path) }
      .filter { sets.contains($0.lastPathComponent.hasPrefix("heldout-") ? .heldout : .tuned) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The folders of `Fixtures/articles` that hold an outline, in name order.
  static func articleFolders(below root: URL) throws -> [URL] {
    let articles = root.appending(path: "Fixtures/articles")
    return try FileManager.default.contentsOfDirectory(at: articles, includingPropertiesForKeys: nil)
      .filter { FileManager.default.fileExists(atPath: $0.appending(path: "outline.json").path) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
