import BriefingModel
import GRDB

extension Archive {
  /// What is looked for. Words between blanks must all stand in one measure (or in an article's head).
  public struct Query: Equatable, Sendable {
    public var words: String
    /// Full or short name.
    public var county: String?
    public var since: CalendarDate?
    public var hasFigure: Bool
    public var limit: Int

    public init(
      words: String, county: String? = nil, since: CalendarDate? = nil, hasFigure: Bool = false,
      limit: Int = 20
    ) {
      self.words = words
      self.county = county
      self.since = since
      self.hasFigure = hasFigure
      self.limit = limit
    }
  }

  /// A place that was found; number "" is an article's head.
  public struct Hit: Equatable, Sendable {
    public var county: String?
    public var day: CalendarDate
    public var source: String
    public var paper: String?
    public var number: String
    public var heading: String
    public var text: String
  }

  /// The newest places first.
  public func search(_ query: Query) throws(ArchiveError) -> [Hit] {
    let phrases = query.words.split(whereSeparator: \.isWhitespace)
      .map { "\"" + $0.split(separator: "\"").joined(separator: " ") + "\"" }
    guard !phrases.isEmpty else { return [] }
    var conditions = ["search MATCH ?"]
    var values: [(any DatabaseValueConvertible)?] = [phrases.joined(separator: " ")]
    if let county = query.county {
      conditions.append("(article.county = ? OR article.county_short = ?)")
      values += [county, county]
    }
    if let since = query.since {
      conditions.append("search.rowid >= ?")
      values.append(Int64(since.dayNumber) << 32)
    }
    if query.hasFigure { conditions.append("measure.figures > 0") }
    let sql = """
      SELECT article.county, article.day, source.name, source.paper, measure.number, measure.heading, measure.body,
        article.paragraphs, article.kicker, article.subtitle
      FROM search CROSS JOIN measure ON measure.id = search.rowid CROSS JOIN article ON article.id = measure.article
        CROSS JOIN source ON source.id = article.source
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY search.rowid DESC LIMIT \(query.limit)
      """
    let arguments = StatementArguments(values)
    return try read { db in try Row.fetchAll(db, sql: sql, arguments: arguments).map(Self.hit) }
  }

  private static func hit(_ row: Row) -> Hit {
    let number: String = row["number"]
    var text: [String] = [row["body"]]
    if number.isEmpty {
      let subtitle: String? = row["subtitle"]
      let paragraphs = Spelling.paragraphs(row["paragraphs"], source: "").map(\.text)
      text =
        Spelling.lines(row["kicker"]) + (subtitle.map { [$0] } ?? [])
        + (paragraphs.isEmpty ? text : paragraphs)
    }
    return Hit(
      county: row["county"], day: CalendarDate(dayNumber: row["day"]), source: row["name"],
      paper: row["paper"],
      number: number, heading: row["heading"], text: text.joined(separator: "\n"))
  }

  // MARK: Coverage

  /// How much the archive holds of a county.
  public struct Coverage: Equatable, Sendable {
    public var county: String
    public var articles: Int
    public var measures: Int
    public var weeks: Int
    public var first: CalendarDate
    public var last: CalendarDate
  }

  /// By number of articles, most first; pieces without a county last.
  public func coverage() throws(ArchiveError) -> [Coverage] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(county, '') AS county, count(*) AS articles, min(day) AS first, max(day) AS last,
            count(DISTINCT (day + 3) / 7) AS weeks,
            (SELECT count(*) FROM measure JOIN article AS a ON a.id = measure.article
             WHERE a.county IS article.county AND measure.place > 0) AS measures
          FROM article WHERE kind = 'article' GROUP BY county ORDER BY county IS NULL, articles DESC, county
          """)
      return rows.map { row in
        Coverage(
          county: row["county"], articles: row["articles"], measures: row["measures"], weeks: row["weeks"],
          first: CalendarDate(dayNumber: row["first"]), last: CalendarDate(dayNumber: row["last"]))
      }
    }
  }

  // MARK: Series

  /// One number of a series.
  public struct Point: Equatable, Sendable {
    public var day: CalendarDate
    public var county: String?
    public var figure: Figure
    public var source: String
  }

  /// The numbers told of an object, oldest first; a story told twice counts once.
  public func series(of object: String, county: String?) throws(ArchiveError) -> [Point] {
    try read { db in
      let reader = SourceReader(db: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT figure.*, article.story, source.name AS source_name FROM figure
          JOIN measure ON measure.id = figure.measure JOIN article ON article.id = measure.article
          JOIN source ON source.id = article.source
          WHERE figure.object = ?1 AND figure.value IS NOT NULL
            AND (?2 IS NULL OR article.county = ?2 OR article.county_short = ?2)
          ORDER BY figure.day, figure.measure, figure.place
          """, arguments: [object, county])
      var seen: Set<String> = []
      return try rows.compactMap { row in
        let story: Int64 = row["story"]
        let name: String = row["source_name"]
        let figure = try reader.figure(row, source: name)
        guard seen.insert("\(story) \(figure.text)").inserted else { return nil }
        return Point(
          day: CalendarDate(dayNumber: row["day"]), county: row["county"], figure: figure, source: name)
      }
    }
  }

  /// The last number told of an object of a county before a day, in the same unit.
  public func previous(
    object: String, unit: String?, county: String, before day: CalendarDate
  ) throws(ArchiveError) -> Point? {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT figure.* FROM figure WHERE object = ? AND county = ? AND day < ? AND unit IS ?
              AND value IS NOT NULL ORDER BY day DESC, measure DESC, place DESC LIMIT 1
            """), arguments: [object, county, day.dayNumber, unit])
      guard let row else { return nil }
      return Point(
        day: CalendarDate(dayNumber: row["day"]), county: county,
        figure: try SourceReader(db: db).figure(row, source: ""), source: "")
    }
  }
}
