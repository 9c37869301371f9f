import BriefingModel
import SourceReaders
import Testing

/// Markup that no program writes: each of these stopped or stalled the readers once.
@Suite struct HostileMarkupTests {
  private let text = "微山县念好三字诀。"

  private func lines(_ bytes: [UInt8], _ name: String = "a") throws -> [String] {
    let transcript = try read(bytes, source: name)
    return transcript.lines.map { transcript.text(of: $0) }
  }

  private func isQuick(_ body: () throws -> Void) rethrows -> Bool {
    try ContinuousClock().measure(body) < .seconds(10)
  }

  // MARK: Numbers

  static let extremes = [
    "9223372036854775807", "-9223372036854775808", "2147483648", "99999999999999999999", "-1", "0", "",
  ]
  static let forms = [
    "decimal", "decimalEnclosedCircle", "chineseCounting", "upperRoman", "ideographTraditional",
    "lowerLetter", "ideographDigital", "chineseLegalSimplified", "ideographEnclosedCircle",
    "decimalFullWidth",
  ]

  @Test(arguments: extremes, forms)
  func countsOnFromAnyStartInWord(_ start: String, _ form: String) throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="\(start)"/><w:numFmt w:val="\(form)"/>\
      <w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/>\
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="\(start)"/></w:lvlOverride></w:num>
      """
    let item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    let found = try lines(MadeDocument.docx(item + item + item, numbering: numbering))
    #expect(found.count == 3 && found.allSatisfy { $0.hasSuffix("、" + text) })
  }

  @Test(arguments: extremes)
  func countsOnFromAnyStartInWriterAndOnAPage(_ start: String) throws {
    let styles = """
      <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="①" \
      text:start-value="\(start)" text:display-levels="\(start)" style:num-suffix="、"/></text:list-style>
      """
    let item = "<text:list-item text:start-value=\"\(start)\"><text:p>\(text)</text:p></text:list-item>"
    let list = "<text:list text:style-name=\"L\">\(item)\(item)</text:list>"
    #expect(try lines(MadeDocument.odt(list, styles: styles)).count == 2)
    let page = "<html><body><ol start=\"\(start)\"><li>\(text)<li>\(text)<li>\(text)</ol></body></html>"
    #expect(try lines(Array(page.utf8), "a.html").count == 3)
  }

  @Test(arguments: extremes)
  func takesAnyLevel(_ level: String) throws {
    let item = """
      <w:p><w:pPr><w:outlineLvl w:val="\(level)"/><w:numPr><w:ilvl w:val="\(level)"/><w:numId w:val="5"/></w:numPr></w:pPr>\
      <w:r><w:rPr><w:sz w:val="\(level)"/></w:rPr><w:t>\(text)</w:t></w:r></w:p>
      """
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="\(level)"><w:lvlText w:val="%1"/><w:lvlRestart w:val="\(level)"/></w:lvl>\
      </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
      """
    #expect(try lines(MadeDocument.docx(item + item, numbering: numbering)).count == 2)
    let heading = "<text:h text:outline-level=\"\(level)\">\(text)</text:h>"
    #expect(try lines(MadeDocument.odt(heading + heading)) == [text, text])
  }

  @Test func doesNotRepeatWhatATableOrABlankSaysIsRepeated() throws {
    let cell =
      "<table:table-cell table:number-columns-repeated=\"1000000000\"><text:p>甲</text:p></table:table-cell>"
    let body = """
      <table:table><table:table-row table:number-rows-repeated="1000000000">\(cell)</table:table-row></table:table>\
      <text:p>乙<text:s text:c="2000000000"/>丙<text:s text:c="-9223372036854775808"/></text:p>
      """
    #expect(try lines(MadeDocument.odt(body)) == ["甲", "乙\(String(repeating: " ", count: 200))丙"])
    let page = "<div id=ozoom><table><tr><td colspan=1000000000 rowspan=1000000000>\(text)</table></div>"
    #expect(try lines(Array(page.utf8), "a.html") == [text])
  }

  // MARK: Storms

  @Test func refusesATagWithTooManyAttributes() throws {
    let attributes = (0..<20_000).map { " a\($0)=\">\"" }.joined()
    let document = try MadeDocument.docx("<w:p\(attributes)><w:r><w:t>\(text)</w:t></w:r></w:p>")
    #expect(throws: ReadError.damaged(part: "word/document.xml")) { try lines(document) }
    #expect(throws: ReadError.damaged(part: "")) {
      try lines(Array("<html><body><p\(attributes)>\(text)</p></body></html>".utf8), "a.html")
    }
  }

  @Test func readsPagesWhoseScriptsAndTextHoldManySigns() throws {
    let signs = String(repeating: "a=1;", count: 2000)
    let page = """
      <html><script>for(i=0;i<n;i++){\(signs)}</script><style>a<b{\(signs)}</style><!-- <p \(signs) --><body>\
      <p title="\(signs)">\(text)</p><p>\(signs)</p></body></html>
      """
    #expect(try lines(Array(page.utf8), "a.html") == [text, signs])
  }

  @Test func refusesMoreNamesThanADocumentHas() throws {
    let names = (0..<30_000).map { "<w:e\($0)/>" }.joined()
    let document = try MadeDocument.docx("\(names)<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>")
    #expect(throws: ReadError.damaged(part: "word/document.xml")) { try lines(document) }
  }

  /// Each style is based on the next, and every paragraph and run asks for the whole line of them.
  @Test func isQuickWithLongLinesOfStyles() throws {
    let count = 10_000
    let word = (1...count).map {
      "<w:style w:type=\"paragraph\" w:styleId=\"S\($0)\"><w:basedOn w:val=\"S\($0 % count + 1)\"/></w:style>"
    }
    let paragraph = """
      <w:p><w:pPr><w:pStyle w:val="S1"/></w:pPr><w:r><w:rPr><w:rStyle w:val="S1"/></w:rPr><w:t>\(text)</w:t></w:r></w:p>
      """
    let writer = (1...count).map {
      "<style:style style:name=\"S\($0)\" style:parent-style-name=\"S\($0 % count + 1)\"/>"
    }
    let isQuick = try isQuick {
      let document = try MadeDocument.docx(
        String(repeating: paragraph, count: 2000), styles: word.joined())
      #expect(try lines(document).count == 2000)
      let other = try MadeDocument.odt(
        String(repeating: "<text:p text:style-name=\"S1\">\(text)</text:p>", count: 2000),
        styles: writer.joined())
      #expect(try lines(other).count == 2000)
    }
    #expect(isQuick)
  }
}
