import BriefingModel
import Foundation

/// Which measures an editor sets in one row: the truth that alignments are scored against.
///
///     top 1 = 2                            in one row
///     leaf 3 ~ 4                           arguable, not scored
///     theme a 1.1 考核奖惩 | 制度规范      main theme | others that are right too
struct PairGold: Equatable, Sendable {
  /// Two units by their ids (`a.1.1`, `zoucheng.4`), in the order of their names.
  struct Pair: Hashable, Sendable {
    var first: String
    var second: String

    init(_ a: String, _ b: String) {
      first = min(a, b)
      second = max(a, b)
    }
  }

  struct Level: Equatable, Sendable {
    var aligned: Set<Pair> = []
    var arguable: Set<Pair> = []
  }

  var levels: [Comparison.Granularity: Level] = [.top: Level(), .leaf: Level()]
  /// Themes that are right for a leaf.
  var themes: [String: [String]] = [:]

  init(levels: [Comparison.Granularity: Level], themes: [String: [String]]) {
    self.levels = levels
    self.themes = themes
  }

  init(_ text: String, name: String) throws {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard add(words, kind: first) else { throw PairProblem(name: name, line: number + 1) }
    }
  }

  private mutating func add(_ words: [String], kind: String) -> Bool {
    if kind == "theme", words.count >= 4 {
      themes["\(words[1]).\(words[2])"] = words.dropFirst(3).filter { $0 != "|" }
      return true
    }
    guard let granularity = Comparison.Granularity(rawValue: kind), words.count >= 4 else { return false }
    let pair = Pair("a.\(words[1])", "b.\(words[3])")
    if words[2] == "=" { levels[granularity]?.aligned.insert(pair) }
    if words[2] == "~" { levels[granularity]?.arguable.insert(pair) }
    return ["=", "~"].contains(words[2])
  }
}

struct PairProblem: Error, CustomStringConvertible {
  var name: String
  var line: Int
  var description: String { "\(name): line \(line) of the alignment cannot be read" }
}

/// The form of `Fixtures/gold/alignment.json`.
struct AlignmentFile: Decodable {
  struct Pair: Decodable {
    var a: String
    var b: String
    var grade: Int
  }

  struct Level: Decodable {
    var aligned: [Pair]
  }

  struct Theme: Decodable {
    var id: String
    var theme: String
    var also: [String]
  }

  var top: Level
  var leaf: Level
  var themes: [Theme]

  var gold: PairGold {
    func level(_ level: Level) -> PairGold.Level {
      PairGold.Level(
        aligned: Set(level.aligned.filter { $0.grade == 2 }.map { PairGold.Pair($0.a, $0.b) }),
        arguable: Set(level.aligned.filter { $0.grade == 1 }.map { PairGold.Pair($0.a, $0.b) }))
    }
    return PairGold(
      levels: [.top: level(top), .leaf: level(leaf)],
      themes: Dictionary(themes.map { ($0.id, [$0.theme] + $0.also) }, uniquingKeysWith: { $1 }))
  }
}
