import BriefingModel

/// The vocabulary of figures. All of it is data: `units.txt`, `figure-*.txt`. (A class: every rule looks at it.)
final class FigureWords: Sendable {
  let units: UnitTable
  /// Words that contain numbers and are no quantities (进一步, 三轮车); `N` stands for a Chinese numeral.
  let names: WordList
  /// Coined names with numbers, which become terms (三级联动, 三位一体).
  let coined: WordList
  /// What follows the `N` of names and coined names that stands for a numeral.
  let nameTails: WordList
  let coinedTails: WordList
  /// Qualifiers before and after a number; a word's weight is the place of its qualifier in `allCases`.
  let before: WordList
  let after: WordList
  /// Verbs that stand before what is counted (铺设, 评选); those of weight below 1 also make nouns (培训).
  let verbs: WordList
  /// Words that end the noun phrase after a number (进行, 担任).
  let stops: WordList
  /// Words between a noun phrase and its number (达到, 同比增长).
  let links: WordList
  /// Words that open a clause and belong to no noun phrase (今年以来, 累计).
  let leads: WordList
  /// Words that contain a verb or a stop and are nouns (党组织, 在职党员, 建议书).
  let nouns: WordList
  /// Nouns that a verb before them describes: 帮扶资金, 收购协议.
  let heads: WordList
  /// Those of whom something else is told behind 的; people have a weight below 1 (11位老人的医保卡).
  let owners: WordList
  /// Words around dates and durations, one list for each role.
  private let events: [WordList]
  /// What a number without a unit counts: 资金 → 元, 人口 → 人.
  let implied: UnitTable
  /// What a number, a quotation or a dated phrase may begin with.
  let starts: ScalarSet
  /// What may follow a single Chinese numeral that counts or names something: most follow-ups (一般, 统一领导) do not.
  let followers: ScalarSet

  /// The lists that ship with jianbao and a user's units and names.
  init(units ownUnits: [String] = [], names ownNames: [String] = []) {
    let units = UnitTable(PackageResources.units_txt)
    let names = WordList(PackageResources.figure_names_txt)
    self.units = ownUnits.isEmpty ? units : units.adding(ownUnits)
    self.names = ownNames.isEmpty ? names : names.adding(ownNames)
    coined = WordList(PackageResources.figure_coined_txt)
    nameTails = self.names.tails(after: Self.anyNumeral)
    coinedTails = coined.tails(after: Self.anyNumeral)
    before = Self.qualifiers(PackageResources.figure_qualifiers_txt, place: "before")
    after = Self.qualifiers(PackageResources.figure_qualifiers_txt, place: "after")
    verbs = WordList(PackageResources.figure_verbs_txt)
    stops = WordList(PackageResources.figure_stops_txt)
    links = WordList(PackageResources.figure_links_txt)
    leads = WordList(PackageResources.figure_leads_txt)
    nouns = WordList(PackageResources.figure_nouns_txt)
    heads = WordList(PackageResources.figure_heads_txt)
    owners = WordList(PackageResources.figure_owners_txt)
    events = Self.events(PackageResources.figure_events_txt)
    implied = UnitTable(PackageResources.figure_implied_txt)
    starts = ScalarSet("0123456789０１２３４５６７８９零〇一二三四五六七八九十百千万亿两半几数廿负-－正腊壹贰叁肆伍陆柒捌玖”“\"《预望估")
    followers = Self.followers(units, coined)
  }

  private static let anyNumeral: UInt32 = 0x4E  // N

  private static func followers(_ units: UnitTable, _ coined: WordList) -> ScalarSet {
    var set = ScalarSet("零〇一二三四五六七八九十百千万亿两半几多余来点分年月日号时季度成个至到—–-－~～0123456789：:/ ")
    for c in units.openings { set.insert(c) }
    for c in coined.seconds { set.insert(c) }
    return set
  }

  /// What a word does beside a date or a duration; the words are those of `figure-events.txt`.
  enum EventRole: Int, CaseIterable {
    case behind, frame, since, adverb, light, place, using, ending, midst
  }

  func words(_ role: EventRole) -> WordList { events[role.rawValue] }

  /// Lines such as `adverb 迅速 立即`, in one list for each role.
  private static func events(_ bytes: [UInt8]) -> [WordList] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
    return EventRole.allCases.map { role in
      let name = "\(role)"
      return WordList(
        weighing: lines.filter { $0.first ?? "" == name }.flatMap { $0.dropFirst() }.map {
          (String($0), 1)
        })
    }
  }

  /// Lines such as `before at-least 不低于 至少`.
  private static func qualifiers(_ bytes: [UInt8], place: String) -> WordList {
    var entries: [(word: String, qualifier: Int)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count > 2, parts[0] == place,
        let index = Figure.Qualifier.allCases.firstIndex(where: {
          $0.rawValue.split(separator: " ").joined(separator: "-") == parts[1]
        })
      else { continue }
      entries += parts.dropFirst(2).map { ($0, index) }
    }
    return WordList(weighing: entries.map { ($0.word, Double($0.qualifier)) })
  }

  func qualifier(_ word: WordList.Word) -> Figure.Qualifier? {
    let index = Int(word.weight)
    return Figure.Qualifier.allCases.indices.contains(index) ? Figure.Qualifier.allCases[index] : nil
  }
}
