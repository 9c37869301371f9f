import Foundation
import Testing

@testable import jianbao

/// `jianbao compare` as its users meet it.
@Suite struct CompareTests {
  private struct Cell: Decodable {
    var article: String
    var number: String
    var heading: String
    var theme: String
  }

  private struct Row: Decodable {
    var theme: String
    var score: Double
    var evidence: [String]
    var cells: [String: [Cell]]
  }

  private struct Document: Decodable {
    var schema: Int
    var counties: [String]
    var granularity: String
    var rows: [Row]
    var unpaired: [String: [Cell]]
    var notices: [String]
  }

  private func compare(_ arguments: [String], in folder: Folder) throws -> Document {
    let run = try Tool.run(["compare"] + arguments + ["--format", "json"], in: folder)
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test func writesTheContractsJSON() throws {
    try inFolder { folder in
      let document = try compare(["邹城", "嘉祥县", Tool.seed], in: folder)
      #expect(document.schema == 1)
      #expect(document.counties == ["邹城市", "嘉祥县"])
      #expect(document.granularity == "leaf")
      let row = try #require(document.rows.first { $0.theme == "考核奖惩" })
      #expect(row.cells["邹城市"]?.map(\.heading) == ["完善“奖惩链条”"])
      #expect(row.cells["嘉祥县"]?.map(\.number) == ["3.3"])
      #expect((0...1).contains(row.score))
      #expect(row.evidence.contains { $0.contains("结果运用") })
      #expect(Set(document.unpaired.keys) == ["邹城市", "嘉祥县"])
    }
  }

  @Test func comparesFirstLevelMeasures() throws {
    try inFolder { folder in
      let document = try compare(["泗水", "金乡", Tool.seed, "--granularity", "top"], in: folder)
      #expect(document.granularity == "top")
      let all = document.rows.flatMap { $0.cells.values.joined() } + document.unpaired.values.joined()
      #expect(all.allSatisfy { !$0.number.contains(".") })
      #expect(all.count == 7)
    }
  }

  @Test func comparesAllCounties() throws {
    try inFolder { folder in
      let document = try compare(["--all", Tool.seed], in: folder)
      #expect(document.counties.count == 6)
      #expect(document.rows.allSatisfy { $0.cells.count >= 2 })
    }
  }

  @Test func drawsATree() throws {
    try inFolder { folder in
      let run = try Tool.run(["compare", "邹城", "嘉祥", Tool.seed], in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("4 完善“奖惩链条”"))
      #expect(run.output.contains("依据："))
      #expect(run.output.contains("\n仅邹城市有\n"))
      #expect(!run.output.contains("\u{1B}"))
    }
  }

  @Test func writesDocuments() throws {
    try inFolder { folder in
      let run = try Tool.run(
        ["compare", "泗水", "金乡", Tool.seed, "--formats", "odt,txt", "-o", "out", "--date", "2020-09-03"],
        in: folder)
      #expect(
        run.output == "out/泗水与金乡做法对照-2020-09-03.odt\nout/泗水与金乡做法对照-2020-09-03.txt\n")
      #expect(try folder.text("out/泗水与金乡做法对照-2020-09-03.txt").contains("做法对照表"))
    }
  }

  @Test(arguments: [
    (["曲阜", "嘉祥", Tool.seed], "输入中没有“曲阜”的文章。输入中有：微山县、嘉祥县、"),
    (["邹城", "邹城市", Tool.seed], "“邹城市”写了两次"),
    (["邹城", "嘉祥"], "没有给出输入"), (["邹城", "嘉祥", Tool.seed, "--granularity", "mid"], "leaf、top 之一"),
  ])
  func answersMistakes(_ arguments: [String], _ message: String) throws {
    try inFolder { folder in
      let run = try Tool.run(["compare"] + arguments, in: folder)
      #expect(run.status == 2)
      #expect(run.messages.contains(message))
      #expect(run.output.isEmpty)
    }
  }

  @Test func takesThemesFromTheSettings() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "themes:\n  渡口经济: [奖惩链条, 结果运用, 考核]\n")
      let document = try compare(["邹城", "嘉祥", Tool.seed, "--config", "jianbao.yml"], in: folder)
      let cells = document.rows.flatMap { $0.cells.values.joined() } + document.unpaired.values.joined()
      #expect(cells.contains { $0.theme == "渡口经济" })
    }
  }
}
