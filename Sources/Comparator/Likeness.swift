/// How alike two measures are. Every number that decides it stands in `Weights`.
package struct Likeness: Sendable {
  package struct Weights: Sendable {
    package init() {}

    /// How much a word counts by where it stands: the heading names the matter, the body tells of it, the parent's
    /// heading colours it.
    package var heading = 3.0
    package var body = 1.0
    package var parentHeading = 0.7
    package var childHeading = 1.5
    package var childBody = 0.5
    /// How much of a matter's weight is lost where it stands in every measure of its article.
    package var topic = 0.8
    package var topicMean = 0.5
    /// Shares of the whole; together 1.
    package var matters = 0.45
    package var headingMatters = 0.15
    package var pairs = 0.20
    package var headingPairs = 0.05
    package var themes = 0.15
    /// Added for each coined name in common, at most twice.
    package var term = 0.10
    /// Of the matters' share, how much is containment; the rest is cosine.
    package var containment = 0.4
    /// From here on two measures are aligned.
    package var threshold = 0.30
    /// A further partner must be as like as this share of the row's first pair.
    package var further = 0.85

    func zone(_ zone: Unit.Zone) -> Double {
      switch zone {
      case .heading: heading
      case .body: body
      case .parentHeading: parentHeading
      case .childHeading: childHeading
      case .childBody: childBody
      }
    }

    /// Words of two characters are often parts of others.
    func length(_ scalars: Int) -> Double {
      switch scalars {
      case 2: 0.6
      case 3: 0.9
      case 4: 1.2
      default: 1.4
      }
    }
  }

  let weights: Weights

  /// In how far two measures agree, each 0…1 and the same both ways. Names are those of the weights.
  struct Agreement: Sendable {
    var containment = 0.0
    var matters = 0.0
    var headings = 0.0
    var headingContainment = 0.0
    var pairs = 0.0
    var headingPairs = 0.0
    var themes = 0.0
    var terms = 0.0
    var pairContainment = 0.0
    var topics = 0.0
    var headingTopics = 0.0
    var topicContainment = 0.0
    var headPairsInBody = 0.0
  }

  func agreement(_ a: Profile, _ b: Profile) -> Agreement {
    Agreement(
      containment: a.matters.containment(b.matters), matters: a.matters.cosine(b.matters),
      headings: a.headingMatters.cosine(b.headingMatters),
      headingContainment: (a.headingMatters.containment(b.matters) + b.headingMatters.containment(a.matters))
        / 2,
      pairs: a.pairs.cosine(b.pairs), headingPairs: a.headingPairs.cosine(b.headingPairs),
      themes: a.themes.cosine(b.themes), terms: Double(min(2, a.terms.intersection(b.terms).count)) / 2,
      pairContainment: a.pairs.containment(b.pairs), topics: a.topics.cosine(b.topics),
      headingTopics: max(
        a.headingTopics.cosine(b.headingTopics),
        max(a.headingTopics.cosine(b.topics), b.headingTopics.cosine(a.topics))),
      topicContainment: a.topics.containment(b.topics),
      headPairsInBody: (a.headingPairs.containment(b.pairs) + b.headingPairs.containment(a.pairs)) / 2)
  }

  /// 0…1, the same both ways; 1 for measures printed alike.
  func score(_ a: Profile, _ b: Profile) -> Double {
    if a.print == b.print { return 1 }
    let agreement = agreement(a, b)
    let matters =
      weights.containment * agreement.containment + (1 - weights.containment) * agreement.matters
    var score = weights.matters * matters
    score += weights.headingMatters * max(agreement.headings, agreement.headingContainment)
    score += weights.pairs * agreement.pairs
    score += weights.headingPairs * agreement.headingPairs
    score += weights.themes * agreement.themes
    score += weights.term * agreement.terms * 2
    return min(score, 0.99)
  }
}
