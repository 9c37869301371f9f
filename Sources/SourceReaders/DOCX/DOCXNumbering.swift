/// `numbering.xml`: the lists, and where each stands in its count.
///
/// Lists that share an abstract one share its counters; an override of the start begins them anew once.
final class DOCXNumbering: BoundedHandler {
  private struct List {
    var abstract = ""
    var overrides: [Int: ListLevel] = [:]
    var starts: [Int: Int] = [:]
  }

  private var abstracts: [String: [ListLevel]] = [:]
  /// The level that a paragraph style has in a list.
  private var styleLevels: [String: [String: Int]] = [:]
  private var styleLinks: [String: String] = [:]
  private var linkedStyles: [String: String] = [:]
  private var lists: [String: List] = [:]
  private var counters: [String: ListCounters] = [:]
  private var started: Set<String> = []

  private var abstract: String?
  private var list: String?
  private var level: Int?
  private var open = ListLevel()

  override func opened(_ name: String, _ attributes: [String: String]) {
    let value = attributes["w:val"] ?? ""
    switch name {
    case "w:abstractNum":
      abstract = attributes["w:abstractNumId"]
      if let abstract { abstracts[abstract] = Array(repeating: ListLevel(form: .none), count: 9) }
    case "w:num":
      list = attributes["w:numId"]
      if let list { lists[list] = List() }
    case "w:abstractNumId": if let list { lists[list]?.abstract = value }
    case "w:numStyleLink": if let abstract { styleLinks[abstract] = value }
    case "w:styleLink": if let abstract { linkedStyles[value] = abstract }
    case "w:lvlOverride": level = attributes["w:ilvl"].flatMap { Int($0) }
    case "w:startOverride": if let list, let level { lists[list]?.starts[level] = ListLevel.number(value) }
    case "w:lvl":
      level = attributes["w:ilvl"].flatMap { Int($0) }
      open = ListLevel()
    case "w:pStyle": if let abstract, let level { styleLevels[abstract, default: [:]][value] = level }
    default: takeLevel(name, value, attributes)
    }
  }

  private func takeLevel(_ name: String, _ value: String, _ attributes: [String: String]) {
    switch name {
    case "w:start": open.start = ListLevel.number(value) ?? 1
    case "w:numFmt": open.form = NumberForm(word: value)
    case "w:lvlText": open.pattern = value
    case "w:lvlRestart": open.restart = Int(value)
    case "w:isLgl": open.isLegal = attributes.isOn
    default: break
    }
  }

  override func closed(_ name: String) {
    switch name {
    case "w:abstractNum": abstract = nil
    case "w:num": list = nil
    case "w:lvl":
      guard let level, (0..<9).contains(level) else { return }
      if let abstract {
        abstracts[abstract]?[level] = open
      } else if let list {
        lists[list]?.overrides[level] = open
      }
    default: break
    }
  }

  /// Counts a paragraph and gives its label.
  func label(list id: String, level given: Int?, style: String?) -> String {
    guard let list = lists[id] else { return "" }
    var abstract = list.abstract
    if let link = styleLinks[abstract], let target = linkedStyles[link] { abstract = target }
    guard var levels = abstracts[abstract] else { return "" }
    for (index, level) in list.overrides { levels[index] = level }
    for (index, start) in list.starts where levels.indices.contains(index) { levels[index].start = start }
    let level = given ?? style.flatMap { styleLevels[abstract]?[$0] } ?? 0
    var counter = counters[abstract] ?? ListCounters()
    if !started.contains(id) {
      started.insert(id)
      for (index, start) in list.starts { counter.set(index, before: start) }
    }
    let label = counter.label(at: level, of: levels)
    counters[abstract] = counter
    return label
  }
}
