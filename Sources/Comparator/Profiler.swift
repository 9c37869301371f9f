/// Makes the profiles of an article's measures.
struct Profiler: Sendable {
  let lexicon: Lexicon
  let background: Background
  let weights: Likeness.Weights

  /// What stands in one measure, before the article's other measures are looked at.
  private struct Counted {
    var matters: [Int: Double] = [:]
    var pairs: [Int: Double] = [:]
    /// One number for each matter of the lexicon; together 1.
    var topics: [Float] = []
    var themes: [Float] = []
  }

  /// The profiles of one article's units, in their order. `article` is its place in `Alignment.fields`.
  func profiles(of units: [Unit], article: Int = 0) -> [Profile] {
    let counted = units.map(count)
    let shares = shares(counted.map(\.matters))
    let pairShares = self.shares(counted.map(\.pairs))
    let means = means(counted.map(\.topics))
    let themeMeans = average(counted.map(\.themes))
    return zip(units, counted).map { unit, counted in
      Profile(
        matters: Features(discounted(counted.matters, by: shares)),
        topics: Spread(zip(counted.topics, means).map { max(0, $0 - Float(weights.common) * $1) }),
        themes: Spread(counted.themes),
        themeOrder: ThemeRule.order(
          zip(counted.themes, themeMeans).map { $0 + Float(weights.articleTheme) * $1 }),
        pairs: Features(discounted(counted.pairs, by: pairShares)), headingPairs: headingPairs(of: unit),
        terms: names(of: unit),
        print: unit.texts.filter { $0.zone != .parentHeading }.flatMap(\.text.scalars),
        position: unit.position, article: article)
    }
  }

  /// What the article as a whole is about.
  func field(of units: [Unit]) -> Field {
    var topics = [Float](repeating: 0, count: lexicon.matters.count)
    var themes = [Float](repeating: 0, count: lexicon.themes.count)
    for unit in units {
      for (zone, text) in unit.texts where zone != .parentHeading {
        addTopics(of: pairs(in: text.scalars), to: &topics)
        for hit in lexicon.hits(in: text.scalars) {
          let word = lexicon.words[hit.word]
          let weight = weights.length(word.scalars.count) * rarity(of: word.matter) * word.share
          themes[lexicon.matters[word.matter].theme] += Float(weight)
        }
      }
    }
    return Field(topics: Spread(topics), themes: Spread(themes))
  }

  // MARK: One measure

  private func count(_ unit: Unit) -> Counted {
    var counted = Counted()
    var topics = [Float](repeating: 0, count: lexicon.matters.count)
    var byWords = [Float](repeating: 0, count: lexicon.themes.count)
    var byPairs = [Float](repeating: 0, count: lexicon.themes.count)
    for (zone, text) in unit.texts {
      let themeWeight = weights.themeZone(zone)
      var seen: [Int: Int] = [:]
      for hit in lexicon.hits(in: text.scalars) {
        let word = lexicon.words[hit.word]
        seen[word.matter, default: 0] += 1
        let amount =
          word.rarity * weights.length(word.scalars.count) * word.share / Double(seen[word.matter] ?? 1)
        counted.matters[word.matter, default: 0] += amount * rarity(of: word.matter) * weights.zone(zone)
        byWords[lexicon.matters[word.matter].theme] += Float(amount * themeWeight)
      }
      let pairs = pairs(in: text.scalars)
      for pair in pairs {
        let rarity = background.rarity(ofPair: pair)
        let key = Int(truncatingIfNeeded: pair)
        counted.pairs[key] = max(counted.pairs[key] ?? 0, rarity * rarity * weights.zone(zone))
      }
      var here = [Float](repeating: 0, count: lexicon.matters.count)
      addTopics(of: pairs, to: &here)
      for (matter, amount) in here.enumerated() where amount > 0 {
        topics[matter] += amount * Float(weights.zone(zone))
        byPairs[lexicon.matters[matter].theme] += amount * Float(themeWeight)
      }
    }
    counted.topics = shared(topics)
    let share = Float(weights.themeByPairs)
    counted.themes = zip(shared(byWords), shared(byPairs)).map { (1 - share) * $0 + share * $1 }
    return counted
  }

  private func addTopics(of pairs: [UInt64], to topics: inout [Float]) {
    for pair in pairs {
      guard let shares = lexicon.matterShares[pair] else { continue }
      let rarity = Float(background.rarity(ofPair: pair))
      for (matter, share) in shares { topics[matter] += rarity * share }
    }
  }

  private func rarity(of matter: Int) -> Double { lexicon.rarities[matter] }

  /// Each pair of adjacent Han characters once, in order.
  private func pairs(in text: [UInt32]) -> [UInt64] {
    var pairs = MatterText.hanPairs(in: text).map { Lexicon.key(text[$0], text[$0 + 1]) }
    pairs.sort()
    return pairs.enumerated().filter { $0.offset == 0 || pairs[$0.offset - 1] != $0.element }.map(\.element)
  }

  private func headingPairs(of unit: Unit) -> [UInt64] {
    let heading = unit.texts.first { $0.zone == .heading }?.text.scalars ?? []
    return pairs(in: heading).sorted {
      (background.rarity(ofPair: $1), $0) < (background.rarity(ofPair: $0), $1)
    }
  }

  private func names(of unit: Unit) -> [Profile.Name] {
    let heading = unit.texts.first { $0.zone == .heading }?.text.scalars ?? []
    var seen: Set<[UInt32]> = []
    return unit.terms.compactMap { term in
      let scalars = MatterText(term).scalars.filter { $0 != MatterText.stop }
      guard scalars.count >= 3, seen.insert(scalars).inserted else { return nil }
      return Profile.Name(scalars: scalars, isInHeading: heading.holds(scalars))
    }
  }

  // MARK: The article's other measures

  private func shared(_ values: [Float]) -> [Float] {
    let total = values.reduce(0, +)
    return total > 0 ? values.map { $0 / total } : values
  }

  /// In which share of the article's measures each key stands, beyond the first.
  private func shares(_ weights: [[Int: Double]]) -> [Int: Double] {
    guard weights.count > 2 else { return [:] }
    var counts: [Int: Int] = [:]
    for unit in weights { for key in unit.keys { counts[key, default: 0] += 1 } }
    return counts.filter { $0.value > 1 }.mapValues { Double($0 - 1) / Double(weights.count - 1) }
  }

  /// What stands in every measure is the article's topic and tells none from another.
  private func discounted(_ features: [Int: Double], by shares: [Int: Double]) -> [Int: Double] {
    var result = features
    for key in features.keys {
      if let share = shares[key] { result[key, default: 0] *= 1 - weights.topic * share }
    }
    return result
  }

  /// What the measures have in common; nothing where there are too few to tell.
  private func means(_ rows: [[Float]]) -> [Float] {
    rows.count > 2 ? average(rows) : [Float](repeating: 0, count: rows.first?.count ?? 0)
  }

  private func average(_ rows: [[Float]]) -> [Float] {
    var sums = [Float](repeating: 0, count: rows.first?.count ?? 0)
    for row in rows { for (index, value) in row.enumerated() { sums[index] += value } }
    return sums.map { $0 / Float(max(1, rows.count)) }
  }
}

extension Array where Element == UInt32 {
  /// Whether these scalars stand in it, one after the other.
  func holds(_ name: [UInt32]) -> Bool {
    guard let first = name.first, count >= name.count else { return false }
    return (0...count - name.count).contains { start in
      self[start] == first && self[start..<start + name.count].elementsEqual(name)
    }
  }
}
