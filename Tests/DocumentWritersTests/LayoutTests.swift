import BriefingModel
import Foundation
import Packaging
import TestSupport
import Testing

@testable import DocumentWriters

@Suite struct LayoutTests {
  private static let formats: [WriteFormat] = [.odt, .docx]

  private static var office: LayoutProfile {
    var layout = LayoutProfile.gbt9704
    layout.name = "office"
    layout.standard = "甲--乙"
    layout.lines = 20
    layout.linePitch = layout.fittedPitch
    layout.types.body = LayoutProfile.TypeStyle("A & \"B\" <C>", 15)
    layout.types.title = LayoutProfile.TypeStyle("黑体", 18)
    layout.pageNumber = .init(before: "<", after: "&页", odd: .centre, even: .left, distance: 7, inset: 2)
    layout.rules.colour = "00FF00"
    return layout
  }

  @Test func valuesFollowFromEachOther() {
    #expect(LayoutProfile.gbt9704.fittedPitch == 28.95)
    #expect(LayoutProfile.gbt9704.fittedSpacing == -0.25)
    #expect(LayoutProfile.gbt9704.landscapeLines == 15)
    #expect(LayoutProfile.builtIn.allSatisfy { $0.contradiction == nil })
    #expect(
      [spelled(21), spelled(28.95), spelled(-0.25), spelled(14.475), spelled(1.0215, 4), spelled(-0.0001)]
        == ["21", "28.95", "-0.25", "14.475", "1.0215", "0"])
  }

  @Test(arguments: formats)
  func anOwnProfileGivesAValidDocument(_ format: WriteFormat) throws {
    for orientation in Briefing.Orientation.allCases {
      var briefing = SampleBriefing.twoCounties
      briefing.orientation = orientation
      let bytes = try write(briefing, as: format, layout: Self.office).bytes
      #expect(try Tool.validate(bytes, extension: format.rawValue) == "")
    }
  }

  @Test(arguments: formats)
  func theProfilesValuesStandInTheStyles(_ format: WriteFormat) throws {
    let reader = try ZIPReader(try write(SampleBriefing.twoCounties, as: format, layout: Self.office).bytes)
    let styles = String(
      decoding: try reader.bytes(of: format == .odt ? "styles.xml" : "word/styles.xml"), as: UTF8.self)
    #expect(styles.contains(format == .odt ? "fo:line-height=\"31.85pt\"" : "w:line=\"637\""))
    #expect(styles.contains("A &amp; &quot;B&quot; &lt;C"))
    #expect(styles.contains(format == .odt ? "#00ff00" : "00FF00"))
    #expect(styles.contains("居中页码"))
    #expect(!styles.contains("{{") && !styles.contains("甲--乙"))
  }

  @Test func printedWebPagesTakePaperAndPitch() throws {
    var layout = Self.office
    layout.paper = .init(width: 184, height: 260)
    let page = String(
      decoding: try write(SampleBriefing.twoCounties, as: .html, layout: layout).bytes, as: UTF8.self)
    #expect(page.contains("@page { size: 184mm 260mm portrait; margin: 37mm 26mm 35mm 28mm;"))
    #expect(page.contains("font-size: 15pt; line-height: 31.85pt;"))
  }

  @Test func aTemplateWithAnUnknownNameIsDamaged() throws {
    for text in ["a{{b}}", "a{{b", "{{"] {
      #expect(throws: WriteError.templateDamaged("x")) { try filled(Array(text.utf8), ["c": "d"], name: "x") }
    }
    #expect(
      try filled(Array("a {{b}} }} {".utf8), ["b": "<&\""], name: "x") == Array("a &lt;&amp;&quot; }} {".utf8)
    )
  }
}
