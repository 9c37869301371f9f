import ArgumentParser
import BriefingModel
import Comparator
import Foundation
import Outliner
import SourceReaders

/// Times the comparison of every county with every other.
///
///     jianbao-eval scale 500 1000 2000
struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale",
    abstract: "Times comparing all pairs of articles of four measures, each of a county of its own.")

  @Argument(help: "How many articles.") var sizes: [Int] = [500, 1000, 2000]
  @Option(help: "The repository's root.") var root = "."

  /// Measures of each article.
  private static let measures = 4

  func run() throws {
    let pool = try pool()
    for size in sizes {
      let articles = articles(size, from: pool)
      let counties = Comparator.counties(in: articles)
      let clock = ContinuousClock()
      var comparison: Comparison?
      let time = clock.measure { comparison = Comparator().compare(articles, counties: counties) }
      let rows = comparison?.rows ?? []
      let pairs = rows.reduce(0) { $0 + $1.cells.filter { !$0.isEmpty }.count }
      print(
        "\(size) articles, \(size * Self.measures) leaves, \(size * (size - 1) / 2) pairs: "
          + String(format: "%.1f s", time / .seconds(1)) + ", \(rows.count) rows of \(pairs) cells, "
          + "peak memory \(peakMemory() ?? "unknown")")
    }
  }

  /// All leaves of the fixtures, article by article.
  private func pool() throws -> [[Measure]] {
    let fixtures = try Fixture.all(below: URL(fileURLWithPath: root), sets: [.tuned])
    let outliner = Outliner()
    return try fixtures.flatMap { fixture in
      outliner.outline(try read(fixture.bytes, source: fixture.slug)).articles
        .map { Comparator.measures(of: $0, granularity: .leaf) }.filter { $0.count >= 2 }
    }
  }

  /// Article `n` has two measures of one fixture and two of another, so that no two articles are the same.
  private func articles(_ count: Int, from pool: [[Measure]]) -> [Article] {
    (0..<count).map { number in
      let first = pool[number % pool.count]
      let second = pool[(number / pool.count * 7 + number * 3 + 1) % pool.count]
      var measures: [Measure] = []
      for (place, source) in [first, second].enumerated() {
        for step in 0..<Self.measures / 2 {
          var measure = source[(number / pool.count + place + step) % source.count]
          measure.number = "\(measures.count + 1)"
          measure.children = []
          measures.append(measure)
        }
      }
      let county = County(
        name: "第\(number)县", short: "第\(number)", code: nil, prefecture: nil, province: nil)
      return Article(
        id: "\(number)-1", kind: .article, county: county, headline: ["\(number)"],
        origin: measures[0].origin, measures: measures)
    }
  }
}
