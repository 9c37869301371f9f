import ArgumentParser
import Foundation

/// Turns annotated drafts into fixture folders.
///
///     jianbao-eval gold drafts/a/four-chains.txt -o Fixtures/articles
struct GoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gold", abstract: "Turns annotated drafts into source.txt and outline.json.")

  @Argument(help: "Annotated drafts.", completion: .file(extensions: ["txt"]))
  var inputs: [String]

  @Option(name: .shortAndLong, help: "Folder that gets a folder for each draft.")
  var output = "Fixtures/articles"

  @Option(help: "Drafts in a folder of this name are held out: their slugs get the prefix heldout-.")
  var heldOut = "e"

  func run() throws {
    var refused = 0
    for input in inputs {
      let url = URL(fileURLWithPath: input)
      let text = try String(contentsOf: url, encoding: .utf8)
      var parser = DraftParser()
      let draft = parser.parse(text)
      for problem in parser.problems { complain("\(input): \(problem)") }
      guard parser.problems.isEmpty else {
        refused += 1
        continue
      }
      try write(draft, annotated: text, slug: slug(url))
    }
    try folderNote.write(
      to: URL(fileURLWithPath: output).appending(path: "README.md"), atomically: true, encoding: .utf8)
    print("\(inputs.count - refused) drafts written, \(refused) refused")
    if refused > 0 { throw ExitCode(1) }
  }

  private func slug(_ url: URL) -> String {
    let name = url.deletingPathExtension().lastPathComponent
    return url.deletingLastPathComponent().lastPathComponent == heldOut ? "heldout-\(name)" : name
  }

  private func write(_ draft: Draft, annotated: String, slug: String) throws {
    let folder = URL(fileURLWithPath: output).appending(path: slug)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let fixture = GoldMaker(draft: draft, slug: slug).fixture
    for (name, text) in [
      ("annotated.txt", annotated), ("source.txt", fixture.source), ("outline.json", fixture.outline.json),
    ] {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }
}

/// Says something on standard error.
func complain(_ message: String) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}

private let folderNote = """
  # Articles and pages with their true outlines

  Each folder holds one article or one page (slugs that begin with `page-` or `heldout-page-`); the slug says what
  is hard about it.

  - `annotated.txt`: the draft, with `⟦tag|text⟧` around what is to be found.
  - `source.txt`: what is printed: tags taken out, paragraphs wrapped as the draft's `# wrap:` says, with column
    breaks (blank lines) at places drawn from a generator seeded with the slug.
  - `outline.json`: the truth, in the form of `Fixtures/gold/outline.json`; each entry also has a `role` (measure,
    requirement, section), each article its `prefecture`. Offsets are Unicode scalars, `end` exclusive; lines are 1-based.

  `source.txt` and `outline.json` are made, never edited: change the draft and run `jianbao-eval gold`.

  Folders whose name begins with `heldout-` are **held out**. They are scored (`jianbao-eval outline --set heldout`)
  but never read, and no rule or weight of the Outliner is tuned on them.

  All texts are our own, written for this project. County names are real, so that counties can be recognised.

  """
