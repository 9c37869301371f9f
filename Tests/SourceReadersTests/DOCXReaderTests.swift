import BriefingModel
import SourceReaders
import Testing

@Suite struct DOCXReaderTests {
  private func lines(
    _ body: String, styles: String = "", numbering: String = "", space: String = MadeDocument.text
  ) throws -> [String] {
    let bytes = try MadeDocument.docx(body, styles: styles, numbering: numbering, space: space)
    let transcript = try read(bytes, source: "a.docx")
    return transcript.lines.map { transcript.text(of: $0) }
  }

  private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

  @Test(arguments: [MadeDocument.text, MadeDocument.strict])
  func readsBothNamespaces(_ space: String) throws {
    #expect(
      try lines("<w:p>\(run("微山"))</w:p><w:p/><w:p>\(run("鱼台"))</w:p>", space: space) == ["微山", "", "鱼台"])
  }

  @Test func acceptsTrackedChanges() throws {
    let body = """
      <w:p>\(run("甲"))<w:ins w:id="1">\(run("乙"))</w:ins>\
      <w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom w:id="3">\(run("丁"))</w:moveFrom>\
      <w:moveTo w:id="4">\(run("戊"))</w:moveTo></w:p>
      """
    #expect(try lines(body) == ["甲乙戊"])
  }

  @Test func joinsParagraphsWhoseMarkWasDeleted() throws {
    let body = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>\(run("前"))</w:p><w:p>\(run("后"))</w:p>"
    #expect(try lines(body) == ["前后"])
  }

  @Test func keepsATextBoxOnce() throws {
    let box = "<w:txbxContent><w:p>\(run("框中"))</w:p></w:txbxContent>"
    let body = """
      <w:p>\(run("框外"))<w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>\
      </mc:AlternateContent></w:r></w:p>
      """
    #expect(try lines(body) == ["框外", "框中"])
  }

  @Test func makesATableRowALine() throws {
    let cell = { (text: String) in "<w:tc><w:p>\(self.run(text))</w:p></w:tc>" }
    let body = "<w:tbl><w:tr>\(cell("单位"))\(cell("数量"))</w:tr><w:tr>\(cell("甲镇"))\(cell("3"))</w:tr></w:tbl>"
    #expect(try lines(body) == ["单位\t数量", "甲镇\t3"])
  }

  @Test func leavesOutHiddenTextFieldCodesContentsAndSoftHyphens() throws {
    let body = """
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>\
      <w:sdtContent><w:p>\(run("目录"))</w:p></w:sdtContent></w:sdt>\
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
      <w:r><w:t>软\u{AD}连</w:t><w:softHyphen/></w:r><w:r><w:br/></w:r>\(run("下行"))<w:r><w:tab/></w:r></w:p>
      """
    #expect(try lines(body) == ["软连", "下行\t"])
  }

  private static let numbering = """
    <w:abstractNum w:abstractNumId="0">\
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>\
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>\
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>\
    </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>\
    <w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
    """

  private func item(_ level: Int, _ text: String, list: Int = 5) -> String {
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr>\(run(text))</w:p>"
  }

  @Test func makesAutomaticNumbersVisible() throws {
    let body =
      item(0, "甲") + item(1, "子") + item(2, "x") + item(2, "y") + item(1, "丑") + item(0, "乙") + item(1, "寅")
      + item(0, "丙", list: 6)
    #expect(
      try lines(body, numbering: Self.numbering) == [
        "一、甲", "（一）子", "1.x", "2.y", "（二）丑", "二、乙", "（一）寅", "七、丙",
      ])
  }

  @Test func numbersThroughStyles() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr>\
      <w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>
      """
    let body = "<w:p><w:pPr><w:pStyle w:val=\"C\"/></w:pPr>\(run("甲"))</w:p>"
    let bytes = try MadeDocument.docx(body, styles: styles, numbering: Self.numbering)
    let transcript = try read(bytes, source: "a.docx")
    #expect(transcript.text(of: transcript.lines[0]) == "一、甲")
    #expect(transcript.lines[0].style == LineStyle(isBold: true, headingLevel: 1, size: 16))
  }

  @Test func hintsAtBoldTypeThatOpensAParagraph() throws {
    let body = """
      <w:p>\(run("　　"))<w:r><w:rPr><w:b/></w:rPr><w:t>压实责任</w:t></w:r>\(run("建立机制"))</w:p>\
      <w:p>\(run("建立"))<w:r><w:rPr><w:b/></w:rPr><w:t>机制</w:t></w:r></w:p>
      """
    let transcript = try read(MadeDocument.docx(body), source: "a.docx")
    #expect(transcript.lines.map { $0.style?.boldLead } == [18, 0])
    #expect(transcript.lines.allSatisfy { $0.style?.isBold == false })
  }

  /// A list of its own for a second count of the same numbering, a start of its own on a lower level, digits for
  /// the chapter's number, a level that never starts again, a paragraph taken out of its style's list.
  @Test func restartsAndContinuesAsTheOverridesSay() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">\
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl>\
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2、"/></w:lvl>\
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%3"/></w:lvl>\
      </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>\
      <w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>\
      <w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>\
      <w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
      <w:numFmt w:val="ideographDigital"/><w:lvlText w:val="%1、"/></w:lvl></w:lvlOverride></w:num>
      """
    let body =
      item(0, "甲") + item(1, "子") + item(2, "x") + item(0, "乙") + item(1, "丑") + item(2, "y")
      + item(0, "丙", list: 6) + item(1, "寅", list: 6) + item(0, "丁", list: 6) + item(1, "卯", list: 6)
      + item(0, "戊", list: 7) + item(0, "己", list: 0)
    #expect(
      try lines(body, numbering: numbering) == [
        "第一章 甲", "1.1、子", "①x", "第二章 乙", "2.1、丑", "②y", "第一章 丙", "1.5、寅", "第二章 丁", "2.5、卯", "三、戊", "己",
      ])
  }

  @Test(arguments: [
    ("chineseCounting", 21, "二十一"), ("chineseCounting", 105, "一百零五"), ("japaneseCounting", 10, "十"),
    ("ideographTraditional", 3, "丙"), ("ideographZodiac", 2, "丑"), ("decimalEnclosedCircle", 4, "④"),
    ("upperRoman", 14, "XIV"), ("lowerLetter", 28, "bb"), ("chineseLegalSimplified", 12, "壹拾贰"),
    ("decimalZero", 7, "07"), ("decimalFullWidth", 12, "１２"), ("decimalEnclosedParen", 2, "⑵"),
  ])
  func spellsNumbers(_ form: String, _ number: Int, _ spelled: String) throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="\(number)"/><w:numFmt w:val="\(form)"/>\
      <w:lvlText w:val="第%1章、"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
      """
    #expect(try lines(item(0, "题"), numbering: numbering) == ["第\(spelled)章、题"])
  }
}
