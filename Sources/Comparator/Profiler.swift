/// Makes the profiles of an article's measures.
struct Profiler: Sendable {
  let lexicon: Lexicon
  let background: Background
  let weights: Likeness.Weights

  /// A word of the vocabulary in a measure, for weights and evidence.
  private struct Counted {
    var matters: [UInt64: Double] = [:]
    var headingMatters: [UInt64: Double] = [:]
    var topics: [UInt64: Double] = [:]
    var headingTopics: [UInt64: Double] = [:]
    var pairs: [UInt64: Double] = [:]
    var headingPairs: [UInt64: Double] = [:]
  }

  /// The profiles of one article's units, in their order.
  func profiles(of units: [Unit]) -> [Profile] {
    let counted = units.map(count)
    let matterShares = shares(counted.map { Set($0.matters.keys) })
    let topicMeans = means(counted.map(\.topics))
    let pairShares = shares(counted.map { Set($0.pairs.keys) })
    return zip(units, counted).map { unit, counted in
      var profile = Profile()
      profile.matters = Features(discounted(counted.matters, by: matterShares))
      profile.headingMatters = Features(discounted(counted.headingMatters, by: matterShares))
      profile.topics = Features(centred(counted.topics, by: topicMeans))
      profile.headingTopics = Features(counted.headingTopics)
      profile.pairs = Features(discounted(counted.pairs, by: pairShares))
      profile.headingPairs = Features(discounted(counted.headingPairs, by: pairShares))
      profile.terms = Set(unit.terms.filter { $0.unicodeScalars.count > 2 })
      profile.themes = themes(counted.matters)
      profile.print = unit.texts.filter { $0.zone != .parentHeading }.flatMap(\.text.scalars)
      profile.position = unit.position
      return profile
    }
  }

  private func count(_ unit: Unit) -> Counted {
    var counted = Counted()
    for (zone, text) in unit.texts {
      let weight = weights.zone(zone)
      var seen: [UInt64: Int] = [:]
      for hit in lexicon.hits(in: text.scalars) {
        let word = lexicon.words[hit.word]
        let key = UInt64(word.matter)
        seen[key, default: 0] += 1
        let amount = wordWeight(word) * weight / Double(seen[key] ?? 1)
        counted.matters[key, default: 0] += amount
        if zone == .heading { counted.headingMatters[key, default: 0] += amount }
      }
      for pair in pairs(in: text.scalars).sorted() {
        let rarity = background.rarity(ofPair: pair)
        counted.pairs[pair] = max(counted.pairs[pair] ?? 0, rarity * rarity * weight)
        if zone == .heading { counted.headingPairs[pair] = rarity * rarity }
        for (matter, share) in lexicon.matterShares[pair] ?? [] {
          counted.topics[UInt64(matter), default: 0] += weight * rarity * share * share
          if zone == .heading { counted.headingTopics[UInt64(matter), default: 0] += rarity * share * share }
        }
      }
    }
    return counted
  }

  /// A long word says more than a short one; a rare matter more than a common one.
  private func wordWeight(_ word: Lexicon.Word) -> Double {
    let matter = lexicon.matters[word.matter]
    let rarity = background.rarity(ofMatter: lexicon.themes[matter.theme] + " " + matter.name)
    return rarity * weights.length(word.scalars.count)
  }

  private func pairs(in text: [UInt32]) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    for index in text.indices.dropLast()
    where MatterText.isHan(text[index]) && MatterText.isHan(text[index + 1]) {
      pairs.insert(Lexicon.key(text[index], text[index + 1]))
    }
    return pairs
  }

  /// In which share of the article's measures each key stands, beyond the first.
  private func shares(_ keys: [Set<UInt64>]) -> [UInt64: Double] {
    guard keys.count > 2 else { return [:] }
    var counts: [UInt64: Int] = [:]
    for set in keys { for key in set { counts[key, default: 0] += 1 } }
    return counts.filter { $0.value > 1 }.mapValues { Double($0 - 1) / Double(keys.count - 1) }
  }

  /// What stands in every measure is the article's topic and tells none from another.
  private func discounted(_ features: [UInt64: Double], by shares: [UInt64: Double]) -> [UInt64: Double] {
    var result = features
    for key in features.keys {
      if let share = shares[key] { result[key, default: 0] *= 1 - weights.topic * share }
    }
    return result
  }

  private func means(_ topics: [[UInt64: Double]]) -> [UInt64: Double] {
    guard topics.count > 2 else { return [:] }
    var sums: [UInt64: Double] = [:]
    for topic in topics {
      let total = topic.values.reduce(0, +)
      for (key, weight) in topic { sums[key, default: 0] += weight / max(total, 1e-9) }
    }
    return sums.mapValues { $0 / Double(topics.count) }
  }

  /// Less what the article's measures have in common.
  private func centred(_ topics: [UInt64: Double], by means: [UInt64: Double]) -> [UInt64: Double] {
    let total = topics.values.reduce(0, +)
    var result: [UInt64: Double] = [:]
    for (key, weight) in topics {
      result[key] = max(0, weight / max(total, 1e-9) - weights.topicMean * (means[key] ?? 0))
    }
    return result
  }

  private func themes(_ matters: [UInt64: Double]) -> Features {
    var sums: [UInt64: Double] = [:]
    for (matter, weight) in matters.sorted(by: { $0.key < $1.key }) {
      sums[UInt64(lexicon.matters[Int(matter)].theme), default: 0] += weight
    }
    return Features(sums)
  }
}
