import BriefingModel

/// 本期导读: one line for each county, in the order in which the counties first stand.
///
///     泗水：打基础、接地气、补短板、树典型
///     邹城：压实“责任链条”、建立“评价链条”、强化“管理链条”、完善“奖惩链条”
struct Digest: Sendable {
  /// About as much as two printed lines hold.
  private static let limit = 60
  private(set) var lines: [String] = []

  init(_ articles: [Article]) {
    var groups: [(county: County?, articles: [Article])] = []
    for article in articles {
      if article.county != nil, let index = groups.firstIndex(where: { $0.county == article.county }) {
        groups[index].articles.append(article)
      } else {
        groups.append((article.county, [article]))
      }
    }
    lines = groups.compactMap { Self.line(of: $0.articles, in: $0.county) }
  }

  private static func line(of articles: [Article], in county: County?) -> String? {
    let name = county.map { $0.short + "：" } ?? ""
    let gists = articles.compactMap { article in
      let gist = articles.count == 1 ? measures(of: article, room: limit - name.count) : nil
      return gist ?? headline(of: article, room: limit - name.count)
    }
    return gists.isEmpty ? nil : name + gists.joined(separator: "；")
  }

  /// The first-level headings; where they are too long their first clauses; where those are, nothing.
  private static func measures(of article: Article, room: Int) -> String? {
    let measures = article.measures.filter { $0.role != .section }
    guard measures.count > 1, Set(measures.map(\.role)).count == 1 else { return nil }
    let headings = measures.map { Lead.runs($0.heading).joined(separator: "，") }
    let opening = measures.allSatisfy { $0.role == .requirement } ? "要求" : ""
    let whole = headings.joined(separator: headings.contains { $0.contains("，") } ? "；" : "、")
    if whole.count + opening.count <= room { return opening + whole }
    let clauses = headings.map { heading in
      Sentence.all(of: heading).first.map { Scalars($0.clause(0)).string } ?? heading
    }
    let short = opening + clauses.joined(separator: "、")
    return short.count <= room ? short : nil
  }

  private static func headline(of article: Article, room: Int) -> String? {
    let lead = Lead(article)
    var lines = lead.lines
    while lines.count > 1, lines.joined(separator: "，").count > room { lines.removeLast() }
    return lines.isEmpty ? nil : lines.joined(separator: "，")
  }
}
