import Archive
import BriefingModel
import Outliner
import SourceReaders

/// The inputs of one run: read and outlined one by one, in the order given, refusals named as they come.
struct Inputs {
  private(set) var refusals = 0
  private(set) var sources = 0
  private(set) var articles = 0
  private let outliner: Outliner
  private let options: ReadOptions
  private var numbering = ArticleNumbering()
  /// From this size on a single file is announced before it is worked on.
  private static let large = 8 << 20
  /// Larger files are not read ahead: a few of them would fill the memory.
  private static let mostAhead = 1 << 20

  init(settings: Settings, findsFigures: Bool = true) {
    options = settings.reading
    let vocabulary = Vocabulary.standard.adding(
      verbs: settings.verbs, columns: settings.columns, units: settings.units, names: settings.names)
    outliner = Outliner(
      options: .init(
        prefecture: settings.prefecture, counties: settings.counties, vocabulary: vocabulary,
        findsFigures: findsFigures))
  }

  /// Outlines each input and hands it on; throws what `body` throws (what an
  /// archive refuses, it would refuse of every input), and `nothingReadable` if none was read.
  mutating func forEach(
    _ paths: [String], messages: inout Messages, body: (OutlinedSource) throws(Failure) -> Void
  ) throws(Failure) {
    try forEach(
      paths, messages: &messages, prepare: { _ throws(Failure) in () },
      body: { outlined, _, _ throws(Failure) in try body(outlined) })
  }

  /// The same with what `prepare` made of an input, on any core and before its turn.
  mutating func forEach<Prepared: Sendable>(
    _ paths: [String], messages: inout Messages,
    prepare: @escaping @Sendable (ReadInput) throws(Failure) -> Prepared,
    body: (OutlinedSource, Prepared, inout Messages) throws(Failure) -> Void
  ) throws(Failure) {
    let files = files(of: paths, messages: &messages)
    let (outliner, options) = (outliner, options)
    let work: @Sendable (String) -> Result<Input<Prepared>, Failure> = { file in
      Result { () throws(Failure) in
        let read = try ReadInput(file, outliner: outliner, options: options)
        return Input(outlined: read.outlined, prepared: try prepare(read))
      }
    }
    let isAhead: @Sendable (Int) -> Bool = { index in
      files.count > 1 && files[index] != "-" && Files.size(of: files[index]) <= Self.mostAhead
    }
    try Ahead.forEach(files.count) {
      isAhead($0) ? Files.size(of: files[$0]) : 0
    } make: { index in
      (index, isAhead(index) ? work(files[index]) : nil)
    } use: { index, made throws(Failure) in
      let file = files[index]
      let large = file != "-" && Files.size(of: file) > Self.large
      messages.progress("正在处理 \(index + 1)/\(files.count)：\(shown(file))", large: large)
      do throws(Failure) {
        let input = try (made ?? work(file)).get()
        let outlined = count(input.outlined)
        for notice in outlined.notices { messages.report(notice, source: outlined.source) }
        try body(outlined, input.prepared, &messages)
      } catch .input(let path, let problem) where !problem.isOfArchive {
        refuse(.input(path: path, problem), messages: &messages)
      }
    }
    messages.finishProgress()
    guard sources > 0 else { throw .nothingReadable }
  }

  /// 0 if all went well, 1 if something is missing.
  var exitStatus: Int32 {
    refusals > 0 || articles == 0 ? ExitStatus.incomplete : ExitStatus.done
  }

  private mutating func count(_ outlined: OutlinedSource) -> OutlinedSource {
    var outlined = outlined
    numbering.number(&outlined)
    sources += 1
    articles += outlined.articles.count
    return outlined
  }

  private mutating func refuse(_ failure: Failure, messages: inout Messages) {
    refusals += 1
    messages.report(failure)
  }

  // MARK: Folders

  private mutating func files(of paths: [String], messages: inout Messages) -> [String] {
    var files: [String] = []
    for path in paths {
      guard path != "-", Files.kind(of: path) == .directory else {
        files.append(path)
        continue
      }
      let before = files.count
      let refusalsBefore = refusals
      walk(path, into: &files, messages: &messages)
      if files.count == before, refusals == refusalsBefore {
        refuse(.input(path: path, .emptyFolder), messages: &messages)
      }
    }
    return files
  }

  /// Takes the readable files below a folder, in name order. Linked folders are left out (they may lead back up).
  private mutating func walk(_ folder: String, into files: inout [String], messages: inout Messages) {
    let names: [String]
    do throws(SystemError) {
      names = try Files.names(in: folder)
    } catch {
      return refuse(.input(path: folder, .unreadable(error)), messages: &messages)
    }
    for name in names where !name.hasPrefix(".") && name != Settings.fileName {
      // The archive and its log stand where the settings are.
      if name.hasPrefix(ArchiveArguments.fileName) { continue }
      let path = Path.join(folder, name)
      switch (Files.kind(of: path), Files.kind(of: path, followingLinks: false)) {
      case (.directory, .directory): walk(path, into: &files, messages: &messages)
      // A link that leads nowhere is an input that is missing, not one to pass over.
      case (nil, .link) where ReadFormat(fileName: name) != nil: files.append(path)
      case (.file, _) where ReadFormat(fileName: name) != nil: files.append(path)
      case (nil, nil): refuse(.input(path: path, .unreadableName), messages: &messages)
      default: messages.remark("\(shown(path))：跳过，不是能读的文件类型。")
      }
    }
  }
}

/// One input with what a command made of it.
private struct Input<Prepared: Sendable>: Sendable {
  var outlined: OutlinedSource
  var prepared: Prepared
}

/// An input read and outlined: the file's bytes, and the text that its origins point into.
struct ReadInput: Sendable {
  var outlined: OutlinedSource
  var file: [UInt8]
  var text: [UInt8]

  init(_ path: String, outliner: Outliner, options: ReadOptions) throws(Failure) {
    do throws(SystemError) {
      file = try Files.read(path, limit: options.limits.bytes)
    } catch {
      throw .input(path: path, .unreadable(error))
    }
    let transcript: Transcript
    do throws(ReadError) {
      transcript = try read(file, source: path, options: options)
    } catch {
      throw .input(path: path, .refused(error))
    }
    text = transcript.bytes
    outlined = outliner.outline(transcript)
  }
}
