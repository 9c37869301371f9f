import BriefingModel

/// Decides which county an item is about.
///
///     本报邹城讯 → 邹城市      ——微山县韩庄镇…工作侧记 → 微山县      金乡 实行“1+4+N”机制 → 金乡县
///
/// A short name counts only in dateline, label, title and lede: many are ordinary words (合作, 平安, 南部).
struct CountyRule: Sendable {
  struct Places {
    var datelines: [Range<Int>] = []
    var labels: [Range<Int>] = []
    var titles: [Range<Int>] = []
    var ledes: [Range<Int>] = []
    var body: Range<Int> = 0..<0
  }

  enum Finding: Equatable {
    case county(County)
    case ambiguous(name: String, candidates: [County])
    case unknown
  }

  let gazetteer: Gazetteer
  let commonWords: WordList
  let prefecture: String?

  /// The least evidence that names a county.
  private static let least = 3.0
  /// Body text is searched only where the better places leave a doubt.
  private static let sure = 6.0

  func find(in text: [UInt32], _ places: Places) -> Finding {
    var scores = CountyScores()
    for range in places.datelines { add(text, range, .dateline, &scores) }
    for range in places.labels { add(text, range, .label, &scores) }
    for range in places.titles { add(text, range, .title, &scores) }
    for range in places.ledes { add(text, range, .lede, &scores) }
    return decide(&scores, text, places)
  }

  private func decide(_ scores: inout CountyScores, _ text: [UInt32], _ places: Places) -> Finding {
    if isOpen(scores) { addFullNames(text, places.body, &scores) }
    if let prefecture {
      for county in scores.named { scores.add(setting(county, prefecture), to: county) }
    }
    if isOpen(scores) { addSurroundings(text, places, &scores) }
    guard scores.best >= Self.least else { return .unknown }
    let leaders = scores.leaders.sorted()
    guard leaders.count > 1 else { return .county(gazetteer.counties[leaders[0]]) }
    let counties = leaders.map { gazetteer.counties[$0] }
    // Two different names of equal weight are settled by the one printed first, two bearers of one name are not.
    guard Set(counties.map(\.short)).count == 1 else { return first(of: leaders, text, places) }
    return .ambiguous(name: counties[0].short, candidates: counties)
  }

  private func isOpen(_ scores: CountyScores) -> Bool {
    scores.best < Self.sure || scores.leaders.count > 1
  }

  private func setting(_ county: Int, _ prefecture: String) -> Double {
    // Districts of a municipality stand directly under it.
    let own = gazetteer.counties[county].prefecture ?? gazetteer.counties[county].province
    guard let own else { return 0 }
    return own == prefecture || own.hasPrefix(prefecture) ? 4 : 0
  }

  /// What a name is worth in one kind of place: in full, in short, and in short where it opens the line.
  private struct Worth {
    let full: Double
    let short: Double
    let opening: Double
    /// Names stand here and nothing else: an ordinary word is one too.
    var isNamePlace = false

    static let dateline = Worth(full: 10, short: 9, opening: 9, isNamePlace: true)
    static let label = Worth(full: 9, short: 8, opening: 8, isNamePlace: true)
    static let title = Worth(full: 7, short: 2, opening: 5)
    static let lede = Worth(full: 6, short: 1, opening: 1.5)
  }

  private func add(_ text: [UInt32], _ range: Range<Int>, _ worth: Worth, _ scores: inout CountyScores) {
    // A place names few counties; a list of them is searched faster than a set.
    var counted: [Int] = []
    for match in gazetteer.matches(text, range) where isName(match, text, range) {
      let weight = weight(of: match, in: text, range, worth)
      for county in match.counties where !counted.contains(county) {
        counted.append(county)
        scores.add(weight, to: county)
      }
    }
  }

  private func weight(of match: Gazetteer.Match, in text: [UInt32], _ range: Range<Int>, _ worth: Worth)
    -> Double
  {
    guard !match.isFullName else { return worth.full }
    let after = text.at(match.range.upperBound)
    let isSetOff = Glyph.isBlank(after) || Glyph.isColon(after)
    let word = commonWords.match(text, at: match.range.lowerBound, end: match.range.upperBound)
    if word?.count == match.range.count, !worth.isNamePlace, !isSetOff { return 0 }
    return isSetOff || match.range.lowerBound == range.lowerBound ? worth.opening : worth.short
  }

  private func addFullNames(_ text: [UInt32], _ range: Range<Int>, _ scores: inout CountyScores) {
    var counts = CountyScores()
    for match in gazetteer.matches(text, range) where match.isFullName {
      for county in match.counties { counts.add(1, to: county) }
    }
    for county in counts.named { scores.add(0.8 * min(counts[county], 4), to: county) }
  }

  /// A prefecture or province named nearby tells bearers of one name apart.
  private func addSurroundings(_ text: [UInt32], _ places: Places, _ scores: inout CountyScores) {
    let ranges = places.datelines + places.titles + places.ledes + [places.body]
    // A county further behind comes level with the best by no two names.
    let least = scores.best - CountyScores.lead - 2.5 * Self.witness
    for index in scores.named where scores[index] > least {
      for name in [gazetteer.counties[index].prefecture, gazetteer.counties[index].province] {
        guard let name else { continue }
        let stem = stem(of: name, apartFrom: gazetteer.counties[index].short)
        if ranges.contains(where: { contains(text, $0, stem) }) { scores.add(Self.witness, to: index) }
      }
    }
  }

  /// What a prefecture or province named nearby is worth.
  private static let witness = 2.0

  /// A unit's name without its kind. The county's own name is no witness for a prefecture of the same name (朝阳).
  private func stem(of name: String, apartFrom short: String) -> Substring.UnicodeScalarView {
    let stem = name.unicodeScalars.dropLast()
    return stem.elementsEqual(short.unicodeScalars) ? name.unicodeScalars[...] : stem
  }

  /// Whether a word of two characters or more stands in a range.
  private func contains(_ text: [UInt32], _ range: Range<Int>, _ word: Substring.UnicodeScalarView) -> Bool {
    guard let first = word.first?.value, word.dropFirst().first != nil else { return false }
    return range.contains { index in
      text[index] == first && text[index..<range.upperBound].starts(with: word.lazy.map(\.value))
    }
  }

  private func first(of leaders: [Int], _ text: [UInt32], _ places: Places) -> Finding {
    for range in places.datelines + places.labels + places.titles + places.ledes {
      for match in gazetteer.matches(text, range) {
        if let county = match.counties.first(where: leaders.contains) {
          return .county(gazetteer.counties[county])
        }
      }
    }
    return .county(gazetteer.counties[leaders[0]])
  }

  /// 市 省 州 盟 make it another unit's name; 镇 乡 村 社 路 街 河 山 湖 a place within one.
  private static let otherUnits: Set<UInt32> = [
    0x5E02, 0x7701, 0x5DDE, 0x76DF, 0x9547, 0x4E61, 0x6751, 0x793E, 0x8DEF, 0x8857, 0x6CB3, 0x5C71, 0x6E56,
  ]

  private func isName(_ match: Gazetteer.Match, _ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard !match.isFullName, match.range.upperBound < range.upperBound else { return true }
    return !Self.otherUnits.contains(text[match.range.upperBound])
  }
}
