import BriefingModel

/// The summary of a text without measures: its first sentences, within the budget.
///
/// It opens with the first sentence that hangs on nothing before it (no speech, no 他…, no 此外…) and goes on without
/// a gap. Of a first sentence that is too long the clauses that fit are kept.
struct PlainSummary: Sendable {
  /// A summary this long does not go on to another paragraph.
  private static let enough = 120
  private let budget: Int
  private let traceability: Traceability
  private(set) var untraceable: [String] = []
  private(set) var text = ""

  init(_ article: Article, budget: Int, traceability: Traceability) {
    self.budget = budget
    self.traceability = traceability
    let text =
      article.paragraphs.isEmpty ? article.lede : article.paragraphs.map(\.text).joined(separator: "\n")
    var sentences = Sentence.all(of: text)
    // ■通讯员 李奇泽 卢林摄, after the last full stop of a caption.
    if sentences.contains(where: { !$0.end.isEmpty }) { sentences.removeAll { $0.end.isEmpty } }
    take(sentences, name: article.county)
  }

  private mutating func take(_ sentences: [Sentence], name county: County?) {
    let beginning = sentences.prefix(8).map { $0.scalars.string }.joined()
    let isNamed = county.map { beginning.contains($0.name) || beginning.contains($0.short) } ?? true
    let name = isNamed ? "" : (county?.name ?? "") + "："
    var paragraph = 0
    for sentence in sentences {
      if sentence.paragraph > paragraph, text.unicodeScalars.count >= Self.enough { break }
      paragraph = sentence.paragraph
      let room = budget - (name + text).unicodeScalars.count
      guard let run = text.isEmpty ? opening(sentence, room: room) : continuation(sentence, room: room) else {
        if text.isEmpty { continue } else { break }
      }
      guard traceability.stands(run) else {
        untraceable.append(run)
        break
      }
      let isWhole = run.unicodeScalars.count >= sentence.scalars.count
      text += run + (Self.isEnded(run) ? "" : "。")
      if !isWhole { break }
    }
    if text.isEmpty, let first = sentences.first, traceability.stands(first.scalars.string) {
      text = first.scalars.string + (first.end.isEmpty ? "。" : first.end)
    }
    if !text.isEmpty { text = name + text }
  }

  /// The first sentence, or as many of its clauses as fit and stand alone; `nil` where it hangs on another.
  private func opening(_ sentence: Sentence, room: Int) -> String? {
    let rules = ClauseRules(sentence)
    guard sentence.isBalanced, sentence.scalars.first != "“", !rules.isDependent, !rules.isSpoken else {
      return nil
    }
    let whole = sentence.scalars.string + sentence.end
    if whole.unicodeScalars.count <= room { return whole }
    let ends = sentence.clauses.indices.dropLast().reversed()
    let end = ends.first { sentence.text(0...$0).count < room && rules.mayEnd(after: $0) }
    return end.map { Scalars(sentence.text(0...$0)).string }
  }

  /// A sentence that follows one that was taken: nothing is missing before it.
  private func continuation(_ sentence: Sentence, room: Int) -> String? {
    let whole = sentence.scalars.string + sentence.end
    return sentence.isBalanced && !ClauseRules(sentence).isSpoken && whole.unicodeScalars.count <= room
      ? whole : nil
  }

  /// A full stop of its own, or one within the quotation that closes it.
  private static func isEnded(_ run: String) -> Bool {
    let marks: Set<Character> = ["。", "！", "？", "!", "?"]
    guard let last = run.last else { return false }
    return marks.contains(last) || last == "”" && run.dropLast().last.map(marks.contains) ?? false
  }
}
