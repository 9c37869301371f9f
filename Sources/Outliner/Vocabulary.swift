/// The words that rules look for. All of them are data: `Vocabulary/*.txt`, extended by the user's settings.
/// (A class: rules hand it about a great deal.)
public final class Vocabulary: Sendable {
  /// Words that open a measure's heading.
  let verbs: WordList
  let singleVerbs = WordList(PackageResources.single_verbs_txt)
  /// Words that open an ordinary sentence.
  let openers = WordList(PackageResources.openers_txt)
  /// Words that speak against a heading, with their weights in tenths.
  let unlikely = WordList(PackageResources.unlikely_txt)
  /// 强调, 要求: what follows is demanded, not done.
  let governors = WordList(PackageResources.governors_txt)
  /// 问题, 原因: what follows is no list of measures.
  let problems = WordList(PackageResources.problems_txt)
  /// 回顾, 概况: a part so named holds no action.
  let sectionNouns = WordList(PackageResources.section_nouns_txt)
  /// Names of newspaper columns and lines of page furniture.
  let columns: WordList
  let furniture = WordList(PackageResources.furniture_txt)
  /// Endings of organisations that sign an article (组织部, 局).
  let organisations = WordList(PackageResources.organisations_txt)
  let surnames = WordList(PackageResources.surnames_txt)
  /// Endings of sections that tell results or troubles: lists within them are no measures.
  let resultNouns = WordList(PackageResources.result_nouns_txt)
  /// Short county names that are ordinary words (合作, 平安).
  let commonWords = WordList(PackageResources.common_words_txt)
  /// Words that number a measure (做法一, 第一招).
  let labels = WordList(PackageResources.labels_txt)
  /// Endings of a headline's last line that make it a subtitle.
  let subtitles = WordList(PackageResources.subtitles_txt)
  /// Units, names that contain numbers, and the words around figures.
  let figures: FigureWords

  /// The lists that ship with jianbao.
  public static let standard = Vocabulary()

  private convenience init() {
    self.init(
      verbs: WordList(PackageResources.verbs_txt), columns: WordList(PackageResources.columns_txt),
      figures: FigureWords())
  }

  private init(verbs: WordList, columns: WordList, figures: FigureWords) {
    self.verbs = verbs
    self.columns = columns
    self.figures = figures
  }

  /// The standard lists and the user's own words; units as in `Vocabulary/units.txt` (`count 摞`, or just `摞`).
  public func adding(
    verbs: [String] = [], columns: [String] = [], units: [String] = [], names: [String] = []
  ) -> Vocabulary {
    guard !(verbs.isEmpty && columns.isEmpty && units.isEmpty && names.isEmpty) else { return self }
    return Vocabulary(
      verbs: verbs.isEmpty ? self.verbs : self.verbs.adding(verbs),
      columns: columns.isEmpty ? self.columns : self.columns.adding(columns),
      figures: units.isEmpty && names.isEmpty ? figures : FigureWords(units: units, names: names))
  }
}

/// Words found by their first character, longest first. (A class, as the vocabulary is.)
final class WordList: Sendable {
  struct Word: Sendable {
    /// Where the word stands in `pool`.
    fileprivate let start: Int
    /// Its second character, or 0: most words that begin alike differ there.
    fileprivate let second: UInt32
    let count: Int
    /// The weight that opens the word's line, or 1.
    let weight: Double
  }

  /// All words, one after the other: matching then touches no array of its own for each word.
  private let pool: [UInt32]
  private let words: [Word]
  /// The words that begin with a character: a range of `words`, at the character's rank among all first ones.
  private let ranges: [Range<Int>]
  private let firsts: RankedScalars
  /// The characters that words end with.
  private let lasts: ScalarSet

  /// Parses a resource: words separated by blanks, `#` comments, a leading number gives a line's weight in tenths.
  convenience init(_ bytes: [UInt8]) {
    var entries: [(scalars: [UInt32], weight: Double)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      var words = line.split(separator: " ")[...]
      var weight = 1.0
      if let tenths = words.first.flatMap({ Double($0) }) {
        weight = tenths / 10
        words = words.dropFirst()
      }
      entries += words.map { ([UInt32](of: String($0)), weight) }
    }
    self.init(entries)
  }

  /// A list whose words' weights are their numbers, from 0.
  convenience init(numbering words: [String]) {
    self.init(words.enumerated().map { ([UInt32](of: $1), Double($0)) })
  }

  convenience init(weighing words: [(word: String, weight: Double)]) {
    self.init(words.map { ([UInt32](of: $0.word), $0.weight) })
  }

  private init(_ entries: [(scalars: [UInt32], weight: Double)]) {
    var pool: [UInt32] = []
    var words: [Word] = []
    var ranges: [Range<Int>] = []
    var firsts: [UInt32] = []
    var lasts = ScalarSet()
    let sorted = entries.filter { !$0.scalars.isEmpty }
      .sorted { ($0.scalars[0], $1.scalars.count) < ($1.scalars[0], $0.scalars.count) }
    for (index, entry) in sorted.enumerated() {
      words.append(
        Word(
          start: pool.count, second: entry.scalars.at(1), count: entry.scalars.count, weight: entry.weight))
      pool += entry.scalars
      if let last = entry.scalars.last { lasts.insert(last) }
      if firsts.last == entry.scalars[0], let range = ranges.popLast() {
        ranges.append(range.lowerBound..<index + 1)
      } else {
        firsts.append(entry.scalars[0])
        ranges.append(index..<index + 1)
      }
    }
    self.pool = pool
    self.words = words
    self.ranges = ranges
    self.firsts = RankedScalars(firsts)
    self.lasts = lasts
  }

  /// The list and some words more.
  func adding(_ more: [String]) -> WordList {
    WordList(entries + more.map { (scalars: [UInt32](of: $0), weight: 1.0) })
  }

  /// The list and some words more, numbered on.
  func adding(_ more: [String], from number: Int) -> WordList {
    WordList(more.enumerated().map { (scalars: [UInt32](of: $1), weight: Double(number + $0)) } + entries)
  }

  var firstCharacters: [UInt32] { words.map { pool[$0.start] } }

  /// The second characters of the words that have one.
  var seconds: [UInt32] { words.filter { $0.count > 1 }.map(\.second) }

  /// What follows `first` in the words that begin with it.
  func tails(after first: UInt32) -> WordList {
    WordList(entries.filter { $0.scalars[0] == first }.map { (Array($0.scalars.dropFirst()), $0.weight) })
  }

  private var entries: [(scalars: [UInt32], weight: Double)] {
    words.map { (scalars: Array(pool[$0.start..<$0.start + $0.count]), weight: $0.weight) }
  }

  /// The longest word that stands at `position` and ends before `end`. Most characters begin none: a look that is
  /// inlined tells.
  @inline(__always)
  func match(_ text: [UInt32], at position: Int, end: Int) -> Word? {
    guard position < end, let rank = firsts.rank(text[position]) else { return nil }
    return longest(text, at: position, end: end, among: ranges[rank])
  }

  private func longest(_ text: [UInt32], at position: Int, end: Int, among range: Range<Int>) -> Word? {
    let room = end - position
    let second = room > 1 ? text[position + 1] : 0
    for index in range where words[index].second == second || words[index].count == 1 {
      let word = words[index]
      guard word.count <= room else { continue }
      var length = 2
      while length < word.count, pool[word.start + length] == text[position + length] { length += 1 }
      if length >= word.count { return word }
    }
    return nil
  }

  /// The first word within a range, and where.
  func first(in text: [UInt32], _ range: Range<Int>) -> (word: Word, at: Int)? {
    for index in range {
      if let word = match(text, at: index, end: range.upperBound) { return (word, index) }
    }
    return nil
  }

  /// The longest word that ends at `position` and begins no earlier than `start`; its weight and length.
  func match(_ text: [UInt32], endingAt position: Int, from start: Int, longest: Int = 5) -> Word? {
    guard position > start, lasts.mayContain(text[position - 1]) else { return nil }
    for low in max(start, position - longest)..<position {
      if let word = matchExactly(text, low..<position) { return word }
    }
    return nil
  }

  /// The word that fills a range.
  private func matchExactly(_ text: [UInt32], _ range: Range<Int>) -> Word? {
    let word = match(text, at: range.lowerBound, end: range.upperBound)
    return word?.count == range.count ? word : nil
  }

  /// Whether a range ends with one of the words.
  func ends(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    range.suffix(6).contains { start in
      match(text, at: start, end: range.upperBound)?.count == range.upperBound - start
    }
  }
}
