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
    /// How many of the export's sources the issue knew; not known of issues of archives before version 3.
    var sources: Int?
  }

  static let format = 1

  var jianbao = format
  var source: ArchivedSource?
  /// The source's text; in `source` it is empty, for numbers would take thrice the room.
  var text: String?
  /// SHA-256 of `text`; earlier versions gave none.
  var textHash: String?
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
    /// Issues that were not taken.
    public var conflicts: [IssueConflict] = []
  }

  /// An issue of an export, and the one of the archive that has its days or its number.
  public struct IssueConflict: Equatable, Sendable {
    public var given: RecordedIssue
    public var kept: RecordedIssue
  }

  public struct RecordedIssue: Equatable, Sendable {
    public var first: CalendarDate
    public var last: CalendarDate
    public var issue: Issue
    /// How many sources it knew.
    var sources: Int?

    /// Numbers count within the year of the last day's week.
    var year: Int { CalendarWeek(holding: last).year }

    func conflicts(with other: RecordedIssue) -> Bool {
      if first == other.first, last == other.last { return issue != other.issue }
      return issue.total == other.issue.total || (issue.issue == other.issue.issue && year == other.year)
    }
  }

  /// Gives everything as JSON Lines, without line feeds: the sources in the order of adding, then the issues. Added to
  /// an empty archive and exported again they are the same bytes.
  public func export(_ body: (String) throws -> Void) throws(ArchiveError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func put(_ line: ExportedLine) throws {
      try body(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
    try forEachHashedSource { source, textHash in
      var bare = source
      bare.text = []
      try put(
        ExportedLine(
          source: bare.withoutIDs, text: String(decoding: source.text, as: UTF8.self), textHash: textHash))
    }
    for issue in try read(Self.recordedIssues) { try guarded { try put(ExportedLine(issue: .init(issue))) } }
  }

  private static func recordedIssues(_ db: Database) throws -> [RecordedIssue] {
    let sources = "(SELECT count(*) FROM source WHERE id <= through)"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT *, CASE WHEN through IS NOT NULL THEN \(sources) END AS sources FROM issue
        ORDER BY first_day, last_day
        """
    ).map { row in
      func day(_ name: String) throws -> CalendarDate { CalendarDate(dayNumber: try row.value(name)) }
      return RecordedIssue(
        first: try day("first_day"), last: try day("last_day"),
        issue: Issue(issue: try row.value("issue"), total: try row.value("total"), date: try day("day")),
        sources: try row.value("sources"))
    }
  }

  /// Adds what `export` gave, in one transaction: where one line is refused, nothing is added.
  public func importLines(_ lines: some Sequence<Substring>) throws(ArchiveError) -> Imported {
    try writeSources { db, recent in
      var result = Imported()
      // Those of the export do not conflict with each other: it is given back as it was.
      let recorded = try Self.recordedIssues(db)
      // The last source among so many of the export's.
      var last: [Int64] = [0]
      try Self.forEach(lines) { content in
        switch content {
        case .source(let source):
          switch try SourceWriter(db: db).write(PreparedSource(source), recent: &recent) {
          case .known: result.known += 1
          case .new: result.added += 1
          }
          let id = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM source WHERE file_hash = ?"),
            arguments: [Spelling.hash(source.fileHash)])
          last.append(max(last.last ?? 0, id ?? 0))
        case .issue(let issue):
          if let kept = recorded.first(where: issue.conflicts) {
            result.conflicts.append(IssueConflict(given: issue, kept: kept))
          } else {
            let isKnown = recorded.contains { $0.first == issue.first && $0.last == issue.last }
            if !isKnown {
              try record(issue, through: issue.sources.map { last[min($0, last.count - 1)] }, in: db)
            }
            result.issues += 1
          }
        }
      }
      return result
    }
  }

  /// Throws what `importLines` would throw of these lines.
  public static func check(_ lines: some Sequence<Substring>) throws(ArchiveError) {
    try guarded { try forEach(lines) { _ in } }
  }

  fileprivate enum LineContent {
    case source(ArchivedSource)
    case issue(RecordedIssue)
  }

  private static func forEach(
    _ lines: some Sequence<Substring>, _ body: (LineContent) throws -> Void
  ) throws {
    for (place, line) in lines.enumerated() where !line.isEmpty {
      guard let read = try? JSONDecoder().decode(ExportedLine.self, from: Data(line.utf8)),
        read.jianbao == ExportedLine.format, let content = read.content
      else { throw ArchiveError.notAnExport(line: place + 1) }
      if case .source(let source) = content, let hash = read.textHash, hash != SHA256.hex(of: source.text) {
        throw ArchiveError.notAnExport(line: place + 1, isChanged: true)
      }
      try body(content)
    }
  }

  private func record(_ issue: RecordedIssue, through: Int64?, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO issue VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        issue.first.dayNumber, issue.last.dayNumber, issue.year, issue.issue.issue, issue.issue.total,
        issue.issue.date.dayNumber, through,
      ])
  }
}

extension ExportedLine {
  /// The one thing that the line is, if it is sound.
  fileprivate var content: Archive.LineContent? {
    switch (source, text, issue) {
    case (var source?, let text?, nil):
      source.text = Array(text.utf8)
      return source.isSound ? .source(source) : nil
    case (nil, nil, let issue?): return Archive.RecordedIssue(issue).map { .issue($0) }
    default: return nil
    }
  }
}

extension Archive.RecordedIssue {
  fileprivate init?(_ line: ExportedLine.RecordedIssue) {
    guard let first = CalendarDate(iso: line.first), let last = CalendarDate(iso: line.last),
      let date = CalendarDate(iso: line.date), first <= last, [first, last, date].allSatisfy(\.isOfNews),
      [line.issue, line.total].allSatisfy((1...1_000_000).contains), line.sources ?? 0 >= 0
    else { return nil }
    self.init(
      first: first, last: last, issue: Archive.Issue(issue: line.issue, total: line.total, date: date),
      sources: line.sources)
  }
}

extension ExportedLine.RecordedIssue {
  init(_ recorded: Archive.RecordedIssue) {
    self.init(
      first: recorded.first.iso, last: recorded.last.iso, issue: recorded.issue.issue,
      total: recorded.issue.total, date: recorded.issue.date.iso, sources: recorded.sources)
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
