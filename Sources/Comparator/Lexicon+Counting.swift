import BriefingModel

extension Lexicon {
  /// What stands in a measure, for counting how common it is: `theme matter` names and pairs of Han characters.
  package func contents(of measure: Measure) -> (matters: Set<String>, pairs: Set<String>) {
    let unit = Unit(measure, above: [], county: 0, article: 0, position: 0)
    var found: (matters: Set<String>, pairs: Set<String>) = ([], [])
    for text in unit.texts.map(\.text.scalars) {
      for hit in hits(in: text) {
        let matter = matters[words[hit.word].matter]
        found.matters.insert(themes[matter.theme] + " " + matter.name)
      }
      for index in MatterText.hanPairs(in: text) {
        found.pairs.insert(MatterText.string(text[index...index + 1]))
      }
    }
    return found
  }
}
