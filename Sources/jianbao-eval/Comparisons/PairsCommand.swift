import ArgumentParser
import Foundation

/// Turns annotated pairs of articles into fixture folders.
///
///     jianbao-eval pairs drafts/river-slogans -o Fixtures/comparisons
struct PairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Turns annotated pairs of articles into a.txt, b.txt and their true outlines.")

  @Argument(help: "Folders with a.txt, b.txt (annotated) and alignment.txt.", completion: .directory)
  var inputs: [String]

  @Option(name: .shortAndLong, help: "Folder that gets a folder for each pair.")
  var output = "Fixtures/comparisons"

  @Option(help: "Pairs below a folder of this name are held out: their slugs get the prefix heldout-.")
  var heldOut = "h"

  func run() throws {
    for input in inputs {
      let folder = URL(fileURLWithPath: input)
      let name = folder.lastPathComponent
      let isHeldOut = folder.deletingLastPathComponent().lastPathComponent == heldOut
      let target = URL(fileURLWithPath: output).appending(path: isHeldOut ? "heldout-\(name)" : name)
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      for side in ["a", "b"] { try write(side, from: folder, to: target, slug: name) }
      let gold = try String(contentsOf: folder.appending(path: "alignment.txt"), encoding: .utf8)
      _ = try PairGold(gold, name: name)
      try gold.write(to: target.appending(path: "alignment.txt"), atomically: true, encoding: .utf8)
    }
  }

  private func write(_ side: String, from folder: URL, to target: URL, slug: String) throws {
    let text = try String(contentsOf: folder.appending(path: "\(side).txt"), encoding: .utf8)
    var parser = DraftParser()
    let draft = parser.parse(text)
    guard parser.problems.isEmpty else {
      throw ValidationError(
        "\(slug)/\(side).txt: \(parser.problems.map(\.description).joined(separator: "; "))")
    }
    let fixture = GoldMaker(draft: draft, slug: "\(slug)-\(side)").fixture
    for (name, text) in [
      ("\(side).annotated.txt", text), ("\(side).txt", fixture.source),
      ("\(side).outline.json", fixture.outline.json),
    ] {
      try text.write(to: target.appending(path: name), atomically: true, encoding: .utf8)
    }
  }
}
