import BriefingModel
import Foundation

/// A source with all that takes long and needs no archive: hashes, packed articles, shingles. Made on any core, while
/// the archive's one writer is at another source.
public struct PreparedSource: Sendable {
  struct Prepared: Sendable {
    var article: Article
    var day: Int
    var outline: Data
    /// What near-duplicates are found by; `nil` for what is not an article.
    var sketch: Sketch?
    var keys: [UInt32]
    var words: WordIndex.Words
    /// Of all levels.
    var measures: Int
  }

  public let source: ArchivedSource
  let text: String
  /// `nil` where the file is the text.
  let textHash: String?
  /// `nil` where there are none.
  let notices: Data?
  let articles: [Prepared]

  public init(_ source: ArchivedSource) {
    self.source = source
    text = String(decoding: source.text, as: UTF8.self)
    let hash = SHA256.hex(of: source.text)
    textHash = hash == source.fileHash ? nil : hash
    let places = Places(source.text)
    if source.outlined.notices.isEmpty {
      notices = nil
    } else {
      var writer = PackedWriter(text: source.text, places: places)
      writer.put(source.outlined.notices)
      notices = Data(writer.sealed)
    }
    articles = source.outlined.articles.map { article in
      var writer = PackedWriter(text: source.text, places: places)
      writer.put(article)
      let sketch =
        article.kind == .article
        ? Sketch(source.text[article.origin.bytes.clamped(to: source.text.indices)]) : nil
      return Prepared(
        article: article, day: source.day(of: article), outline: Data(writer.sealed), sketch: sketch,
        keys: sketch?.bands ?? [], words: WordIndex.Words(article), measures: article.flatMeasures.count)
    }
  }
}

extension Article {
  /// All measures, each before its children. Place 0 of an article is its head, so the first has place 1.
  var flatMeasures: [Measure] { measures.flatMap(\.withChildren) }

  /// What is found by words, place by place: the article's head (its headline and what stands before the first
  /// measure), then the measures.
  var indexed: [String] {
    let titles = kicker + headline + [subtitle].compactMap { $0 }
    let body = paragraphs.isEmpty ? [lede] : paragraphs.map(\.text)
    return [(titles + body).joined(separator: "\n")] + flatMeasures.map { $0.heading + "\n" + $0.body }
  }

  /// The figures of each place.
  var figuresByPlace: [[Figure]] { [figures] + flatMeasures.map(\.figures) }
}

extension Measure {
  fileprivate var withChildren: [Measure] { [self] + children.flatMap(\.withChildren) }
}
