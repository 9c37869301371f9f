import Archive
import ArgumentParser
import BriefingModel
import Foundation
import Outliner
import SourceReaders

/// Times the archive on generated news, and scores the stories that it links.
///
///     jianbao-eval archive 10000 100000 --keep large.sqlite
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Adds generated news to a new archive, searches it, and scores the near-duplicates found.")

  @Argument(help: "How many articles.") var sizes: [Int] = [10_000, 100_000]
  @Option(help: "The repository's root.") var root = "."
  @Option(help: "Keep the last archive here.") var keep: String?

  /// Words that stand in many articles, and in few.
  private static let words = [("common", "服务"), ("rare", GeneratedNews.rareWord), ("one character", "户")]
  private static let repeats = 21
  /// Articles that are generated at a time, outside the clock.
  private static let chunk = 1000

  func run() throws {
    let news = try GeneratedNews(below: URL(fileURLWithPath: root))
    let folder = FileManager.default.temporaryDirectory.appending(path: "jianbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (place, size) in sizes.enumerated() {
      let isKept = keep != nil && place == sizes.count - 1
      let path = isKept ? keep ?? "" : folder.appending(path: "\(size).sqlite").path
      guard !FileManager.default.fileExists(atPath: path) else {
        throw ValidationError("\(path) is there already")
      }
      try measure(size, news: news, path: path)
    }
  }

  private func measure(_ size: Int, news: GeneratedNews, path: String) throws {
    let archive = try Archive(path)
    let outliner = Outliner()
    var truth = Stories()
    var slowest = 0.0
    var bytes = 0
    let clock = ContinuousClock()
    var time = Duration.zero
    var chunk: [GeneratedNews.Item] = []
    func add() throws {
      let items = chunk
      chunk = []
      time += try clock.measure {
        try Ahead.forEach(items.count) {
          items[$0].text.utf8.count
        } make: { index in
          Result { PreparedSource(try Self.source(items[index], outliner: outliner)) }
        } use: { prepared in
          let took = try clock.measure { _ = try archive.add(prepared.get()) }
          slowest = max(slowest, took / .seconds(1))
        }
      }
    }
    try news.forEach(size) { index, item in
      truth.add(index, item)
      bytes += item.text.utf8.count
      chunk.append(item)
      if chunk.count == Self.chunk { try add() }
    }
    try add()
    let file = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    print(
      "\(size) articles (\(bytes / 1_000_000) MB): added in "
        + String(
          format: "%.1f s, %.0f articles/s, slowest %.0f ms", time / .seconds(1),
          Double(size) / (time / .seconds(1)), slowest * 1000)
        + ", file \(file / 1_000_000) MB, peak memory \(peakMemory() ?? "unknown")")
    try measureSearch(archive)
    print("  near-duplicates: \(truth.score(try archive.retoldStories()))")
  }

  private static func source(_ item: GeneratedNews.Item, outliner: Outliner) throws -> ArchivedSource {
    let bytes = Array(item.text.utf8)
    let transcript = try read(bytes, source: item.name)
    return ArchivedSource(
      outlined: outliner.outline(transcript), paper: nil, date: item.day, dateFrom: .name,
      fileHash: SHA256.hex(of: bytes), text: transcript.bytes)
  }

  private func measureSearch(_ archive: Archive) throws {
    let clock = ContinuousClock()
    for (kind, words) in Self.words {
      var hits = 0
      let times = try (0..<Self.repeats).map { _ in
        try clock.measure { hits = try archive.search(.init(words: words)).hits.count } / .seconds(1)
      }.sorted()
      print(
        "  search of a \(kind) word, \(words): "
          + String(
            format: "median %.1f ms, slowest %.1f ms", times[times.count / 2] * 1000, (times.last ?? 0) * 1000
          )
          + ", \(hits) shown")
    }
  }
}

/// Which articles tell one story, as generated, and how well that is found.
private struct Stories {
  /// Original to all that tell its story, itself included.
  private var members: [Int: [String]] = [:]
  private var names: [Int: String] = [:]
  /// No copy is of an article further back.
  private static let reach = 1000

  mutating func add(_ index: Int, _ item: GeneratedNews.Item) {
    names[index] = item.name
    names[index - Self.reach] = nil
    guard let original = item.copyOf else { return }
    members[original, default: [names[original] ?? ""]].append(item.name)
  }

  /// By pairs of articles.
  func score(_ found: [[String]]) -> String {
    let truth = Set(members.values.flatMap(Self.pairs))
    let given = Set(found.flatMap(Self.pairs))
    let right = truth.intersection(given).count
    return String(
      format: "precision %.4f, recall %.4f (%d pairs, %d found)",
      given.isEmpty ? 1 : Double(right) / Double(given.count),
      truth.isEmpty ? 1 : Double(right) / Double(truth.count), truth.count, given.count)
  }

  private static func pairs(_ names: [String]) -> [[String]] {
    names.indices.flatMap { first in
      names[(first + 1)...].map { [names[first], $0].sorted() }
    }
  }
}
