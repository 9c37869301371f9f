import BriefingModel

/// One measure that is set beside others, with the words around it that say what it is about.
struct Unit: Sendable {
  /// Which part of a measure a text is.
  enum Zone: CaseIterable, Sendable {
    case heading, body, parentHeading, childHeading, childBody
  }

  /// Position among the counties compared.
  var county: Int
  /// Position of its article among all articles compared.
  var article: Int
  /// Place among its siblings, 0…1.
  var position: Double
  var measure: Measure
  var texts: [(zone: Zone, text: MatterText)]
  var figures: [Figure]
  var terms: [String]

  /// The measures of an article at a granularity, in outline order. What is demanded is no measure; a section that
  /// names no action stands for what is below it.
  static func all(in article: Article, granularity: Comparison.Granularity) -> [(
    measure: Measure, above: [String]
  )] {
    var units: [(measure: Measure, above: [String])] = []
    func add(_ measures: [Measure], above: [String]) {
      for measure in measures where measure.role != .requirement {
        let below = measure.children.contains { $0.role != .requirement }
        if below, granularity == .leaf || measure.role == .section {
          add(measure.children, above: above + [measure.heading])
        } else if measure.role == .measure {
          units.append((measure, above))
        }
      }
    }
    add(article.measures, above: [])
    return units
  }

  init(
    _ measure: Measure, above: [String], county: Int, article: Int, position: Double
  ) {
    self.county = county
    self.article = article
    self.position = position
    self.measure = measure
    texts = [(.heading, MatterText(measure.heading)), (.body, MatterText(measure.body))]
    if let parent = above.last { texts.append((.parentHeading, MatterText(parent))) }
    figures = measure.figures
    terms = measure.terms.map(\.text)
    add(measure.children)
  }

  private mutating func add(_ children: [Measure]) {
    for child in children where child.role != .requirement {
      texts.append((.childHeading, MatterText(child.heading)))
      texts.append((.childBody, MatterText(child.body)))
      figures += child.figures
      terms += child.terms.map(\.text)
      add(child.children)
    }
  }
}
