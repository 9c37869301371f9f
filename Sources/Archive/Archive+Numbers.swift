import BriefingModel
import GRDB

extension Archive {
  /// One number of a series.
  public struct Point: Equatable, Sendable {
    public var day: CalendarDate
    public var county: String?
    public var figure: Figure
    public var source: String
  }

  /// Names of objects (without quotation marks) that hold these words or are held by them, those of most articles first.
  public func objects(like words: String, county: String?) throws(ArchiveError) -> [String] {
    try objects(county: county) { [words = Figure.bare(words)] in $0.contains(words) || words.contains($0) }
  }

  /// Longer names that hold this one.
  public func objects(holding name: String, county: String?) throws(ArchiveError) -> [String] {
    try objects(county: county) { [name = Figure.bare(name)] in $0 != name && $0.contains(name) }
  }

  private func objects(
    county: String?, where isWanted: (String) -> Bool
  ) throws(ArchiveError) -> [String] {
    try read { db in
      var counts: [String: Int] = [:]
      for (term, count) in try ToldNumbers(db: db).terms(where: { isWanted(Figure.bare($0)) }, county: county)
      {
        counts[Figure.bare(Told.parts(term).object), default: 0] += count
      }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key)
    }
  }

  /// The numbers told of an object, oldest first; where none bears just this name, of all whose names hold it. A story
  /// told twice counts once.
  public func series(of object: String, county: String?) throws(ArchiveError) -> [Point] {
    try read { db in
      let told = ToldNumbers(db: db)
      let terms = try Self.terms(named: Figure.bare(object), county: county, in: told)
      let objects = Set(terms.map { Told.parts($0).object })
      var reader = ArticleReader(db: db)
      var articles: Set<Int64> = []
      for term in terms { articles.formUnion(try told.articles(of: term)) }
      var stored = try articles.map { try reader.article(numbered: $0) }
      stored.sort { ($0.day, $0.number) < ($1.day, $1.number) }
      var seen: Set<String> = []
      return try stored.flatMap { item in
        let own = item.article.county
        guard county == nil || county == own?.name || county == own?.short else { return [Point]() }
        let story =
          try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT coalesce(story, id) FROM article WHERE id = ?"),
            arguments: [item.number]) ?? item.number
        return item.article.figuresByPlace.joined().filter { figure in
          guard figure.value != nil, let object = figure.object, objects.contains(Told.line(object)) else {
            return false
          }
          return seen.insert("\(story) \(figure.text) \(Figure.bare(object))").inserted
        }.map {
          Point(
            day: CalendarDate(dayNumber: item.day), county: own?.name, figure: $0,
            source: item.article.origin.source)
        }
      }
    }
  }

  private static func terms(named name: String, county: String?, in told: ToldNumbers) throws -> [String] {
    let holding = try told.terms(where: { Figure.bare($0).contains(name) }, county: county).map(\.term)
    let exact = holding.filter { Figure.bare(Told.parts($0).object) == name }
    return exact.isEmpty ? holding : exact
  }

  /// Lets `work` look up numbers told before those of an issue.
  public func lookBack<Value>(
    from scope: IssueScope, _ work: (inout PastNumbers) throws -> Value
  ) throws(ArchiveError) -> Value {
    try read { db in
      var past = PastNumbers(told: ToldNumbers(db: db), scope: scope)
      return try work(&past)
    }
  }
}

/// The numbers told before those of an issue.
public struct PastNumbers {
  /// Articles that are looked into for one number, the latest first.
  private static let reach = 8
  private let told: ToldNumbers
  private let scope: IssueScope
  private var reader: ArticleReader
  private var known: [Int64: StoredArticle] = [:]

  init(told: ToldNumbers, scope: IssueScope) {
    self.told = told
    self.scope = scope
    reader = ArticleReader(db: told.db)
  }

  /// The last number told of an object of a county, in this unit, before this day; if a heading is given, in a measure of
  /// that name. An article that tells several has no number to compare with.
  public mutating func last(
    object: String, unit: String?, county: String, heading: String?, before day: CalendarDate
  ) throws -> Archive.Point? {
    let term = Told.term(county: county, object: object)
    let numbers = try told.articles(of: term, before: min(day, scope.first).dayNumber)
    for number in numbers.prefix(Self.reach) {
      let item = try known[number] ?? reader.article(numbered: number)
      known[number] = item
      guard item.source <= scope.through else { continue }
      if let figure = item.article.onlyNumber(of: object, unit: unit, heading: heading) {
        return Archive.Point(
          day: CalendarDate(dayNumber: item.day), county: county, figure: figure,
          source: item.article.origin.source)
      }
    }
    return nil
  }
}

extension Article {
  /// Each figure with the heading of its measure, which is `nil` in the article's head.
  public var figuresByHeading: [(heading: String?, figure: Figure)] {
    let headings: [String?] = [nil] + flatMeasures.map(\.heading)
    return zip(headings, figuresByPlace).flatMap { heading, figures in figures.map { (heading, $0) } }
  }

  /// The number that the article tells of an object, unless it tells several.
  public func onlyNumber(of object: String, unit: String?, heading: String?) -> Figure? {
    let figures = figuresByHeading.filter {
      $0.figure.object == object && $0.figure.unit == unit && $0.figure.value != nil
        && (heading == nil || heading == $0.heading)
    }.map(\.figure)
    guard let first = figures.first, figures.allSatisfy({ $0.value == first.value }) else { return nil }
    return first
  }
}

/// Which articles tell numbers of which objects: the index, and what waits for it.
final class ToldNumbers {
  let db: Database
  /// What waits, by term.
  private lazy var waiting: Result<[String: [StoredArticle]], any Error> = Result {
    var found: [String: [StoredArticle]] = [:]
    for item in try Waiting.articles(db, after: WordIndex.through(db)) {
      for term in item.article.toldObjects { found[term, default: []].append(item) }
    }
    return found
  }

  init(db: Database) { self.db = db }

  /// Articles that tell of a term, the latest first.
  func articles(of term: String, before day: Int? = nil) throws -> [Int64] {
    let end = day.map { WordIndex.toldID(day: $0, article: 0) } ?? .max
    let indexed = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT rowid FROM told WHERE told MATCH ? AND rowid < ? ORDER BY rowid DESC"),
      arguments: [Told.query(term), end])
    let waiting = try waiting.get()[term, default: []].map {
      WordIndex.toldID(day: $0.day, article: $0.number)
    }
    return (indexed + waiting.filter { $0 < end }).sorted(by: >).map(WordIndex.article(ofToldID:))
  }

  /// The terms whose object is wanted, of one county or of all, and how many articles tell of each.
  func terms(where isWanted: (String) -> Bool, county: String?) throws -> [(term: String, count: Int)] {
    let names = try county.map { county in
      Set(
        try String.fetchAll(
          db, sql: "SELECT name FROM county WHERE name = ?1 OR short = ?1", arguments: [county]))
    }
    func isMeant(_ term: String) -> Bool {
      let parts = Told.parts(term)
      return names?.contains(parts.county) ?? true && isWanted(parts.object)
    }
    var counts: [String: Int] = [:]
    // SQLite's own view of the index's terms, for this connection alone.
    let rows = try Row.fetchCursor(db, sql: "SELECT term, doc FROM told_terms")
    while let row = try rows.next() {
      let term: String = try row.value("term")
      if isMeant(term) { counts[term] = try row.value("doc") }
    }
    for (term, articles) in try waiting.get() where isMeant(term) {
      counts[term, default: 0] += articles.count
    }
    return counts.map { (term: $0.key, count: $0.value) }
  }
}
