import BriefingModel

/// The doubts about one article.
struct ArticleNotices: Sendable {
  let body: ArticleBody
  let headline: HeadlineRule.Headline
  let finding: CountyRule.Finding

  func notices(_ article: Article) -> [Notice] {
    var notices = county(article) + reversedQuotes()
    if article.kind == .article {
      notices += AnnouncedCountRule.notices(headline, in: body.mended, article)
      if article.headline.isEmpty {
        notices.append(Notice(kind: .missingHeadline, message: "这篇文章没有找到标题。", origin: article.origin))
      }
      notices += lowConfidence(article.measures)
    }
    return notices
  }

  private func county(_ article: Article) -> [Notice] {
    switch finding {
    case .county: return []
    case .ambiguous(let name, let candidates):
      let list = candidates.map {
        "\($0.province ?? "")\($0.prefecture ?? "")\($0.name)（\($0.code ?? "无代码")）"
      }
      let message = "“\(name)”可能是：\(list.joined(separator: "、"))。请在设置中写明 prefecture（所属地市）。"
      return [
        Notice(
          kind: .ambiguousCounty, message: message, origin: article.headlineOrigin ?? article.origin,
          words: name)
      ]
    case .unknown:
      return [
        Notice(
          kind: .unknownCounty, message: "没有认出这篇文章是哪个县（市、区）的。",
          origin: article.headlineOrigin ?? article.origin)
      ]
    }
  }

  private func reversedQuotes() -> [Notice] {
    body.quotation.reversed.filter { $0 >= body.start && $0 < body.end }.map { position in
      let block = body.blocks.partition { body.range(of: $0).upperBound > position }
      let blockEnd = block < body.blocks.count ? body.range(of: body.blocks[block]).upperBound : body.end
      let end = min(body.end, position + 8, max(blockEnd, position + 1))
      return Notice(
        kind: .reversedQuotationMark,
        message: "引号印反了，已按原意识读：\(body.mended.string(position..<end))",
        origin: body.mended.page.origin(body.mended.printed(position..<position + 1)),
        words: body.mended.string(position..<end))
    }
  }

  private func lowConfidence(_ measures: [Measure]) -> [Notice] {
    guard let first = measures.first, first.isDoubtful else { return [] }
    return [
      Notice(
        kind: .lowConfidence, message: "这篇文章的条目没有明显标记，请核对：\(measures.map(\.heading).joined(separator: "；"))",
        origin: first.headingOrigin)
    ]
  }
}
