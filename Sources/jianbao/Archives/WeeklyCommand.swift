import Archive
import ArgumentParser
import BriefingModel
import Comparator
import Composer
import DocumentWriters
import Outliner

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
  @Flag(name: .long, help: "试写，不记录期号") var dryRun = false
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
    let found = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.articles(from: first, to: last)
    }
    guard found.contains(where: { $0.article.kind == .article }) else {
      messages.remark("\(first.iso) 至 \(last.iso) 没有报道，没有生成文件。")
      return ExitStatus.incomplete
    }
    let week = WeeklyArticles(found, order: order)
    if week.repeated > 0 {
      messages.remark("有\(week.repeated)篇是\(first.iso)以前已经登过的报道，没有新的数字，本期不再列出。")
    }
    guard !week.sources.isEmpty else {
      messages.remark("\(first.iso) 至 \(last.iso) 没有新的报道，没有生成文件。")
      return ExitStatus.incomplete
    }
    var notes = WeeklyNotes(printed: week.printed)
    let articles = week.sources.flatMap(\.articles)
    notes.continuing = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.lookBack(before: first) { try Continuations.find(articles, in: &$0, before: first) }
    }
    notes.silent = Self.silent(settings, told: found)
    let counties = Comparator.counties(in: articles)
    if counties.count > 1 {
      notes.comparison = Comparator(options: .init(lexicon: settings.lexicon)).compare(
        articles, counties: counties)
    }
    try write(week, notes, run, to: archive, path: path, messages: &messages)
    return ExitStatus.done
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
    _ week: WeeklyArticles, _ notes: WeeklyNotes, _ run: Run, to archive: Archive, path: String,
    messages: inout Messages
  ) throws(Failure) {
    for _ in 0..<Self.attempts {
      let number = try issue(run, in: archive, path: path, isRecorded: false)
      var options = run.options
      (options.issue, options.total, options.date) = (number.issue, number.total, number.date)
      var notices: [Notice] = []
      let briefing = Composer(options: options).compose(week.sources, notes: notes, notices: &notices)
      let files = try documents.files(
        briefing, name: documents.title ?? run.settings.masthead, formats: run.formats, look: run.look,
        settings: run.settings, messages: &messages)
      let isWritten = try OutputFiles.write(files) { () throws(Failure) in
        if dryRun { return true }
        return try issue(run, in: archive, path: path, isRecorded: true) == number
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
    _ run: Run, in archive: Archive, path: String, isRecorded: Bool
  ) throws(Failure) -> Archive.Issue {
    try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.issue(
        from: run.first, to: run.last, date: run.options.date, issue: run.options.issue,
        total: run.options.total,
        record: isRecorded)
    }
  }

  private func days(today: CalendarDate) throws(Failure) -> (CalendarDate, CalendarDate) {
    if from != nil || to != nil {
      guard let first = try OptionValue.date(from, "--from") else {
        throw .usage(.missingValue(option: "--from"))
      }
      guard let last = try OptionValue.date(to, "--to") else { throw .usage(.missingValue(option: "--to")) }
      guard first <= last else {
        throw .usage(.badValue(option: "--to", value: last.iso, expects: "不早于 --from 的日期", nearest: nil))
      }
      return (first, last)
    }
    guard let name = week else {
      let week = CalendarWeek(holding: today)
      return (week.monday, week.sunday)
    }
    let parts = name.split(separator: "-W").compactMap { Int($0) }
    guard parts.count == 2, let week = CalendarWeek(year: parts[0], number: parts[1]), week.name == name
    else {
      throw .usage(.badValue(option: "周", value: name, expects: "某年第几周，写作 2026-W47", nearest: nil))
    }
    return (week.monday, week.sunday)
  }

  /// Counties of the prefecture, and the user's own, of which the week tells nothing.
  private static func silent(_ settings: Settings, told: [ArchivedArticle]) -> [String] {
    let told = Set(told.compactMap { $0.article.county?.name })
    let listed = settings.prefecture.map { Outliner().counties(of: $0) } ?? []
    return (listed + settings.counties).map(\.name).filter { !told.contains($0) }
  }
}

/// The week's articles: of each story the longest, in order, numbered anew.
///
/// A story is of the week in which it was first printed. A copy in a later week is listed only if it tells a number that
/// no earlier one told, and it changes nothing in the earlier briefing.
struct WeeklyArticles {
  private(set) var sources: [OutlinedSource] = []
  /// Where an article's story was printed, by its id; only for stories printed more than once.
  private(set) var printed: [String: [String]] = [:]

  /// Articles that told nothing new.
  private(set) var repeated = 0

  init(_ found: [ArchivedArticle], order: WeeklyOrder) {
    let new = found.filter { !$0.isToldBefore }
    repeated = found.count - new.count
    let stories = Dictionary(grouping: new, by: \.story)
    let leads = new.filter { item in
      stories[item.story]?.max { Self.rank($0) < Self.rank($1) } == item
    }
    var numbering = ArticleNumbering()
    for lead in leads.sorted(by: { Self.key($0, order) < Self.key($1, order) }) {
      var source = OutlinedSource(
        source: lead.article.origin.source, title: lead.title, articles: [lead.article], notices: lead.notices
      )
      numbering.number(&source)
      let members = stories[lead.story] ?? []
      if members.count > 1 { printed[source.articles[0].id] = members.map(Self.place) }
      sources.append(source)
    }
  }

  /// The longest leads; of equals the one printed first.
  private static func rank(_ item: ArchivedArticle) -> (Int, Int, Int) {
    (item.length, -item.day.dayNumber, -Int(item.article.origin.lines.lowerBound))
  }

  private static func place(_ item: ArchivedArticle) -> String {
    "\(item.paper ?? Path.name(of: item.article.origin.source))（\(item.day.iso)）"
  }

  private static func key(_ item: ArchivedArticle, _ order: WeeklyOrder) -> (String, Int, String, Int) {
    let first =
      switch order {
      case .county: item.article.county?.code ?? item.article.county?.name ?? "\u{10FFFF}"
      case .date: ""
      case .measures: String(100_000 - item.article.measures.count)
      }
    return (first, item.day.dayNumber, item.article.origin.source, item.article.origin.bytes.lowerBound)
  }
}

/// Numbers of the week that were told before: the same county, object and unit.
enum Continuations {
  private static let most = 30
  private static let kinds: Set<Figure.Kind> = [
    .count, .money, .length, .area, .volume, .weight, .percent, .energy,
  ]

  static func find(
    _ articles: [Article], in past: inout PastNumbers, before day: CalendarDate
  ) throws -> [[String]] {
    var rows: [[String]] = []
    var seen: Set<[String]> = []
    for article in articles {
      guard let county = article.county?.name else { continue }
      for figure in figures(of: article) where kinds.contains(figure.kind) && figure.value != nil {
        guard let object = figure.object, rows.count < most, seen.insert([county, object]).inserted,
          let before = try past.last(object: object, unit: figure.unit, county: county),
          before.figure.value != figure.value
        else { continue }
        let weeks = (day.dayNumber - CalendarWeek(holding: before.day).monday.dayNumber + 6) / 7
        rows.append([
          county, object, figure.text, before.figure.text,
          "\(weeks)周前（\(before.day.month)月\(before.day.day)日）",
        ])
      }
    }
    return rows
  }

  private static func figures(of article: Article) -> [Figure] {
    func all(_ measures: [Measure]) -> [Figure] { measures.flatMap { $0.figures + all($0.children) } }
    return article.figures + all(article.measures)
  }
}
