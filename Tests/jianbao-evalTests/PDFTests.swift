import BriefingModel
import Foundation
import Outliner
import SourceReaders
import Testing

@testable import jianbao_eval

/// Programs that these tests need; where one is missing, they are skipped (and say so).
enum Programs {
  static let poppler = has("pdftotext")
  static let office = has("soffice")

  private static func has(_ name: String) -> Bool {
    ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Suite(.enabled(if: Programs.poppler, "pdftotext is not installed")) struct NewspaperPageTests {
  @Test func readsEveryArticleWholeAndUnderItsHeadline() throws {
    var score = ReadingScore()
    let folders = try PageFolder.all(below: root)
    #expect(folders.count >= 6)
    for folder in folders { try score.add(folder) }
    #expect(score.whole == score.articles, "\(score.faults)")
    #expect(score.headlines == score.articles, "\(score.faults)")
    #expect(score.inOrder == score.paragraphs)
    // A heading that begins a printed line by chance is still taken for more than it is.
    #expect(score.outlines >= score.articles - 1, "\(score.faults)")
  }

  @Test func keepsCaptionsAndFurnitureOutOfTheText() throws {
    let file = root.appending(path: "Fixtures/pages/five-columns-caption/page.pdf")
    let transcript = try read([UInt8](Data(contentsOf: file)), source: "page.pdf")
    let captions = Outliner().outline(transcript).articles.filter { $0.kind == .photoCaption }
    #expect(captions.count == 1)
    let lines = transcript.lines.map { transcript.text(of: $0) }
    #expect(lines.first == "04　县域·综合　　2023年10月17日　星期二")
    #expect(lines.last == "责任编辑：刘斌　美术编辑：曾艳")
  }

  @Test func tracesEachLineToItsBytes() throws {
    let file = root.appending(path: "Fixtures/pages/three-columns/page.pdf")
    let transcript = try read([UInt8](Data(contentsOf: file)), source: "page.pdf")
    #expect(transcript.lines.map(\.number) == Array(1...transcript.lines.count))
    let printed = transcript.lines.map { transcript.text(of: $0) }.joined(separator: "\n") + "\n"
    #expect(printed == String(decoding: transcript.bytes, as: UTF8.self))
  }
}

/// Articles set by LibreOffice on small pages in one to three columns, with page breaks within paragraphs.
@Suite(.enabled(if: Programs.poppler && Programs.office, "pdftotext or soffice is not installed"))
struct ComposedArticleTests {
  static let slugs = [
    "keywords-discipline", "yishi-across-paragraphs-flood", "lead-single-clause-seed-maize",
    "quoted-series-four-gates-three-levels", "brief-persimmon-festival", "bulletin-three-parts-numbered",
    "comma-pair-leads-instruments", "four-char-xinfang-baoqing", "feature-punchy-sentences-doctor",
    "lede-preview-forestry", "official-three-level-with-plain-part", "runin-only-jobs-shuyang",
    "three-level-water-supply", "inspection-flood-anhua",
  ]

  @Test func outlinesOfPDFAreThoseOfTheText() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jianbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var texts: [String: ArticleText] = [:]
    for (index, slug) in Self.slugs.enumerated() {
      let draft = root.appending(path: "Fixtures/articles/\(slug)/annotated.txt")
      let text = ArticleText(draft: try String(contentsOf: draft, encoding: .utf8))
      texts[slug] = text
      let document = ArticleComposer(text: text, columns: index % 3 + 1).compose()
      try Data(document.utf8).write(to: folder.appending(path: "\(slug).fodt"))
    }
    try convert(in: folder)
    var score = ReadingScore()
    for slug in Self.slugs {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(slug).pdf")))
      let transcript = try read(bytes, source: "\(slug).pdf")
      let text = try #require(texts[slug])
      score.add(slug, text, in: transcript, outlined: Outliner().outline(transcript).articles)
    }
    #expect(score.whole == score.articles, "\(score.faults)")
    #expect(score.outlines >= 12, "\(score.faults)")
  }

  private func convert(in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf",
        "--outdir", folder.path,
      ] + Self.slugs.map { folder.appending(path: "\($0).fodt").path }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
