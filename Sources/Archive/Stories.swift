import BriefingModel
import GRDB

/// Finds articles that tell the same story: the same text in two papers, or a shortened version.
///
/// The story's number is the article's that came first. Only articles printed at most two weeks apart are compared:
/// a template that is filled in month after month is not one story, nor are two counties that fill in the same one.
struct Stories {
  fileprivate static let days = 14
  /// Candidates that are read, those first that share most bands.
  private static let mostCandidates = 6
  /// Bands that a candidate shares.
  private static let leastShared = 2

  let db: Database

  /// The earliest story among those that are near, if any; others that are near too become part of it.
  func story(
    of sketch: Sketch, keys: [UInt32], day: Int, county: Int64?, recent: inout RecentArticles
  ) throws -> Int64? {
    guard !keys.isEmpty else { return nil }
    try recent.load(around: day, from: db)
    var stories: Set<Int64> = []
    for (candidate, story) in try candidates(recent.sharing(keys, day: day), county: county)
    where !stories.contains(story) {
      let other = try recent.sketches[candidate] ?? Sketch(try text(of: candidate))
      if sketch.isNear(other) { stories.insert(story) }
    }
    guard let first = stories.min() else { return nil }
    for other in stories where other != first {
      try db.execute(
        sql: "UPDATE article SET story = ?1 WHERE id = ?2; UPDATE article SET story = ?1 WHERE story = ?2",
        arguments: [first, other, first, other])
    }
    return first
  }

  private func candidates(_ shared: [Int64: Int], county: Int64?) throws -> [(article: Int64, story: Int64)] {
    let best = shared.filter { $0.value >= Self.leastShared }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }.prefix(Self.mostCandidates)
    let story = try db.cachedStatement(
      sql: """
        SELECT coalesce(story, id) FROM article
        WHERE id = ?1 AND (county IS ?2 OR county IS NULL OR ?2 IS NULL)
        """)
    return try best.compactMap { article, _ in
      try Int64.fetchOne(story, arguments: [article, county]).map { (article, $0) }
    }
  }

  private func text(of article: Int64) throws -> [UInt8] {
    let select = try db.cachedStatement(
      sql: """
        SELECT article.outline, source.text, source.name FROM article JOIN source ON source.id = article.source
        WHERE article.id = ?
        """)
    guard let row = try Row.fetchOne(select, arguments: [article]) else { return [] }
    let text = SourceText(try row.value("text"), name: try row.value("name"))
    let origin = try text.article(try row.value("outline")).origin
    return Array(text.bytes[origin.bytes.clamped(to: text.bytes.indices)])
  }
}

/// The bands of the articles around the days that are being added: the index in which near-duplicates are found. It is
/// read from the archive as days come up and then kept, with what other programs add meanwhile.
struct RecentArticles: Sendable {
  /// From this many articles on, what is remembered is read anew: days far away are forgotten.
  private static let most = 50_000
  /// Shingles take some kilobytes an article.
  private static let mostSketches = 2000

  /// Of the articles added last, what would have to be read and made again.
  private(set) var sketches: [Int64: Sketch] = [:]
  /// Of those that wait for the index of words.
  var waiting: [WordIndex.Entry] = []

  private var articles: [UInt32: [(day: Int32, article: Int64)]] = [:]
  private var days: Set<Int> = []
  private var count = 0
  private var limit = most
  /// The last article that is known of.
  private var last: Int64 = 0

  mutating func add(_ sketch: Sketch, of article: Int64) {
    if sketches.count >= Self.mostSketches { sketches = [:] }
    sketches[article] = sketch
  }

  mutating func add(_ article: Int64, day: Int, keys: [UInt32]) {
    last = max(last, article)
    if days.contains(day) { remember(article, day: day, keys: keys) }
  }

  private mutating func remember(_ article: Int64, day: Int, keys: [UInt32]) {
    count += 1
    for key in keys { articles[key, default: []].append((Int32(truncatingIfNeeded: day), article)) }
  }

  /// How many bands each article of two weeks before and after shares.
  func sharing(_ keys: [UInt32], day: Int) -> [Int64: Int] {
    var shared: [Int64: Int] = [:]
    for key in keys {
      for (other, article) in articles[key] ?? [] where abs(Int(other) - day) <= Stories.days {
        shared[article, default: 0] += 1
      }
    }
    return shared
  }

  mutating func load(around day: Int, from db: Database) throws {
    if count > limit { (articles, days, count) = ([:], [], 0) }
    let isNew = days.isEmpty
    if isNew { last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM article") ?? 0 }
    let added = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT band.article, band.day, band.keys FROM article
          JOIN band ON band.day = article.day AND band.article = article.id WHERE article.id > ?
          """), arguments: [last])
    while let row = try added.next() { add(row[0], day: row[1], keys: Spelling.keys(row[2])) }
    let select = try db.cachedStatement(sql: "SELECT article, keys FROM band WHERE day = ?")
    for day in day - Stories.days...day + Stories.days where days.insert(day).inserted {
      let rows = try Row.fetchCursor(select, arguments: [day])
      while let row = try rows.next() { remember(row[0], day: day, keys: Spelling.keys(row[1])) }
    }
    // A month may have more than that; it is not read again with every article.
    if isNew { limit = max(Self.most, 2 * count) }
  }
}
