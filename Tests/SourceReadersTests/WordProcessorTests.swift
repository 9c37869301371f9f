import Foundation
import Outliner
import SourceReaders
import TestSupport
import Testing

/// Documents that LibreOffice wrote, where it is installed.
@Suite struct WordProcessorTests {
  static let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: office != nil, "LibreOffice is not installed"), arguments: ["docx", "odt", "html"])
  func readsWhatLibreOfficeWrites(_ format: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jianbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The page is written from a document with numbered headings, so that numbering comes from LibreOffice too.
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>\
      <w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    let heading = { (text: String) in
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let plain = { (text: String) in "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
    let sentence = "全县建成高标准农田12万亩，粮食产量连续五年稳定增长，群众收入不断提高，干部作风明显好转。"
    let body = heading("强化组织领导") + plain(sentence) + heading("健全工作机制") + plain(sentence)
    let source = folder.appending(path: "in.docx")
    try Data(MadeDocument.docx(body, numbering: numbering)).write(to: source)
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.office))
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", format, "--outdir",
      folder.appending(path: "out").path, source.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let made = [UInt8](try Data(contentsOf: folder.appending(path: "out/in.\(format)")))
    let transcript = try read(made, source: "in.\(format)")
    let lines = transcript.lines.map { transcript.text(of: $0) }.filter { !$0.isEmpty }
    // In a web page LibreOffice makes the numbers a list of the browser's.
    let first = format == "html" ? "1.强化组织领导" : "一、强化组织领导"
    let second = format == "html" ? "2.健全工作机制" : "二、健全工作机制"
    #expect(lines == [first, sentence, second, sentence])
  }
}
