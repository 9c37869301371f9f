import BriefingModel
import GRDB

extension Archive {
  /// Weeks from the one of 1970-01-01, also before it: SQLite's division goes towards nought.
  private static let week = "((day + 70003) / 7 - 10000)"

  /// How much the archive holds of a county.
  public struct Coverage: Equatable, Sendable {
    public var county: String
    public var articles: Int
    public var measures: Int
    public var weeks: Int
    public var first: CalendarDate
    public var last: CalendarDate
  }

  /// The counties that articles tell of.
  public func counties() throws(ArchiveError) -> [(name: String, short: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT name, short FROM county WHERE id IN (SELECT county FROM article) ORDER BY name
          """
      ).map { (name: try $0.value("name"), short: try $0.value("short")) }
    }
  }

  /// By number of articles, most first; pieces without a county last.
  public func coverage() throws(ArchiveError) -> [Coverage] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(county.name, '') AS county, count(*) AS articles, min(day) AS first, max(day) AS last,
            count(DISTINCT \(Self.week)) AS weeks, sum(measures) AS measures
          FROM article LEFT JOIN county ON county.id = article.county WHERE kind = 'article'
          GROUP BY county.name ORDER BY county.name IS NULL, articles DESC, county
          """)
      return try rows.map { row in
        Coverage(
          county: try row.value("county"), articles: try row.value("articles"),
          measures: try row.value("measures"), weeks: try row.value("weeks"),
          first: CalendarDate(dayNumber: try row.value("first")),
          last: CalendarDate(dayNumber: try row.value("last")))
      }
    }
  }

  /// How much the archive holds of a week, or of other days that a briefing is of.
  public struct SpanCoverage: Equatable, Sendable {
    public var first: CalendarDate
    public var last: CalendarDate
    public var articles: Int
    public var counties: Int
    /// The number of the days' briefing, once there is one.
    public var issue: Int?
  }

  /// The weeks that have articles and the days of every briefing, newest first.
  public func weeks() throws(ArchiveError) -> [SpanCoverage] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH span AS (
            SELECT first_day, last_day, max(issue) AS issue FROM (
              SELECT first_day, last_day, issue FROM issue UNION ALL
              SELECT DISTINCT \(Self.week) * 7 - 3, \(Self.week) * 7 + 3, NULL
              FROM article WHERE kind = 'article')
            GROUP BY first_day, last_day)
          SELECT first_day, last_day, issue, count(article.id) AS articles, count(DISTINCT county) AS counties
          FROM span LEFT JOIN article ON day BETWEEN first_day AND last_day AND kind = 'article'
          GROUP BY first_day, last_day ORDER BY last_day DESC, first_day DESC
          """)
      return try rows.map {
        SpanCoverage(
          first: CalendarDate(dayNumber: try $0.value("first_day")),
          last: CalendarDate(dayNumber: try $0.value("last_day")),
          articles: try $0.value("articles"), counties: try $0.value("counties"), issue: try $0.value("issue")
        )
      }
    }
  }
}
