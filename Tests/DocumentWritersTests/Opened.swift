import BriefingModel
import DocumentWriters
import Foundation
import Packaging

/// A part of a written ODT as text.
func part(_ name: String, of briefing: Briefing) throws -> String {
  let reader = try ZIPReader(try write(briefing, as: .odt).bytes)
  return String(decoding: try reader.bytes(of: name), as: UTF8.self)
}

/// The generated content of a briefing that holds only these blocks.
func content(_ blocks: [Block]) throws -> String {
  try part("content.xml", of: plain(blocks))
}

func plain(_ blocks: [Block]) -> Briefing {
  let date = CalendarDate(year: 2026, month: 11, day: 23)
  return Briefing(masthead: Masthead(name: "工作简报", date: date), blocks: blocks)
}

/// Words (丙) before a table, and whether they stay with it.
let introductions: [(blocks: [Block], isKept: Bool)] = {
  let table = Block.table(Table(caption: "表", header: ["甲"], rows: [["乙"]], widths: []))
  let words = Block.paragraph([.text("丙")], role: .body)
  let heading = Block.heading(Heading(level: 0, label: "", text: [.text("丁")], bookmark: "a"))
  return [
    ([heading, words, table, words], true), ([words, table, words], false), ([heading, words, table], false),
  ]
}()

func text(_ briefing: Briefing) throws -> String {
  String(decoding: try write(briefing, as: .txt).bytes, as: UTF8.self)
}

/// `JIANBAO_KEEP=folder swift test` leaves documents there to be looked at.
func keep(_ document: WrittenDocument, _ name: String) throws {
  guard let folder = ProcessInfo.processInfo.environment["JIANBAO_KEEP"] else { return }
  try Data(document.bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
}
