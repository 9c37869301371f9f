import BriefingModel

/// The doubts about one article, each put on the words that it is about.
///
/// Without marks (`--clean`) it gives the same words: a comment is never part of the text.
struct Review: Sendable {
  let article: Article
  /// Those about this article.
  private let notices: [Notice]
  private let isOn: Bool

  init(_ article: Article, notices: [Notice], isOn: Bool) {
    self.article = article
    self.isOn = isOn
    self.notices = notices.filter { Self.concerns($0, article) }
  }

  private static func concerns(_ notice: Notice, _ article: Article) -> Bool {
    guard let place = notice.origin else { return false }
    return [article.origin, article.headlineOrigin].contains { origin in
      guard let origin, origin.source == place.source else { return false }
      return origin.bytes.lowerBound <= place.bytes.lowerBound
        && place.bytes.upperBound <= origin.bytes.upperBound
    }
  }

  // MARK: Around the text

  /// An item's title: that it is missing, that it announces another number, what was kept out of tables.
  func title(_ title: String) -> [Inline] {
    var marked = MarkedText(title)
    if !isOn { return marked.inlines }
    for notice in notices {
      switch notice.kind {
      case .countMismatch: marked.doubt(notice.words, notice.message)
      case .missingHeadline: marked.doubt("（无标题）", notice.message)
      case .untraceableDropped: marked.doubt(nil, notice.message)
      default: break
      }
    }
    return marked.inlines
  }

  /// The name that several counties bear, as it was printed.
  var ambiguousCounty: String? {
    article.county == nil ? notices.first { $0.kind == .ambiguousCounty }?.words : nil
  }

  /// The line under the title: whose article it is.
  func sourceLine(_ line: String) -> [Inline] {
    var marked = MarkedText(line)
    if !isOn { return marked.inlines }
    for notice in notices where notice.kind == .ambiguousCounty || notice.kind == .unknownCounty {
      marked.doubt(notice.words, notice.message)
    }
    return marked.inlines
  }

  /// 【摘要】 and the summary; what was kept out of it is told on the label.
  func summary(_ summary: String, dropped: [Notice]) -> [Inline] {
    let label = "【摘要】"
    var marked = MarkedText(label + summary)
    if isOn { for notice in dropped { marked.doubt(label, notice.message) } }
    return marked.inlines
  }

  // MARK: Text

  /// What stands before the first measure; all of it where there is none.
  var text: [[Inline]] {
    let printed = article.measures.isEmpty && !article.paragraphs.isEmpty
    let text = printed ? article.paragraphs.map(\.text).joined(separator: "\n") : article.lede
    return marked(text, figures: article.figures, in: article.origin, before: article.measures).paragraphs
  }

  /// A measure's heading, with one more doubt where there is one.
  func heading(_ measure: Measure, doubt: String? = nil) -> [Inline] {
    let (marked, length) = marked(measure, doubt: doubt)
    return marked.inlines(in: 0..<length)
  }

  /// A measure's heading, and its body line by line.
  func entry(_ measure: Measure) -> (heading: [Inline], body: [[Inline]]) {
    let (marked, length) = marked(measure, doubt: nil)
    return (marked.inlines(in: 0..<length), marked.paragraphs(in: length..<marked.scalars.count))
  }

  /// Words taken out of a measure, with what should be corrected in them.
  func extract(_ words: String, of measure: Measure) -> [Inline] {
    marked(words, figures: measure.allFigures, in: measure.origin, before: []).inlines
  }

  /// Heading and body together, and how many characters the heading has.
  private func marked(_ measure: Measure, doubt: String?) -> (text: MarkedText, heading: Int) {
    let length = measure.heading.unicodeScalars.count
    var marked = marked(
      measure.heading + "\n" + measure.body, figures: measure.figures, in: measure.origin,
      before: measure.children)
    if isOn, measure.isDoubtful {
      marked.doubt(0..<length, "这一条在原文中没有明显标记，是否单独成条，请核对。")
    }
    if isOn, let doubt { marked.doubt(0..<length, doubt) }
    return (marked, length)
  }

  private func marked(_ text: String, figures: [Figure], in origin: Origin, before measures: [Measure])
    -> MarkedText
  {
    var marked = MarkedText(text)
    if !isOn { return marked }
    let end = measures.first?.origin.bytes.lowerBound ?? Int.max
    markQuotationMarks(from: origin.bytes.lowerBound, to: end, within: origin, in: &marked)
    markMoney(figures.filter { $0.origin.bytes.lowerBound <= end }, in: &marked)
    return marked
  }

  /// ”1+N” for “1+N”: the text keeps what was printed, the mark as meant is proposed.
  private func markQuotationMarks(
    from start: Int, to end: Int, within origin: Origin, in marked: inout MarkedText
  ) {
    var next = 0
    for notice in notices where notice.kind == .reversedQuotationMark {
      guard let words = notice.words, let mark = words.unicodeScalars.first, let place = notice.origin,
        place.bytes.lowerBound >= start,
        place.bytes.lowerBound < min(end, max(origin.bytes.upperBound, start + 1)),
        let found = marked.scalars[next...].range(of: Scalars(words.unicodeScalars))
      else { continue }
      next = found.lowerBound + 1
      marked.correct(
        found.lowerBound..<next, to: mark == "”" ? "“" : "”", "原文这里的引号印反了，建议改正。")
    }
  }

  /// 18.5万，: money without its 元. Figures come in reading order, so each is looked for after the one before.
  private func markMoney(_ figures: [Figure], in marked: inout MarkedText) {
    guard figures.contains(where: \.endsWithoutYuan) else { return }
    var next = 0
    for figure in figures {
      guard let found = marked.scalars[next...].range(of: Scalars(figure.text.unicodeScalars)) else {
        continue
      }
      next = found.upperBound
      let following = next < marked.scalars.count ? marked.scalars[next] : nil
      if let comment = Self.missingYuan(after: figure, before: following) {
        marked.correct(next..<next, to: "元", comment)
      }
    }
  }

  /// What to say of a sum that does not name its 元, by what follows it; `nil` where all is well.
  static func missingYuan(after figure: Figure, before following: Unicode.Scalar?) -> String? {
    guard figure.endsWithoutYuan, following.map({ !goesOn.contains($0) }) ?? true else { return nil }
    return "“\(figure.text)”后面没有写“元”，疑为漏字，建议补上。"
  }

  /// After a number these lead on to the next, which has the unit: 2亿、3亿元, 10万至20万元.
  private static let goesOn = Scalars("元余多、和与或至到—–-－~～〜.%％".unicodeScalars)
}

extension Figure {
  /// Whether it is a sum of 元 that does not say so: 18.5万.
  fileprivate var endsWithoutYuan: Bool {
    guard kind == .money, unit == "元", let last = text.unicodeScalars.last else { return false }
    return last == "万" || last == "亿" || last.isDigit
  }
}
