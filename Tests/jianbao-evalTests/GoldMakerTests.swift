import Testing

@testable import jianbao_eval

@Suite struct GoldMakerTests {
  private func fixture(_ annotated: String, slug: String = "test") -> GoldMaker.Fixture {
    var parser = DraftParser()
    let draft = parser.parse(annotated)
    #expect(parser.problems == [])
    return GoldMaker(draft: draft, slug: slug).fixture
  }

  private func problems(_ annotated: String) -> [String] {
    var parser = DraftParser()
    _ = parser.parse(annotated)
    return parser.problems.map(\.message)
  }

  @Test func takesTagsOutAndKeepsUnwrappedParagraphsAsTyped() throws {
    let made = fixture(
      """
      # note: x
      # wrap: 0
      ⟦F|第2版⟧
      %%article kind=article county=清河县 prefecture=邢台市
      ⟦H|清河：“四链”同构⟧
      ——⟦S|工作侧记⟧

      　　⟦D|本报清河讯⟧（⟦R|通讯员⟧ ⟦N|张三⟧ ⟦N|李四⟧）今年以来，成效明显。
      ⟦1|压实“责任链”⟧。建立清单。
      %%end
      """)
    #expect(
      made.source
        == "第2版\n清河：“四链”同构\n——工作侧记\n\n　　本报清河讯（通讯员 张三 李四）今年以来，成效明显。\n压实“责任链”。建立清单。\n")
    let article = try #require(made.outline.articles.first)
    #expect(made.outline.pageFurniture == [.init(text: "第2版", line: 1)])
    #expect((article.county, article.prefecture) == ("清河县", "邢台市"))
    #expect(article.headline == ["清河：“四链”同构"])
    #expect(article.subtitle == "工作侧记")
    #expect(article.dateline == "本报清河讯")
    #expect(article.byline == .init(role: "通讯员", names: ["张三", "李四"]))
    #expect(article.headlineLines == [[2, 2], [3, 3]])
    #expect(article.body == .init(start: 24, end: 64, line: 5, endLine: 6))
    #expect(article.ledeLine == 5)
    #expect(article.measures.map(\.heading) == ["压实“责任链”"])
    #expect(article.measures.map(\.form) == ["paragraph-lead"])
  }

  @Test func nestsLevelsAndKeepsRoles() throws {
    let made = fixture(
      """
      %%article kind=article county=- prefecture=-
      一、⟦s1|工作回顾⟧
      （一）⟦2|强化保障⟧。一是⟦3|摸清底数⟧。二是⟦3|建立台账⟧。
      二、⟦1|下步打算⟧
      会议要求，一要⟦r1|压实责任⟧。
      %%end
      """)
    let article = try #require(made.outline.articles.first)
    #expect(article.county == nil)
    #expect(article.byline == nil)
    #expect(article.measures.map(\.role) == ["section", "measure", "requirement"])
    #expect(article.measures.map(\.form) == ["chinese-number", "chinese-number", "yi-yao"])
    #expect(article.measures.first?.children.first?.children.map(\.id) == ["a1.1.1.1", "a1.1.1.2"])
  }

  @Test(arguments: [
    ("1.⟦1|压实责任⟧。", "numbered"), ("（1）⟦1|压实责任⟧。", "parenthesized-number"),
    ("①⟦1|压实责任⟧；", "circled-number"), ("——⟦1|压实责任⟧。", "dash"), ("●⟦1|压实责任⟧", "bullet"),
    ("第一，⟦1|压实责任⟧。", "ordinal-word"), ("做法一：⟦1|压实责任⟧", "labelled-number"),
    ("第一招：⟦1|压实责任⟧", "labelled-number"), ("⟦1|压实责任⟧：成立专班。", "colon-lead"),
    ("⟦1|压实责任⟧", "standalone-line"), ("近日，⟦1|压实责任⟧。", "run-in"),
  ])
  func namesTheFormOfAHeading(line: String, form: String) {
    let made = fixture("%%article kind=article county=- prefecture=-\n\(line)\n%%end")
    #expect(made.outline.articles.first?.measures.first?.form == form)
  }

  @Test func findsHeadingsAcrossLineAndColumnBreaks() throws {
    let paragraph = "近年来，该县多措并举。" + String(repeating: "一是⟦1|建立健全长效工作机制⟧，成立工作专班；", count: 60)
    let made = fixture("# wrap: 8\n%%article kind=article county=- prefecture=-\n\(paragraph)\n%%end")
    let scalars = Array(made.source.unicodeScalars)
    let measures = try #require(made.outline.articles.first).measures
    #expect(measures.count == 60)
    #expect(made.source.contains("\n\n"))
    for measure in measures {
      #expect(string(scalars[measure.start..<measure.end].filter { $0 != "\n" }) == "建立健全长效工作机制")
      #expect(measure.line == 1 + scalars[..<measure.start].count { $0 == "\n" })
    }
  }

  @Test func makesTheSameFixtureTwiceAndAnotherForAnotherSlug() {
    let text =
      "# wrap: 8\n%%article kind=article county=- prefecture=-\n\(String(repeating: "天地玄黄宇宙洪荒", count: 200))\n%%end"
    #expect(fixture(text, slug: "a") == fixture(text, slug: "a"))
    #expect(fixture(text, slug: "a").source != fixture(text, slug: "b").source)
  }

  @Test func doesNotWrapHeadlinesThatFitTwoColumns() {
    let made = fixture(
      "# wrap: 8\n%%article kind=article county=- prefecture=-\n⟦H|一二三四五六七八九十十一十二⟧\n正文在此处折成两行才对。\n%%end")
    #expect(made.source == "一二三四五六七八九十十一十二\n正文在此处折成两\n行才对。\n")
  }

  @Test func reportsWhatIsWrongWithADraft() {
    let head = "%%article kind=article county=- prefecture=-\n"
    #expect(problems(head + "⟦1|压实责任。\n%%end") == ["⟦ without ⟧"])
    #expect(problems(head + "压实责任⟧。\n%%end") == ["⟧ without ⟦"])
    #expect(problems(head + "⟦1|压实⟦2|责任⟧⟧\n%%end").contains("tag inside a tag"))
    #expect(problems(head + "⟦X|压实责任⟧\n%%end").contains("unknown tag X"))
    #expect(problems(head + "⟦1|⟧\n%%end") == ["empty tag 1"])
    #expect(problems(head + "⟦2|压实责任⟧\n%%end") == ["heading of level 2 below level 0"])
    #expect(problems(head + "⟦1|压实责任。⟧\n%%end") == ["heading with its final punctuation"])
    #expect(problems(head + "压实责任") == ["%%article without %%end"])
    #expect(problems("散文\n" + head + "%%end") == ["text between articles that is not furniture"])
  }
}
