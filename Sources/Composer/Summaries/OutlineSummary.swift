import BriefingModel

/// The summary of an article with measures: 县名＋做法：一是…；二是…；三是…。
///
/// Every first-level heading stands in it, whatever the budget: if the headings alone exceed it, the lead is
/// shortened, and the headings stay. What room is left goes to the second-level headings, then to one run with
/// figures for each measure, then to what was done where a heading stands alone, then to more figures.
struct OutlineSummary: Sendable {
  /// One measure of the first level and what the summary says of it.
  private struct Entry {
    let measure: Measure
    let heading: String
    let children: [String]
    let excerpts: Excerpts
    var showsChildren = false
    var chosen: [Excerpt] = []

    init(_ measure: Measure, isLast: Bool, names: [Scalars]) {
      self.measure = measure
      heading = Lead.runs(measure.heading).joined(separator: "，")
      let demanded = measure.role == .requirement
      children = measure.children.filter { demanded || $0.role != .requirement }
        .map { Lead.runs($0.heading).joined(separator: "，") }
      excerpts = Excerpts(measure, isLast: isLast, names: names)
    }

    /// 建强“1”个堡垒，构建五级联动体系、开展支部“评星定级”，成立居民小区党支部77个
    func text(after opening: String) -> String {
      var parts: [String] = []
      if showsChildren {
        parts.append(children.joined(separator: children.contains { $0.contains("，") } ? "，" : "、"))
      }
      parts += excerpts.joined(chosen).map(\.string)
      return parts.isEmpty ? heading : heading + opening + parts.joined(separator: "，")
    }
  }

  /// Runs with figures in one measure.
  private static let runsPerMeasure = 3
  private let traceability: Traceability
  private let budget: Int
  private var lead: Lead
  private var entries: [Entry]
  private(set) var untraceable: [String] = []

  init(_ article: Article, budget: Int, traceability: Traceability) {
    self.traceability = traceability
    self.budget = budget
    lead = Lead(article)
    let last = article.measures.count - 1
    let names =
      article.county.map { [Scalars($0.name.unicodeScalars), Scalars($0.short.unicodeScalars)] } ?? []
    entries = article.measures.enumerated().map { Entry($0.element, isLast: $0.offset == last, names: names) }
    fill()
  }

  private mutating func fill() {
    while !fits, let shorter = lead.shortened { lead = shorter }
    // With the headings alone it is too long already: each further word would be tried in vain.
    guard fits else { return }
    for index in entries.indices where kind(of: entries[index]) == .section { addGist(to: index) }
    for index in entries.indices where !entries[index].children.isEmpty {
      attempt { $0.entries[index].showsChildren = true }
    }
    let ranked = entries.indices.sorted { strength(of: $0) > strength(of: $1) }
    for index in ranked { addFigures(to: index, upTo: 1) }
    for index in entries.indices where !entries[index].showsChildren { addGist(to: index) }
    for count in 2...Self.runsPerMeasure {
      for index in ranked { addFigures(to: index, upTo: count) }
    }
  }

  private func strength(of index: Int) -> Double { entries[index].excerpts.figures.first?.score ?? 0 }

  private mutating func addGist(to index: Int) {
    guard entries[index].chosen.isEmpty, let gist = entries[index].excerpts.gist else { return }
    add(gist, to: index)
  }

  private mutating func addFigures(to index: Int, upTo count: Int) {
    for excerpt in entries[index].excerpts.figures where entries[index].chosen.count < count {
      let rivals = entries[index].chosen.filter {
        $0.sentence == excerpt.sentence && $0.clauses.overlaps(excerpt.clauses)
      }
      if rivals.allSatisfy({ excerpt.clauses.contains($0.clauses) && excerpt.clauses != $0.clauses }) {
        add(excerpt, to: index)
      }
    }
  }

  /// Takes a run up if it fits and stands in the source.
  private mutating func add(_ excerpt: Excerpt, to index: Int) {
    guard traceability.stands(excerpt.text.string) else { return untraceable.append(excerpt.text.string) }
    attempt {
      $0.entries[index].chosen.removeAll {
        $0.sentence == excerpt.sentence && excerpt.clauses.contains($0.clauses)
      }
      $0.entries[index].chosen.append(excerpt)
    }
  }

  private mutating func attempt(_ change: (inout OutlineSummary) -> Void) {
    let before = self
    change(&self)
    if !fits { self = before }
  }

  private var fits: Bool { text.unicodeScalars.count <= budget }

  /// The paragraph. Numbered entries make one list; demands a list of their own after 要求：; parts that name no
  /// action (基本情况) a sentence each.
  var text: String {
    var text = lead.text
    var number = 0
    var list: Measure.Role?
    for entry in entries {
      let kind = kind(of: entry)
      if kind == .section {
        text = ended(text, with: "。") + entry.text(after: "：")
        list = nil
        continue
      }
      if list != nil, list == kind {
        text = ended(text, with: "；")
      } else if kind == .requirement {
        text = ended(text, with: "。") + "要求："
        number = 0
      } else {
        text = ended(text, with: list == nil && text == lead.text && !text.contains("：") ? "：" : "。")
      }
      list = kind
      number += 1
      text += Numbering.chinese(number) + "是" + entry.text(after: "，")
    }
    return ended(text, with: "。")
  }

  /// A part that names no action but holds actions counts with its neighbours that are actions.
  private func kind(of entry: Entry) -> Measure.Role {
    guard entry.measure.role == .section else { return entry.measure.role }
    let words = SummaryWords.standard
    let namesAction = entry.heading.unicodeScalars.opens(with: words.verbs)
    let holdsActions = entry.measure.children.contains { $0.role == .measure }
    return (namesAction || holdsActions) && entries.contains { $0.measure.role == .measure }
      ? .measure : .section
  }

  private func ended(_ text: String, with mark: String) -> String {
    guard let last = text.last else { return text }
    return "。：；".contains(last) ? text : text + mark
  }
}
