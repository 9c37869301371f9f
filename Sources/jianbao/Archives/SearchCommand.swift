import Archive
import ArgumentParser
import BriefingModel
import Comparator
import JSONText

/// `jianbao search WORDS`: finds places in the archive.
struct SearchCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "在资料库里查词，一个字的词也能查到。", usage: "jianbao search [选项] 词…",
    discussion: """
      jianbao search 红色代办
      jianbao search 代办 服务 --county 金乡 --since 2026-09-01 --has-figure
      """)

  @Argument(help: ArgumentHelp("要查的词，须有汉字、字母或数字；几个词须在同一条做法里都有", valueName: "词"))
  var words: [String] = []
  @Option(name: .long, help: ArgumentHelp("只查这个县市", valueName: "县市")) var county: String?
  @Option(name: .long, help: ArgumentHelp("从这一天起，写作 2020-09-03", valueName: "日期")) var since: String?
  @Option(name: .long, help: ArgumentHelp("只要这个主题的做法，如 考核奖惩", valueName: "主题")) var theme: String?
  @Flag(name: .long, help: "只要有数字的做法") var hasFigure = false
  @Option(name: .long, help: ArgumentHelp("最多列出几处（默认 20）；没有列完的会提示", valueName: "数")) var limit: String?
  @Option(name: .long, help: ArgumentHelp("显示格式：text（默认）、json", valueName: "格式")) var format: String?
  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  enum Format: String, CaseIterable { case text, json }

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let words = try phrases()
    let format = try OptionValue.choice(format, "--format", among: Format.allCases) ?? .text
    let query = Archive.Query(
      words: words.joined(separator: " "), county: county, since: try OptionValue.date(since, "--since"),
      hasFigure: hasFigure, limit: try OptionValue.positiveNumber(limit, "--limit") ?? 20)
    let (archive, path) = try place.existing(config: config.config, isReadOnly: true)
    let lexicon = try Settings.load(config: config.config, firstInput: nil).lexicon
    if let theme, !lexicon.themes.contains(theme) {
      throw .usage(
        .badValue(
          option: "--theme", value: theme, expects: " \(lexicon.themes.joined(separator: "、")) 之一",
          nearest: nil))
    }
    let found = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      guard let theme else { return try archive.search(query) }
      var place = ThemeOfPlace(theme: theme, comparator: Comparator(options: .init(lexicon: lexicon)))
      return try archive.search(query) { place.holds($0, of: $1) }
    }
    try ArchiveArguments.print(
      format == .json ? Self.json(found) : found.hits.map { Self.text($0, words: words) }.joined())
    if found.hits.isEmpty {
      messages.remark(try ArchiveArguments.unknown(county, in: archive, path: path) ?? "没有找到。")
    }
    if found.hasMore {
      messages.remark("只列出前\(query.limit)处，还有更多。用 --limit 多列一些，如 --limit \(query.limit * 5)。")
    }
    return found.hits.isEmpty ? ExitStatus.incomplete : ExitStatus.done
  }

  /// The words between blanks, each with something in it that the index knows.
  private func phrases() throws(Failure) -> [String] {
    let phrases = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let isOfAll = words.isEmpty && (theme != nil || county != nil || hasFigure)
    if words.isEmpty && !isOfAll { throw .usage(.missingInput(command: "search")) }
    let sign = phrases.first { !Archive.canFind($0) } ?? (phrases.isEmpty ? words.first : nil)
    if let sign {
      throw .usage(.badValue(option: "词", value: sign, expects: "含有汉字、字母或数字的词", nearest: nil))
    }
    return phrases
  }

  private static func text(_ hit: Archive.Hit, words: [String]) -> String {
    let heading = FoundText.heading(hit.heading, words: words, text: hit.text)
    let head = [hit.county ?? "—", hit.day.iso, "\(hit.number) \(heading)"].joined(separator: "　")
    return "\(head)\n    \(FoundText.excerpt(hit.text, words: words))\n"
  }

  private static func json(_ found: Archive.Found) -> String {
    var json = JSONText()
    json.object { json in
      json.member("schema", 1)
      json.key("more")
      json.value(found.hasMore)
      json.list("hits", found.hits) { hit, json in
        json.object { json in
          json.member("county", hit.county)
          json.member("date", hit.day.iso)
          json.member("source", hit.source)
          json.member("paper", hit.paper)
          json.member("number", hit.number)
          json.member("heading", hit.heading)
          json.member("text", hit.text)
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}

/// Tells whether a place is of a theme. Themes are found when they are asked for: the vocabulary is the user's and may
/// have changed since the measure was stored.
private struct ThemeOfPlace {
  let theme: String
  let comparator: Comparator
  private var last: (article: String, themes: [String: [String]])?

  init(theme: String, comparator: Comparator) {
    self.theme = theme
    self.comparator = comparator
  }

  mutating func holds(_ hit: Archive.Hit, of article: Article) -> Bool {
    guard !hit.number.isEmpty else { return false }
    let themes = last?.article == article.id ? last?.themes ?? [:] : comparator.themes(of: article)
    last = (article.id, themes)
    return themes[hit.number]?.contains(theme) == true
  }
}

/// `jianbao verify`: whether the archive is whole.
struct VerifyCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "检查资料库是否完好：页面、引用、原文校验值、检索索引。", usage: "jianbao verify [选项]",
    discussion: "jianbao verify --archive jianbao.sqlite")

  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let (archive, path) = try place.existing(config: config.config, isReadOnly: false)
    let found = try ArchiveArguments.run(path) { () throws(ArchiveError) in try archive.verify() }
    for fault in found.faults { messages.remark(Self.words(for: fault)) }
    guard found.faults.isEmpty else { throw .input(path: path, .archive(.damaged)) }
    try ArchiveArguments.print("完好：\(found.sources)个来源，\(found.articles)篇。\n")
    return ExitStatus.done
  }

  private static func words(for fault: Archive.Fault) -> String {
    switch fault {
    case .page(let words): "数据页有误（\(words)）。"
    case .reference(let table): "\(table) 表的引用缺失。"
    case .hash(let source): "\(shown(source))：原文或提纲与校验值不符。"
    case .index: "检索索引与内容不符。"
    }
  }
}

/// `jianbao backup FILE`: a consistent copy.
struct BackupCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "备份资料库；别的程序正在写入时也得到完整的一份。", usage: "jianbao backup [选项] 文件",
    discussion: "jianbao backup 备份.sqlite")

  @Argument(help: ArgumentHelp("备份文件，不能已经存在", valueName: "文件"), completion: .file()) var file: String?
  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    guard let file, !file.isEmpty else { throw .usage(.missingInput(command: "backup")) }
    guard Files.kind(of: file, followingLinks: false) == nil else { throw .output(path: file, .exists) }
    let archive = try place.existing(config: config.config, isReadOnly: true).0
    try OutputFiles.make(file) { temporary throws(Failure) in
      try ArchiveArguments.run(file) { () throws(ArchiveError) in try archive.backUp(to: temporary) }
    }
    return ExitStatus.done
  }
}
