import BriefingModel

extension Composer {
  /// One article: title, kicker and subtitle, source line, summary, lede, outline.
  func item(for article: Article, bookmarks: inout Bookmarks, notices: inout [Notice]) -> Item {
    let title = title(of: article)
    let bookmark = bookmarks.bookmark(for: article)
    var blocks: [Block] = [
      .heading(Heading(level: 0, label: "", text: [.text(title)], bookmark: bookmark))
    ]
    blocks += article.kicker.map { .paragraph([.text($0)], role: .subtitle) }
    if let subtitle = article.subtitle {
      blocks.append(.paragraph([.text("——" + subtitle)], role: .subtitle))
    }
    blocks.append(sourceLine(of: article))
    if Self.needsSummary(article) {
      let summary = summary(of: article, notices: &notices)
      if !summary.isEmpty { blocks.append(.paragraph([.text("【摘要】" + summary)], role: .summary)) }
    }
    if article.measures.isEmpty {
      blocks += text(of: article)
    } else {
      blocks += paragraphs(article.lede)
      blocks += outline(article.measures, of: article, bookmarks: &bookmarks)
    }
    return Item(title: title, bookmark: bookmark, blocks: blocks)
  }

  /// A piece without measures that is no longer than a summary may be is its own summary.
  private static func needsSummary(_ article: Article) -> Bool {
    !article.measures.isEmpty || textLength(of: article) > summaryLength
  }

  /// Photo captions or other pieces under one title: each its words and its source line.
  func group(_ title: String, of articles: [Article], bookmarks: inout Bookmarks) -> Item {
    let bookmark = bookmarks.unique(articles.first.map { "g-" + $0.kind.rawValue } ?? "g")
    var blocks: [Block] = [
      .heading(Heading(level: 0, label: "", text: [.text(title)], bookmark: bookmark))
    ]
    for article in articles {
      let headline = article.headline.joined(separator: "　")
      if !headline.isEmpty { blocks.append(.paragraph([.text(headline)], role: .subtitle)) }
      blocks += article.kicker.map { .paragraph([.text($0)], role: .subtitle) }
      if let subtitle = article.subtitle {
        blocks.append(.paragraph([.text("——" + subtitle)], role: .subtitle))
      }
      blocks.append(sourceLine(of: article))
      blocks += text(of: article)
      blocks += outline(article.measures, of: article, bookmarks: &bookmarks)
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

  /// The mended paragraphs; where there are none, the lede.
  private func text(of article: Article) -> [Block] {
    if article.paragraphs.isEmpty { return paragraphs(article.lede) }
    return article.paragraphs.flatMap { paragraphs($0.text) }
  }

  func paragraphs(_ text: String) -> [Block] {
    text.split(whereSeparator: \.isNewline).map { .paragraph([.text(String($0))], role: .body) }
  }
}
