import BriefingModel
import Foundation
import Packaging
import TestSupport
import Testing

@testable import DocumentWriters

/// An office's document made of our own: a masthead with a picture above the marker, a colophon below.
private enum Office {
  static let formats: [WriteFormat] = [.odt, .docx]
  static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]

  private static let above: [WriteFormat: String] = [
    .odt: """
    <text:p text:style-name="Issue"><draw:frame draw:style-name="Chart.Frame" draw:name="logo" \
    text:anchor-type="as-char" svg:width="2cm" svg:height="2cm" draw:z-index="0"><draw:image \
    xlink:href="Pictures/logo.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>\
    <text:p text:style-name="Masthead">机关内参</text:p>\
    <text:p text:style-name="Issue">第{<text:span>{期</text:span>号}}期<office:annotation><dc:creator>甲</dc:creator>\
    <dc:date>2020-01-01T00:00:00</dc:date><text:p>批注</text:p></office:annotation></text:p>
    """,
    .docx: """
    <w:p><w:pPr><w:pStyle w:val="Masthead"/></w:pPr><w:r><w:t>机关内参</w:t></w:r></w:p>\
    <w:p><w:pPr><w:pStyle w:val="Issue"/></w:pPr><w:r><w:t>第{</w:t></w:r><w:r><w:t>{期</w:t></w:r><w:r><w:t>号}}期</w:t></w:r>\
    <w:ins w:id="1" w:author="甲"><w:r><w:t>增</w:t></w:r></w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>
    """,
  ]

  static func paragraph(_ text: String, _ format: WriteFormat) -> String {
    format == .odt
      ? "<text:p text:style-name=\"Standard\">\(text)</text:p>" : "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  /// The document with its text replaced, and with other parts changed or added.
  static func document(
    _ format: WriteFormat, text: String? = nil, more: [String: [UInt8]] = [:],
    change: (String, String) -> String = { $1 }
  ) throws -> [UInt8] {
    let reader = try ZIPReader(try write(plain([]), as: format).bytes)
    var zip = format == .odt ? ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text") : ZIPWriter()
    for entry in try reader.entries() where entry.name != "mimetype" {
      var part = String(decoding: try reader.bytes(of: entry.name), as: UTF8.self)
      if entry.name == "content.xml" {
        part = replaced(part, from: "soft-page-breaks=\"false\">", to: "</office:text>", text ?? body(format))
      }
      if entry.name == "word/document.xml" {
        part = replaced(part, from: "<w:body>", to: "<w:sectPr>", text ?? body(format))
      }
      part = part.replacingOccurrences(
        of: "</manifest:manifest>",
        with:
          "<manifest:file-entry manifest:full-path=\"Pictures/logo.png\" manifest:media-type=\"image/png\"/></manifest:manifest>"
      )
      try zip.add(entry.name, Array(change(entry.name, part).utf8))
    }
    if format == .odt { try zip.add("Pictures/logo.png", picture) }
    for (name, bytes) in more { try zip.add(name, bytes) }
    return try zip.finish()
  }

  static func body(_ format: WriteFormat) -> String {
    (above[format] ?? "") + paragraph("{{正文}}", format) + paragraph("报：{{报}}　{{不明}}", format)
  }

  private static func replaced(_ text: String, from: String, to: String, _ middle: String) -> String {
    guard let start = text.range(of: from),
      let end = text.range(of: to, range: start.upperBound..<text.endIndex)
    else {
      return text
    }
    return text[..<start.upperBound] + middle + text[end.lowerBound...]
  }

  static func main(_ format: WriteFormat) -> String { format == .odt ? "content.xml" : "word/document.xml" }
  static func styles(_ format: WriteFormat) -> String { format == .odt ? "styles.xml" : "word/styles.xml" }
}

@Suite struct OfficeTemplateTests {
  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    String(decoding: try ZIPReader(bytes).bytes(of: name), as: UTF8.self)
  }

  @Test(arguments: Office.formats)
  func keepsMastheadColophonAndPicture(_ format: WriteFormat) throws {
    let template = try OfficeTemplate(try Office.document(format))
    for briefing in [SampleBriefing.twoCounties, SampleBriefing.underReview] {
      let written = try write(briefing, as: format, template: template).bytes
      #expect(try Tool.validate(written, extension: format.rawValue) == "")
      let tree = try XMLTree(try ZIPReader(written).bytes(of: Office.main(format)))
      let text = tree.descendants(format == .odt ? "office:text" : "w:body").map(\.text).joined()
      #expect(text.contains("机关内参"))
      #expect(!text.contains("正文}}") && !text.contains("工作简报"))
      #expect(text.contains("{{不明}}"))
      #expect(!text.contains("批注") && !text.contains("删"))
      let isNumbered = briefing.masthead.issue != nil
      #expect(text.contains(isNumbered ? "第12期" : "第　期"))
      #expect(text.contains(isNumbered ? "报：市委常委，市政府副市长" : "报：　"))
      if format == .odt { #expect(try ZIPReader(written).bytes(of: "Pictures/logo.png") == Office.picture) }
      let again = try write(briefing, as: format, template: template).bytes
      #expect(again == written)
    }
    let found = template.placeholders(for: SampleBriefing.underReview)
    #expect(found.unknown == ["不明"] && found.missing == ["期号", "报"])
  }

  @Test(arguments: Office.formats)
  func stylesOfTheSameNameKeepTheOfficesLookAndOthersAreAdded(_ format: WriteFormat) throws {
    let colour = format == .odt ? "#e60012" : "E60012"
    let own = format == .odt ? "style:name=\"Digest\"" : "<w:name w:val=\"导读\"/>"
    let bytes = try Office.document(format) { name, part in
      guard name == Office.styles(format) else { return part }
      let changed = part.replacingOccurrences(of: colour, with: format == .odt ? "#123456" : "123456")
      return format == .odt
        ? changed.replacingOccurrences(of: "style:name=\"Digest\"", with: "style:name=\"Other\"")
        : changed.replacingOccurrences(of: "\"导读\"", with: "\"别的\"").replacingOccurrences(
          of: "\"heading 2\"", with: "\"Heading 2\"")
    }
    #expect(!(try part(Office.styles(format), of: bytes)).contains(own))
    let template = try OfficeTemplate(bytes)
    let written = try write(SampleBriefing.twoCounties, as: format, template: template).bytes
    #expect(try Tool.validate(written, extension: format.rawValue) == "")
    let styles = try part(Office.styles(format), of: written)
    #expect(styles.contains(own) && styles.contains("123456") && !styles.contains(colour))
    #expect(styles.components(separatedBy: "eading 2\"").count == 2)
  }

  @Test(arguments: Office.formats)
  func aTurnedPageTakesWiderTables(_ format: WriteFormat) throws {
    let bytes = try Office.document(format) { name, part in
      part.replacingOccurrences(
        of: "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\"",
        with: "fo:page-width=\"29.7cm\" fo:page-height=\"21cm\""
      )
      .replacingOccurrences(of: "w:w=\"11906\" w:h=\"16838\"", with: "w:w=\"16838\" w:h=\"11906\"")
    }
    let written = try write(SampleBriefing.twoCounties, as: format, template: try OfficeTemplate(bytes)).bytes
    let content = try part(Office.main(format), of: written)
    #expect(content.contains(format == .odt ? "style:width=\"24.3cm\"" : "w:w=\"13776\""))
    #expect(try Tool.validate(written, extension: format.rawValue) == "")
  }

  @Test(arguments: Office.formats)
  func refusesWhatCannotServe(_ format: WriteFormat) throws {
    func refusal(_ bytes: [UInt8]) -> TemplateError? {
      do throws(TemplateError) { _ = try OfficeTemplate(bytes) } catch { return error }
      return nil
    }
    func document(_ text: String) throws -> [UInt8] { try Office.document(format, text: text) }
    let marker = Office.paragraph("{{正文}}", format)
    #expect(refusal(try document(marker)) == nil)
    #expect(refusal(try document(Office.paragraph("｛｛ 正文 ｝｝", format))) == nil)
    #expect(refusal(try document(Office.paragraph("正文", format))) == .noMarker)
    #expect(refusal(try document(marker + marker)) == .misplacedMarker)
    #expect(refusal(try document(Office.paragraph("正文：{{正文}}", format))) == .misplacedMarker)
    let section =
      format == .odt
      ? ("<text:section text:name=\"a\">", "</text:section>")
      : ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
    #expect(refusal(try document(section.0 + marker + section.1)) == .misplacedMarker)
    #expect(refusal([]) == .unknownFormat)
    #expect(refusal(Array("%PDF".utf8)) == .unknownFormat)
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) == .encrypted)
    let whole = try document(marker)
    #expect(refusal(Array(whole.prefix(whole.count / 2))) == .damaged)
    #expect(
      refusal(try Office.document(format) { $0 == Office.styles(format) ? "<a>" : $1 })
        == .unreadablePart(Office.styles(format)))
    let bomb = ["big.bin": [UInt8](repeating: 0, count: 33 << 20)]
    #expect(refusal(try Office.document(format, more: bomb)) == .tooLarge("big.bin"))
  }

  @Test func refusesADocumentWithAPassword() throws {
    let bytes = try Office.document(.odt) { name, part in
      name == "META-INF/manifest.xml"
        ? part.replacingOccurrences(
          of: "media-type=\"image/png\"/>",
          with: "media-type=\"image/png\"><manifest:encryption-data/></manifest:file-entry>")
        : part
    }
    #expect(throws: TemplateError.encrypted) { try OfficeTemplate(bytes) }
  }

  @Test func dropsMacrosAndWhatOnlyOneMakerUnderstands() throws {
    let bytes = try Office.document(
      .odt, more: ["Basic/Standard/Module1.xml": [65], "Thumbnails/thumbnail.png": [65]]
    ) { name, part in
      name == "content.xml"
        ? part.replacingOccurrences(
          of: "<text:p text:style-name=\"Masthead\">",
          with:
            "<text:p xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" loext:marker=\"1\" text:style-name=\"Masthead\">"
        )
        : part
    }
    let written = try write(SampleBriefing.twoCounties, as: .odt, template: try OfficeTemplate(bytes)).bytes
    #expect(try Tool.validate(written, extension: "odt") == "")
    let names = try ZIPReader(written).entries().map(\.name)
    #expect(!names.contains { $0.hasPrefix("Basic/") || $0.hasPrefix("Thumbnails/") })
    #expect(!(try part("content.xml", of: written)).contains("loext"))
  }
}
