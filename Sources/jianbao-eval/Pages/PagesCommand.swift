import ArgumentParser
import Foundation

/// Composes the newspaper pages of `Fixtures/pages` as flat OpenDocument text.
///
///     jianbao-eval pages --compose
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Composes newspaper pages and scores how they are read.")

  @Flag(help: "Write page.fodt for each page draft.") var compose = false
  @Option(help: "The repository's root.") var root = "."

  func run() throws {
    let root = URL(filePath: root)
    for folder in try PageFolder.all(below: root) where compose {
      let (document, bottoms) = PageComposer(folder.draft, texts: folder.texts).compose()
      try Data(document.utf8).write(to: folder.url.appending(path: "page.fodt"))
      let ends = bottoms.sorted { $0.value < $1.value }.map { "\($0.key) \(Int($0.value))" }
      print("\(folder.url.lastPathComponent): \(ends.joined(separator: ", "))")
    }
  }
}

/// A folder of `Fixtures/pages`: a draft and the texts it is made from.
struct PageFolder {
  var url: URL
  var draft: PageDraft
  var texts: [String: ArticleText] = [:]

  init(_ url: URL, root: URL) throws {
    self.url = url
    draft = try PageDraft(String(contentsOf: url.appending(path: "page.txt"), encoding: .utf8))
    for article in draft.articles {
      let file = root.appending(path: "Fixtures/articles/\(article.slug)/annotated.txt")
      texts[article.slug] = ArticleText(draft: try String(contentsOf: file, encoding: .utf8))
    }
  }

  static func all(below root: URL) throws -> [PageFolder] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Fixtures/pages"), includingPropertiesForKeys: nil
    ).filter { FileManager.default.fileExists(atPath: $0.appending(path: "page.txt").path) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }.map { try PageFolder($0, root: root) }
  }
}
