import BriefingModel
import Outliner
import Testing

/// Faults that the Outliner once had, each with the smallest text that shows it.
@Suite struct MendedFaultTests {
  private func outline(_ body: String) -> [Article] {
    Outliner().outline(Transcript("护好一方山水\n\n\(body)\n")).articles
  }

  private func headings(_ body: String) -> [String] { outline(body).flatMap(\.measures).map(\.heading) }

  @Test func itemsBetweenCommasAreApart() {
    let body = "邹城市重点做到：一是排查到户，二是帮扶到人，三是回访到位。护林员加密了巡山频次。"
    #expect(headings(body) == ["排查到户", "帮扶到人", "回访到位"])
    #expect(areApart(outline(body).flatMap(\.measures).map(\.origin)))
  }

  @Test func itemsBetweenCommasStayWithinTheirParents() {
    let body = "邹城市的做法：（一）改水。一是打井修渠，二是净化水质，（二）改厕。一是摸清底数，二是统一标准。"
    for measure in outline(body).flatMap(\.measures) {
      for child in measure.children { #expect(measure.origin.bytes.contains(child.origin.bytes)) }
    }
  }

  @Test func straysBeforeAHeadingAreHarmless() async {
    await #expect(processExitsWith: .success) {
      let strays = [UInt8](repeating: 0x80, count: 60)
      let bytes = strays + Array("。一是抓好生产，\n抓好生活。二是抓好学习抓好思想。\n".utf8)
      _ = Outliner().outline(Transcript(unchecked: bytes))
    }
  }

  @Test func picturesWithCircledNumbersAreNoItems() {
    #expect(headings("邹城市河道清淤前后（见图①和图②）大不一样，群众纷纷点赞。") == [])
  }

  @Test func aListOfIndustriesIsNoListOfItems() {
    let body = "一、二、三产业融合发展，产业链不断延伸。\n二、三产业占比超过八成，财政收入连年增长。"
    #expect(headings(body) == [])
  }

  @Test func aCaptionBelowAShortArticleLeavesItsTextAlone() {
    let body = "入夏以来，邹城市护林员加密了巡山频次，没有发生一起火情。\n\n图为护林员在巡山。"
    #expect(outline(body).map(\.kind) == [.article, .photoCaption])
  }

  @Test func quotationMarksBothPrintedTheWrongWayRoundAreRead() {
    let notices = Outliner().outline(Transcript("护好一方山水\n\n邹城市办起”1+N“便民点。\n")).notices
    #expect(notices.contains { $0.kind == .reversedQuotationMark })
  }
}

@Suite struct ManyListsTests {
  /// Each list used to take a stack frame; thousands overflowed it.
  @Test func thousandsOfListsNeedNoDeepStack() async {
    await #expect(processExitsWith: .success) {
      let list = "全县各部门各单位认真落实各项措施。一是摸清底数。二是分类施策。\n\n"
      _ = Outliner().outline(Transcript(String(repeating: list, count: 9_000)))
    }
  }
}
