import BriefingModel
import DocumentWriters
import Foundation
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  private func json(_ briefing: Briefing) throws -> String {
    String(decoding: try write(briefing, as: .json).bytes, as: UTF8.self)
  }

  private func object(_ briefing: Briefing) throws -> [String: Any] {
    let data = Data(try write(briefing, as: .json).bytes)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func writesTheRecordedTrees() throws {
    try expectGolden(try json(SampleBriefing.twoCounties), "briefings/two-counties/briefing.json")
    try expectGolden(try json(DoubtsAndCharts.briefing), "briefings/doubts-and-charts/briefing.json")
  }

  @Test func sameBriefingGivesTheSameBytes() throws {
    #expect(try write(DoubtsAndCharts.briefing, as: .json) == write(DoubtsAndCharts.briefing, as: .json))
  }

  @Test func isReadByOthers() throws {
    let tree = try object(DoubtsAndCharts.briefing)
    #expect(tree["schema"] as? Int == 1)
    #expect(tree["title"] is NSNull)
    let blocks = try #require(tree["blocks"] as? [[String: Any]])
    #expect(
      blocks.compactMap { $0["kind"] as? String }
        == ["contents", "heading", "heading", "paragraph", "chart", "paragraph", "table", "chart"])
    #expect(blocks[6]["shades"] as? [[Double]] == [[0, 0.5, 0.25, 0], [0, 0.25, 1, 0.4]])
  }

  /// Keys of a level that the model's properties bear: a noun added to the model is missed here.
  @Test func holdsEveryPropertyOfTheModel() throws {
    let tree = try object(DoubtsAndCharts.briefing)
    let briefing = DoubtsAndCharts.briefing
    func names(_ value: Any) -> Set<String> { Set(Mirror(reflecting: value).children.compactMap(\.label)) }
    func keys(_ value: Any?) throws -> Set<String> { Set(try #require(value as? [String: Any]).keys) }
    #expect(try keys(tree) == names(briefing).union(["schema"]))
    #expect(try keys(tree["masthead"]) == names(briefing.masthead))
    #expect(try keys(tree["colophon"]) == names(briefing.colophon))
    let written = try #require(tree["blocks"] as? [[String: Any]])
    for (block, object) in zip(briefing.blocks, written) {
      switch block {
      case .heading(let heading): #expect(try keys(object) == names(heading).union(["kind"]))
      case .table(let table): #expect(try keys(object) == names(table).union(["kind", "marks"]))
      case .chart(let chart): #expect(try keys(object) == names(chart).union(["kind"]))
      case .contents, .list, .paragraph: break
      }
    }
  }

  @Test func givesTheWordsOfCellsAndTheirMarks() throws {
    let cell = Cell([.text("甲"), .doubted("乙", comment: Comment("请核对。"))])
    let tree = try object(plain([.table(Table(caption: "", header: [], rows: [["丙", cell]], widths: []))]))
    let table = try #require((tree["blocks"] as? [[String: Any]])?.first)
    #expect(table["rows"] as? [[String]] == [["丙", "甲乙"]])
    let marks = try #require(table["marks"] as? [[String: Any]])
    #expect(marks.map { $0["row"] as? Int } == [0] && marks.map { $0["column"] as? Int } == [1])
    let runs = try #require(marks[0]["text"] as? [[String: String]])
    #expect(runs.map { $0["kind"] } == ["text", "doubted"] && runs[1]["comment"] == "请核对。")
  }

  @Test func keepsEveryCharacter() throws {
    let scalars = (0...0x10_FFFF).filter { $0 < 0x100 || $0 & 0xFF > 0xF0 }.compactMap {
      Unicode.Scalar(UInt32($0))
    }
    let all = String(String.UnicodeScalarView(scalars))
    let document = try write(plain([.list(title: all, items: [])]), as: .json)
    #expect(document.droppedCharacters == 0)
    let tree = try object(plain([.list(title: all, items: [])]))
    let blocks = try #require(tree["blocks"] as? [[String: Any]])
    let title = try #require(blocks[0]["title"] as? String)
    #expect(Array(title.unicodeScalars) == scalars)
  }

  @Test func writesNumbersThatAreNoneAsNull() throws {
    var table = Table(caption: "", header: [], rows: [], widths: [.max], shades: [[.nan, .infinity, 1]])
    #expect(try json(plain([.table(table)])).contains("[null, null, 1]"))
    table.rows = Array(repeating: ["邹城市", "1"], count: 10_000)
    let blocks = try #require(try object(plain([.table(table)]))["blocks"] as? [[String: Any]])
    #expect((blocks[0]["rows"] as? [[String]])?.count == 10_000)
  }
}
