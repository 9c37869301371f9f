import BriefingModel
import Comparator
import Outliner
import SourceReaders

/// What a user's `jianbao.yml` says; everything may be left out. README.md lists the keys.
struct Settings: Equatable {
  var masthead: String?
  var classification: String?
  var office: String?
  var prefecture: String?
  /// Units that the national list lacks (zones).
  var counties: [County] = []
  /// Words that open a measure's heading, besides the built-in ones.
  var verbs: [String] = []
  /// Names of newspaper columns, besides the built-in ones.
  var columns: [String] = []
  /// Units of figures, besides the built-in ones: 摞, or with a kind, `money 铢`.
  var units: [String] = []
  /// Words that contain numbers and are no figures, besides the built-in ones.
  var names: [String] = []
  /// Words of themes, besides the built-in ones; a theme of a new name is added.
  var themes: [ThemeWords] = []
  var colophon = Colophon()
  var formats: [String]?
  /// Encoding, format and limits of what is read.
  var reading = ReadOptions()
  /// Characters of an item's summary.
  var summaryLength: Int?
  /// How documents are set; GB/T 9704 where nothing is said.
  var layout: LayoutProfile?
  /// The office's own document that new ones are made after.
  var template: String?
  /// How the week's briefing orders its items.
  var order: WeeklyOrder?
  /// Folder for documents; in the file it is relative to the file.
  var output: String?
}

extension Settings {
  /// The built-in themes with the user's.
  var lexicon: Lexicon { Lexicon.standard.adding(themes) }

  /// The counties that are to be reported on: those of the prefecture, and the user's own.
  var listedCounties: [County] {
    var names: Set<String> = []
    return ((prefecture.map { Outliner().counties(of: $0) } ?? []) + counties).filter {
      names.insert($0.name).inserted
    }
  }

  static let fileName = "jianbao.yml"

  /// The settings for a run: the file named by `--config`, or one found from the first input upwards, or none.
  static func load(config: String?, firstInput: String?) throws(Failure) -> Settings {
    guard let file = file(config: config, firstInput: firstInput) else { return Settings() }
    return try SettingsFile.read(file)
  }

  /// The file that `load` reads.
  static func file(config: String?, firstInput: String?) -> String? {
    config ?? find(from: firstInput ?? "-")
  }

  /// Looks beside a file (inside a folder; in the working folder for standard input), then upwards to the root.
  private static func find(from input: String) -> String? {
    let start = input == "-" ? "." : input
    guard var folder = Files.absolute(start) else { return nil }
    if Files.kind(of: folder) != .directory { folder = Path.parent(of: folder) ?? "/" }
    while true {
      let candidate = Path.join(folder, fileName)
      if Files.kind(of: candidate) == .file { return candidate }
      guard let parent = Path.parent(of: folder) else { return nil }
      folder = parent
    }
  }
}
