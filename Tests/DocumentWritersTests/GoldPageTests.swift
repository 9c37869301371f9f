import BriefingModel
import Composer
import DocumentWriters
import Foundation
import TestSupport
import Testing

/// From the gold outline of the seed page to documents, without the Outliner.
@Suite struct GoldPageTests {
  private func briefing() throws -> Briefing {
    var options = Composer.Options(name: "工作简报", date: CalendarDate(year: 2026, month: 11, day: 23))
    options.classification = "内部资料　注意保存"
    options.issue = 12
    options.total = 108
    options.office = "中共济宁市委组织部"
    options.colophon = Colophon(
      report: ["市委常委", "市政府副市长"], send: ["市直各部门"], distribute: ["各县（市、区）党委组织部"],
      copies: 100, editor: "张三", reviewer: "李四", signer: "王五")
    return Composer(options: options).compose([try GoldPage.source()])
  }

  @Test(.enabled(if: Repository.canValidate, "../shared/tools/validate.sh or xmllint is not there"))
  func isValidOpenDocument() throws {
    let document = try write(try briefing(), as: .odt)
    try keep(document, "seed.odt")
    #expect(document.droppedCharacters == 0)
    #expect(try Tool.validate(document.bytes, extension: "odt") == "")
  }

  @Test(.enabled(if: Repository.canValidate, "../shared/tools/validate.sh or xmllint is not there"))
  func isValidWordprocessingML() throws {
    let document = try write(try briefing(), as: .docx)
    try keep(document, "seed.docx")
    #expect(document.droppedCharacters == 0)
    #expect(try Tool.validate(document.bytes, extension: "docx") == "")
  }

  @Test(.enabled(if: Repository.canValidate, "../shared/tools/validate.sh or xmllint is not there"))
  func isAWellFormedPage() throws {
    let document = try write(try briefing(), as: .html)
    try keep(document, "seed.html")
    #expect(document.droppedCharacters == 0)
    #expect(try Tool.xmllint(document.bytes) == "")
    #expect(try Tool.xmllintHTML(document.bytes) == "")
  }

  @Test func hasThePlainTextTwinThatWasRecorded() throws {
    let document = try write(try briefing(), as: .txt)
    try keep(document, "seed.txt")
    try expectGolden(String(decoding: document.bytes, as: UTF8.self), "briefings/seed-page/briefing.txt")
  }
}
