import BriefingModel
import Foundation
import SourceReaders
import Testing

@Suite struct HTMLReaderTests {
  private static let long = "县委坚持把发展现代农业摆在突出位置，建成高标准农田十二万亩，粮食产量连续五年稳定增长，群众收入不断提高。"

  private func lines(_ html: String) throws -> [String] {
    let transcript = try read(Array(html.utf8), source: "a.html")
    return transcript.lines.map { transcript.text(of: $0) }
  }

  @Test func leavesOutScriptsCommentsAndWhatStandsAround() throws {
    let page = """
      <!DOCTYPE html><html><head><title> 某县
       新闻 </title></head><body><div><a href=x>首页</a></div><!--enpproperty 注释 --><div id="ozoom">
      <!--<npm:article-content>--><p>\(Self.long)</p><script>泄漏()</script><p>第二段&nbsp;&amp;。</p></div>
      <div>责任编辑：某某 上一篇 下一篇</div></body></html>
      """
    #expect(try lines(page) == [Self.long, "第二段 &。"])
    #expect(try read(Array(page.utf8), source: "a").title == "某县 新闻")
  }

  @Test func putsKickerTitleAndSubtitleBeforeTheBody() throws {
    let page = """
      <html><body><div id="PreTitle">引题</div><div id="Title">主题</div><div id="SubTitle">副题</div>
      <div class="power-con"><p>\(Self.long)</p></div></body></html>
      """
    #expect(try lines(page) == ["引题", "主题", "副题", Self.long])
  }

  @Test func joinsANumberInANodeOfItsOwnToItsHeading() throws {
    let page = """
      <html><body><div id="js_content"><section><section>01</section><section><strong>压实\u{200B}责任</strong></section></section>
      <section><span>\(Self.long)</span></section><section><section>二</section><section>建强队伍</section></section></div></body></html>
      """
    #expect(try lines(page) == ["1.压实责任", Self.long, "二、建强队伍"])
  }

  @Test func splitsLinesAtBreaksAndIndents() throws {
    let page =
      "<html><body><div id=zoom>　　\(Self.long)　　第二段。<br>第三段。<br/>&nbsp;&nbsp;&nbsp;&nbsp;第四段</div></body></html>"
    #expect(try lines(page) == ["　　\(Self.long)", "　　第二段。", "第三段。", "　　第四段"])
  }

  @Test func makesATableRowALine() throws {
    let page = """
      <html><body><div id=zoom><p>\(Self.long)</p><table><tr><td><p>单位</p></td><td>数量</td></tr>\
      <tr><td>甲镇</td><td>3</td></tr></table></div></body></html>
      """
    #expect(try lines(page) == [Self.long, "单位\t数量", "甲镇\t3"])
  }

  @Test func findsTheDensestBlockOfAnOrdinaryPage() throws {
    let links = String(repeating: "<li><a href=x>\(Self.long)</a></li>", count: 20)
    let page =
      "<html><body><ul>\(links)</ul><div><div><h2>题</h2><p>\(Self.long)</p><p>\(Self.long)</p></div></div></body></html>"
    #expect(try lines(page) == ["题", Self.long, Self.long])
  }

  @Test func hintsAtBoldAndHeadings() throws {
    let page =
      "<html><body><div id=zoom><h2>题</h2><p><b>粗</b> <strong>体</strong></p><p><b>半</b>粗，\(Self.long)</p></div></body></html>"
    let styles = try read(Array(page.utf8), source: "a").lines.map(\.style)
    #expect(styles[0] == LineStyle(isBold: true, headingLevel: 2))
    #expect(styles[1]?.isBold == true && styles[2]?.isBold == false)
  }

  @Test func keepsGBKCharactersOfAPageThatSaysGB2312() throws {
    let bytes = MadeDocument.newspaper([
      Paragraph(text: "朱镕基题", isTitle: true), Paragraph(text: Self.long + "镕、喆、珺"),
    ])
    let transcript = try read(bytes, source: "a.htm")
    #expect(transcript.lines.map { transcript.text(of: $0) } == ["朱镕基题", Self.long + "镕、喆、珺"])
  }

  @Test func readsALongLineAndDeepNestingInTime() throws {
    let start = ContinuousClock.now
    let line = "<html><body><p>" + String(repeating: Self.long, count: 10_000)
    #expect(try lines(line).count == 1)
    let deep = "<html><body>" + String(repeating: "<div>", count: 100_000) + Self.long
    #expect(throws: ReadError.tooLarge(.depth, found: 2001, limit: 2000)) { try lines(deep) }
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
