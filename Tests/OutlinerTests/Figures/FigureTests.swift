import BriefingModel
import Foundation
import SourceReaders
import TestSupport
import Testing

@testable import Outliner

@Suite struct FigureTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var input: String
    var expected: [String]
    var testDescription: String { input }
  }

  /// `Fixtures/figures/figures.cases`: input, a line “.”, expected lines, a blank line.
  static let cases: [Case] = {
    let file = Repository.fixtures.appendingPathComponent("figures/figures.cases")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return parse(text)
  }()

  private static func parse(_ text: String) -> [Case] {
    text.components(separatedBy: "\n\n").compactMap { block in
      let lines = block.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
      guard let dot = lines.firstIndex(of: "."), dot > 0 else { return nil }
      return Case(input: lines[..<dot].joined(), expected: Array(lines[(dot + 1)...]))
    }
  }

  @Test(arguments: cases)
  func readsWhatAnEditorReads(_ example: Case) {
    let scalars = [UInt32](of: example.input)
    let found = FigureRecognizer().quantities(in: example.input).map { quantity in
      let value = quantity.value.map(\.description) ?? "-"
      let number =
        quantity.from.map { "\($0)→\(value)" } ?? quantity.upper.map { "\(value)…\($0)" } ?? value
      return [
        scalars.string(quantity.range), number, quantity.unit?.name ?? "-", quantity.kind.rawValue,
        quantity.qualifier?.rawValue ?? "-", quantity.object(in: scalars) ?? "-",
      ].joined(separator: " | ")
    }
    #expect((found.isEmpty ? ["none"] : found) == example.expected)
  }

  @Test func hasCases() { #expect(Self.cases.count > 8) }

  @Test func readsNumbersWithoutUnitsWhenAsked() {
    let numbers = [
      "一千两百三十四万": "12340000", "五亿零六": "500000006", "5万4千6百": "54600", "4,565": "4565", "二十几万": "200000",
      "负四百零五亿零四百零四万": "-40504040000", "一七二零点一": "1720.1", "十五点七": "15.7", "3/5": "0.6",
    ]
    for (text, value) in numbers {
      let found = FigureRecognizer().quantities(in: text, bareNumbers: true)
      #expect(found.map { $0.value?.description } == [value], "\(text)")
    }
  }

  @Test func namesBecomeTerms() {
    let terms = FigureRecognizer().terms(in: "建立“1+4+N”机制，坚持三级联动，建好“红帆驿站”，印发《人才支持政策汇编》")
    #expect(terms == ["1+4+N", "三级联动", "红帆驿站", "《人才支持政策汇编》"])
  }

  @Test func speechIsNoName() {
    #expect(FigureRecognizer().terms(in: "“昨天夜里又浇了420方，封顶没问题。”他说").isEmpty)
    #expect(FigureRecognizer().quantities(in: "“昨天夜里又浇了420方，封顶没问题。”他说").count == 1)
  }

  @Test func usersAddUnitsAndNames() {
    let own = FigureRecognizer(vocabulary: .standard.adding(units: ["摞", "money 铢"], names: ["三个请"]))
    let found = own.quantities(in: "整理档案12摞，发放补贴80铢，做到三个请。")
    #expect(found.map(\.unit) == ["摞", "铢"])
    #expect(found.map(\.kind) == [.count, .money])
  }

  @Test func keepsFiguresSplitByLineBreaksWhereTheyStood() throws {
    let text = "本报邹城讯（通讯员 侯康）今年以来，邹城市着力培育人才，帮助服务村培养村级后备人才39\n名，完善制度116项。\n"
    let bytes = Array(text.utf8)
    var lines: [Line] = []
    var start = 0
    for (index, end) in bytes.indices.filter({ bytes[$0] == 10 }).enumerated() {
      lines.append(Line(number: index + 1, bytes: start..<end))
      start = end + 1
    }
    let outlined = Outliner().outline(Transcript(source: "a.txt", bytes: bytes, lines: lines))
    let figure = try #require(outlined.articles.first?.figures.first)
    #expect(figure.text == "39名" && figure.object == "村级后备人才")
    #expect(figure.origin.lines == 1...2)
    #expect(String(decoding: bytes[figure.origin.bytes], as: UTF8.self) == "39\n名")
  }

  @Test func arithmeticIsExact() {
    #expect(ExactNumber(digits: 185, exponent: -1).scaled(by: 4).description == "185000")
    #expect(ExactNumber.one.divided(by: ExactNumber(digits: 3)) == nil)
    #expect(ExactNumber(digits: 5).divided(by: ExactNumber(digits: 16))?.description == "0.3125")
  }
}

@Suite struct FigureSwitchTests {
  @Test func anOutlineWithoutFiguresIsTheSameOutline() throws {
    let page = Repository.root.appendingPathComponent("seeds/000_49caeeadb3abf2b5.txt")
    let transcript = try SourceReaders.read([UInt8](Data(contentsOf: page)), source: "page.txt")
    let plain = Outliner(options: .init(findsFigures: false)).outline(transcript)
    let full = Outliner().outline(transcript)
    #expect(
      plain.articles.flatMap(\.measures).map(\.heading) == full.articles.flatMap(\.measures).map(\.heading))
    #expect(plain.articles.flatMap(\.measures).allSatisfy { $0.figures.isEmpty && $0.terms.isEmpty })
    #expect(full.articles.flatMap(\.measures).contains { !$0.figures.isEmpty })
  }
}
