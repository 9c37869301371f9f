import BriefingModel

/// Sets measures of counties side by side.
///
///     Comparator().compare(articles, counties: [邹城, 嘉祥])   →   rows such as 完善“奖惩链条” ~ 强化结果运用
public struct Comparator: Sendable {
  public struct Options: Sendable {
    public var granularity: Comparison.Granularity
    public var lexicon: Lexicon

    public init(granularity: Comparison.Granularity = .leaf, lexicon: Lexicon = .standard) {
      self.granularity = granularity
      self.lexicon = lexicon
    }
  }

  let options: Options
  private let profiler: Profiler
  private let likeness: Likeness

  public init(options: Options = Options()) {
    self.init(options: options, weights: Likeness.Weights())
  }

  /// For tuning.
  package init(options: Options, weights: Likeness.Weights) {
    self.options = options
    likeness = Likeness(weights: weights)
    profiler = Profiler(lexicon: options.lexicon, background: .standard, weights: weights)
  }

  /// The counties that articles tell of, in reading order.
  public static func counties(in articles: [Article]) -> [County] {
    var counties: [County] = []
    var seen: Set<County> = []
    for article in articles where article.kind == .article {
      if let county = article.county, seen.insert(county).inserted { counties.append(county) }
    }
    return counties
  }

  /// The measures of an article that are set beside others', in outline order.
  public static func measures(of article: Article, granularity: Comparison.Granularity) -> [Measure] {
    Unit.all(in: article, granularity: granularity).map(\.measure)
  }

  /// The measures of these counties, aligned. What is demanded (`requirement`) is never compared with what was done.
  ///
  /// With two counties every measure stands exactly once, in a row or among `unpaired`. With more, the rows hold
  /// exactly the pairs that the comparisons of two counties each have; a measure stands in several rows where its
  /// partners are not partners of each other.
  public func compare(_ articles: [Article], counties: [County]) -> Comparison {
    var alignment = alignment(of: articles, counties: counties, granularity: options.granularity)
    if options.granularity == .top {
      let leaves = self.alignment(of: articles, counties: counties, granularity: .leaf)
      alignment.support = Support(of: alignment.units, leaves: leaves.units, pairs: leaves.pairs())
    }
    let units = alignment.units
    let pairs = alignment.pairs()
    let references = zip(units, alignment.profiles).map { reference($0, $1, articles: articles) }
    let rows = Rows(
      units: units, profiles: alignment.profiles, references: references, pairs: pairs,
      lexicon: options.lexicon, counties: counties.count)
    let paired = Set(pairs.flatMap { [$0.a, $0.b] })
    let unpaired = counties.indices.map { county in
      units.indices.filter { units[$0].county == county && !paired.contains($0) }.map { references[$0] }
    }
    return Comparison(
      counties: counties, granularity: options.granularity, rows: rows.rows, unpaired: unpaired,
      figures: ComparableFiguresRule(units: units, references: references, counties: counties.count).found,
      commonTerms: commonTerms(articles, counties: counties), threshold: alignment.threshold)
  }

  /// What the measures of every two counties agree in, but for those printed alike; for tuning.
  package func agreements(in articles: [Article], counties: [County]) -> [(
    a: MeasureReference, b: MeasureReference, counties: (County, County), found: Agreements
  )] {
    let alignment = alignment(of: articles, counties: counties, granularity: options.granularity)
    let (units, profiles, fields) = (alignment.units, alignment.profiles, alignment.fields)
    let references = zip(units, profiles).map { reference($0, $1, articles: articles) }
    return units.indices.flatMap { a in
      units.indices.filter { units[$0].county > units[a].county && profiles[$0].print != profiles[a].print }
        .map { b in
          let field = fields[profiles[a].article].likeness(fields[profiles[b].article])
          return (
            references[a], references[b], (counties[units[a].county], counties[units[b].county]),
            likeness.agreements(profiles[a], profiles[b], field: field)
          )
        }
    }
  }

  private func alignment(
    of articles: [Article], counties: [County], granularity: Comparison.Granularity
  ) -> Alignment {
    let units = units(of: articles, counties: counties, granularity: granularity)
    let (profiles, fields) = profiles(of: units)
    return Alignment(
      units: units, profiles: profiles, fields: fields, likeness: likeness,
      threshold: likeness.weights.threshold(granularity), ranks: Self.ranks(units))
  }

  private func units(of articles: [Article], counties: [County], granularity: Comparison.Granularity)
    -> [Unit]
  {
    let numbers = Self.numbers(counties)
    var units: [Unit] = []
    for (index, article) in articles.enumerated() where article.kind == .article {
      guard let county = article.county.flatMap({ numbers[$0] }) else { continue }
      let found = Unit.all(in: article, granularity: granularity)
      for (place, entry) in found.enumerated() {
        let position = Double(place) / Double(max(1, found.count - 1))
        units.append(
          Unit(entry.measure, above: entry.above, county: county, article: index, position: position))
      }
    }
    return units
  }

  /// The profile of each unit and the field of each article that has units.
  private func profiles(of units: [Unit]) -> (profiles: [Profile], fields: [Field]) {
    var profiles: [Profile] = []
    var fields: [Field] = []
    var start = 0
    while start < units.count {
      let end = units[start...].firstIndex { $0.article != units[start].article } ?? units.count
      let members = Array(units[start..<end])
      profiles += profiler.profiles(of: members, article: fields.count)
      fields.append(profiler.field(of: members))
      start = end
    }
    return (profiles, fields)
  }

  /// The themes of an article's leaves by their numbers, the main one first.
  public func themes(of article: Article) -> [String: [String]] {
    let found = Unit.all(in: article, granularity: .leaf)
    let units = found.enumerated().map { place, entry in
      Unit(
        entry.measure, above: entry.above, county: 0, article: 0,
        position: Double(place) / Double(max(found.count - 1, 1)))
    }
    let profiles = profiler.profiles(of: units)
    return Dictionary(
      zip(units, profiles).map { ($0.measure.number, $1.themeOrder.map { options.lexicon.themes[$0] }) },
      uniquingKeysWith: { first, _ in first })
  }

  private func reference(_ unit: Unit, _ profile: Profile, articles: [Article]) -> MeasureReference {
    let themes = profile.themeOrder.map { options.lexicon.themes[$0] }
    return MeasureReference(
      article: articles[unit.article].id, number: unit.measure.number, heading: unit.measure.heading,
      theme: themes.first ?? "", also: Array(themes.dropFirst()), origin: unit.measure.origin)
  }

  /// Ranks by place in the source and by words, so that ties do not depend on the order of the input.
  private static func ranks(_ units: [Unit]) -> [Int] {
    let order = units.indices.sorted {
      let (a, b) = (units[$0].measure, units[$1].measure)
      return (a.heading, a.origin.source, a.origin.scalars.lowerBound)
        < (b.heading, b.origin.source, b.origin.scalars.lowerBound)
    }
    var ranks = [Int](repeating: 0, count: units.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }

  /// The place of each county among those compared.
  private static func numbers(_ counties: [County]) -> [County: Int] {
    Dictionary(counties.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func commonTerms(_ articles: [Article], counties: [County]) -> [CommonTerm] {
    let numbers = Self.numbers(counties)
    var users: [String: Set<Int>] = [:]
    for article in articles where article.kind == .article {
      guard let county = article.county.flatMap({ numbers[$0] }) else { continue }
      for term in article.allTerms { users[term.text, default: []].insert(county) }
    }
    return users.filter { $0.value.count > 1 }.map { CommonTerm(text: $0.key, counties: $0.value.sorted()) }
      .sorted { ($1.counties.count, $0.text) < ($0.counties.count, $1.text) }
  }
}
