import BriefingModel
import Foundation
import Outliner
import SourceReaders
import Testing

@testable import Archive

@Suite struct PackedTests {
  private func packed(_ article: Article, text: [UInt8]) -> [UInt8] {
    var writer = PackedWriter(text: text, places: Places(text))
    writer.put(article)
    return writer.sealed
  }

  private func read(_ bytes: [UInt8], text: [UInt8]) throws(ArchiveError) -> Article {
    var reader = try PackedReader(sealed: bytes, text: text, places: Places(text), source: "a.txt")
    return try reader.article()
  }

  @Test func everyKindHasItsNumber() {
    #expect(Set(Codes.articles) == Set(Article.Kind.allCases))
    #expect(Set(Codes.roles) == Set(Measure.Role.allCases))
    #expect(Set(Codes.markings) == Set(Marking.allCases))
    #expect(Set(Codes.figures) == Set(Figure.Kind.allCases))
    #expect(Set(Codes.qualifiers) == Set(Figure.Qualifier.allCases))
    #expect(Set(Codes.notices) == Set(Notice.Kind.allCases))
  }

  /// What the text holds costs little: that is what packing is for.
  @Test(arguments: ArchiveTests.slugs) func takesLessRoomThanTheText(_ slug: String) throws {
    let source = try source(try fixture(slug), name: "a.txt")
    for article in source.outlined.articles {
      let bytes = packed(article, text: source.text)
      #expect(bytes.count < article.origin.bytes.count)
      var back = try read(bytes, text: source.text)
      (back.id, back.kind, back.county) = (article.id, article.kind, article.county)
      #expect(back == article)
    }
  }

  /// Values that no Outliner gives, but an import may.
  @Test func keepsWhatTheTextDoesNotHold() throws {
    let text = Array("红帆驿站\n　　91个".utf8)
    let odd = Origin(source: "a.txt", lines: 7...9, bytes: -5..<Int.max - 9, scalars: 0..<3)
    let number = ExactNumber(digits: .min, exponent: -40)
    var article = Article(
      id: "", kind: .other, kicker: ["", "别处"], headline: ["红帆\n驿站", "红帆驿站91个"], subtitle: "",
      date: CalendarDate(year: -1, month: 0, day: 99), byline: Byline(role: "", names: []), origin: odd)
    article.figures = [
      Figure(
        text: "9 1个", value: number, upper: number, from: nil, unit: "", qualifier: .atMost, kind: .other,
        object: "帆驿站91", origin: odd)
    ]
    article.measures = [
      Measure(
        number: "", heading: "é", marking: .anaphora, headingOrigin: odd, origin: odd, body: "\u{0}\n\n",
        confidence: -.infinity, terms: [Term(text: "红", origin: odd)])
    ]
    #expect(try read(packed(article, text: text), text: text) == article)
    #expect(try read(packed(article, text: []), text: []) == article)
  }

  /// Changed bytes are noticed; bytes that were made to pass are read without harm.
  @Test func refusesDamage() throws {
    let source = try source(try fixture(ArchiveTests.slugs[1]), name: "a.txt")
    let article = try #require(source.outlined.articles.first)
    let bytes = packed(article, text: source.text)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x41
      #expect(throws: ArchiveError.damaged) { _ = try read(damaged, text: source.text) }
      let content = damaged[Checksum.width...]
      _ = try? read(Checksum.bytes(of: content) + content, text: source.text)
    }
    for count in bytes.indices {
      #expect(throws: ArchiveError.damaged) { _ = try read(Array(bytes[..<count]), text: source.text) }
    }
  }
}
