import Archive
import ArgumentParser
import BriefingModel

/// `jianbao add INPUT…`: stores sources and what was found in them.
struct AddCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "把报道收进资料库。", usage: "jianbao add [选项] 输入…",
    discussion: """
      jianbao add 2026-11-20/ --paper 济宁日报
      jianbao add 第3版.txt --date 2026-11-20
      """)

  @Option(name: .long, help: ArgumentHelp("见报日期，写作 2020-09-03（默认取文件名或版面上的日期）", valueName: "日期"))
  var date: String?

  @Option(name: .long, help: ArgumentHelp("报纸名称", valueName: "名称"))
  var paper: String?

  @OptionGroup var place: ArchiveArguments
  @OptionGroup var common: CommonArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    let paths = try common.paths(command: "add")
    let given = try OptionValue.date(date, "--date")
    let settings = try common.settings()
    let path = try place.path(config: common.config, firstInput: paths.first)
    var writer = Writer(path: path)
    var inputs = Inputs(settings: settings)
    let paper = paper
    try inputs.forEach(paths, messages: &messages) { input throws(Failure) in
      guard let (day, from) = SourceDate.find(option: given, outlined: input.outlined, text: input.text)
      else {
        throw .input(path: input.outlined.source, .undated)
      }
      let source = ArchivedSource(
        outlined: input.outlined, paper: paper, date: day, dateFrom: from,
        fileHash: SHA256.hex(of: input.file),
        text: input.text)
      return PreparedSource(source)
    } body: { outlined, prepared, messages throws(Failure) in
      messages.remark(Self.words(for: try writer.add(prepared), source: prepared.source))
    }
    messages.remark(writer.summary)
    return inputs.exitStatus
  }

  /// Opens the archive with the first source that is to be added: inputs that are all refused leave no empty file.
  private struct Writer {
    let path: String
    private var archive: Archive?
    private var (sources, articles, known) = (0, 0, 0)

    init(path: String) { self.path = path }

    mutating func add(_ source: PreparedSource) throws(Failure) -> Archive.Added {
      let added = try ArchiveArguments.run(path) { () throws(ArchiveError) in
        let archive = if let archive { archive } else { try Archive(path) }
        self.archive = archive
        return try archive.add(source)
      }
      switch added {
      case .known: known += 1
      case .new(let count, _):
        sources += 1
        articles += count
      }
      return added
    }

    var summary: String {
      "资料库 \(shown(path))：收入\(sources)个来源、\(articles)篇" + (known > 0 ? "，已有\(known)个来源没有变动。" : "。")
    }
  }

  private static func words(for added: Archive.Added, source: ArchivedSource) -> String {
    let name = shown(source.outlined.source)
    switch added {
    case .known(let known):
      return "\(name)：已经在资料库里（\(shown(known.name))），没有变动。\(correction(of: known, by: source))"
    case .new(let articles, let copies):
      let from = [.option: "--date", .name: "文件名", .page: "版面"][source.dateFrom] ?? ""
      let text = "\(name)：收入\(articles)篇\(linked(copies))；日期 \(source.date.iso)，取自\(from)。"
      guard copies.contains(source.outlined.source) else { return text }
      return text + "资料库里已有同名而内容不同的来源，这是另一个；如果是改正稿，请先 jianbao remove \(name)（同名的都移出），再收一次。"
    }
  }

  /// What is recorded otherwise, and how to correct it.
  private static func correction(of known: Archive.Entry, by source: ArchivedSource) -> String {
    var recorded: [String] = []
    if known.date != source.date { recorded.append("日期是 \(known.date.iso)") }
    if let paper = source.paper, paper != known.paper {
      recorded.append(known.paper.map { "报纸是\(shown($0))" } ?? "报纸没有写")
    }
    guard !recorded.isEmpty else { return "" }
    return "已记录的\(recorded.joined(separator: "，"))，与这次不同；要改正，请先 jianbao remove \(shown(known.name))，再收一次。"
  }

  private static func linked(_ copies: [String]) -> String {
    guard !copies.isEmpty else { return "" }
    let names = copies.enumerated().filter { !copies[..<$0.offset].contains($0.element) }.map(\.element)
    return "，其中\(copies.count)篇与已有的是同一篇报道（\(names.map(shown).joined(separator: "、"))）"
  }
}

/// Finds the day of a source.
enum SourceDate {
  /// A folio line is no longer than this, in bytes.
  private static let folioLine = 120
  private static let folioLines = 10

  static func find(
    option: CalendarDate?, outlined: OutlinedSource, text: [UInt8]
  ) -> (CalendarDate, ArchivedSource.DateFrom)? {
    if let option { return (option, .option) }
    for part in outlined.source.split(separator: "/").reversed() {
      if let date = first(in: Array(part.utf8)) { return (date, .name) }
    }
    for line in text.split(separator: 0x0A).prefix(folioLines) where line.count <= folioLine {
      if let date = first(in: Array(line), isStrict: true) { return (date, .page) }
    }
    let printed = Set(outlined.articles.compactMap(\.date).filter(\.exists))
    return printed.count == 1 ? printed.first.map { ($0, .page) } : nil
  }

  /// 2026-11-20, 2026_11_20, 2026.11.20, 2026年11月20日 and, unless `isStrict`, 20261120.
  static func first(in bytes: [UInt8], isStrict: Bool = false) -> CalendarDate? {
    var position = 0
    while position < bytes.count {
      guard isDigit(bytes[position]) else {
        position += 1
        continue
      }
      let end = bytes[position...].firstIndex { !isDigit($0) } ?? bytes.count
      if end - position == 8, !isStrict, let date = compact(bytes[position..<end]) { return date }
      if end - position == 4, let date = spaced(bytes, from: position) { return date }
      position = end
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func compact(_ digits: ArraySlice<UInt8>) -> CalendarDate? {
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return real(CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100))
  }

  private static func spaced(_ bytes: [UInt8], from start: Int) -> CalendarDate? {
    var numbers: [Int] = []
    var rest = bytes[start...]
    for marks in [["年", "-", "_", ".", "/"], ["月", "-", "_", ".", "/"], []] {
      let digits = rest.prefix(while: isDigit)
      guard !digits.isEmpty, digits.count <= 4 else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest.dropFirst(digits.count)
      if marks.isEmpty { break }
      guard let mark = marks.first(where: { rest.starts(with: Array($0.utf8)) }) else { return nil }
      rest = rest.dropFirst(mark.utf8.count)
    }
    return real(CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]))
  }

  private static func real(_ date: CalendarDate) -> CalendarDate? {
    CalendarDate.yearsOfNews.contains(date.year) && date.exists ? date : nil
  }
}
