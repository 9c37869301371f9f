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
    /// Places to pass over first.
    public var offset = 0

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
    /// For `article(_:)`.
    public var article: Int64
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
    // Without words, every measure is a place (but no article's head).
    let phrases = Self.phrases(query.words)
    // The index gives its own rows newest first; by any other column SQLite would fetch all and sort.
    let id = phrases.isEmpty ? "measure.id" : "search.rowid"
    guard !phrases.isEmpty || query.words.allSatisfy(\.isWhitespace) else { return [] }
    var conditions = phrases.isEmpty ? ["measure.place > 0"] : ["search MATCH ?"]
    var values: [(any DatabaseValueConvertible)?] = phrases.isEmpty ? [] : [phrases]
    if let county = query.county {
      conditions.append("(article.county = ? OR article.county_short = ?)")
      values += [county, county]
    }
    if let since = query.since {
      conditions.append("\(id) >= ?")
      values.append(Int64(since.dayNumber) << 32)
    }
    if query.hasFigure { conditions.append("measure.figures > 0") }
    let places = phrases.isEmpty ? "measure" : "search CROSS JOIN measure ON measure.id = search.rowid"
    let sql = """
      SELECT article.id AS article, article.county, article.day, source.name, source.paper, measure.number, measure.heading, measure.body,
        article.paragraphs, article.kicker, article.subtitle
      FROM \(places) CROSS JOIN article ON article.id = measure.article
        CROSS JOIN source ON source.id = article.source
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(id) DESC LIMIT \(query.limit) OFFSET \(query.offset)
      """
    let arguments = StatementArguments(values)
    return try read { db in try Row.fetchAll(db, sql: sql, arguments: arguments).map(Self.hit) }
  }

  /// An FTS5 query for words between blanks.
  private static func phrases(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace)
      .map { $0.split(separator: "\"").joined(separator: " ") }.filter { !$0.isEmpty }
      .map { "\"\($0)\"" }.joined(separator: " ")
  }

  /// The whole article of a place that was found.
  public func article(of hit: Hit) throws(ArchiveError) -> Article {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT * FROM article WHERE id = ?"), arguments: [hit.article])
      else { throw ArchiveError.damaged }
      return try SourceReader(db: db).article(row, source: hit.source)
    }
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
      article: row["article"], county: row["county"], day: CalendarDate(dayNumber: row["day"]),
      source: row["name"],
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

  /// How much the archive holds of a week.
  public struct WeekCoverage: Equatable, Sendable {
    public var week: CalendarWeek
    public var articles: Int
    public var counties: Int
    /// The number of the week's briefing, once there is one.
    public var issue: Int?
  }

  /// The weeks that have articles, newest first.
  public func weeks() throws(ArchiveError) -> [WeekCoverage] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT min(day) AS day, count(*) AS articles, count(DISTINCT county) AS counties,
            (SELECT issue FROM issue WHERE first_day = (article.day + 3) / 7 * 7 - 3 AND last_day = first_day + 6)
              AS issue
          FROM article WHERE kind = 'article' GROUP BY (day + 3) / 7 ORDER BY day DESC
          """)
      return rows.map {
        WeekCoverage(
          week: CalendarWeek(holding: CalendarDate(dayNumber: $0["day"])), articles: $0["articles"],
          counties: $0["counties"], issue: $0["issue"])
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

  /// Objects of numbers whose names hold these words or are held by them, those told of most often first.
  public func objects(like words: String, county: String?) throws(ArchiveError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT figure.object FROM figure JOIN measure ON measure.id = figure.measure
          JOIN article ON article.id = measure.article
          WHERE figure.object IS NOT NULL AND (instr(figure.object, ?1) OR instr(?1, figure.object))
            AND (?2 IS NULL OR article.county = ?2 OR article.county_short = ?2)
          GROUP BY figure.object ORDER BY count(*) DESC, figure.object LIMIT 5
          """, arguments: [words, county])
    }
  }

  /// The numbers told of an object whose name holds these words, oldest first; a story told twice counts once.
  public func series(of object: String, county: String?) throws(ArchiveError) -> [Point] {
    try read { db in
      let reader = SourceReader(db: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT figure.*, article.story, source.name AS source_name FROM figure
          JOIN measure ON measure.id = figure.measure JOIN article ON article.id = measure.article
          JOIN source ON source.id = article.source
          WHERE instr(figure.object, ?1) AND figure.value IS NOT NULL
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
