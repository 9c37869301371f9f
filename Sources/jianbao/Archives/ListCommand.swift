import Archive
import ArgumentParser
import BriefingModel
import JSONText

/// `jianbao list`: what the archive holds of each county.
struct ListCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出资料库里各县市的篇数、做法、周数和起止日期，或者各周的篇数。",
    usage: "jianbao list [选项]",
    discussion: """
      jianbao list
      jianbao list --weeks
      jianbao list --format json
      """)

  @Flag(name: .long, help: "按周列出：篇数、县市数、已出的期号；不是整周的简报另列一行") var weeks = false
  @Option(name: .long, help: ArgumentHelp("显示格式：text（默认）、json", valueName: "格式")) var format: String?

  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let format = try OptionValue.choice(format, "--format", among: SearchCommand.Format.allCases) ?? .text
    let settings = try Settings.load(config: config.config, firstInput: nil)
    let (archive, path) = try place.existing(config: config.config, isReadOnly: true)
    let coverage = try ArchiveArguments.run(path) { () throws(ArchiveError) in try archive.coverage() }
    if weeks {
      let spans = try ArchiveArguments.run(path) { () throws(ArchiveError) in try archive.weeks() }
      try ArchiveArguments.print(format == .json ? Self.json(spans) : Self.text(spans))
    } else {
      let rows = Self.rows(coverage, listed: settings.listedCounties.map(\.name))
      try ArchiveArguments.print(format == .json ? Self.json(rows) : Self.text(rows))
    }
    guard coverage.isEmpty else { return ExitStatus.done }
    messages.remark("资料库里还没有报道。用 jianbao add 收进，例如：jianbao add 2026-11-20.txt")
    return ExitStatus.incomplete
  }

  // MARK: Counties

  /// A county, `nil` for the pieces without one, and what there is of it, `nil` for nothing.
  private typealias Row = (county: String?, held: Archive.Coverage?)

  /// Listed counties of which there is nothing come after the others, the pieces without a county last.
  private static func rows(_ coverage: [Archive.Coverage], listed: [String]) -> [Row] {
    let known = Set(coverage.map(\.county))
    let silent = listed.filter { !known.contains($0) }.map { Row($0, nil) }
    let named = coverage.filter { !$0.county.isEmpty }.map { Row($0.county, $0) }
    return named + silent + coverage.filter { $0.county.isEmpty }.map { Row(nil, $0) }
  }

  private static func text(_ rows: [Row]) -> String {
    let most = rows.compactMap { $0.held?.articles }.max() ?? 1
    return Columns.lined(
      rows.map { county, held in
        let words = held.map {
          "\($0.articles)篇　\($0.measures)条做法　\($0.weeks)周　\($0.first.iso)—\($0.last.iso)"
        }
        return [county ?? "（不明）", bar(held?.articles ?? 0, of: most), words ?? "0篇"]
      })
  }

  private static func json(_ rows: [Row]) -> String {
    json(list: "counties", rows) { row, json in
      json.member("county", row.county)
      json.member("articles", row.held?.articles ?? 0)
      json.member("measures", row.held?.measures ?? 0)
      json.member("weeks", row.held?.weeks ?? 0)
      json.member("first", row.held?.first.iso)
      json.member("last", row.held?.last.iso)
    }
  }

  // MARK: Weeks

  private static func text(_ spans: [Archive.SpanCoverage]) -> String {
    let most = spans.map(\.articles).max() ?? 1
    return Columns.lined(
      spans.map { span in
        [
          week(span) ?? "\(span.first.iso)—\(span.last.iso)", bar(span.articles, of: most),
          "\(span.articles)篇　\(span.counties)个县市　" + (span.issue.map { "第\($0)期" } ?? "未出简报"),
        ]
      })
  }

  private static func json(_ spans: [Archive.SpanCoverage]) -> String {
    json(list: "weeks", spans) { span, json in
      json.member("week", week(span))
      json.member("first", span.first.iso)
      json.member("last", span.last.iso)
      json.member("articles", span.articles)
      json.member("counties", span.counties)
      json.key("issue")
      if let issue = span.issue { json.value(issue) } else { json.null() }
    }
  }

  /// The name of a whole week.
  private static func week(_ span: Archive.SpanCoverage) -> String? {
    let week = CalendarWeek(holding: span.first)
    return week.monday == span.first && week.sunday == span.last ? week.name : nil
  }

  // MARK: Both

  private static func bar(_ count: Int, of most: Int) -> String {
    Columns.bar(Double(count) / Double(max(most, 1)))
  }

  private static func json<Element>(
    list name: String, _ elements: [Element], _ members: (Element, inout JSONText) -> Void
  ) -> String {
    var json = JSONText()
    json.object { json in
      json.member("schema", 1)
      json.list(name, elements) { element, json in
        json.object { json in members(element, &json) }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}
