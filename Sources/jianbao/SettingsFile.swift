import BriefingModel
import Comparator
import DocumentWriters
import SourceReaders
import Yams

/// Reads `jianbao.yml`. Every complaint names the line; an unknown key is a complaint too.
///
///     masthead: 邹城工作简报
///     recipients: {report: [市委, 市政府]}
enum SettingsFile {
  /// Settings are a page at most.
  private static let options = ReadOptions(format: .text, limits: ReadLimits(bytes: 1 << 20))

  static func read(_ path: String) throws(Failure) -> Settings {
    guard let root = try root(path) else { return Settings() }
    return try settings(root, folder: Path.parent(of: path) ?? ".")
  }

  /// The whole of a YAML file; `nil` where nothing is in it.
  static func root(_ path: String) throws(Failure) -> SettingsNode? {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Files.read(path, limit: options.limits.bytes)
    } catch {
      throw .settings(file: path, line: nil, .unreadable(error))
    }
    guard !bytes.isEmpty else { return nil }
    let text: [UInt8]
    do throws(ReadError) {
      text = try SourceReaders.read(bytes, source: path, options: options).bytes
    } catch {
      throw .settings(file: path, line: nil, .notText(error))
    }
    guard let root = try compose(String(decoding: text, as: UTF8.self), path: path) else { return nil }
    return SettingsNode(node: root, key: Path.name(of: path), file: path)
  }

  private static func compose(_ yaml: String, path: String) throws(Failure) -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch let YamlError.scanner(_, _, mark, _) {
      throw .settings(file: path, line: mark.line, .notYAML)
    } catch let YamlError.parser(_, _, mark, _) {
      throw .settings(file: path, line: mark.line, .notYAML)
    } catch let YamlError.composer(_, _, mark, _) {
      throw .settings(file: path, line: mark.line, .notYAML)
    } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
      throw .settings(file: path, line: context.mark.line, .duplicateKey(duplicates.first ?? ""))
    } catch {
      throw .settings(file: path, line: nil, .notYAML)
    }
  }

  private static func settings(_ root: SettingsNode, folder: String) throws(Failure) -> Settings {
    guard !root.isNull else { return Settings() }
    let keys = [
      "masthead", "classification", "office", "prefecture", "counties", "recipients", "copies", "editor",
      "reviewer", "signer", "formats", "output", "verbs", "columns", "units", "names",
      "summary-length", "themes", "profile", "template", "encoding", "limits", "order",
    ]
    let values = try root.members(known: keys)
    var settings = Settings()
    settings.masthead = try values["masthead"]?.text()
    settings.classification = try values["classification"]?.text()
    settings.office = try values["office"]?.text()
    settings.prefecture = try values["prefecture"]?.text()
    settings.counties = try counties(values["counties"], prefecture: settings.prefecture)
    settings.colophon = try colophon(values)
    settings.verbs = try values["verbs"]?.texts() ?? []
    settings.columns = try values["columns"]?.texts() ?? []
    settings.summaryLength = try values["summary-length"]?.positiveNumber()
    settings.units = try values["units"]?.texts() ?? []
    settings.names = try values["names"]?.texts() ?? []
    settings.themes = try values["themes"]?.lists().map { ThemeWords(theme: $0.name, words: $0.texts) } ?? []
    if let encoding = values["encoding"] { settings.reading.encoding = try encoding.encoding() }
    if let limits = values["limits"] { settings.reading.limits = try readLimits(limits) }
    settings.order = try values["order"]?.order()
    settings.formats = try values["formats"]?.formats()
    settings.layout = try values["profile"]?.layout(folder: folder)
    settings.template = try values["template"]?.path(folder: folder)
    settings.output = try values["output"]?.path(folder: folder)
    return settings
  }

  /// Sizes are in megabytes.
  private static func readLimits(_ node: SettingsNode) throws(Failure) -> ReadLimits {
    let values = try node.members(known: [
      "file", "archive", "ratio", "entries", "depth", "lines", "pages", "layout", "seconds",
    ])
    var limits = ReadLimits()
    func take(_ key: String, _ limit: inout Int, unit: Int = 1, most: Int = 1 << 40) throws(Failure) {
      guard let value = values[key], let number = try value.positiveNumber() else { return }
      guard number <= most / unit else {
        throw value.failure(.wrongType(key: key, expects: "不超过 \(most / unit) 的正整数"))
      }
      limit = number * unit
    }
    // libxml2's own limit of nesting, and what it can count in one piece.
    try take("file", &limits.bytes, unit: 1 << 20, most: 2047 << 20)
    try take("archive", &limits.archiveBytes, unit: 1 << 20)
    try take("ratio", &limits.archiveRatio)
    try take("entries", &limits.archiveEntries)
    try take("depth", &limits.depth, most: 250)
    try take("lines", &limits.lines)
    try take("pages", &limits.pages)
    try take("layout", &limits.layoutBytes, unit: 1 << 20)
    try take("seconds", &limits.programSeconds, most: 86_400)
    return limits
  }

  private static func colophon(_ values: [String: SettingsNode]) throws(Failure) -> Colophon {
    var colophon = Colophon()
    let recipients = try values["recipients"]?.members(known: ["report", "send", "distribute"]) ?? [:]
    colophon.report = try recipients["report"]?.texts() ?? []
    colophon.send = try recipients["send"]?.texts() ?? []
    colophon.distribute = try recipients["distribute"]?.texts() ?? []
    colophon.copies = try values["copies"]?.positiveNumber()
    colophon.editor = try values["editor"]?.text()
    colophon.reviewer = try values["reviewer"]?.text()
    colophon.signer = try values["signer"]?.text()
    return colophon
  }

  private static func counties(_ list: SettingsNode?, prefecture: String?) throws(Failure) -> [County] {
    var counties: [County] = []
    for item in try list?.items() ?? [] {
      let values = try item.members(known: ["name", "short", "code", "prefecture", "province"])
      guard let name = try values["name"]?.text() else {
        throw item.failure(.missingKey("name", inside: item.key))
      }
      let county = County(
        name: name, short: try values["short"]?.text() ?? name, code: try values["code"]?.countyCode(),
        prefecture: try values["prefecture"]?.text() ?? prefecture, province: try values["province"]?.text())
      counties.append(county)
    }
    return counties
  }
}
