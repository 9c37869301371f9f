import ArgumentParser
import BriefingModel
import Foundation
import Outliner
import SourceReaders

/// Times the Outliner on all fixtures, repeated up to a size.
///
///     jianbao-eval speed --megabytes 50
struct SpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed", abstract: "Times the Outliner on one thread.")

  @Option(help: "Size of the corpus in millions of bytes.") var megabytes = 50
  @Option(help: "How many times to outline it.") var runs = 3
  @Option(help: "The repository's root.") var root = "."

  func validate() throws {
    guard megabytes > 0, runs > 0 else { throw ValidationError("--megabytes and --runs are at least 1") }
  }

  func run() throws {
    let corpus = try corpus()
    time("outline alone", Outliner(options: .init(findsFigures: false)), corpus)
    time("with figures", Outliner(), corpus)
  }

  private func time(_ name: String, _ outliner: Outliner, _ corpus: [Transcript]) {
    let bytes = corpus.reduce(0) { $0 + $1.bytes.count }
    let clock = ContinuousClock()
    var articles = 0
    let seconds = (0..<runs).map { _ in
      articles = 0
      let duration = clock.measure {
        for transcript in corpus { articles += outliner.outline(transcript).articles.count }
      }
      return duration / .seconds(1)
    }
    let rates = seconds.map { Double(bytes) / 1e6 / $0 }.sorted()
    print(
      "\(name): best \(tenths(rates[rates.count - 1])) MB/s, median \(tenths(rates[rates.count / 2])) MB/s, "
        + "\(corpus.count) sources of \(tenths(Double(bytes) / 1e6)) MB, \(articles) articles, "
        + "peak memory \(peakMemory() ?? "unknown")")
  }

  /// Each repetition has bytes of its own, as separate files would.
  private func corpus() throws -> [Transcript] {
    let fixtures = try Fixture.all(below: URL(fileURLWithPath: root), sets: [.tuned, .heldout])
    guard fixtures.contains(where: { !$0.bytes.isEmpty }) else {
      throw ValidationError("no fixtures below \(root)")
    }
    var corpus: [Transcript] = []
    var size = 0
    while size < megabytes * 1_000_000 {
      for fixture in fixtures where size < megabytes * 1_000_000 {
        let bytes = fixture.bytes.withUnsafeBufferPointer { Array($0) }
        corpus.append(try read(bytes, source: "\(corpus.count)-\(fixture.slug)"))
        size += bytes.count
      }
    }
    return corpus
  }

  private func tenths(_ value: Double) -> String { String(format: "%.1f", value) }
}

/// The most memory this process has held, as Linux tells it (`VmHWM` in `/proc/self/status`).
func peakMemory() -> String? {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
  guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
  return line.dropFirst(6).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
