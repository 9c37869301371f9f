import Packaging
import Testing

@Suite struct XMLWriterTests {
  private func written(
    _ content: (inout XMLWriter) throws(PackagingError) -> Void
  ) throws(PackagingError) -> (text: String, dropped: Int) {
    var xml = try XMLWriter()
    try content(&xml)
    let bytes = try xml.finish()
    return (String(decoding: bytes, as: UTF8.self), xml.droppedCharacters)
  }

  @Test func writesNestedElementsWithAttributesAndText() throws {
    let xml = try written { xml throws(PackagingError) in
      try xml.element("a:list", ["xmlns:a": "urn:a"]) { xml throws(PackagingError) in
        try xml.element("a:item", ["a:name": "邹城市"], text: "压实“责任链条”")
        try xml.element("a:empty")
      }
    }
    #expect(
      xml.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a:list xmlns:a="urn:a"><a:item a:name="邹城市">压实“责任链条”</a:item><a:empty/></a:list>

        """)
  }

  @Test func escapesMarkupInTextAndAttributes() throws {
    let xml = try written { xml throws(PackagingError) in
      try xml.element("a", ["b": "\"<&>'\n"], text: "<a>&amp;\r]]>")
    }
    #expect(xml.text.contains("<a b=\"&quot;&lt;&amp;&gt;'&#10;\">&lt;a&gt;&amp;amp;&#13;]]&gt;</a>"))
  }

  @Test func dropsAndCountsTheCharactersXMLForbids() throws {
    let forbidden = "\u{0}\u{1}\u{8}\u{B}\u{C}\u{E}\u{1F}\u{FFFE}\u{FFFF}"
    let xml = try written { xml throws(PackagingError) in
      try xml.element("a", ["b": "县" + forbidden + "名"], text: forbidden + "邹" + forbidden)
    }
    #expect(xml.text.contains("<a b=\"县名\">邹</a>"))
    #expect(xml.dropped == 27)
  }

  @Test(arguments: [
    "\t\n", "\u{7F}", "\u{85}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{1FFFF}", "\u{10FFFF}", "𠮷",
  ])
  func keepsEveryOtherCharacter(text: String) {
    let filtered = XMLCharacters.filter(text)
    #expect(filtered.text == text)
    #expect(filtered.dropped == 0)
  }

  @Test func insertsTemplateMarkupAsItStands() throws {
    let xml = try written { xml throws(PackagingError) in
      try xml.markup(Array("<a>".utf8)[...])
      try xml.element("b", text: "县")
      try xml.markup(Array("</a>".utf8)[...])
    }
    #expect(xml.text.contains("<a><b>县</b></a>"))
  }

  @Test func refusesToCloseWhatIsNotOpen() {
    #expect(throws: PackagingError.xmlUnbalanced) {
      try written { xml throws(PackagingError) in try xml.end() }
    }
  }

  @Test func refusesToFinishWithAnElementOpen() {
    #expect(throws: PackagingError.xmlUnbalanced) {
      try written { xml throws(PackagingError) in try xml.start("a") }
    }
  }

  @Test func refusesToWriteAfterTheEnd() throws {
    var xml = try XMLWriter()
    try xml.element("a")
    _ = try xml.finish()
    var refusal: PackagingError?
    do { try xml.start("b") } catch { refusal = error }
    #expect(refusal == .xmlNotWritten)
  }
}
