import BriefingModel

/// All county-level units, found by name.
final class Gazetteer: Sendable {
  /// A name found in a text.
  struct Match: Sendable {
    /// Every unit that bears the name.
    let counties: [Int]
    let isFullName: Bool
    let range: Range<Int>
  }

  private struct Name: Sendable {
    let scalars: [UInt32]
    let isFull: Bool
    var counties: [Int]
  }

  let counties: [County]
  /// Names by their first two characters, longest first.
  private let names: [UInt64: [Name]]
  /// Hashes of the first two characters: most pairs in a text begin no name.
  private let pairs: ScalarSet

  /// The units of GB/T 2260 (`Vocabulary/counties.tsv`).
  static let standard = Gazetteer(adding: [])

  init(adding own: [County]) {
    let listed = Self.parse(PackageResources.counties_tsv)
    counties = own + listed
    var found: [[UInt32]: Name] = [:]
    for (index, county) in counties.enumerated() {
      for (name, isFull) in [(county.name, true), (county.short, false)] {
        let scalars = [UInt32](of: name)
        guard scalars.count >= 2, isFull || name != county.name else { continue }
        let says = isFull && !Self.isCommonNoun(scalars)
        found[scalars, default: Name(scalars: scalars, isFull: says, counties: [])].counties.append(index)
      }
    }
    var pairs = ScalarSet()
    for name in found.keys { pairs.insert(Self.hash(name[0], name[1])) }
    self.pairs = pairs
    names = Dictionary(grouping: found.values) { Self.key($0.scalars[0], $0.scalars[1]) }
      .mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }

  /// 城区, 矿区 and 郊区 are the full names of some counties and words of all: they prove as little as a short name.
  private static func isCommonNoun(_ name: [UInt32]) -> Bool { name.count == 2 && name[1] == 0x533A }

  private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  private static func hash(_ a: UInt32, _ b: UInt32) -> UInt32 { (a &* 31 ^ b &* 1021) & 0xFFFF }

  private static func parse(_ bytes: [UInt8]) -> [County] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard line.first != 0x23 else { return nil }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 5 else { return nil }
      return County(
        name: fields[1], short: fields[2], code: fields[0], prefecture: fields[3].isEmpty ? nil : fields[3],
        province: fields[4])
    }
  }

  /// The longest name that stands at `position`.
  func match(_ text: [UInt32], at position: Int, end: Int) -> Match? {
    guard mayBegin(text, position, end) else { return nil }
    return longest(text, position, end)
  }

  @inline(__always)
  private func mayBegin(_ text: [UInt32], _ position: Int, _ end: Int) -> Bool {
    position + 1 < end && pairs.mayContain(Self.hash(text[position], text[position + 1]))
  }

  private func longest(_ text: [UInt32], _ position: Int, _ end: Int) -> Match? {
    guard let candidates = names[Self.key(text[position], text[position + 1])] else { return nil }
    for name in candidates where name.scalars.count <= end - position {
      let range = position..<position + name.scalars.count
      if text[range].elementsEqual(name.scalars) {
        return Match(counties: name.counties, isFullName: name.isFull, range: range)
      }
    }
    return nil
  }

  /// Every name within a range, left to right.
  func matches(_ text: [UInt32], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if mayBegin(text, position, range.upperBound),
        let match = longest(text, position, range.upperBound)
      {
        found.append(match)
        position = match.range.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  /// The counties that names of some kind within a range may mean.
  func counties(_ text: [UInt32], _ range: Range<Int>, where isMeant: (Match) -> Bool) -> [Int] {
    var found: [Int] = []
    for match in matches(text, range) where isMeant(match) { found += match.counties }
    return found
  }
}
