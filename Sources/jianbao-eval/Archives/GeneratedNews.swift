import BriefingModel
import Foundation
import Outliner
import SourceReaders

/// As much county news as is asked for: headlines, ledes, headings and sentences of the tuned fixtures, mixed anew, with
/// other counties, days and numbers. The same seed gives the same news.
struct GeneratedNews {
  /// One printed article, and of which one it is a copy.
  struct Item {
    var name: String
    var day: CalendarDate
    var text: String
    var copyOf: Int?
  }

  /// Articles of an ordinary week in the prefecture.
  static let perWeek = 100
  /// The last of the days.
  static let lastDay = CalendarDate(year: 2026, month: 11, day: 22)
  /// A word of one article in some thousands.
  static let rareWord = "紫藤长廊"
  private static let rareEvery = 2000
  private static let measures = 4
  private static let daysOfCopies = 7
  private static let sentencesOfMeasure = 3
  /// Characters of a sentence or lede: of like length, so that one alone never makes most of an article.
  private static let lengths = 25...110
  private static let numerals = ["一", "二", "三", "四"]

  private let heads: [(county: String, headline: String, lede: String)]
  private let headings: [(county: String, text: String)]
  private let sentences: [(county: String, text: String)]
  private let counties: [County]

  init(below root: URL, prefecture: String = "济宁市") throws {
    let outliner = Outliner()
    let lengths = Self.lengths
    let fixtures = try Fixture.all(below: root, sets: [.tuned])
    let articles = try fixtures.flatMap {
      outliner.outline(try read($0.bytes, source: $0.slug)).articles
    }
    .filter { $0.kind == .article && $0.county != nil && lengths.contains($0.lede.count) }
    heads = articles.map { ($0.county?.short ?? "", $0.headline.joined(separator: " "), $0.lede) }
    let measures = articles.flatMap { article in
      Self.leaves(article.measures).map { (county: article.county?.short ?? "", measure: $0) }
    }
    headings = measures.map { ($0.county, $0.measure.heading + "。") }
    sentences = measures.flatMap { county, measure in
      measure.body.split(whereSeparator: { "。\n".contains($0) }).map { (county, $0 + "。") }
    }
    .filter { Self.lengths.contains($0.1.count) }
    counties = outliner.counties(of: prefecture)
  }

  private static func leaves(_ measures: [Measure]) -> [Measure] {
    measures.flatMap { $0.children.isEmpty ? [$0] : leaves($0.children) }
  }

  /// Calls `body` with one item after another, oldest first. Of twenty, one copies an earlier one of the last days
  /// (whole under another headline, without its last measures, or in other line widths), and one takes one measure
  /// from an earlier one without being a copy of it.
  func forEach(_ count: Int, _ body: (Int, Item) throws -> Void) rethrows {
    var random = SeededGenerator(seed: "county news")
    var recent: [(index: Int, parts: Parts)] = []
    let firstDay = Self.lastDay.dayNumber - (count - 1) * 7 / Self.perWeek
    for index in 0..<count {
      let day = CalendarDate(dayNumber: firstDay + index * 7 / Self.perWeek)
      var parts = parts(&random)
      var copyOf: Int?
      let kind = index % 20
      if kind == 7 || kind == 13, let earlier = recent.randomElement(using: &random) {
        if kind == 7 {
          copyOf = earlier.index
          parts = copy(earlier.parts, &random)
        } else {
          parts.measures[0] = earlier.parts.measures[0]
        }
      }
      if index % Self.rareEvery == Self.rareEvery / 2 { parts.lede += "村口建起\(Self.rareWord)。" }
      let item = Item(
        name: "\(day.iso)-\(index).txt", day: day, text: parts.text(isWrapped: index.isMultiple(of: 3)),
        copyOf: copyOf)
      try body(index, item)
      if copyOf == nil { recent.append((index, parts)) }
      if recent.count > Self.perWeek * Self.daysOfCopies / 7 { recent.removeFirst() }
    }
  }

  private struct Parts {
    var county: String
    var headline: String
    var lede: String
    var measures: [String]

    func text(isWrapped: Bool) -> String {
      let numbered = zip(GeneratedNews.numerals, measures).map { "　　" + $0 + "、" + $1 }
      let lines = [headline, "　　" + lede] + numbered
      return (isWrapped ? lines.map(Self.wrapped) : lines).joined(separator: "\n") + "\n"
    }

    /// As printed in a column of 21 characters.
    private static func wrapped(_ line: String) -> String {
      let characters = Array(line)
      return stride(from: 0, to: characters.count, by: 21)
        .map { String(characters[$0..<min($0 + 21, characters.count)]) }.joined(separator: "\n")
    }
  }

  private func parts(_ random: inout SeededGenerator) -> Parts {
    let county = counties[Int.random(in: 0..<counties.count, using: &random)].short
    let head = heads[Int.random(in: 0..<heads.count, using: &random)]
    let measures = (0..<Self.measures).map { _ in
      let heading = headings[Int.random(in: 0..<headings.count, using: &random)]
      let body = (0..<Self.sentencesOfMeasure).map { _ in
        sentences[Int.random(in: 0..<sentences.count, using: &random)]
      }
      return ([heading] + body).map { varied($0.text, from: $0.county, to: county, &random) }.joined()
    }
    return Parts(
      county: county,
      headline: varied(head.headline, from: head.county, to: county, &random),
      lede: varied(head.lede, from: head.county, to: county, &random), measures: measures)
  }

  private func copy(_ parts: Parts, _ random: inout SeededGenerator) -> Parts {
    var copy = parts
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let head = heads[Int.random(in: 0..<heads.count, using: &random)]
      copy.headline = varied(head.headline, from: head.county, to: parts.county, &random)
    case 1: copy.measures.removeLast()
    default: copy.measures.removeLast(2)
    }
    return copy
  }

  /// Another county's name, and other digits but in years.
  private func varied(
    _ text: String, from county: String, to other: String, _ random: inout SeededGenerator
  ) -> String {
    let named = county.isEmpty ? text : text.replacingOccurrences(of: county, with: other)
    var scalars: [UnicodeScalar] = []
    for scalar in named.unicodeScalars {
      let isDigit = ("1"..."9").contains(scalar)
      scalars.append(isDigit ? UnicodeScalar(UInt8.random(in: 0x31...0x39, using: &random)) : scalar)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
