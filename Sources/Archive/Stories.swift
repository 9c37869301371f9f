import BriefingModel
import GRDB

/// Links articles that tell the same story: the same text in two papers, or a shortened version.
///
/// The story's number is the article's that came first. Only articles printed at most two weeks apart are compared:
/// a template that is filled in month after month is not one story, nor are two counties that fill in the same one.
struct Stories {
  private static let days = 14
  /// Candidates that are read, those first that share most bands.
  private static let mostCandidates = 6
  /// Bands that a candidate shares.
  private static let leastShared = 2

  let db: Database

  /// Finds the story of a new article and enters its bands; the number of the articles it was linked with.
  func link(_ article: Int64, day: Int, county: String?, text: ArraySlice<UInt8>) throws -> Bool {
    let sketch = Sketch(text)
    let bands = sketch.bands
    guard !bands.isEmpty else { return false }
    let story = try story(of: sketch, bands: bands, day: day, county: county)
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO band (key, day, article) VALUES (?, ?, ?)")
    for band in bands { try insert.execute(arguments: [band, day, article]) }
    guard let story else { return false }
    try db.cachedStatement(sql: "UPDATE article SET story = ? WHERE id = ?").execute(arguments: [
      story, article,
    ])
    return true
  }

  /// The earliest story among those that are near; others that are near too become part of it.
  private func story(of sketch: Sketch, bands: [Int64], day: Int, county: String?) throws -> Int64? {
    var stories: Set<Int64> = []
    for (candidate, story) in try candidates(bands, day: day, county: county) where !stories.contains(story) {
      if sketch.isNear(Sketch(try text(of: candidate))) { stories.insert(story) }
    }
    guard let first = stories.min() else { return nil }
    for other in stories where other != first {
      try db.execute(sql: "UPDATE article SET story = ? WHERE story = ?", arguments: [first, other])
    }
    return first
  }

  private func candidates(_ bands: [Int64], day: Int, county: String?) throws -> [(
    article: Int64, story: Int64
  )] {
    let select = try db.cachedStatement(
      sql: "SELECT article FROM band WHERE key = ? AND day BETWEEN ? AND ?")
    var shared: [Int64: Int] = [:]
    for band in bands {
      let found = try Int64.fetchCursor(
        select, arguments: [band, day - Self.days, day + Self.days])
      while let article = try found.next() { shared[article, default: 0] += 1 }
    }
    let best = shared.filter { $0.value >= Self.leastShared }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }.prefix(Self.mostCandidates)
    let story = try db.cachedStatement(
      sql: "SELECT story FROM article WHERE id = ?1 AND (county IS ?2 OR county IS NULL OR ?2 IS NULL)")
    return try best.compactMap { article, _ in
      try Int64.fetchOne(story, arguments: [article, county]).map { (article, $0) }
    }
  }

  private func text(of article: Int64) throws -> [UInt8] {
    let select = try db.cachedStatement(
      sql:
        "SELECT article.origin, source.text FROM article JOIN source ON source.id = article.source WHERE article.id = ?"
    )
    guard let row = try Row.fetchOne(select, arguments: [article]),
      let origin = Origin(spelled: row[0], source: "")
    else { return [] }
    let whole: String = row[1]
    let text = Array(whole.utf8)
    return origin.bytes.upperBound <= text.count ? Array(text[origin.bytes]) : []
  }
}
