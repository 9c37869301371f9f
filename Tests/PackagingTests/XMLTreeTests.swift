import Packaging
import Testing

@Suite struct XMLTreeTests {
  private func tree(_ text: String, limit: Int = 1 << 20) throws(PackagingError) -> XMLTree {
    try XMLTree(Array(text.utf8), limit: limit)
  }

  private func error(_ text: String, limit: Int = 1 << 20) -> PackagingError? {
    do { _ = try tree(text, limit: limit) } catch { return error }
    return nil
  }

  @Test func keepsPrefixesAttributesAndOrder() throws {
    let tree = try tree("<w:a xmlns:w='u' w:b='1' c='2'>甲<w:d/>乙<!-- no --><?no no?></w:a>")
    #expect(tree.name == "w:a")
    #expect(tree.attributes == ["xmlns:w": "u", "w:b": "1", "c": "2"])
    #expect(tree.nodes == [.text("甲"), .element(XMLTree("w:d")), .text("乙")])
    #expect(tree.text == "甲乙")
  }

  @Test func readsEntitiesOfTheLanguageAndCharacterReferences() throws {
    let tree = try tree("<a b='&lt;&quot;'>&amp;&#x4E00;<![CDATA[<c>]]></a>")
    #expect(tree["b"] == "<\"")
    #expect(tree.text == "&一<c>")
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<a>&unknown;</a>", "<a>", "<a></b>", "", "甲", "<a/><b/>", "<x:a/><",
  ])
  func refusesWhatIsNoPlainDocument(_ text: String) {
    #expect(error(text) == .xmlNotRead)
  }

  @Test func refusesNestingWithoutEnd() {
    let deep = { (levels: Int) in
      String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
    }
    #expect(error(deep(200)) == nil)
    #expect(error(deep(10_000)) == .xmlNotRead)
  }

  @Test func refusesDocumentsAboveTheLimit() {
    #expect(error("<a>" + String(repeating: "甲", count: 100) + "</a>", limit: 200) == .tooLarge(""))
    #expect(error("<a/>", limit: 4) == nil)
  }

  @Test(arguments: [
    "<w:a xmlns:w=\"u\" w:z=\"&lt;&quot;\" b=\"2\">甲<w:d>&amp;</w:d>乙</w:a>",
    "<a xmlns=\"u\"><b c=\" d \"> </b></a>",
  ])
  func writesWhatItRead(_ text: String) throws {
    let bytes = try tree(text).bytes()
    #expect(String(decoding: bytes, as: UTF8.self) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(text)\n")
    #expect(try XMLTree(bytes) == tree(text))
  }
}
