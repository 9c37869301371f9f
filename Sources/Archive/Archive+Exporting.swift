import BriefingModel
import Foundation
import GRDB

/// One line of an export: a source with all that was found in it, or a recorded issue.
private struct ExportedLine: Codable {
  struct RecordedIssue: Codable {
    var first: String
    var last: String
    var issue: Int
    var total: Int
    var date: String
  }

  static let format = 1

  var jianbao = format
  var source: ArchivedSource?
  /// The source's text; in `source` it is empty, for numbers would take thrice the room.
  var text: String?
  var issue: RecordedIssue?
}

extension Archive {
  /// What an import did.
  public struct Imported: Equatable, Sendable {
    public var added = 0
    /// Sources that were there already.
    public var known = 0
    /// Recorded issues, now as in the export.
    public var issues = 0
  }

  /// Gives everything as JSON Lines, without line feeds: the sources in the order of adding, then the issues. Added to
  /// an empty archive and exported again they are the same bytes.
  public func export(_ body: (String) throws -> Void) throws(ArchiveError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func put(_ line: ExportedLine) throws {
      try body(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
    try forEachSource { source in
      var bare = source
      bare.text = []
      try put(ExportedLine(source: bare.withoutIDs, text: String(decoding: source.text, as: UTF8.self)))
    }
    try read { db in
      for row in try Row.fetchAll(db, sql: "SELECT * FROM issue ORDER BY first_day, last_day") {
        func day(_ name: String) -> String { CalendarDate(dayNumber: row[name]).iso }
        try put(
          ExportedLine(
            issue: .init(
              first: day("first_day"), last: day("last_day"), issue: row["issue"], total: row["total"],
              date: day("day"))))
      }
    }
  }

  /// Adds what `export` gave, in one transaction: where one line is refused, nothing is added.
  public func importLines(_ lines: some Sequence<Substring>) throws(ArchiveError) -> Imported {
    try writeSources { db, recent in
      var result = Imported()
      for (place, line) in lines.enumerated() where !line.isEmpty {
        guard let read = try? JSONDecoder().decode(ExportedLine.self, from: Data(line.utf8)),
          read.jianbao == ExportedLine.format
        else { throw ArchiveError.notAnExport(line: place + 1) }
        if var source = read.source, let text = read.text {
          source.text = Array(text.utf8)
          switch try SourceWriter(db: db).write(PreparedSource(source), recent: &recent) {
          case .known: result.known += 1
          case .new: result.added += 1
          }
        } else if let issue = read.issue {
          try record(issue, in: db, line: place + 1)
          result.issues += 1
        } else {
          throw ArchiveError.notAnExport(line: place + 1)
        }
      }
      return result
    }
  }

  private func record(_ issue: ExportedLine.RecordedIssue, in db: Database, line: Int) throws {
    guard let first = CalendarDate(iso: issue.first), let last = CalendarDate(iso: issue.last),
      let date = CalendarDate(iso: issue.date)
    else { throw ArchiveError.notAnExport(line: line) }
    try db.execute(
      sql: "INSERT OR REPLACE INTO issue VALUES (?, ?, ?, ?, ?, ?, NULL)",
      arguments: [
        first.dayNumber, last.dayNumber, CalendarWeek(holding: last).year, issue.issue, issue.total,
        date.dayNumber,
      ])
  }
}

extension ArchivedSource {
  /// Articles are numbered anew by whoever reads them.
  fileprivate var withoutIDs: ArchivedSource {
    var copy = self
    for index in copy.outlined.articles.indices { copy.outlined.articles[index].id = "" }
    return copy
  }
}
