import Archive
import BriefingModel
import Outliner

/// The week's articles: of each story the longest, in order, numbered anew.
///
/// A story is of the issue that first told it. Printed again later it is listed only if it has a number or a measure that
/// was not told.
struct WeeklyArticles {
  private(set) var sources: [OutlinedSource] = []
  /// Where an article's story was printed, by its id; only for stories printed more than once.
  private(set) var printed: [String: [String]] = [:]

  /// The paper that an article was printed in, by its id, where that is known.
  private(set) var papers: [String: String] = [:]
  /// The days that articles were printed on, by their ids.
  private(set) var days: [String: CalendarDate] = [:]
  /// Articles that told nothing new.
  private(set) var repeated = 0
  /// Articles that came too late for the issue of their days.
  private(set) var late = 0

  init(_ found: [ArchivedArticle], order: WeeklyOrder) {
    let new = found.filter { !$0.isToldBefore }
    repeated = found.count - new.count
    let stories = Dictionary(grouping: new, by: \.story)
    let leads = new.filter { Self.lead(of: stories[$0.story] ?? []) == $0 }
    late = new.count(where: \.isLate)
    var numbering = ArticleNumbering()
    for lead in leads.sorted(by: { Self.key($0, order) < Self.key($1, order) }) {
      var source = OutlinedSource(
        source: lead.article.origin.source, title: lead.title, articles: [lead.article], notices: lead.notices
      )
      numbering.number(&source)
      let members = stories[lead.story] ?? []
      if members.count > 1 { printed[source.articles[0].id] = members.map(Self.place) }
      papers[source.articles[0].id] = lead.paper
      days[source.articles[0].id] = lead.day
      sources.append(source)
    }
  }

  /// The longest leads, of equals the one printed first; but the latest with other numbers if it is nearly as long.
  private static func lead(of members: [ArchivedArticle]) -> ArchivedArticle? {
    guard let longest = members.max(by: { rank($0) < rank($1) }) else { return nil }
    let updates = members.filter {
      $0.day > longest.day && 10 * $0.length >= 9 * longest.length
        && numbers(of: $0) != numbers(of: longest)
    }
    return updates.max { ($0.day, $0.length) < ($1.day, $1.length) } ?? longest
  }

  private static func numbers(of item: ArchivedArticle) -> Set<String> {
    Set(item.article.figuresByHeading.map(\.figure.text))
  }

  private static func rank(_ item: ArchivedArticle) -> (Int, Int, Int) {
    (item.length, -item.day.dayNumber, -Int(item.article.origin.lines.lowerBound))
  }

  private static func place(_ item: ArchivedArticle) -> String {
    "\(item.paper ?? Path.name(of: item.article.origin.source))（\(item.day.iso)）"
  }

  private static func key(_ item: ArchivedArticle, _ order: WeeklyOrder) -> (Int, String, Int, String, Int) {
    let county = item.article.county?.code ?? item.article.county?.name ?? "\u{10FFFF}"
    let place = (item.day.dayNumber, item.article.origin.source, item.article.origin.bytes.lowerBound)
    return switch order {
    case .county: (0, county, place.0, place.1, place.2)
    case .date: (0, "", place.0, place.1, place.2)
    case .measures: (-item.measures, "", place.0, place.1, place.2)
    }
  }
}
