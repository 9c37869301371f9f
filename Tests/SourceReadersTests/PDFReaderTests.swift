import BriefingModel
import Foundation
import Programs
import Testing

@testable import SourceReaders

let hasPoppler = Program("pdftotext").path != nil
private let hasOffice = Program("soffice").path != nil

/// What `pdftotext -bbox-layout` prints, made by hand.
private func layout(_ words: [(x: Double, y: Double, size: Double, text: String)]) -> [UInt8] {
  let lines = words.map { word in
    let right = word.x + word.size * Double(word.text.unicodeScalars.count)
    let box = "xMin=\"\(word.x)\" yMin=\"\(word.y)\" xMax=\"\(right)\" yMax=\"\(word.y + word.size * 1.3)\""
    return "<word \(box)>\(word.text)</word>"
  }
  return Array(
    "<doc>\n<page width=\"400\" height=\"600\">\n\(lines.joined(separator: "\n"))\n</page>\n</doc>".utf8)
}

private func lines(_ layout: [UInt8]) throws -> [String] {
  let transcript = try PDFReader.transcript(layout: layout, source: "page.pdf", limits: ReadLimits())
  return transcript.lines.map { transcript.text(of: $0) }
}

@Suite struct PDFLayoutTests {
  @Test func readsColumnAfterColumnUnderAHeadlineNarrowerThanThey() throws {
    var words: [(x: Double, y: Double, size: Double, text: String)] = [(130, 80, 20, "微山鱼台金乡")]
    for row in 0..<4 {
      words.append((40, 120 + Double(row) * 15, 10, "左\(["一", "二", "三", "四"][row])左左左左左左左左左左左左"))
      words.append((220, 120 + Double(row) * 15, 10, "右\(["一", "二", "三", "四"][row])右右右右右右右右右右右右"))
    }
    let heads = try lines(layout(words)).map { String($0.prefix(2)) }
    #expect(heads == ["微山", "", "左一", "左二", "左三", "左四", "右一", "右二", "右三", "右四"])
  }

  @Test func keepsBlankWithinALine() throws {
    let words = [
      (x: 40.0, y: 100.0, size: 10.0, text: "凝聚合力"), (90, 100, 10, "下好一盘棋"), (40, 115, 10, "全县上下一心干部群众同力"),
    ]
    #expect(try lines(layout(words)) == ["凝聚合力　下好一盘棋", "全县上下一心干部群众同力"])
  }

  /// Sixteen thousand words far apart, printed half over each other: every word is read, and soon.
  @Test func readsAPageThatIsPrintedOverItself() throws {
    var words: [(x: Double, y: Double, size: Double, text: String)] = []
    for row in 0..<400 {
      for column in 0..<40 { words.append((5 + Double(column) * 25, 5 + Double(row) * 2, 5, "w")) }
    }
    let bytes = layout(words)
    var found: [String] = []
    let duration = try ContinuousClock().measure { found = try lines(bytes) }
    #expect(found.joined().unicodeScalars.count { $0 == "w" } == words.count)
    #expect(duration < .seconds(15))
  }

  /// Beside two columns, whose characters stand below each other as well.
  @Test func readsAVerticalHeadlineAsOneLineAndLeavesTheColumnsAlone() throws {
    var words: [(x: Double, y: Double, size: Double, text: String)] = "微山念好三字诀".enumerated().map {
      (30, 100 + Double($0.offset) * 24, 20, String($0.element))
    }
    for row in 0..<10 {
      for column in 0..<12 {
        let character = column == 0 ? ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][row] : "字"
        words.append((80 + Double(column) * 10, 100 + Double(row) * 15, 10, character))
        words.append((220 + Double(column) * 10, 100 + Double(row) * 15, 10, character))
      }
    }
    let found = try lines(layout(words)).filter { !$0.isEmpty }
    #expect(found.contains("微山念好三字诀"))
    #expect(
      found.filter { $0.contains("字字") }.map { String($0.prefix(1)) }.joined() == "一二三四五六七八九十一二三四五六七八九十")
  }

  @Test func resolvesEntitiesAndDropsControlCharacters() throws {
    #expect(try lines(layout([(40, 100, 10, "甲&amp;乙&lt;\u{1}丙")])) == ["甲&乙<丙"])
  }

  @Test func refusesOutputThatBreaksOff() throws {
    let whole = layout([(40, 100, 10, "邹城")])
    for length in [0, 5, 40, whole.count - 3] {
      #expect(throws: ReadError.damaged(part: "")) { try lines(Array(whole.prefix(length))) }
    }
  }

  @Test func namesOCRWhereNoPageHasText() throws {
    #expect(throws: ReadError.document(.scannedPDF)) { try lines(layout([])) }
  }

  @Test func refusesMorePagesThanAllowed() throws {
    let pages = Array("<doc><page width=\"1\" height=\"1\"/><page width=\"1\" height=\"1\"/></doc>".utf8)
    var limits = ReadLimits()
    limits.pages = 1
    #expect(throws: ReadError.tooLarge(.pages, found: 2, limit: 1)) {
      try PDFReader.transcript(layout: pages, source: "a.pdf", limits: limits)
    }
  }

  @Test func survivesNumbersThatAreNone() throws {
    let word = "<word xMin=\"inf\" yMin=\"\" xMax=\"1e99\" yMax=\"5\">甲</word>"
    #expect(try lines(Array("<doc><page width=\"nan\" height=\"-1e300\">\(word)</page></doc>".utf8)) == ["甲"])
  }
}

@Suite(.enabled(if: hasPoppler, "pdftotext is not installed")) struct HostilePDFTests {
  private func page() throws -> [UInt8] { try fileBytes("Fixtures/pages/three-columns/page.pdf") }

  @Test func refusesTruncatedFiles() throws {
    let bytes = try page()
    for length in [8, 500, bytes.count / 2] {
      #expect(throws: ReadError.self) { try read(Array(bytes.prefix(length)), source: "cut.pdf") }
    }
  }

  /// The pages' tree leads back to itself.
  @Test func refusesAPageTreeWithALoop() throws {
    let loop = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9999999>>endobj
      trailer<</Root 1 0 R/Size 3>>
      %%EOF
      """
    #expect(throws: ReadError.self) { try read(Array(loop.utf8), source: "loop.pdf") }
  }

  @Test func refusesEncryptedFiles() throws {
    #expect(throws: ReadError.document(.encrypted)) {
      try read(fileBytes("Fixtures/hostile/encrypted.pdf"), source: "encrypted.pdf")
    }
  }

  @Test func stopsAtTheOutputLimit() throws {
    var limits = ReadLimits()
    limits.layoutBytes = 1000
    #expect(throws: ReadError.tooLarge(.layout, found: 1001, limit: 1000)) {
      try read(page(), source: "page.pdf", options: ReadOptions(limits: limits))
    }
  }
}

@Suite struct ProgramTests {
  private let limits = ProgramLimits(seconds: 20, outputBytes: 8 << 20)

  @Test func feedsAndReadsAtOnce() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try Program("cat").run([], input: bytes, limits: limits) == bytes)
  }

  @Test func endsAProgramThatTakesTooLong() throws {
    let clock = ContinuousClock()
    let duration = clock.measure {
      #expect(throws: ProgramError.timeOver(seconds: 1)) {
        try Program("sleep").run(["30"], input: [], limits: ProgramLimits(seconds: 1, outputBytes: 10))
      }
    }
    #expect(duration < .seconds(8))
  }

  @Test func endsAProgramThatPrintsTooMuch() throws {
    #expect(throws: ProgramError.outputTooLarge(limit: 1000)) {
      try Program("yes").run([], input: [], limits: ProgramLimits(seconds: 20, outputBytes: 1000))
    }
  }

  @Test func saysWhatIsNotThereAndWhatFailed() throws {
    #expect(throws: ProgramError.notFound) {
      try Program("no-such-program-of-this-name").run([], input: [], limits: limits)
    }
    #expect(throws: ProgramError.failed(status: 1, messages: "")) {
      try Program("false").run([], input: Array(repeating: 7, count: 1 << 20), limits: limits)
    }
  }

  @Test func passesArgumentsAsTheyAre() throws {
    let odd = "$(touch x); `id` \"'*.txt"
    #expect(try Program("printf").run(["%s", odd], input: [], limits: limits) == Array(odd.utf8))
  }
}

@Suite(.enabled(if: hasOffice, "soffice is not installed")) struct WordReaderTests {
  @Test func readsAWordDocument() throws {
    let transcript = try read(fileBytes("Fixtures/pages/notice.doc"), source: "notice.doc")
    let text = transcript.lines.map { transcript.text(of: $0) }
    #expect(text.contains("压实“责任链条”。邹城市聚焦主责主业。"))
  }

  @Test func refusesADamagedWordDocument() throws {
    let bytes = try fileBytes("Fixtures/pages/notice.doc")
    #expect(throws: ReadError.self) { try read(Array(bytes.prefix(3000)), source: "cut.doc") }
  }
}
