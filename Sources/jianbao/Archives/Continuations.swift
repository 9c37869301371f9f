import Archive
import BriefingModel

/// Numbers of the week that were told before: the same county, object and unit.
enum Continuations {
  private static let most = 30
  private static let kinds: Set<Figure.Kind> = [
    .count, .money, .length, .area, .volume, .weight, .percent, .energy,
  ]

  /// Characters of a word that stands for different things in different articles (投资, 企业, 活动): compared only under
  /// one heading.
  private static let bareWord = 2

  /// `days` are those of the articles, by their ids.
  static func find(
    _ articles: [Article], days: [String: CalendarDate], in past: inout PastNumbers,
    before first: CalendarDate
  ) throws -> [[String]] {
    var rows: [[String]] = []
    var seen: Set<[String]> = []
    for article in articles {
      guard let county = article.county?.name else { continue }
      for (heading, figure) in article.figuresByHeading where kinds.contains(figure.kind) {
        guard let object = figure.object, rows.count < most, seen.insert([county, object]).inserted else {
          continue
        }
        let isBare = object.count <= bareWord
        guard !isBare || heading != nil,
          let now = article.onlyNumber(of: object, unit: figure.unit, heading: isBare ? heading : nil),
          let before = try past.last(
            object: object, unit: figure.unit, county: county, heading: isBare ? heading : nil,
            before: days[article.id] ?? first),
          before.figure.value != now.value
        else { continue }
        rows.append([county, object, now.text, before.figure.text, ago(before.day, from: first)])
      }
    }
    return rows
  }

  private static func ago(_ day: CalendarDate, from first: CalendarDate) -> String {
    let weeks = (first.dayNumber - CalendarWeek(holding: day).monday.dayNumber + 6) / 7
    return "\(weeks)周前（\(day.month)月\(day.day)日）"
  }
}
