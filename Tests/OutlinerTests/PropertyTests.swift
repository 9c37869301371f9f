import BriefingModel
import Outliner
import SourceReaders
import Testing

/// What holds for every outline, whatever the text. Failures name entries by their numbers.
@Suite struct PropertyTests {
  private func outline(_ source: SourceText) throws -> (OutlinedSource, PrintedText) {
    let transcript = try source.transcript()
    return (Outliner().outline(transcript), PrintedText(transcript))
  }

  @Test(arguments: try SourceText.all()) func placesAgreeInLinesBytesAndScalars(_ source: SourceText) throws {
    let (outlined, printed) = try outline(source)
    for (name, origin) in outlined.origins {
      #expect(printed.faults(of: origin) == [], "\(name)")
      #expect(origin.source == source.name)
    }
  }

  @Test(arguments: try SourceText.all()) func headingsArePrintedWhereTheySay(_ source: SourceText) throws {
    let (outlined, printed) = try outline(source)
    for (name, measure) in outlined.allMeasures {
      #expect(printed.text(measure.headingOrigin) == measure.heading, "\(name)")
      #expect(!measure.heading.isEmpty, "\(name)")
    }
  }

  @Test(arguments: try SourceText.all()) func measuresHoldTheirHeadingAndBody(_ source: SourceText) throws {
    let (outlined, printed) = try outline(source)
    for (name, measure) in outlined.allMeasures {
      let text = printed.text(measure.origin)
      #expect(text.contains(measure.heading), "\(name)")
      for paragraph in measure.body.split(separator: "\n") { #expect(text.contains(paragraph), "\(name)") }
      #expect(measure.origin.bytes.contains(measure.headingOrigin.bytes), "\(name)")
    }
  }

  @Test(arguments: try SourceText.all()) func articlesHoldTheirPartsAndAreApart(_ source: SourceText) throws {
    let (outlined, printed) = try outline(source)
    for article in outlined.articles {
      let text = printed.text(article.origin)
      let head = article.headlineOrigin.map(printed.text) ?? ""
      for paragraph in article.paragraphs { #expect(printed.text(paragraph.origin) == paragraph.text) }
      for paragraph in article.lede.split(separator: "\n") { #expect(text.contains(paragraph)) }
      for line in article.kicker + article.headline { #expect(head.contains(line)) }
      for measure in article.measures { #expect(article.origin.bytes.contains(measure.origin.bytes)) }
      if let dateline = article.dateline { #expect(text.hasPrefix(dateline)) }
    }
    // A caption may stand within an article.
    #expect(areApart(outlined.articles.filter { $0.kind == .article }.map(\.origin)))
  }

  @Test(arguments: try SourceText.all()) func siblingsAscendWithinTheirParents(_ source: SourceText) throws {
    let (outlined, _) = try outline(source)
    for article in outlined.articles { #expect(areApart(article.measures.map(\.origin)), "\(article.id)") }
    for (name, measure) in outlined.allMeasures {
      #expect(areApart(measure.children.map(\.origin)), "\(name)")
      for child in measure.children { #expect(measure.origin.bytes.contains(child.origin.bytes), "\(name)") }
      if let first = measure.children.first {
        #expect(measure.headingOrigin.bytes.upperBound <= first.origin.bytes.lowerBound, "\(name)")
      }
    }
  }

  @Test(arguments: try SourceText.all()) func numbersArePositions(_ source: SourceText) throws {
    func check(_ measures: [Measure], under parent: String) {
      for (index, measure) in measures.enumerated() {
        #expect(measure.number == "\(parent)\(index + 1)")
        check(measure.children, under: "\(measure.number).")
      }
    }
    for article in try outline(source).0.articles { check(article.measures, under: "") }
  }

  @Test(arguments: try SourceText.all()) func confidenceLiesBetweenNoneAndAll(_ source: SourceText) throws {
    for (name, measure) in try outline(source).0.allMeasures {
      #expect((0...1).contains(measure.confidence), "\(name)")
    }
  }

  @Test(arguments: try SourceText.all()) func givesTheSameTwice(_ source: SourceText) throws {
    let transcript = try source.transcript()
    #expect(Outliner().outline(transcript) == Outliner().outline(transcript))
  }

  @Test(arguments: try SourceText.all()) func aByteOrderMarkChangesNothing(_ source: SourceText) throws {
    let marked = SourceText(name: source.name, bytes: [0xEF, 0xBB, 0xBF] + source.bytes)
    #expect(try outline(marked).0 == outline(source).0)
  }

  @Test(arguments: try SourceText.all(), [[0x0D, 0x0A], [0x0D]] as [[UInt8]])
  func lineEndsChangeOnlyWhereThingsStand(_ source: SourceText, _ ending: [UInt8]) throws {
    let bytes = source.bytes.flatMap { $0 == 0x0A ? ending : [$0] }
    let other = try outline(SourceText(name: source.name, bytes: bytes)).0
    #expect(try other.withoutOffsets == outline(source).0.withoutOffsets)
  }

  @Test(arguments: try SourceText.all()) func blankLinesBelowThePageChangeNothing(_ source: SourceText) throws
  {
    let bytes = source.bytes + Array("\n　\n\n".utf8)
    #expect(try outline(SourceText(name: source.name, bytes: bytes)).0 == outline(source).0)
  }

}

/// Places in the order of the text, none of which reaches into the next.
func areApart(_ origins: [Origin]) -> Bool {
  zip(origins, origins.dropFirst()).allSatisfy {
    $0.bytes.upperBound <= $1.bytes.lowerBound && $0.scalars.upperBound <= $1.scalars.lowerBound
  }
}

extension OutlinedSource {
  /// All measures, named by article and number.
  var allMeasures: [(name: String, measure: Measure)] {
    func all(_ measures: [Measure]) -> [Measure] { measures.flatMap { [$0] + all($0.children) } }
    return articles.flatMap { article in all(article.measures).map { ("\(article.id) \($0.number)", $0) } }
  }

  /// Every place in the outline, named.
  var origins: [(name: String, origin: Origin)] {
    var found: [(String, Origin)] = []
    for article in articles {
      found.append((article.id, article.origin))
      if let origin = article.headlineOrigin { found.append(("\(article.id) headline", origin)) }
      found += article.paragraphs.map { ("\(article.id) paragraph", $0.origin) }
    }
    for (name, measure) in allMeasures {
      found += [(name, measure.origin), ("\(name) heading", measure.headingOrigin)]
    }
    for notice in notices { if let origin = notice.origin { found.append((notice.kind.rawValue, origin)) } }
    return found
  }

  /// The outline as it is whatever ends the lines.
  var withoutOffsets: OutlinedSource {
    var result = self
    for index in result.articles.indices {
      result.articles[index].origin.forgetOffsets()
      result.articles[index].headlineOrigin?.forgetOffsets()
      result.articles[index].figures.forgetOffsets()
      result.articles[index].terms.forgetOffsets()
      for measure in result.articles[index].measures.indices {
        result.articles[index].measures[measure].forgetOffsets()
      }
      for paragraph in result.articles[index].paragraphs.indices {
        result.articles[index].paragraphs[paragraph].origin.forgetOffsets()
      }
    }
    for index in result.notices.indices { result.notices[index].origin?.forgetOffsets() }
    return result
  }
}

extension Origin {
  fileprivate mutating func forgetOffsets() {
    bytes = 0..<0
    scalars = 0..<0
  }
}

extension Array where Element == Figure {
  fileprivate mutating func forgetOffsets() { for index in indices { self[index].origin.forgetOffsets() } }
}

extension Array where Element == Term {
  fileprivate mutating func forgetOffsets() { for index in indices { self[index].origin.forgetOffsets() } }
}

extension Measure {
  fileprivate mutating func forgetOffsets() {
    figures.forgetOffsets()
    terms.forgetOffsets()
    origin.forgetOffsets()
    headingOrigin.forgetOffsets()
    for index in children.indices { children[index].forgetOffsets() }
  }
}

extension Range where Bound == Int {
  func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
