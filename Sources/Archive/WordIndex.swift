import BriefingModel
import GRDB

/// The two indexes: words of every measure (`search`) and objects of numbers by county (`told`).
///
/// FTS5 writes a segment of its own at every commit and merges them again and again; one article a segment costs more
/// than all else. So articles wait until there are enough of them, and are entered together, in the transaction of the
/// one that made them enough. Everything past `indexed.through` waits, and whoever searches looks there too
/// (`Waiting`): nothing is ever missing, and nothing has to be made good after a crash.
struct WordIndex {
  /// Articles that may wait, and the length of a source that need not wait, in bytes.
  static let most: Int64 = 128
  private static let long = 16 << 10
  /// A row of `search` is numbered by day, article and place, so that FTS5 itself gives the newest first.
  private static let dayShift: Int64 = 44
  private static let articleShift: Int64 = 8
  static let lastPlace = 255
  /// Bits of an article's number.
  static let articles: Int64 = 1 << (dayShift - articleShift) - 1

  let db: Database

  static func firstID(day: Int) -> Int64 { Int64(day) << dayShift }

  /// Places past the last have its number together.
  static func id(day: Int, article: Int64, place: Int) -> Int64 {
    firstID(day: day) | article << articleShift | Int64(min(place, lastPlace))
  }

  static func article(ofID id: Int64) -> Int64 { id >> articleShift & articles }
  static func places(ofID id: Int64, count: Int) -> Range<Int> {
    let place = Int(id & Int64(lastPlace))
    return place..<(place == lastPlace ? max(count, place) : place + 1)
  }

  /// A row of `told`.
  static func toldID(day: Int, article: Int64) -> Int64 { Int64(day) << (dayShift - articleShift) | article }

  static func article(ofToldID id: Int64) -> Int64 { id & articles }

  static func through(_ db: Database) throws -> Int64 {
    guard let through = try Int64.fetchOne(db.cachedStatement(sql: "SELECT through FROM indexed")) else {
      throw ArchiveError.damaged
    }
    return through
  }

  /// The last article that has been entered, and a number that no article has had, not even one that is gone.
  func numbers() throws -> (through: Int64, next: Int64) {
    let through = try Self.through(db)
    let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM article")) ?? 0
    return (through, max(last, through) + 1)
  }

  /// Enters what waits, the articles past `through`, if that is enough, or if the source just written was long. `known`
  /// is what this program added and need not read again.
  func fill(from through: Int64, to last: Int64, after length: Int, with known: inout [Entry]) throws {
    // What another program entered meanwhile.
    if known.first.map({ $0.article <= through }) ?? false { known.removeAll { $0.article <= through } }
    guard last - through >= Self.most || (length >= Self.long && last > through) else { return }
    // Where another program has added too, all is read.
    let isComplete = Int64(known.count) == last - through
    try enter(isComplete ? known : try Waiting.articles(db, after: through).map(Entry.init))
    known = []
    try db.cachedStatement(sql: "UPDATE indexed SET through = ?").execute(arguments: [last])
  }

  func enter(_ entries: [Entry]) throws {
    let words = try db.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)")
    let told = try db.cachedStatement(sql: "INSERT INTO told (rowid, object) VALUES (?, ?)")
    try forEachRow(
      of: entries, words: { try words.execute(arguments: [$0, $1]) },
      told: { try told.execute(arguments: [$0, $1]) })
  }

  /// FTS5 wants its rows in order, or it begins a new segment.
  private func forEachRow(
    of entries: [Entry], words: (Int64, String) throws -> Void, told: (Int64, String) throws -> Void
  ) throws {
    for entry in entries.sorted(by: { ($0.day, $0.article) < ($1.day, $1.article) }) {
      for (place, text) in entry.words.texts.enumerated() {
        try words(Self.id(day: entry.day, article: entry.article, place: place), text)
      }
      guard !entry.words.told.isEmpty else { continue }
      try told(Self.toldID(day: entry.day, article: entry.article), entry.words.told)
    }
  }

  /// Takes articles out. All that waits is entered, so that `through` is past every number ever given: a program that
  /// remembers an article that is gone never takes another one for it.
  func leave(_ entries: [Entry]) throws {
    let through = try Self.through(db)
    let leaving = Set(entries.map(\.article))
    try enter(
      try Waiting.articles(db, after: through).filter { !leaving.contains($0.number) }.map(Entry.init))
    try forget(entries.filter { $0.article <= through })
    try db.execute(
      sql: "UPDATE indexed SET through = max(through, (SELECT coalesce(max(id), 0) FROM article))")
  }

  /// FTS5 keeps no text of its own: what goes has to be said again.
  private func forget(_ entries: [Entry]) throws {
    let words = try db.cachedStatement(
      sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)")
    let told = try db.cachedStatement(sql: "INSERT INTO told (told, rowid, object) VALUES ('delete', ?, ?)")
    try forEachRow(
      of: entries, words: { try words.execute(arguments: [$0, $1]) },
      told: { try told.execute(arguments: [$0, $1]) })
  }

  /// What is entered of an article: a text for each place and one for all past the last, and the objects of numbers.
  struct Words: Sendable {
    var texts: [String]
    var told: String

    init(_ article: Article) {
      texts = Self.texts(of: article)
      told = article.toldObjects.joined(separator: "\n")
    }

    static func texts(of article: Article) -> [String] {
      let texts = article.indexed
      guard texts.count > lastPlace else { return texts }
      return texts.prefix(lastPlace) + [texts[lastPlace...].joined(separator: "\n")]
    }
  }

  /// An article that waits.
  struct Entry: Sendable {
    var article: Int64
    var day: Int
    var words: Words
  }

  /// An FTS5 query for phrases that must all stand in a row.
  static func query(_ phrases: [String]) -> String { phrases.map { "\"\($0)\"" }.joined(separator: " ") }

  /// On every connection, before anything is read.
  static func addTokenizers(_ db: Database) {
    db.add(tokenizer: HanTokenizer.self)
    db.add(tokenizer: LineTokenizer.self)
  }

  static let tables = """
    CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='han');
    CREATE VIRTUAL TABLE told USING fts5(object, content='', detail=none, columnsize=0, tokenize='lines');
    CREATE VIRTUAL TABLE told_terms USING fts5vocab(told, row);
    INSERT INTO search (search, rank) VALUES ('automerge', 8);
    INSERT INTO told (told, rank) VALUES ('automerge', 8);
    """
}

extension WordIndex.Entry {
  init(_ stored: StoredArticle) {
    self.init(article: stored.number, day: stored.day, words: WordIndex.Words(stored.article))
  }
}

extension Article {
  /// What is counted, with the county before it: the terms of `told`, each once.
  var toldObjects: [String] {
    let county = self.county?.name ?? ""
    // By their bytes: what FTS5 compares too.
    var seen: Set<[UInt8]> = []
    return figuresByPlace.joined().compactMap(\.object).filter { seen.insert(Array($0.utf8)).inserted }
      .map { Told.term(county: county, object: $0) }
  }
}

/// The terms of `told`: 金乡县⇥红帆驿站.
enum Told {
  private static let tab: Character = "\t"

  static func term(county: String, object: String) -> String { county + String(tab) + line(object) }

  /// An object on one line.
  static func line(_ object: String) -> String {
    object.utf8.contains(0x0A) ? object.split(separator: "\n").joined(separator: " ") : object
  }

  static func parts(_ term: String) -> (county: String, object: String) {
    guard let place = term.firstIndex(of: tab) else { return ("", term) }
    return (String(term[..<place]), String(term[term.index(after: place)...]))
  }

  /// A query for a whole term.
  static func query(_ term: String) -> String {
    "\"" + term.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

/// The articles that are not yet in the index of words.
enum Waiting {
  static func articles(_ db: Database, after through: Int64) throws -> [StoredArticle] {
    var reader = ArticleReader(db: db)
    return try Row.fetchAll(
      db.cachedStatement(sql: ArticleReader.select + " WHERE article.id > ? ORDER BY article.id"),
      arguments: [through]
    ).map { try reader.article($0) }
  }

  /// Which of their rows hold the words, in the order of numbers. Of Han characters each is a word of the index, so a
  /// phrase of them is found where it stands in the text; for others an index in memory gives FTS5's own answer.
  static func ids(of articles: [StoredArticle], holding phrases: [String]) throws -> [Int64] {
    let isPlain = phrases.allSatisfy { $0.unicodeScalars.allSatisfy { HanTokenizer.isHan($0.value) } }
    return try isPlain ? plainIDs(of: articles, holding: phrases) : indexedIDs(of: articles, holding: phrases)
  }

  static func plainIDs(of articles: [StoredArticle], holding phrases: [String]) -> [Int64] {
    let wanted = phrases.map { Array($0.utf8) }
    return articles.flatMap { item in
      WordIndex.Words.texts(of: item.article).enumerated().filter { _, text in
        let text = Array(text.utf8)
        return wanted.allSatisfy { holds($0, in: text) }
      }.map { WordIndex.id(day: item.day, article: item.number, place: $0.offset) }
    }.sorted()
  }

  private static func holds(_ wanted: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = wanted.first, text.count >= wanted.count else { return wanted.isEmpty }
    return text.withUnsafeBufferPointer { text in
      for start in 0...text.count - wanted.count where text[start] == first {
        if (1..<wanted.count).allSatisfy({ text[start + $0] == wanted[$0] }) { return true }
      }
      return false
    }
  }

  static func indexedIDs(of articles: [StoredArticle], holding phrases: [String]) throws -> [Int64] {
    guard !articles.isEmpty else { return [] }
    var configuration = Configuration()
    configuration.prepareDatabase(WordIndex.addTokenizers)
    return try DatabaseQueue(configuration: configuration).write { db in
      try db.execute(sql: WordIndex.tables)
      try WordIndex(db: db).enter(articles.map(WordIndex.Entry.init))
      return try Int64.fetchAll(
        db, sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid",
        arguments: [WordIndex.query(phrases)])
    }
  }
}
