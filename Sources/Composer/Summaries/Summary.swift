import BriefingModel

extension Composer {
  /// How long a summary is where nothing else is said.
  public static let summaryLength = 300

  /// One paragraph of at most `length` characters, every word of it printed in the article.
  ///
  /// Every first-level measure stands in it even if the headings alone are longer. It takes at most three fifths
  /// of an article: a summary as long as its text says nothing.
  ///
  ///     Composer.summary(of: article, length: 300).value
  ///     // 邹城市构建“链条式”平时考核体系，激发干部干事创业活力：一是压实“责任链条”，…；二是…。
  public static func summary(of article: Article, length: Int) -> Noted<String> {
    let traceability = Traceability(article)
    let budget = min(length, max(120, textLength(of: article) * 3 / 5))
    var text: String
    var untraceable: [String]
    if article.measures.isEmpty {
      let summary = PlainSummary(article, budget: budget, traceability: traceability)
      (text, untraceable) = (summary.text, summary.untraceable)
    } else {
      let summary = OutlineSummary(article, budget: budget, traceability: traceability)
      (text, untraceable) = (summary.text, summary.untraceable)
    }
    let left = traceability.untraceable(in: text)
    if !left.isEmpty {
      untraceable += left
      text = ""
    }
    return Noted(text, notices: untraceable.map { notice(of: $0, in: article.origin) })
  }

  static func notice(of words: String, in origin: Origin) -> Notice {
    Notice(kind: .untraceableDropped, message: "“\(words)”在原文中找不到，没有写入。", origin: origin)
  }

  /// The summary that came with the article, or one made now.
  func summary(of article: Article, notices: inout [Notice]) -> String {
    if !article.summary.isEmpty { return article.summary }
    let summary = Self.summary(of: article, length: options.summaryLength)
    notices += summary.notices
    return summary.value
  }

  static func textLength(of article: Article) -> Int {
    func length(_ measures: [Measure]) -> Int {
      measures.reduce(0) {
        $0 + $1.heading.unicodeScalars.count + $1.body.unicodeScalars.count + length($1.children)
      }
    }
    let paragraphs = article.paragraphs.reduce(0) { $0 + $1.text.unicodeScalars.count }
    return max(paragraphs, article.lede.unicodeScalars.count) + length(article.measures)
  }
}
