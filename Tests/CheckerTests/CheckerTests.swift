import BriefingModel
import Checker
import Composer
import DocumentWriters
import Foundation
import Outliner
import Packaging
import SourceReaders
import TestSupport
import Testing

/// One fault put into a clean document, and the clause that must be the only one reported.
struct Fault: CustomTestStringConvertible, Sendable {
  var format: WriteFormat
  var part: String
  var old: String
  var new: String
  var clause: String
  var orientation = Briefing.Orientation.portrait

  var testDescription: String { "\(format.rawValue) \(clause) \(old) → \(new)" }
}

@Suite struct CheckerTests {
  private static let formats: [WriteFormat] = [.odt, .docx]

  private static func bytes(_ briefing: Briefing, _ format: WriteFormat) throws -> [UInt8] {
    try write(briefing, as: format).bytes
  }

  private static var seed: Briefing {
    get throws {
      let file = Repository.root.appendingPathComponent("seeds/000_49caeeadb3abf2b5.txt")
      let transcript = try read([UInt8](Data(contentsOf: file)), source: "page.txt")
      return Composer(options: .init(date: CalendarDate(year: 2020, month: 9, day: 3))).compose([
        Outliner().outline(transcript)
      ])
    }
  }

  /// The document with every occurrence of some words in one part replaced.
  private static func damaged(_ bytes: [UInt8], _ part: String, _ old: String, _ new: String) throws
    -> [UInt8]
  {
    let reader = try ZIPReader(bytes)
    var parts: [(String, [UInt8])] = []
    for entry in try reader.entries() {
      var content = try reader.bytes(of: entry.name)
      if entry.name == part {
        let text = String(decoding: content, as: UTF8.self)
        try #require(text.contains(old), "\(old) is not in \(part)")
        content = Array(text.replacingOccurrences(of: old, with: new).utf8)
      }
      parts.append((entry.name, content))
    }
    return try zipped(parts)
  }

  @Test(arguments: formats)
  func ourOwnBriefingsAreClean(_ format: WriteFormat) throws {
    #expect(try check(try Self.bytes(try Self.seed, format)) == [])
    #expect(try check(try Self.bytes(SampleBriefing.twoCounties, format)) == [])
  }

  @Test(arguments: formats)
  func aSheetOnItsSideIsClean(_ format: WriteFormat) throws {
    var briefing = SampleBriefing.twoCounties
    briefing.orientation = .landscape
    #expect(try check(try Self.bytes(briefing, format)) == [])
  }

  @Test(arguments: Fault.all)
  func reportsExactlyTheClauseThatIsBroken(_ fault: Fault) throws {
    var briefing = SampleBriefing.twoCounties
    briefing.orientation = fault.orientation
    let clean = try Self.bytes(briefing, fault.format)
    let departures = try check(try Self.damaged(clean, fault.part, fault.old, fault.new))
    #expect(Set(departures.map(\.clause)) == [fault.clause], "\(departures)")
  }

  @Test(arguments: formats)
  func documentsUnderAProfileAreCleanUnderIt(_ format: WriteFormat) throws {
    var layout = LayoutProfile.software
    layout.name = "office"
    layout.types.body = LayoutProfile.TypeStyle("宋体", 15)
    layout.types.heading1 = LayoutProfile.TypeStyle("华文行楷", 18)
    layout.types.colophon.size = 12
    layout.pageNumber = .init(before: "第", after: "页", odd: .centre, even: .centre, distance: 9, inset: 0)
    layout.rules.thick = 0.5
    layout.characters = 29
    layout.letterSpacing = layout.fittedSpacing
    for orientation in Briefing.Orientation.allCases {
      var briefing = SampleBriefing.twoCounties
      briefing.orientation = orientation
      let bytes = try write(briefing, as: format, layout: layout).bytes
      #expect(try check(bytes, against: layout) == [])
      let clauses = Set(try check(bytes).map(\.clause))
      #expect(
        clauses.isSuperset(of: ["5.2.2", "7.3.3", "7.4", "7.4.1", "7.5"].map { "GB/T 9704-2012 \($0)" }),
        "\(clauses)")
      let own = try check(try Self.bytes(briefing, format), against: layout)
      #expect(own.allSatisfy { $0.clause.hasPrefix("版式 office（对应 GB/T 9704-2012 ") }, "\(own)")
    }
  }

  @Test(arguments: formats)
  func theSecondRecipeIsCleanUnderBoth(_ format: WriteFormat) throws {
    let bytes = try write(SampleBriefing.twoCounties, as: format, layout: .software).bytes
    #expect(try check(bytes, against: .software) == [])
    #expect(try check(bytes) == [])
  }

  @Test func gathersWhatIsTheSameEverywhere() throws {
    let clean = try Self.bytes(try Self.seed, .odt)
    let style =
      "fo:text-indent=\"32pt\" style:auto-text-indent=\"false\"/>\n    </style:style>\n    <!-- 7.3.1"
    let departures = try check(
      try Self.damaged(clean, "styles.xml", style, style.replacingOccurrences(of: "32pt", with: "0pt")))
    #expect(departures.count == 1)
    #expect(departures.first?.place.contains("处") == true, "\(departures)")
  }

  @Test func refusesWhatItCannotRead() throws {
    let clean = try Self.bytes(SampleBriefing.twoCounties, .docx)
    #expect(throws: CheckError.unknownFormat) { try check([]) }
    #expect(throws: CheckError.unknownFormat) { try check(Array("%PDF-1.7".utf8)) }
    #expect(throws: CheckError.unknownFormat) { try check(try zipped([("a.txt", [65])])) }
    #expect(throws: CheckError.damaged) { try check(Array(clean.prefix(clean.count / 2))) }
    #expect(throws: CheckError.missingPart("styles.xml")) {
      let body = "<a xmlns:office='o'><office:body><office:text/></office:body></a>"
      return try check(try zipped([("content.xml", Array(body.utf8))]))
    }
    for text in ["<a>", "", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"] {
      #expect(throws: CheckError.unreadablePart("content.xml")) {
        try check(try zipped([("content.xml", Array(text.utf8))]))
      }
    }
  }
}

/// An archive of these parts.
private func zipped(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
  var zip = ZIPWriter()
  for (name, bytes) in parts { try zip.add(name, bytes) }
  return try zip.finish()
}

extension Fault {
  private static func gbt(_ number: String) -> String { "GB/T 9704-2012 \(number)" }

  static let all = odt + docx + turned

  private static let turned = [
    ("styles.xml", "style:writing-mode=\"tb-rl\"", "style:writing-mode=\"lr-tb\"", gbt("8")),
    ("styles.xml", "svg:x=\"2.483cm\"", "svg:x=\"0.5cm\"", gbt("7.5")),
    ("styles.xml", "fo:margin-top=\"2.7cm\"", "fo:margin-top=\"2.4cm\"", gbt("5.2.1")),
    ("word/footer2.xml", "w:val=\"tbRl\"", "w:val=\"lrTb\"", gbt("8")),
    ("word/footer1.xml", "w:tblpX=\"1407\"", "w:tblpX=\"400\"", gbt("7.5")),
    ("word/document.xml", "w:right=\"2098\"", "w:right=\"1800\"", gbt("5.2.1")),
  ].map { part, old, new, clause in
    Fault(
      format: part.hasPrefix("word/") ? .docx : .odt, part: part, old: old, new: new, clause: clause,
      orientation: .landscape)
  }

  private static func odt(_ old: String, _ new: String, _ clause: String) -> Fault {
    Fault(format: .odt, part: "styles.xml", old: old, new: new, clause: clause)
  }

  private static func docx(_ part: String, _ old: String, _ new: String, _ clause: String) -> Fault {
    Fault(format: .docx, part: "word/\(part).xml", old: old, new: new, clause: clause)
  }

  private static let odt = [
    odt(
      "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\"",
      "fo:page-width=\"21.6cm\" fo:page-height=\"29.7cm\"", gbt("5.1")),
    odt("fo:margin-top=\"3.7cm\"", "fo:margin-top=\"2.5cm\"", gbt("5.2.1")),
    odt("style:layout-grid-lines=\"22\"", "style:layout-grid-lines=\"30\"", gbt("5.2.3")),
    odt(
      "fo:letter-spacing=\"-0.25pt\" style:font-name-asian=\"FangSong\" style:font-size-asian=\"16pt\"",
      "style:font-name-asian=\"FangSong\" style:font-size-asian=\"15pt\"", gbt("5.2.2")),
    odt(
      "<style:paragraph-properties fo:text-indent=\"32pt\" style:auto-text-indent=\"false\"/>",
      "<style:paragraph-properties/>", gbt("7.3.3")),
    odt(
      "style:font-name-asian=\"HeiTi\" style:font-size-asian=\"16pt\"",
      "style:font-name-asian=\"SongTi\" style:font-size-asian=\"16pt\"", gbt("7.3.3")),
    odt(
      "style:font-name-asian=\"XiaoBiaoSong\" style:font-size-asian=\"22pt\"",
      "style:font-name-asian=\"XiaoBiaoSong\" style:font-size-asian=\"18pt\"", gbt("7.3.1")),
    odt("fo:text-align=\"end\" fo:margin-right", "fo:text-align=\"center\" fo:margin-right", gbt("7.5")),
    Fault(format: .odt, part: "content.xml", old: "（一）坚持", new: "1.坚持", clause: gbt("7.3.3")),
    odt("fo:letter-spacing=\"-0.25pt\"", "fo:letter-spacing=\"0pt\"", gbt("5.2.3")),
    odt("fo:letter-spacing=\"-0.25pt\"", "fo:letter-spacing=\"2pt\"", gbt("5.2.3")),
    odt(
      "style:font-name=\"SongTi\" fo:font-size=\"14pt\"", "style:font-name=\"HeiTi\" fo:font-size=\"14pt\"",
      gbt("7.5")),
    odt(
      "style:font-name=\"SongTi\" fo:font-size=\"14pt\"", "style:font-name=\"SongTi\" fo:font-size=\"12pt\"",
      gbt("7.5")),
    odt("\">— <text:page-number", "\">第<text:page-number", gbt("7.5")),
    odt("fo:margin-right=\"14pt\"/>", "fo:margin-right=\"0pt\"/>", gbt("7.5")),
    odt(
      "fo:line-height=\"18pt\" fo:margin-top=\"0.383cm\"", "fo:line-height=\"18pt\" fo:margin-top=\"0cm\"",
      gbt("7.5")),
    odt("fo:border-bottom=\"1pt solid", "fo:border-bottom=\"3pt solid", gbt("7.4.1")),
    odt("fo:border-bottom=\"0.7pt solid", "fo:border-bottom=\"1.5pt solid", gbt("7.4.1")),
    odt(
      "style:font-name=\"FangSong\" fo:font-size=\"14pt\" fo:letter-spacing=\"normal\" style:font-name-asian=\"FangSong\" style:font-size-asian=\"14pt\"/>\n    </style:style>\n    <style:style style:name=\"Colophon_20_Staff\"",
      "style:font-name-asian=\"KaiTi\" style:font-size-asian=\"14pt\"/>\n    </style:style>\n    <style:style style:name=\"Colophon_20_Staff\"",
      gbt("7.4")),
    Fault(
      format: .odt, part: "content.xml", old: "svg:width=\"15.6cm\"", new: "svg:width=\"12cm\"",
      clause: gbt("7.4.1")),
    odt(
      "<style:paragraph-properties fo:text-align=\"start\" fo:margin-top=\"0.2cm\"",
      "<style:paragraph-properties fo:text-align=\"start\" fo:margin-left=\"2cm\" fo:margin-top=\"0.2cm\"",
      gbt("7.2.7")),
    odt("2.5pt solid #e60012", "2.5pt solid #000000", "简报惯例（参照 GB/T 9704-2012 7.2.7）"),
    Fault(format: .odt, part: "content.xml", old: "2026年11月23日", new: "2026年01月23日", clause: gbt("7.3.5")),
    Fault(format: .odt, part: "content.xml", old: "2026年11月23日", new: "二〇二六年十一月二十三日", clause: gbt("7.3.5")),
  ]

  private static let docx = [
    docx("document", "w:w=\"11906\"", "w:w=\"12240\"", gbt("5.1")),
    docx("document", "w:left=\"1588\"", "w:left=\"1800\"", gbt("5.2.1")),
    docx("document", "w:linePitch=\"579\"", "w:linePitch=\"312\"", gbt("5.2.3")),
    docx(
      "styles", "<w:style w:type=\"paragraph\" w:styleId=\"BodyText\">",
      "<w:style w:type=\"paragraph\" w:styleId=\"BodyText\"><w:rPr><w:rFonts w:eastAsia=\"宋体\"/></w:rPr>",
      gbt("5.2.2")),
    docx(
      "styles", "<w:pPr><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/></w:pPr>", "<w:pPr/>",
      gbt("7.3.3")),
    docx("styles", "w:eastAsia=\"黑体\"", "w:eastAsia=\"宋体\"", gbt("7.3.3")),
    docx("styles", "<w:sz w:val=\"44\"/>", "<w:sz w:val=\"36\"/>", gbt("7.3.1")),
    docx("settings", "<w:evenAndOddHeaders/>", "", gbt("7.5")),
    docx("document", "（一）", "1.", gbt("7.3.3")),
    docx("styles", "<w:spacing w:val=\"-5\"/>", "<w:spacing w:val=\"0\"/>", gbt("5.2.3")),
    docx(
      "document", "w:type=\"lines\" w:linePitch=\"579\"",
      "w:type=\"linesAndChars\" w:linePitch=\"579\" w:charSpace=\"4096\"", gbt("5.2.3")),
    docx("styles", "w:ascii=\"宋体\" w:hAnsi=\"宋体\"", "w:ascii=\"Arial\" w:hAnsi=\"宋体\"", gbt("7.5")),
    docx("footer1", "— ", "", gbt("7.5")),
    docx("styles", "w:rightChars=\"100\" w:right=\"280\"", "w:right=\"0\"", gbt("7.5")),
    docx("document", "w:footer=\"1417\"", "w:footer=\"800\"", gbt("7.5")),
    docx("styles", "<w:top w:val=\"single\" w:sz=\"8\"", "<w:top w:val=\"single\" w:sz=\"24\"", gbt("7.4.1")),
    docx(
      "styles", "<w:insideH w:val=\"single\" w:sz=\"6\"", "<w:insideH w:val=\"none\" w:sz=\"0\"", gbt("7.4.1")
    ),
    docx(
      "document", "w:tblpYSpec=\"bottom\"/><w:tblW w:w=\"8844\"",
      "w:tblpYSpec=\"bottom\"/><w:tblW w:w=\"5000\"", gbt("7.4.1")),
    docx(
      "styles", "</w:tabs><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"113\"",
      "</w:tabs><w:snapToGrid w:val=\"0\"/><w:ind w:left=\"1000\"/><w:spacing w:before=\"113\"", gbt("7.2.7")),
    docx("document", "2026年11月23日", "2026年11月03日", gbt("7.3.5")),
    docx(
      "document", "<w:rFonts w:hint=\"eastAsia\"/>", "<w:rFonts w:hAnsi=\"Times New Roman\"/>", "排印惯例（国标无此条）"),
  ]
}
