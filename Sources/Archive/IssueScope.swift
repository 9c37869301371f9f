import BriefingModel
import GRDB

/// What an issue may tell: the articles of its days, and those that came too late for the issue of theirs.
///
/// The last issue is open: what has been added since is taken in when it is written again. Once a later one is recorded
/// it is closed, and written again it is the same; what comes after that is told by the next issue.
public struct IssueScope: Equatable, Sendable {
  public let first: CalendarDate
  public let last: CalendarDate
  /// The last source that it knows.
  let through: Int64
  /// Issues with a smaller total number were there before it.
  let total: Int
  public let isClosed: Bool

  var isRecorded: Bool { total < .max }

  /// How far back late articles are looked for: what is added of earlier days fills up the archive.
  private static let reach = 31

  /// As arguments of `tells` and `told`.
  var arguments: StatementArguments {
    [
      "first": first.dayNumber, "last": last.dayNumber, "through": through, "total": total,
      "reach": Self.reach,
    ]
  }

  /// An issue before this one covers the article's day and knew its source, or did not know it.
  private static let isCovered = """
    EXISTS (SELECT 1 FROM issue WHERE total < :total AND article.day BETWEEN first_day AND last_day
      AND coalesce(through, :through) >= article.source)
    """
  private static let isLate = """
    EXISTS (SELECT 1 FROM issue WHERE total < :total AND article.day BETWEEN first_day AND last_day
      AND through < article.source)
    """
  /// An issue of later days knew its source.
  private static let isCarried = """
    EXISTS (SELECT 1 FROM issue WHERE total < :total AND first_day > article.day
      AND first_day - :reach <= article.day AND coalesce(through, :through) >= article.source)
    """
  /// Whether an article belongs to this issue.
  static let tells = """
    article.source <= :through AND article.day BETWEEN :first - :reach AND :last
      AND (article.day >= :first OR (\(isLate) AND NOT \(isCovered) AND NOT \(isCarried)))
    """
  /// Whether an issue before this one told an article.
  static let told = "(\(isCovered) OR (\(isLate) AND \(isCarried)))"
}

extension Archive {
  /// The scope of an issue of these days. One that is closed is opened again if it `isRenewed`.
  public func scope(
    from first: CalendarDate, to last: CalendarDate, isRenewed: Bool = false
  ) throws(ArchiveError) -> IssueScope {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT total, through FROM issue WHERE first_day = ? AND last_day = ?",
        arguments: [first.dayNumber, last.dayNumber])
      let total: Int? = try row?.value("total")
      let isFollowed =
        try total.map {
          try Bool.fetchOne(db, sql: "SELECT max(total) > ? FROM issue", arguments: [$0]) ?? false
        }
        ?? false
      let all = try Int64.fetchOne(db, sql: "SELECT max(id) FROM source") ?? 0
      let isClosed = isFollowed && !isRenewed
      return IssueScope(
        first: first, last: last, through: isClosed ? try row?.value("through") ?? all : all,
        total: total ?? .max,
        isClosed: isClosed)
    }
  }

  /// Articles of these days that came when the issue was closed, or, of one that is open, since it was last written.
  public func newcomers(to scope: IssueScope) throws(ArchiveError) -> Int {
    guard scope.isRecorded else { return 0 }
    return try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM article JOIN issue ON first_day = ?1 AND last_day = ?2
          WHERE article.day BETWEEN ?1 AND ?2 AND article.kind = 'article' AND article.source > issue.through
          """, arguments: [scope.first.dayNumber, scope.last.dayNumber]) ?? 0
    }
  }
}
