import BriefingModel

extension Composer {
  /// One article: title, kicker and subtitle, source line, summary, lede, outline.
  func item(for review: Review, bookmarks: inout Bookmarks, notices: inout [Notice]) -> Item {
    let article = review.article
    let title = title(of: article)
    let bookmark = bookmarks.bookmark(for: article)
    var blocks: [Block] = [
      .heading(Heading(level: 0, label: "", text: review.title(title), bookmark: bookmark))
    ]
    blocks += article.kicker.map { .paragraph([.text($0)], role: .subtitle) }
    if let subtitle = article.subtitle {
      blocks.append(.paragraph([.text("——" + subtitle)], role: .subtitle))
    }
    blocks.append(sourceLine(of: review))
    if Self.needsSummary(article) {
      var dropped: [Notice] = []
      let summary = summary(of: article, notices: &dropped)
      if !summary.isEmpty {
        blocks.append(.paragraph(review.summary(summary, dropped: dropped), role: .summary))
      }
      notices += dropped
    }
    blocks += paragraphs(review.text)
    blocks += outline(article.measures, of: review, bookmarks: &bookmarks)
    return Item(title: title, bookmark: bookmark, blocks: blocks)
  }

  /// A piece without measures that is no longer than a summary may be is its own summary.
  private static func needsSummary(_ article: Article) -> Bool {
    !article.measures.isEmpty || textLength(of: article) > summaryLength
  }

  /// Photo captions or other pieces under one title: each its words and its source line.
  func group(_ title: String, of reviews: [Review], bookmarks: inout Bookmarks) -> Item {
    let bookmark = bookmarks.unique(reviews.first.map { "g-" + $0.article.kind.rawValue } ?? "g")
    var blocks: [Block] = [
      .heading(Heading(level: 0, label: "", text: [.text(title)], bookmark: bookmark))
    ]
    for review in reviews {
      let article = review.article
      let headline = article.headline.joined(separator: "　")
      if !headline.isEmpty { blocks.append(.paragraph([.text(headline)], role: .subtitle)) }
      blocks += article.kicker.map { .paragraph([.text($0)], role: .subtitle) }
      if let subtitle = article.subtitle {
        blocks.append(.paragraph([.text("——" + subtitle)], role: .subtitle))
      }
      blocks.append(sourceLine(of: review))
      blocks += paragraphs(review.text)
      blocks += outline(article.measures, of: review, bookmarks: &bookmarks)
    }
    return Item(title: title, bookmark: bookmark, blocks: blocks)
  }

  /// The headline's lines, with the county's name before them unless they hold it: 邹城市：构建“链条式”….
  func title(of article: Article) -> String {
    let headline = article.headline.joined(separator: "　")
    guard let county = article.county else { return headline.isEmpty ? "（无标题）" : headline }
    if headline.isEmpty { return county.name + "：（无标题）" }
    let isNamed =
      headline.contains(county.name) || (county.short.count > 1 && headline.contains(county.short))
    return isNamed ? headline : county.name + "：" + headline
  }

  func paragraphs(_ lines: [[Inline]]) -> [Block] {
    lines.map { .paragraph($0, role: .body) }
  }
}
