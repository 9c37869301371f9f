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

  /// The places found; `hasMore` says that the limit left some out.
  public struct Found: Equatable, Sendable {
    public var hits: [Hit]
    public var hasMore: Bool
  }

  /// The newest places first, as many as are asked for; `isWanted` may pass over some.
  public func search(
    _ query: Query, where isWanted: (Hit, Article) -> Bool = { _, _ in true }
  ) throws(ArchiveError) -> Found {
    // Without words, every measure is a place (but no article's head).
    let phrases = Self.phrases(query.words)
    guard !phrases.isEmpty || query.words.allSatisfy(\.isWhitespace) else {
      return Found(hits: [], hasMore: false)
    }
    return try read { db in
      var found = FoundPlaces(db: db, query: query)
      if phrases.isEmpty {
        try found.takeNewest(where: isWanted)
      } else {
        try found.take(holding: phrases, where: isWanted)
      }
      return Found(hits: Array(found.hits.prefix(query.limit)), hasMore: found.hits.count > query.limit)
    }
  }

  /// The words between blanks.
  private static func phrases(_ words: String) -> [String] {
    words.split(whereSeparator: \.isWhitespace)
      .map { $0.split(separator: "\"").joined(separator: " ") }.filter { !$0.isEmpty }
  }
}

extension Archive {
  /// Whether a word has anything that can be looked for: the index takes all signs for one.
  public static func canFind(_ word: String) -> Bool {
    HanTokenizer.tokens(of: word).contains { !$0.isSeparator }
  }

  /// Where a text holds a word as the index sees both, left to right.
  ///
  ///     Archive.ranges(of: "15分钟", in: "“１５分钟”服务圈")   // of １５分钟
  public static func ranges(of word: String, in text: String) -> [Range<String.Index>] {
    let wanted = HanTokenizer.tokens(of: word).map(\.bytes)
    let tokens = HanTokenizer.tokens(of: text)
    var ranges: [Range<String.Index>] = []
    var place = 0
    func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }
    while !wanted.isEmpty, place + wanted.count <= tokens.count {
      let found = tokens[place..<place + wanted.count]
      guard zip(found, wanted).allSatisfy({ $0.bytes == $1 }) else {
        place += 1
        continue
      }
      place += wanted.count
      ranges.append(
        index(found[found.startIndex].range.lowerBound)..<index(found[place - 1].range.upperBound))
    }
    return ranges
  }
}

/// Collects places, newest first, until there are enough and one more.
private struct FoundPlaces {
  private(set) var hits: [Archive.Hit] = []
  private let db: Database
  private let query: Archive.Query
  private let words: [Substring]
  private var reader: ArticleReader
  private var last: (stored: StoredArticle, places: [Archive.Hit], hasFigure: [Bool])?

  init(db: Database, query: Archive.Query) {
    self.db = db
    self.query = query
    words = query.words.split(whereSeparator: \.isWhitespace)
    reader = ArticleReader(db: db)
  }

  /// One more than asked for tells that there are more.
  private var isFull: Bool { hits.count > query.limit }
  private var firstID: Int64 { query.since.map { WordIndex.firstID(day: $0.dayNumber) } ?? .min }

  /// Both from the index and from what waits for it.
  mutating func take(holding phrases: [String], where isWanted: (Archive.Hit, Article) -> Bool) throws {
    let waiting = try Waiting.articles(db, after: WordIndex.through(db))
    var others = try Waiting.ids(of: waiting, holding: phrases).filter { $0 >= firstID }
    let rows = try Int64.fetchCursor(
      db, sql: "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC",
      arguments: [WordIndex.query(phrases), firstID])
    var next = try rows.next()
    while !isFull, let id = [next, others.last].compactMap({ $0 }).max() {
      if id == next { next = try rows.next() } else { others.removeLast() }
      try take(id, where: isWanted)
    }
  }

  /// Every measure, day by day.
  mutating func takeNewest(where isWanted: (Archive.Hit, Article) -> Bool) throws {
    var day = Int.max
    while !isFull,
      let next = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT max(day) FROM article WHERE day < ?"), arguments: [day]),
      next >= query.since?.dayNumber ?? .min
    {
      day = next
      let articles = try Int64.fetchCursor(
        db, sql: "SELECT id FROM article WHERE day = ? ORDER BY id DESC", arguments: [day])
      while !isFull, let article = try articles.next() {
        try open(article)
        for place in (1..<max(last?.places.count ?? 0, 1)).reversed() { take(place, where: isWanted) }
      }
    }
  }

  private mutating func take(_ id: Int64, where isWanted: (Archive.Hit, Article) -> Bool) throws {
    try open(WordIndex.article(ofID: id))
    guard let count = last?.places.count else { return }
    let places = WordIndex.places(ofID: id, count: count)
    for place in places.reversed() where places.count == 1 || holdsWords(place) {
      take(place, where: isWanted)
    }
  }

  /// Where several places share a row of the index.
  private func holdsWords(_ place: Int) -> Bool {
    guard let places = last?.places, places.indices.contains(place) else { return false }
    let text = places[place].heading + "\n" + places[place].text
    return words.allSatisfy { !Archive.ranges(of: String($0), in: text).isEmpty }
  }

  private mutating func take(_ place: Int, where isWanted: (Archive.Hit, Article) -> Bool) {
    guard let last, last.places.indices.contains(place), !isFull else { return }
    let hit = last.places[place]
    guard !query.hasFigure || last.hasFigure[place], isWanted(hit, last.stored.article) else { return }
    if let county = query.county {
      guard let own = last.stored.article.county, county == own.name || county == own.short else { return }
    }
    hits.append(hit)
  }

  private mutating func open(_ number: Int64) throws {
    guard last?.stored.number != number else { return }
    let stored = try reader.article(numbered: number)
    let article = stored.article
    func hit(_ number: String, _ heading: String, _ text: String) -> Archive.Hit {
      Archive.Hit(
        county: article.county?.name, day: CalendarDate(dayNumber: stored.day), source: article.origin.source,
        paper: stored.paper, number: number, heading: heading, text: text)
    }
    let body = article.paragraphs.isEmpty ? [article.lede] : article.paragraphs.map(\.text)
    let head = article.kicker + [article.subtitle].compactMap { $0 } + body
    let places =
      [hit("", article.headline.joined(separator: "　"), head.joined(separator: "\n"))]
      + article.flatMeasures.map { hit($0.number, $0.heading, $0.body) }
    last = (stored, places, article.figuresByPlace.map { !$0.isEmpty })
  }
}
