import Archive
import ArgumentParser
import BriefingModel
import Comparator
import Composer
import DocumentWriters

/// How the week's items are ordered; ties go by date, source and place.
enum WeeklyOrder: String, CaseIterable, Equatable {
  /// By county code, pieces without a county last.
  case county
  case date
  /// Those with most measures first.
  case measures
}

/// `jianbao weekly`: the week's briefing from the archive.
struct WeeklyCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "weekly", abstract: "用资料库里一周的报道写成简报，期号自动接续。", usage: "jianbao weekly [选项] [2026-W47]",
    discussion: """
      jianbao weekly
      jianbao weekly 2026-W47 --formats odt,txt
      jianbao weekly --from 2026-11-16 --to 2026-11-22 --dry-run
      """)

  @Argument(help: ArgumentHelp("第几周（周一至周日，默认 --date 所在的一周）", valueName: "周")) var week: String?
  @Option(name: .long, help: ArgumentHelp("从这一天起", valueName: "日期")) var from: String?
  @Option(name: .long, help: ArgumentHelp("到这一天止", valueName: "日期")) var to: String?
  @Option(name: .long, help: ArgumentHelp("排列次序：county（默认）、date、measures", valueName: "次序")) var order:
    String?
  @Flag(name: .long, help: "试写，不记录期号（文件名加“-试写”）") var dryRun = false
  @Flag(name: .long, help: "重编已出的一期，后来收到的报道也列入") var renew = false
  @OptionGroup var documents: DocumentArguments
  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let settings = try Settings.load(config: config.config, firstInput: nil)
    var options = try documents.composerOptions(settings)
    options.summaryLength = settings.summaryLength ?? Composer.summaryLength
    let (first, last) = try days(today: options.date)
    let order =
      try OptionValue.choice(order, "--order", among: WeeklyOrder.allCases) ?? settings.order ?? .county
    let run = Run(
      settings: settings, options: options, formats: try documents.writeFormats(settings),
      look: try documents.look(settings), first: first, last: last)
    let (archive, path) = try place.existing(config: config.config, isReadOnly: dryRun)
    let (scope, found, newcomers) = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      let scope = try archive.scope(from: run.first, to: run.last, isRenewed: renew)
      return (scope, try archive.articles(of: scope), try archive.newcomers(to: scope))
    }
    let period = "\(run.first.iso) 至 \(run.last.iso)"
    if newcomers > 0 {
      messages.remark(
        scope.isClosed
          ? "这一期之后已出过新的一期，后来收到的\(newcomers)篇不列入（下一期列入）；要重编这一期，加 --renew。"
          : "比上次写这一期时多收到\(newcomers)篇，已列入。")
    }
    guard found.contains(where: { $0.article.kind == .article }) else {
      messages.remark("\(period) 没有报道，没有生成文件。")
      return ExitStatus.incomplete
    }
    let week = WeeklyArticles(found, order: order)
    if week.repeated > 0 {
      messages.remark("有\(week.repeated)篇以前的简报已经登过，没有新的数字和做法，本期不再列出。")
    }
    if week.late > 0 { messages.remark("有\(week.late)篇是前几期出了以后才收到的，列入本期。") }
    guard !week.sources.isEmpty else {
      messages.remark("\(period) 没有新的报道，没有生成文件。")
      return ExitStatus.incomplete
    }
    let notes = try notes(of: week, found, run, scope, in: archive, path: path)
    try write(week, notes, run, scope, to: archive, path: path, messages: &messages)
    return ExitStatus.done
  }

  private func notes(
    of week: WeeklyArticles, _ found: [ArchivedArticle], _ run: Run, _ scope: IssueScope, in archive: Archive,
    path: String
  ) throws(Failure) -> WeeklyNotes {
    var notes = WeeklyNotes(first: run.first, last: run.last, printed: week.printed, papers: week.papers)
    let articles = week.sources.flatMap(\.articles)
    notes.continuing = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.lookBack(from: scope) {
        try Continuations.find(articles, days: week.days, in: &$0, before: run.first)
      }
    }
    notes.silent = Self.silent(run.settings, told: found)
    let counties = Comparator.counties(in: articles)
    if counties.count > 1 {
      notes.comparison = Comparator(options: .init(lexicon: run.settings.lexicon)).compare(
        articles, counties: counties)
    }
    return notes
  }

  /// What one run was asked for.
  private struct Run {
    var settings: Settings
    var options: Composer.Options
    var formats: [WriteFormat]
    var look: Look
    var first: CalendarDate
    var last: CalendarDate
  }

  /// Writes the documents and records their number: when all are written and before the first has its name. A run that
  /// fails earlier has used none, one that is stopped later has it again.
  private func write(
    _ week: WeeklyArticles, _ notes: WeeklyNotes, _ run: Run, _ scope: IssueScope, to archive: Archive,
    path: String, messages: inout Messages
  ) throws(Failure) {
    for _ in 0..<Self.attempts {
      let number = try issue(run, scope, in: archive, path: path, isRecorded: false)
      var options = run.options
      (options.issue, options.total, options.date) = (number.issue, number.total, number.date)
      var notices: [Notice] = []
      let briefing = Composer(options: options).compose(week.sources, notes: notes, notices: &notices)
      let files = try documents.files(
        briefing, name: documents.title ?? run.settings.masthead, days: name(of: run), formats: run.formats,
        look: run.look, settings: run.settings,
        messages: &messages)
      let isWritten = try OutputFiles.write(files) { () throws(Failure) in
        if dryRun { return true }
        return try issue(run, scope, in: archive, path: path, isRecorded: true) == number
      }
      guard isWritten else { continue }
      for notice in notices { messages.report(notice, source: notice.origin?.source ?? "-") }
      return try OutputFiles.printPaths(of: files)
    }
    throw .input(path: path, .archive(.busy))
  }

  /// Another program may take the number while the files are written.
  private static let attempts = 5

  private func issue(
    _ run: Run, _ scope: IssueScope, in archive: Archive, path: String, isRecorded: Bool
  ) throws(Failure) -> Archive.Issue {
    try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.issue(
        of: scope, date: documents.date.map { _ in run.options.date }, today: run.options.date,
        issue: run.options.issue, total: run.options.total, record: isRecorded)
    }
  }

  /// 2026-W47, for the files' names: two issues that are made on one day have two.
  private func name(of run: Run) -> String {
    let week = CalendarWeek(holding: run.first)
    let isWeek = run.first == week.monday && run.last == week.sunday
    return (isWeek ? week.name : "\(run.first.iso)至\(run.last.iso)") + (dryRun ? "-试写" : "")
  }

  private func days(today: CalendarDate) throws(Failure) -> (CalendarDate, CalendarDate) {
    if from != nil || to != nil {
      if let week { throw .usage(.unexpected(week)) }
      guard let first = try OptionValue.date(from, "--from") else {
        throw .usage(.missingPartner(option: "--to", of: "--from"))
      }
      guard let last = try OptionValue.date(to, "--to") else {
        throw .usage(.missingPartner(option: "--from", of: "--to"))
      }
      guard first <= last else {
        throw .usage(.badValue(option: "--to", value: last.iso, expects: "不早于 --from 的日期", nearest: nil))
      }
      return (first, last)
    }
    guard let given = week else {
      let week = CalendarWeek(holding: today)
      return (week.monday, week.sunday)
    }
    let name = given.uppercased()
    let parts = name.split(separator: "-W").compactMap { Int($0) }
    guard parts.count == 2, let week = CalendarWeek(year: parts[0], number: parts[1]), week.name == name
    else {
      throw .usage(.badValue(option: "周", value: given, expects: "某年第几周，写作 2026-W47", nearest: nil))
    }
    return (week.monday, week.sunday)
  }

  /// Counties that are to be reported on, of which the week tells nothing: not even in a headline that names
  /// several.
  private static func silent(_ settings: Settings, told: [ArchivedArticle]) -> [String] {
    let counties = Set(told.compactMap { $0.article.county?.name })
    let headlines = told.flatMap { $0.article.kicker + $0.article.headline }
    return settings.listedCounties.filter { county in
      !counties.contains(county.name) && !headlines.contains { $0.contains(county.short) }
    }.map(\.name)
  }
}
