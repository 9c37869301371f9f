/// Words that a user adds to a theme.
public struct ThemeWords: Equatable, Sendable {
  public var theme: String
  public var words: [String]

  public init(theme: String, words: [String]) {
    self.theme = theme
    self.words = words
  }
}

/// The vocabulary of themes and matters: `Vocabulary/matters-*.txt`, extended by the user's settings.
///
/// A *matter* is what a measure is about, finer than a theme: 考核奖惩 holds 结果运用 (奖惩, 评先树优, 激励约束 …)
/// and 通报晾晒 (红黑榜, 曝光 …). Words of one matter are taken for one another.
public struct Lexicon: Sendable {
  struct Matter: Sendable {
    var name: String
    /// Position in `themes`.
    var theme: Int
  }

  struct Word: Sendable {
    var scalars: [UInt32]
    var matter: Int
    /// 1, or less where several matters have the word; a user's own word belongs to the user's theme and weighs more.
    var share = 1.0
    var isOwn = false
    /// Of its rarest pair of characters.
    var rarity = 1.0
  }

  /// A word of the lexicon found in a text.
  struct Hit: Sendable, Equatable {
    var word: Int
    var range: Range<Int>
  }

  /// In the order in which the vocabulary first names them.
  public private(set) var themes: [String] = []
  private(set) var matters: [Matter] = []
  private(set) var words: [Word] = []
  /// The words that begin with two scalars, longest first.
  private var starts: [UInt64: [Int]] = [:]
  /// For each pair of characters the matters whose words hold it, with shares that add up to 1.
  private(set) var matterShares: [UInt64: [(matter: Int, share: Float)]] = [:]
  /// How rare each matter is in county news.
  private(set) var rarities: [Double] = []
  private var themeNumbers: [String: Int] = [:]
  private var matterNumbers: [String: Int] = [:]

  /// How many of our words one of the user's outweighs.
  private static let ownWeight = 4.0

  /// The vocabulary that ships with jianbao.
  public static let standard = Lexicon(resources: [
    PackageResources.matters_functions_txt, PackageResources.matters_economy_txt,
    PackageResources.matters_society_txt,
  ])

  private init(resources: [[UInt8]]) {
    for resource in resources {
      for line in String(decoding: resource, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#")
      {
        add(line: line)
      }
    }
    index()
  }

  /// `theme matter: word word …`
  private mutating func add(line: Substring) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line[..<colon].split(separator: " ", maxSplits: 1)
    guard name.count == 2 else { return }
    add(
      theme: String(name[0]), matter: String(name[1]),
      words: line[line.index(after: colon)...].split(separator: " ").map(String.init))
  }

  private mutating func add(theme: String, matter: String, words added: [String]) {
    let number = matterNumber(theme: theme, matter: matter)
    for word in Set(added).sorted() {
      let scalars = MatterText(word).scalars.filter { $0 != MatterText.stop }
      if scalars.count >= 2 { words.append(Word(scalars: scalars, matter: number)) }
    }
  }

  private mutating func matterNumber(theme: String, matter: String) -> Int {
    let key = theme + " " + matter
    if let known = matterNumbers[key] { return known }
    let themeNumber = themeNumbers[theme] ?? themes.count
    if themeNumber == themes.count {
      themes.append(theme)
      themeNumbers[theme] = themeNumber
    }
    matters.append(Matter(name: matter, theme: themeNumber))
    matterNumbers[key] = matters.count - 1
    return matters.count - 1
  }

  private mutating func index() {
    starts = Dictionary(grouping: words.indices) { Self.key(words[$0].scalars[0], words[$0].scalars[1]) }
      .mapValues { numbers in
        numbers.sorted { (words[$1].scalars.count, $0) < (words[$0].scalars.count, $1) }
      }
    indexWords()
    indexPairs()
    rarities = matters.map { Background.standard.rarity(ofMatter: themes[$0.theme] + " " + $0.name) }
  }

  private mutating func indexWords() {
    var owners: [[UInt32]: Int] = [:]
    for word in words { owners[word.scalars, default: 0] += 1 }
    let own = Set(words.filter(\.isOwn).map(\.scalars))
    for index in words.indices {
      let scalars = words[index].scalars
      let isTaken = own.contains(scalars) && !words[index].isOwn
      words[index].share =
        isTaken ? 0 : words[index].isOwn ? Self.ownWeight : 1 / Double(owners[scalars] ?? 1)
      words[index].rarity =
        zip(scalars, scalars.dropFirst())
        .map { Background.standard.rarity(ofPair: Self.key($0, $1)) }.max() ?? 1
    }
  }

  private mutating func indexPairs() {
    var counts: [UInt64: [Int: Float]] = [:]
    for word in words {
      for (a, b) in zip(word.scalars, word.scalars.dropFirst()) {
        counts[Self.key(a, b), default: [:]][word.matter, default: 0] += 1
      }
    }
    matterShares = counts.mapValues { matters in
      let total = matters.values.reduce(0, +)
      return matters.sorted { $0.key < $1.key }.map { (matter: $0.key, share: $0.value / total) }
    }
  }

  /// The standard vocabulary with the user's words: theme → words. A new theme comes last.
  public func adding(_ themes: [ThemeWords]) -> Lexicon {
    guard !themes.isEmpty else { return self }
    var result = self
    let known = result.words.count
    for entry in themes { result.add(theme: entry.theme, matter: entry.theme, words: entry.words) }
    for index in known..<result.words.count { result.words[index].isOwn = true }
    result.index()
    return result
  }

  /// All words in a text that do not lie inside a longer one; two matters may share a word.
  func hits(in text: [UInt32]) -> [Hit] {
    var hits: [Hit] = []
    var end = 0
    for start in text.indices.dropLast() {
      guard let candidates = starts[Self.key(text[start], text[start + 1])] else { continue }
      var length = 0
      for word in candidates {
        let scalars = words[word].scalars
        guard scalars.count >= length else { break }
        guard start + scalars.count > end, start + scalars.count <= text.count,
          text[start..<start + scalars.count].elementsEqual(scalars)
        else { continue }
        length = scalars.count
        hits.append(Hit(word: word, range: start..<start + scalars.count))
      }
      end = max(end, start + length)
    }
    return hits
  }

  static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}
