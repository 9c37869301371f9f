import ArgumentParser
import BriefingModel
import DocumentWriters
import Foundation

/// Times the document writers on a briefing given as JSON.
///
///     jianbao-eval documents model.json --runs 50
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "Times the document writers on a briefing given as JSON.")

  @Argument(help: "The briefing: title, issue, org, date and blocks of headings, paragraphs and tables.")
  var model: String
  @Option(help: "How many times to write it; the median counts.") var runs = 50
  @Option(help: "Which formats.") var formats = "odt,docx"
  @Option(help: "Write one document to this file and stop.") var write: String?

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs is at least 1") }
  }

  func run() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: model))
    let briefing = try JSONDecoder().decode(WorkloadModel.self, from: data).briefing
    let formats = try self.formats.split(separator: ",").map { name in
      guard let format = WriteFormat(rawValue: String(name)) else {
        throw ValidationError("no format \(name)")
      }
      return format
    }
    if let write, let format = formats.first {
      let document = try DocumentWriters.write(briefing, as: format)
      return try Data(document.bytes).write(to: URL(fileURLWithPath: write))
    }
    for format in formats { try time(format, briefing) }
  }

  private func time(_ format: WriteFormat, _ briefing: Briefing) throws {
    let clock = ContinuousClock()
    var size = 0
    var times: [Double] = []
    for run in 0..<runs + 2 {
      let time = try clock.measure { size = try DocumentWriters.write(briefing, as: format).bytes.count }
      // The first two warm up.
      if run >= 2 { times.append(time / .milliseconds(1)) }
    }
    times.sort()
    print(
      "jianbao \(format.rawValue): median \(String(format: "%.2f", times[times.count / 2])) ms, "
        + "min \(String(format: "%.2f", times[0])) ms, n=\(runs), \(size) bytes, "
        + "peak memory \(peakMemory() ?? "unknown")")
  }
}

/// The benchmark's briefing, as its JSON has it.
struct WorkloadModel: Decodable {
  struct Part: Decodable {
    var kind: String
    var level: Int?
    var text: String?
    /// `["t", text]`, `["fn", note]` or `["cm", comment, words]`.
    var runs: [[String]]?
    var caption: String?
    var head: [String]?
    var rows: [[String]]?

    private enum CodingKeys: String, CodingKey {
      case kind = "k"
      case level = "l"
      case text = "t"
      case runs = "r"
      case caption = "cap"
      case head, rows
    }
  }

  var title: String
  var org: String
  var blocks: [Part]

  /// The same with all that a briefing of ours has: contents of all headings, every heading a bookmark, every comment on
  /// its words; besides a proposed correction in the first paragraph below each heading of the first level, a comment
  /// in every fifth row of the table, and after it two charts.
  var briefing: Briefing {
    var entries: [ContentsEntry] = []
    var follows = false
    let blocks = blocks.enumerated().flatMap { place, part -> [Block] in
      let bookmark = "b\(place)"
      if part.kind == "h" { entries.append(ContentsEntry(text: part.text ?? "", bookmark: bookmark)) }
      defer { follows = part.kind == "h" && part.level == 1 }
      return [block(part, bookmark: bookmark, isCorrected: follows)]
        + (part.kind == "table" ? Self.charts : [])
    }
    let masthead = Masthead(
      name: title, issue: 1, office: org, date: CalendarDate(year: 2024, month: 3, day: 15))
    return Briefing(masthead: masthead, blocks: [.contents(title: "目录", entries: entries)] + blocks)
  }

  private func block(_ part: Part, bookmark: String, isCorrected: Bool) -> Block {
    switch part.kind {
    case "h":
      return .heading(
        Heading(level: part.level ?? 1, label: "", text: [.text(part.text ?? "")], bookmark: bookmark))
    case "p":
      let inlines = (part.runs ?? []).compactMap(inline)
      return .paragraph(isCorrected ? inlines + [Self.correction] : inlines, role: .body)
    default:
      let head = part.head ?? []
      return .table(
        Table(
          caption: part.caption ?? "", header: head, rows: (part.rows ?? []).enumerated().map(cells),
          widths: [Int](repeating: 1, count: head.count)))
    }
  }

  private func cells(_ number: Int, _ row: [String]) -> [Cell] {
    row.enumerated().map { column, words in
      number % 5 == 0 && column == 2 ? Cell([.doubted(words, comment: Comment("请核对。"))]) : Cell(words)
    }
  }

  private static let correction = Inline.correction(
    printed: "18.5万", proposed: "18.5万元", comment: Comment("疑为漏字，建议补上。"))

  /// Themes by county, and comparable figures.
  private static let charts: [Block] = [(7, 7, true), (4, 3, false)].map { categories, series, isStacked in
    let numbers = (0..<categories).map { Double($0 * 7 % 5 + 1) }
    return .chart(
      Chart(
        title: "各主题做法数量", categories: (0..<categories).map { "主题\($0 + 1)" },
        series: (0..<series).map { Chart.Series(name: "县\($0 + 1)", values: numbers) }, unit: "条",
        alternative: "柱形图：各县各主题做法的条数。", isStacked: isStacked))
  }

  private func inline(_ run: [String]) -> Inline? {
    switch (run.first, run.count) {
    case ("t", 2): .text(run[1])
    case ("fn", 2): .footnote(run[1])
    case ("cm", 3): .doubted(run[2], comment: Comment(run[1]))
    default: nil
    }
  }
}
