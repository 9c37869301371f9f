import Archive
import ArgumentParser
import BriefingModel
import Composer
import DocumentWriters

/// `jianbao trend OBJECT`: the numbers told of one object over time.
struct TrendCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "列出同一对象历次见报的数字，可写成表格文件和带图的文档。", usage: "jianbao trend [选项] 对象",
    discussion: """
      jianbao trend 红帆驿站 --county 金乡
      jianbao trend 红帆驿站 --csv 红帆驿站.csv
      jianbao trend 红帆驿站 --formats odt,docx --output reports/
      """)

  @Argument(help: ArgumentHelp("对象的名称；没有这个名称时，列出名称里有这几个字的", valueName: "对象")) var object: String?
  @Option(name: .long, help: ArgumentHelp("只看这个县市", valueName: "县市")) var county: String?
  @Option(name: .long, help: ArgumentHelp("写成 CSV 表格文件", valueName: "文件"), completion: .file()) var csv:
    String?
  @OptionGroup var documents: DocumentArguments
  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    guard let asked = object else { throw .usage(.missingInput(command: "trend")) }
    let object = Figure.bare(asked)
    guard Archive.canFind(object) else {
      throw .usage(.badValue(option: "对象", value: asked, expects: "含有汉字、字母或数字的名称", nearest: nil))
    }
    let settings = try Settings.load(config: config.config, firstInput: nil)
    let options = try documents.composerOptions(settings)
    let formats = documents.formats == nil ? [] : try documents.writeFormats(settings)
    let look = try documents.look(settings)
    let (archive, path) = try place.existing(config: config.config, isReadOnly: true)
    let series = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.series(of: object, county: county)
    }
    guard !series.isEmpty else {
      messages.remark(try notFound(object, in: archive, path: path))
      return ExitStatus.incomplete
    }
    let trend = Self.trend(object, series)
    if trend.points.count < series.count {
      messages.remark("另有\(series.count - trend.points.count)个数字单位不同，没有列入。")
    }
    if series.allSatisfy({ $0.figure.object.map(Figure.bare) == object }) {
      let longer = try ArchiveArguments.run(path) { () throws(ArchiveError) in
        try archive.objects(holding: object, county: county)
      }
      if let first = longer.first {
        messages.remark(
          "名称里有“\(object)”的还有：\(Self.list(longer))，没有列入。要看就写全名，如 jianbao trend \(first)。")
      }
    }
    try ArchiveArguments.print(Self.text(trend))
    var files = csv.map { [OutputFile(path: $0, bytes: Self.table(trend))] } ?? []
    if !formats.isEmpty {
      files += try documents.files(
        Composer(options: options).compose(trend), name: documents.title ?? object, formats: formats,
        look: look,
        settings: settings, messages: &messages)
    }
    try OutputFiles.write(files)
    try OutputFiles.printPaths(of: files)
    return ExitStatus.done
  }

  private func notFound(_ object: String, in archive: Archive, path: String) throws(Failure) -> String {
    if let unknown = try ArchiveArguments.unknown(county, in: archive, path: path) { return unknown }
    let near = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.objects(like: object, county: county)
    }
    return "没有找到“\(object)”的数字。" + (near.isEmpty ? "" : "资料库里相近的有：\(Self.list(near))。")
  }

  private static func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: "、")
  }

  /// The points in the unit that most of them have.
  private static func trend(_ object: String, _ series: [Archive.Point]) -> Trend {
    let units = Dictionary(grouping: series) { $0.figure.unit ?? "" }
    let unit = units.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    return Trend(
      object: object,
      points: series.filter { ($0.figure.unit ?? "") == unit }.map {
        Trend.Point(date: $0.day, county: $0.county ?? "", figure: $0.figure, source: $0.source)
      })
  }

  /// With a column of objects where there are several.
  private static func text(_ trend: Trend) -> String {
    let values = trend.points.map { $0.figure.value.flatMap { Double($0.description) } ?? 0 }
    let most = max(values.max() ?? 0, 1)
    let hasSeveral = trend.objects.count > 1
    return Columns.lined(
      zip(trend.points, values).map { point, value in
        [point.date.iso, point.county.isEmpty ? "（不明）" : point.county] + (hasSeveral ? [point.object] : [])
          + [point.figure.text, Columns.bar(value / most), shown(point.source)]
      })
  }

  /// RFC 4180, with a byte order mark, without which spreadsheets take Chinese for another encoding.
  private static func table(_ trend: Trend) -> [UInt8] {
    let rows = trend.points.map { point in
      [
        point.date.iso, point.county, point.object, point.figure.value?.description ?? "",
        point.figure.unit ?? "", point.figure.text, point.source,
      ]
    }
    let lines = ([["日期", "县市", "对象", "数值", "单位", "原文", "来源"]] + rows).map { row in
      row.map(quoted).joined(separator: ",") + "\r\n"
    }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  /// A cell that a spreadsheet would take for a formula is given as text.
  private static func quoted(_ cell: String) -> String {
    let safe = "=+-@".contains(cell.first ?? " ") ? "'" + cell : cell
    guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
