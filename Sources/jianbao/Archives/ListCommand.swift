import Archive
import ArgumentParser
import DocumentWriters

/// `jianbao list`: what the archive holds of each county.
struct ListCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出资料库里各县市的篇数、做法、周数和起止日期，或者各周的篇数。", usage: "jianbao list [选项]",
    discussion: """
      jianbao list
      jianbao list --weeks
      """)

  @Flag(name: .long, help: "按周列出：篇数、县市数、已出的期号") var weeks = false

  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let (archive, path) = try place.existing(config: config.config, isReadOnly: true)
    let text = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      weeks ? Self.weeks(try archive.weeks()) : Self.counties(try archive.coverage())
    }
    try ArchiveArguments.print(text)
    return text.isEmpty ? ExitStatus.incomplete : ExitStatus.done
  }

  private static func bar(_ count: Int, of most: Int) -> String {
    DisplayWidth.padded(String(repeating: "█", count: max(1, count * 20 / max(most, 1))), to: 42)
  }

  private static func weeks(_ rows: [Archive.WeekCoverage]) -> String {
    let most = rows.map(\.articles).max() ?? 1
    return rows.map { row in
      DisplayWidth.padded(row.week.name, to: 14) + bar(row.articles, of: most)
        + "\(row.articles)篇　\(row.counties)个县市　" + (row.issue.map { "第\($0)期" } ?? "未出简报") + "\n"
    }.joined()
  }

  private static func counties(_ rows: [Archive.Coverage]) -> String {
    let most = rows.map(\.articles).max() ?? 1
    return rows.map { row in
      DisplayWidth.padded(row.county.isEmpty ? "（不明）" : row.county, to: 14) + bar(row.articles, of: most)
        + "\(row.articles)篇　\(row.measures)条做法　\(row.weeks)周　\(row.first.iso)—\(row.last.iso)\n"
    }.joined()
  }
}
