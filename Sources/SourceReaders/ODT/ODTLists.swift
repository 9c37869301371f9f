/// The open lists of an OpenDocument text and their counts.
struct ODTLists {
  private struct Open {
    var style: String?
    var id: String
  }

  private let styles: ODTStyles
  private var open: [Open] = []
  private var counters: [String: ListCounters] = [:]
  /// The last list of each style, for those that go on with its count.
  private var last: [String: String] = [:]
  private var aliases: [String: String] = [:]
  private var headings = ListCounters()
  private var serial = 0
  /// The item has not been given its label yet.
  private var awaitsLabel = false
  private var start: Int?

  init(styles: ODTStyles) { self.styles = styles }

  mutating func openList(_ attributes: [String: String]) {
    if let outer = open.last {
      open.append(Open(style: attributes["text:style-name"] ?? outer.style, id: outer.id))
      return
    }
    let style = attributes["text:style-name"]
    serial += 1
    var id = "list \(serial)"
    if let earlier = attributes["text:continue-list"].flatMap({ aliases[$0] }) {
      id = earlier
    } else if attributes["text:continue-numbering"] == "true", let style, let earlier = last[style] {
      id = earlier
    }
    if let name = attributes["xml:id"] ?? attributes["text:id"] ?? attributes["?:id"] { aliases[name] = id }
    if let style { last[style] = id }
    open.append(Open(style: style, id: id))
  }

  mutating func closeList() { _ = open.popLast() }

  mutating func openItem(_ attributes: [String: String]) {
    awaitsLabel = true
    start = ListLevel.number(attributes["text:start-value"])
  }

  mutating func closeItem() { awaitsLabel = false }

  /// The label of a paragraph: only the first one of an item has one. `style` is the paragraph's own list style.
  mutating func label(style: String?, headingLevel: Int?) -> String {
    guard let list = open.last else {
      guard let headingLevel, styles.outline.indices.contains(headingLevel - 1) else { return "" }
      return headings.label(at: headingLevel - 1, of: styles.outline)
    }
    guard awaitsLabel else { return "" }
    awaitsLabel = false
    guard let levels = (list.style ?? style).flatMap({ styles.lists[$0] }) else { return "" }
    var counter = counters[list.id] ?? ListCounters()
    if let start { counter.set(open.count - 1, before: start) }
    let label = counter.label(at: open.count - 1, of: levels)
    counters[list.id] = counter
    return label
  }
}
