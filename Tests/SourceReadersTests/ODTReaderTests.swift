import BriefingModel
import SourceReaders
import Testing

@Suite struct ODTReaderTests {
  private func lines(_ body: String, styles: String = "") throws -> [String] {
    let transcript = try read(MadeDocument.odt(body, styles: styles), source: "a.odt")
    return transcript.lines.map { transcript.text(of: $0) }
  }

  @Test func readsBlanksTabsAndLineBreaks() throws {
    let body =
      "<text:p>甲 \n 乙<text:s text:c=\"2\"/>丙<text:tab/>丁<text:line-break/>戊<text:span>己</text:span></text:p>"
    #expect(try lines(body) == ["甲 乙  丙\t丁", "戊己"])
  }

  @Test func leavesOutDeletedTextNotesAnnotationsAndContents() throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region>\
      </text:tracked-changes><text:table-of-content><text:p>目录</text:p></text:table-of-content>\
      <text:p>正<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note>文\
      <office:annotation><text:p>批</text:p></office:annotation>。</text:p>
      """
    #expect(try lines(body) == ["正文。"])
  }

  @Test func makesListNumbersVisible() throws {
    let styles = """
      <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." \
      style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-prefix="（" \
      style:num-format="一, 二, 三, ..." style:num-suffix="）"/></text:list-style>
      """
    let item = { (text: String) in "<text:list-item><text:p>\(text)</text:p></text:list-item>" }
    let body = """
      <text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">甲</text:h><text:p>续</text:p>\
      <text:list>\(item("子"))\(item("丑"))</text:list></text:list-item>\(item("乙"))</text:list><text:p>间</text:p>\
      <text:list text:style-name="L" text:continue-numbering="true">\(item("丙"))</text:list>\
      <text:list text:style-name="L">\(item("丁"))</text:list>
      """
    #expect(try lines(body, styles: styles) == ["一、甲", "续", "（一）子", "（二）丑", "二、乙", "间", "三、丙", "一、丁"])
  }

  @Test func makesATableRowALineAndKeepsATextBoxOnce() throws {
    let body = """
      <table:table><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell>\
      <text:p>3</text:p></table:table-cell></table:table-row></table:table>\
      <text:p>外<draw:frame><draw:text-box><text:p>内</text:p></draw:text-box></draw:frame>面</text:p>
      """
    #expect(try lines(body) == ["甲\t3", "外面", "内"])
  }

  @Test func hintsAtBoldAndSize() throws {
    let styles = """
      <style:style style:name="B" style:family="paragraph"><style:text-properties style:font-weight-asian="bold" \
      style:font-size-asian="22pt"/></style:style>
      """
    let transcript = try read(
      MadeDocument.odt("<text:p text:style-name=\"B\">题</text:p>", styles: styles), source: "a")
    #expect(transcript.lines[0].style == LineStyle(isBold: true, size: 22))
  }
}
