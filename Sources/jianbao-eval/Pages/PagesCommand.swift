import ArgumentParser
import Foundation
import Outliner
import SourceReaders

/// Composes the newspaper pages of `Fixtures/pages` as flat OpenDocument text, or reads their PDFs and scores
/// what comes out against the texts they were made from.
///
///     jianbao-eval pages --verbose
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Composes newspaper pages and scores how they are read.")

  @Flag(help: "Write page.fodt for each page draft, and SLUG.fodt for each article of Fixtures/formats.")
  var compose = false
  @Option(help: "The repository's root.") var root = "."
  @Option(help: "Print the lines read from this PDF, and their sizes.") var lines: String?

  @Flag(help: "Print what went wrong.") var verbose = false

  func run() throws {
    let root = URL(filePath: root)
    if let lines { return try show(lines) }
    let folders = try PageFolder.all(below: root)
    if compose {
      try folders.forEach(write)
      for article in try FormatArticle.all(below: root) { try article.write() }
      return
    }
    var total = ReadingScore()
    for folder in folders { try total.add(folder) }
    if verbose { for fault in total.faults { print(fault) } }
    print(
      """
      pages \(folders.count), articles whole \(total.whole)/\(total.articles), \
      under their headline \(total.headlines)/\(total.articles), \
      paragraphs in order \(total.inOrder)/\(total.paragraphs), \
      outlines as from text \(total.outlines)/\(total.articles)
      """)
  }

  private func show(_ file: String) throws {
    let transcript = try read([UInt8](Data(contentsOf: URL(filePath: file))), source: file)
    for line in transcript.lines {
      let style = line.style.map { "\($0.startsParagraph ? "¶" : " ") \($0.size ?? 0)" } ?? ""
      print("\(line.number)\t\(style)\t\(transcript.text(of: line))")
    }
  }

  private func write(_ folder: PageFolder) throws {
    let (document, bottoms) = PageComposer(folder.draft, texts: folder.texts).compose()
    try Data(document.utf8).write(to: folder.url.appending(path: "page.fodt"))
    let ends = bottoms.sorted { $0.value < $1.value }.map { "\($0.key) \(Int($0.value))" }
    print("\(folder.url.lastPathComponent): \(ends.joined(separator: ", "))")
  }
}

extension ReadingScore {
  mutating func add(_ folder: PageFolder) throws {
    let file = folder.url.appending(path: "page.pdf")
    let transcript = try read([UInt8](Data(contentsOf: file)), source: file.lastPathComponent)
    let outlined = Outliner().outline(transcript).articles
    for article in folder.draft.articles {
      guard let text = folder.texts[article.slug] else { continue }
      add(article.slug, text, in: transcript, outlined: outlined)
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

/// An article of `Fixtures/formats/articles.txt`.
struct FormatArticle {
  var slug: String
  var columns: Int
  private var root: URL

  static func all(below root: URL) throws -> [FormatArticle] {
    let list = root.appending(path: "Fixtures/formats/articles.txt")
    return try String(contentsOf: list, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { line in
        let words = line.split(separator: " ")
        guard words.count == 2, let columns = Int(words[1]) else { return nil }
        return FormatArticle(slug: String(words[0]), columns: columns, root: root)
      }
  }

  func write() throws {
    let draft = root.appending(path: "Fixtures/articles/\(slug)/annotated.txt")
    let text = ArticleText(draft: try String(contentsOf: draft, encoding: .utf8))
    let document = ArticleComposer(text: text, columns: columns).compose()
    try Data(document.utf8).write(to: root.appending(path: "Fixtures/formats/\(slug).fodt"))
  }
}
