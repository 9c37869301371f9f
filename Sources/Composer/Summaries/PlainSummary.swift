import BriefingModel

/// The summary of a text without measures: its first sentences, within the budget.
///
/// Sentences that only make sense with what was dropped are passed over: speech, 他…, 此外…. Of a first sentence
/// that is too long the clauses that fit are kept.
struct PlainSummary: Sendable {
  private let budget: Int
  private let traceability: Traceability
  private(set) var untraceable: [String] = []
  private(set) var text = ""

  init(_ article: Article, budget: Int, traceability: Traceability) {
    self.budget = budget
    self.traceability = traceability
    let text = article.paragraphs.isEmpty ? article.lede : article.paragraphs.map(\.text).joined(separator: "\n")
    var sentences = Sentence.all(of: text)
    // ■通讯员 李奇泽 卢林摄, after the last full stop of a caption.
    if sentences.contains(where: { !$0.end.isEmpty }) { sentences.removeAll { $0.end.isEmpty } }
    take(sentences, name: article.county)
  }

  private mutating func take(_ sentences: [Sentence], name county: County?) {
    let opening = sentences.prefix(8).map { $0.scalars.string }.joined()
    let isNamed = county.map { opening.contains($0.name) || opening.contains($0.short) } ?? true
    let name = isNamed ? "" : (county?.name ?? "") + "："
    for sentence in sentences {
      guard let run = run(of: sentence, room: budget - (name + text).unicodeScalars.count) else {
        if text.isEmpty { continue } else { break }
      }
      guard traceability.stands(run) else {
        untraceable.append(run)
        continue
      }
      text += run + (Self.isEnded(run) ? "" : "。")
    }
    if text.isEmpty, let first = sentences.first, traceability.stands(first.scalars.string) {
      text = first.scalars.string + (first.end.isEmpty ? "。" : first.end)
    }
    if !text.isEmpty { text = name + text }
  }

  /// The sentence, or as many of its clauses as fit and stand alone; `nil` where it must not stand here.
  private func run(of sentence: Sentence, room: Int) -> String? {
    guard sentence.isBalanced, let first = sentence.scalars.first, first != "“" else { return nil }
    let rules = ClauseRules(sentence)
    if rules.isDependent || sentence.scalars.contains("：") && sentence.scalars.contains("“") { return nil }
    let whole = sentence.scalars.string + sentence.end
    if whole.unicodeScalars.count <= room { return whole }
    guard text.isEmpty else { return nil }
    let ends = sentence.clauses.indices.dropLast().reversed()
    let end = ends.first { end in
      sentence.text(0...end).count < room && rules.mayEnd(after: end)
    }
    return end.map { Scalars(sentence.text(0...$0)).string }
  }

  private static func isEnded(_ run: String) -> Bool {
    run.last.map { "。！？!?”".contains($0) } ?? false
  }
}
