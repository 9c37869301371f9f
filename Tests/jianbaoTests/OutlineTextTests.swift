import BriefingModel
import Foundation
import JSONText
import Testing

@testable import jianbao

/// One article with every field set, and a caption with none.
private enum Sample {
  static func origin(_ lines: ClosedRange<Int>, _ scalars: Range<Int>) -> Origin {
    Origin(source: "page.txt", lines: lines, bytes: 0..<0, scalars: scalars)
  }

  static let child = Measure(
    number: "1.1", role: .requirement, heading: "抓住关键点", marking: .yiYao,
    headingOrigin: origin(317...317, 40..<45),
    origin: origin(317...318, 40..<60), body: "一段\n又一段", confidence: 0.5)

  static let measure = Measure(
    number: "1", heading: "压实“责任链条”", marking: .paragraphLead, headingOrigin: origin(315...315, 10..<18),
    origin: origin(315...330, 10..<80), body: "", confidence: 1, children: [child])

  static let article = Article(
    id: "370883-1", kind: .article,
    county: County(name: "邹城市", short: "邹城", code: "370883", prefecture: "济宁市", province: "山东省"),
    headline: ["构建“链条式”平时考核体系", "激发干部干事创业活力"], dateline: "本报邹城讯",
    byline: Byline(role: "通讯员", names: ["侯康"]), lede: "今年以来，", origin: origin(310...356, 1..<90),
    headlineOrigin: origin(358...361, 91..<99), measures: [measure, measure])

  static let caption = Article(id: "000000-1", kind: .photoCaption, origin: origin(400...400, 100..<110))

  static let outlined = OutlinedSource(
    source: "page.txt", title: nil, articles: [article, caption],
    notices: [Notice(kind: .missingHeadline, message: "第400行的图片说明没有标题", origin: nil)])
}

@Suite struct OutlineTextTests {
  private func text(_ format: OutlineFormat) -> String {
    var text = OutlineText(format)
    return String(decoding: text.add(Sample.outlined) + text.finish(), as: UTF8.self)
  }

  @Test func drawsATreeWithTheLinesOfTheSource() {
    #expect(
      text(.tree) == """
        page.txt

        邹城市　构建“链条式”平时考核体系 激发干部干事创业活力　［第310—361行］
        ├─ 1 压实“责任链条”　［段首句，第315行］
        │  └─ 1.1 抓住关键点　［一要式，要求，第317行］
        └─ 1 压实“责任链条”　［段首句，第315行］
           └─ 1.1 抓住关键点　［一要式，要求，第317行］

        （无标题）　［图片说明，第400行］

        """)
  }

  @Test func writesMarkdownWithNumberedHeadings() {
    #expect(
      text(.markdown).hasPrefix(
        """
        # 构建“链条式”平时考核体系 激发干部干事创业活力

        邹城市　本报邹城讯　通讯员 侯康

        今年以来，

        ## 1 压实“责任链条”

        ### 1.1 抓住关键点

        一段

        又一段

        """))
  }

  @Test func writesTheJSONOfTheContractInItsOrder() throws {
    let json = text(.json)
    let keys = try json.matches(of: Regex("\"(\\w+)\":")).compactMap { $0[1].substring.map(String.init) }
    let start = [
      "schema", "sources", "source", "title", "articles", "id", "kind", "county", "name", "short", "code",
      "prefecture", "kicker", "headline", "subtitle", "dateline", "byline", "role", "names", "lede", "origin",
      "start", "end", "line", "endLine", "measures", "number", "role", "heading", "marking", "headingOrigin",
      "start", "end", "line", "endLine", "origin", "start", "end", "line", "endLine", "body", "confidence",
      "figures", "terms", "children",
    ]
    #expect(Array(keys.prefix(start.count)) == start)
    #expect(Array(keys.suffix(5)) == ["summary", "notices", "kind", "message", "origin"])
    #expect(json.contains(#""origin": {"start": 1, "end": 90, "line": 310, "endLine": 356}"#))
    #expect(json.contains(#""confidence": 0.5,"#) && json.contains(#""confidence": 1,"#))
    #expect(json.contains(#""county": null"#) && json.contains(#""subtitle": null"#))
    #expect(json.contains(#""kicker": []"#) && json.contains(#""figures": []"#))
    _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
  }

  @Test func writesOneArticleALineAsJSONLines() throws {
    let lines = text(.jsonl).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(
      lines[0].hasPrefix(#"{"source":"page.txt","id":"370883-1","kind":"article","county":{"name":"邹城市""#))
  }

  @Test func keepsTheDocumentWholeOverSeveralSources() throws {
    var text = OutlineText(.json)
    let bytes = text.add(Sample.outlined) + text.add(Sample.outlined) + text.finish()
    let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect((document?["sources"] as? [Any])?.count == 2)
  }

  @Test func escapesWhatJSONAndMarkdownWouldMisread() throws {
    var json = JSONText(pretty: false)
    json.array { json in
      json.value("引号\"反斜\\换行\n退格\u{8}零\u{0}\u{1F}𠮷\u{2028}")
      json.value(Double.nan)
      json.value(-0.25)
      json.value(true)
    }
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(text == #"["引号\"反斜\\换行\n退格\b零\u0000\u001f𠮷"# + "\u{2028}" + #"",null,-0.25,true]"#)
    _ = try JSONSerialization.jsonObject(with: Data(json.bytes))
    let article = Article(
      id: "1", kind: .article, headline: ["#1*_"], origin: Sample.origin(1...1, 0..<1),
      paragraphs: [Paragraph(text: "1.抓<产业>", origin: Sample.origin(1...1, 0..<1))])
    let markdown = OutlineMarkdown.text(OutlinedSource(source: "a", title: nil, articles: [article]))
    #expect(markdown == "# \\#1\\*\\_\n\n1\\.抓\\<产业\\>\n")
  }
}
