import BriefingModel
import GRDB

extension Archive {
  /// A briefing's number within its year, its number of all, and the day it bears.
  public struct Issue: Equatable, Sendable {
    public var issue: Int
    public var total: Int
    public var date: CalendarDate

    public init(issue: Int, total: Int, date: CalendarDate) {
      self.issue = issue
      self.total = total
      self.date = date
    }
  }

  /// The recorded issue of these days, or the next one, which `record` keeps. A date and numbers given by hand replace
  /// both.
  public func issue(
    of scope: IssueScope, date: CalendarDate? = nil, today: CalendarDate, issue: Int?, total: Int?,
    record: Bool
  ) throws(ArchiveError) -> Issue {
    let (first, last) = (scope.first, scope.last)
    func find(_ db: Database) throws -> Issue {
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM issue WHERE first_day = ? AND last_day = ?",
        arguments: [first.dayNumber, last.dayNumber])
      let year = CalendarWeek(holding: last).year
      let next =
        try Int.fetchOne(db, sql: "SELECT max(issue) FROM issue WHERE year = ?", arguments: [year]) ?? 0
      let nextTotal = try Int.fetchOne(db, sql: "SELECT max(total) FROM issue") ?? 0
      let known = row.map {
        Issue(issue: $0["issue"], total: $0["total"], date: CalendarDate(dayNumber: $0["day"]))
      }
      let found = Issue(
        issue: issue ?? known?.issue ?? next + 1, total: total ?? known?.total ?? nextTotal + 1,
        date: date ?? known?.date ?? today)
      if record, found != known || row?["through"] != scope.through {
        try db.execute(
          sql: "INSERT OR REPLACE INTO issue VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            first.dayNumber, last.dayNumber, year, found.issue, found.total, found.date.dayNumber,
            scope.through,
          ])
      }
      return found
    }
    return record ? try write(find) : try read(find)
  }
}
