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
  private static let limits = ReadLimits(bytes: 1 << 20)

  static func read(_ path: String) throws(Failure) -> Settings {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Files.read(path, limit: limits.bytes)
    } catch {
      throw .settings(file: path, line: nil, .unreadable(error))
    }
    guard !bytes.isEmpty else { return Settings() }
    do throws(ReadError) {
      _ = try SourceReaders.read(bytes, source: path, limits: limits)
    } catch {
      throw .settings(file: path, line: nil, .notText(error))
    }
    guard let root = try compose(String(decoding: bytes, as: UTF8.self), path: path) else {
      return Settings()
    }
    let node = SettingsNode(node: root, key: Settings.fileName, file: path)
    return try settings(node, folder: Path.parent(of: path) ?? ".")
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
      "summary-length", "themes", "order",
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
    settings.order = try values["order"]?.order()
    settings.formats = try values["formats"]?.formats()
    if let output = try values["output"]?.text() {
      settings.output = output.hasPrefix("/") ? output : Path.join(folder, output)
    }
    return settings
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
