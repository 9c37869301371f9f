import BriefingModel

/// Builds one article out of the blocks that the page gave it. (A class: its parts are many.)
final class ArticleBuilder: Sendable {
  private let page: Page
  private let findsFigures: Bool
  private let headlines: HeadlineRule
  private let counties: CountyRule
  private var mended: MendedPage { page.mended }
  private var bylines: BylineRule { page.datelines.bylines }

  init(_ page: Page, prefecture: String?, findsFigures: Bool = true) {
    self.findsFigures = findsFigures
    self.page = page
    headlines = HeadlineRule(
      mended: page.mended, kinds: page.kinds, gazetteer: page.gazetteer, vocabulary: page.vocabulary)
    counties = CountyRule(
      gazetteer: page.gazetteer, commonWords: page.vocabulary.commonWords, prefecture: prefecture)
  }

  func article(_ item: PageItem) -> Noted<Article> {
    let headline = headlines.headline(of: item.titles)
    let head = item.body.first.flatMap { page.heads[$0] }
    let body = body(of: item)
    let isArticle = item.kind == .article
    let decision = isArticle ? outline(body, headline) : []
    let finding = counties.find(in: mended.text, places(headline, head, body))
    var article = Article(id: "", kind: item.kind, origin: origin(item, body))
    article.kicker = headline.kicker.map(mended.string)
    article.headline = headline.headline.map(mended.string)
    article.subtitle = headline.subtitle.map(mended.string)
    article.headlineOrigin = headline.span.map { mended.page.origin(mended.printed($0)) }
    article.dateline = head?.dateline.map(mended.string)
    article.byline = head?.byline ?? bylineLine(item) ?? signature(of: item)?.byline ?? captionByline(item)
    article.date = date(item, head)
    let figures = ArticleFigures(body, isOn: findsFigures)
    let builder = MeasureBuilder(body: body, figures: figures)
    article.measures = builder.measures(decision)
    let held = decision.map { $0.candidate.start..<max($0.candidate.start, $0.end) }
    article.figures = figures.figures(in: body.start..<max(body.start, body.end), without: held)
    article.terms = figures.terms(in: body.start..<max(body.start, body.end), without: held)
    article.paragraphs = article.measures.isEmpty ? paragraphs(body) : []
    article.lede = lede(body, builder, until: decision.first?.candidate.start)
    if case .county(let county) = finding { article.county = county }
    let notices = ArticleNotices(body: body, headline: headline, finding: finding)
    return Noted(article, notices: notices.notices(article))
  }

  /// The item's running text, without dateline and bylines.
  func body(of item: PageItem) -> ArticleBody {
    let start =
      item.body.first.flatMap { page.heads[$0]?.bodyStart } ?? item.body.first.map {
        mended.blocks[$0].text.lowerBound
      } ?? 0
    let end =
      signature(of: item)?.textEnd ?? item.body.last.map { mended.blocks[$0].text.upperBound } ?? start
    return ArticleBody(
      mended: mended, quotation: page.quotation, vocabulary: page.vocabulary, blocks: item.body, start: start,
      textEnd: max(start, end), hints: page.hints)
  }

  private func signature(of item: PageItem) -> EndBylineRule.Signature? {
    item.body.last.flatMap { page.signatures[$0] }
  }

  private func outline(_ body: ArticleBody, _ headline: HeadlineRule.Headline) -> [OutlineNode] {
    let titles = headline.headline + headline.kicker
    let announced = titles.lazy.compactMap { AnnouncedCountRule.count(self.mended.text, $0)?.count }.first
    return OutlineDecision(body, isNotice: isNotice(headline), announced: announced).outline()
  }

  /// A notice or a call demands; its numbered parts are what others shall do.
  private func isNotice(_ headline: HeadlineRule.Headline) -> Bool {
    headline.headline.contains { range in
      Self.noticeEndings.contains { mended.text[range].suffix($0.count).elementsEqual($0) }
    }
  }

  private static let noticeEndings = ["通知", "通告", "公告", "倡议书", "的意见", "的决定"].map { [UInt32](of: $0) }

  private func places(
    _ headline: HeadlineRule.Headline, _ head: DatelineRule.Head?, _ body: ArticleBody
  ) -> CountyRule.Places {
    var places = CountyRule.Places()
    if let dateline = head?.dateline {
      let skip = mended.text[dateline].starts(with: [0x672C, 0x62A5]) ? 2 : 0
      places.datelines = [dateline.lowerBound + skip..<dateline.upperBound]
    }
    places.labels = headline.labels
    places.titles = headline.headline + headline.kicker + (headline.subtitle.map { [$0] } ?? [])
    places.ledes = body.blocks.prefix(2).map { body.range(of: $0).prefix(150) }
    places.body = body.start..<max(body.start, body.end)
    return places
  }

  private func origin(_ item: PageItem, _ body: ArticleBody) -> Origin {
    let first = [item.bylineBlock, item.body.first].compactMap { $0 }.min() ?? item.titles.first ?? 0
    let last = item.body.last ?? item.titles.last ?? first
    guard mended.blocks.indices.contains(first), mended.blocks.indices.contains(last) else {
      return mended.page.origin(0..<0)
    }
    let start = mended.blocks[first].text.lowerBound
    return mended.page.origin(mended.printed(start..<max(start, mended.blocks[last].text.upperBound)))
  }

  private func bylineLine(_ item: PageItem) -> Byline? {
    guard let block = item.bylineBlock else { return nil }
    var range = mended.blocks[block].text
    if mended.text[range.lowerBound] == Glyph.openParenthesis || mended.text[range.lowerBound] == 0x28 {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return bylines.byline(in: range) ?? bylines.byline(in: range, bareNames: true)
  }

  /// ■通讯员 李奇泽 卢林摄, at the end of a caption.
  private func captionByline(_ item: PageItem) -> Byline? {
    guard item.kind == .photoCaption, let last = item.body.last else { return nil }
    let range = mended.blocks[last].text
    let tail = range.suffix(40)
    guard
      let start = tail.last(where: { Glyph.isSentenceEnd(mended.text[$0]) || Glyph.isBullet(mended.text[$0]) }
      )
    else { return bylines.byline(in: range) }
    var words = start + 1..<range.upperBound
    while let first = words.first, Glyph.isBlank(mended.text[first]) || Glyph.isOpening(mended.text[first]) {
      words = first + 1..<words.upperBound
    }
    while let end = words.last, Glyph.isClosing(mended.text[end]) { words = words.lowerBound..<end }
    return bylines.byline(in: words)
  }

  private func date(_ item: PageItem, _ head: DatelineRule.Head?) -> CalendarDate? {
    if let dateline = head?.dateline, let date = PrintedDate.find(in: mended.text, dateline) { return date }
    return item.furniture.lazy.compactMap {
      PrintedDate.find(in: self.mended.text, self.mended.blocks[$0].text)
    }.first
  }

  private func paragraphs(_ body: ArticleBody) -> [Paragraph] {
    body.blocks.compactMap { block in
      let range = body.range(of: block)
      guard !range.isEmpty else { return nil }
      return Paragraph(text: mended.string(range), origin: mended.page.origin(mended.printed(range)))
    }
  }

  private func lede(_ body: ArticleBody, _ builder: MeasureBuilder, until end: Int?) -> String {
    let end = end ?? body.blocks.first.map { body.range(of: $0).upperBound } ?? body.start
    return builder.text(body.start..<max(body.start, end))
  }
}
