/// The words that rules look for. All of them are data: `Vocabulary/*.txt`, extended by the user's settings.
public struct Vocabulary: Sendable {
  /// Words that open a measure's heading.
  var verbs: WordList
  var singleVerbs: WordList
  /// Words that open an ordinary sentence.
  var openers: WordList
  /// Words that speak against a heading, with their weights in tenths.
  var unlikely: WordList
  /// 强调, 要求: what follows is demanded, not done.
  var governors: WordList
  /// 问题, 原因: what follows is no list of measures.
  var problems: WordList
  /// 回顾, 概况: a part so named holds no action.
  var sectionNouns: WordList
  /// Names of newspaper columns and lines of page furniture.
  var columns: WordList
  var furniture: WordList

  /// The lists that ship with jianbao.
  public static let standard = Vocabulary()

  init() {
    verbs = WordList(PackageResources.verbs_txt)
    singleVerbs = WordList(PackageResources.single_verbs_txt)
    openers = WordList(PackageResources.openers_txt)
    unlikely = WordList(PackageResources.unlikely_txt)
    governors = WordList(PackageResources.governors_txt)
    problems = WordList(PackageResources.problems_txt)
    sectionNouns = WordList(PackageResources.section_nouns_txt)
    columns = WordList(PackageResources.columns_txt)
    furniture = WordList(PackageResources.furniture_txt)
  }

  /// The standard lists and the user's own words.
  public func adding(verbs: [String] = [], columns: [String] = []) -> Vocabulary {
    var result = self
    for word in verbs { result.verbs.insert(.init(of: word)) }
    for word in columns { result.columns.insert(.init(of: word)) }
    return result
  }
}

/// Words found by their first character, longest first.
struct WordList: Sendable {
  struct Word: Sendable {
    let scalars: [UInt32]
    /// The weight that opens the word's line, or 1.
    let weight: Double
  }

  private var byFirst: [UInt32: [Word]] = [:]
  private var firsts = ScalarSet()

  init() {}

  /// Parses a resource: words separated by blanks, `#` comments, a leading number gives a line's weight in tenths.
  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      var words = line.split(separator: " ")[...]
      var weight = 1.0
      if let tenths = words.first.flatMap({ Double($0) }) {
        weight = tenths / 10
        words = words.dropFirst()
      }
      for word in words { insert(.init(of: String(word)), weight: weight) }
    }
  }

  mutating func insert(_ scalars: [UInt32], weight: Double = 1) {
    guard let first = scalars.first else { return }
    var words = byFirst[first, default: []]
    words.append(Word(scalars: scalars, weight: weight))
    words.sort { $0.scalars.count > $1.scalars.count }
    byFirst[first] = words
    firsts.insert(first)
  }

  /// The longest word that stands at `position` and ends before `end`.
  func match(_ text: [UInt32], at position: Int, end: Int) -> Word? {
    guard position < end, firsts.mayContain(text[position]), let words = byFirst[text[position]] else { return nil }
    return words.first { word in
      word.scalars.count <= end - position
        && zip(word.scalars, text[position..<end]).allSatisfy { $0 == $1 }
    }
  }

  /// The first word within a range, and where.
  func first(in text: [UInt32], _ range: Range<Int>) -> (word: Word, at: Int)? {
    for index in range {
      if let word = match(text, at: index, end: range.upperBound) { return (word, index) }
    }
    return nil
  }

  /// Whether a range ends with one of the words.
  func ends(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    for start in range where range.upperBound - start <= 6 {
      if let word = match(text, at: start, end: range.upperBound), start + word.scalars.count == range.upperBound {
        return true
      }
    }
    return false
  }
}
