import BriefingModel

/// In what two measures agree, each 0…1.
package struct Agreements: Sendable {
  package var field, topics, topicContainment, themes, matters, pairs, pairContainment, terms: Double
}

/// How alike two measures are. Every number that decides it stands in `Weights`.
package struct Likeness: Sendable {
  package struct Weights: Sendable {
    package init() {}

    /// How much a word counts by where it stands. Paraphrases share their bodies more than their headings
    /// (river-slogans-vs-numbered), so the heading counts little more than the body.
    package var heading = 1.5
    package var body = 1.0
    package var parentHeading = 0.3
    package var childHeading = 1.0
    package var childBody = 0.7
    /// A theme is named by the heading, and a parent's theme informs its children (the seed's 对…“目标式”管理).
    package var themeHeading = 3.0
    package var themeParentHeading = 3.0
    package var themeChildHeading = 1.5
    package var themeChildBody = 0.5
    /// How much of a theme is told by pairs of characters rather than by whole words.
    package var themeByPairs = 0.6
    /// The article's own themes help to name that of a measure.
    package var articleTheme = 0.4
    /// How much of a matter's weight is lost where it stands in every measure of its article.
    package var topic = 0.7
    /// How much of what the article's measures have in common is taken from each one's topics.
    package var common = 0.7

    /// What agrees adds up; the sum may pass 1. These weights lie half way between ones that were set by hand (field
    /// 0.57, topics 0.43 and 0.31, themes 0.17, matters 0.08, pairs 0.43 and 0.39) and those that `jianbao-eval fit`
    /// finds on the seed and the tuned pairs, rounded: the fit alone aligns too much across fields. Topics reach paraphrases (education-two-level-crosscut),
    /// containment a measure that does several things at once (sishui 2 on the seed page).
    package var matters = 0.15
    package var themes = 0.35
    package var topics = 0.65
    package var topicContainment = 0.60
    /// Measures whose topics have less in common are not aligned, whatever words they share: three of four pairs, and
    /// at most two that the tuned pairs' gold aligns.
    package var leastTopics = 0.12
    /// Plain words in common: pairs of characters by their rarity. Roots are taken, for most pairs of measures share
    /// next to nothing.
    package var pairs = 0.40
    package var pairContainment = 0.45
    /// Articles on one field of work align; across fields the words must be much stronger evidence (the seed page,
    /// governance-same-frames-nothing-aligns).
    package var field = 0.45
    /// One coined name in a heading, or two in bodies, that the other side uses too.
    package var terms = 0.04
    /// First-level measures of which all parts answer each other.
    package var below = 0.8

    /// From here on two measures are aligned, by granularity.
    package var leafThreshold = 1.00
    package var topThreshold = 1.20
    /// Two measures that are each other's best may fall below the threshold, down to this share of it …
    package var low = 0.8
    /// … if no rival of either comes nearer than this share of their sum …
    package var gap = 0.75
    /// … or, in articles at least this much on one field, this share.
    package var gapWithinField = 0.92
    package var sameField = 0.6
    /// Between articles less alike than this only measures that share a strong key are looked at.
    package var nearField = 0.5
    /// A further partner must be as like as this share of the row's first pair.
    package var further = 0.79

    func threshold(_ granularity: Comparison.Granularity) -> Double {
      granularity == .leaf ? leafThreshold : topThreshold
    }

    func zone(_ zone: Unit.Zone) -> Double {
      switch zone {
      case .heading: heading
      case .body: body
      case .parentHeading: parentHeading
      case .childHeading: childHeading
      case .childBody: childBody
      }
    }

    func themeZone(_ zone: Unit.Zone) -> Double {
      switch zone {
      case .heading: themeHeading
      case .body: 1
      case .parentHeading: themeParentHeading
      case .childHeading: themeChildHeading
      case .childBody: themeChildBody
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

  /// Of measures printed alike; more than any sum of agreements.
  static let same = 5.0

  let weights: Weights

  /// A sum of agreements, the same both ways. `field` is the likeness of the two articles.
  func score(_ a: Profile, _ b: Profile, field: Double) -> Double {
    if a.print == b.print { return Self.same }
    let agreements = agreements(a, b, field: field)
    return weights.field * agreements.field + weights.topics * agreements.topics
      + weights.topicContainment * agreements.topicContainment + weights.themes * agreements.themes
      + weights.matters * agreements.matters + weights.pairs * agreements.pairs
      + weights.pairContainment * agreements.pairContainment + weights.terms * agreements.terms
  }

  func agreements(_ a: Profile, _ b: Profile, field: Double) -> Agreements {
    let topics = a.topics.agreement(b.topics)
    let pairs = a.pairs.agreement(b.pairs)
    let names = used(a.terms, in: b) + used(b.terms, in: a)
    return Agreements(
      field: field, topics: topics.cosine, topicContainment: topics.containment,
      themes: a.themes.agreement(b.themes).cosine,
      matters: a.matters.agreement(b.matters).containment,
      pairs: pairs.cosine.squareRoot(), pairContainment: pairs.containment.squareRoot(),
      terms: min(names, 2) / 2)
  }

  /// Whether two measures have enough in common to be looked at closely.
  func mayAnswer(_ a: Profile, _ b: Profile) -> Bool {
    a.topics.agreement(b.topics).containment >= weights.leastTopics || a.print == b.print
  }

  /// How many names stand in the other's text; one of a heading counts twice.
  private func used(_ names: [Profile.Name], in other: Profile) -> Double {
    names.reduce(0) { other.print.holds($1.scalars) ? $0 + ($1.isInHeading ? 1 : 0.5) : $0 }
  }

  /// As shown to a reader: 1 for measures printed alike, below it for all others.
  static func shown(_ score: Double) -> Double { score >= same ? 1 : min(score, 0.99) }
}
