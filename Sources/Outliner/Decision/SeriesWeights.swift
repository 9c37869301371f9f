import BriefingModel

/// Every number that decides which series outlines a stretch of text.
enum SeriesWeights {
  /// A series worth less than this outlines nothing: an article, or a part of one whose fellows have entries.
  static func least(depth: Int) -> Double { depth == 1 ? 2.7 : 2.1 }

  /// What it is worth that the headline announces as many measures (三字诀, 1+4+N).
  static let announced = 1.0

  /// What a series is worth as the outline of `range`.
  static func value(_ series: Series, in range: Range<Int>, scopeEnd: Int) -> Double {
    let covered = Double(scopeEnd - series.start) / Double(max(1, range.count))
    var value = series.strength + 2.0 * covered
    // An outline stands at the beginnings of paragraphs; what stands within them is a level down.
    if series.standsInBlocks { value += 1.0 }
    return value + preference(series.marking)
  }

  /// Markings that editors set outermost, all else being equal.
  private static func preference(_ marking: Marking) -> Double {
    switch marking {
    case .chineseNumber, .labelledNumber: 1.0
    case .standaloneLine: 0.8
    case .parenthesizedChineseNumber, .bullet, .dash: 0.6
    case .paragraphLead, .numbered: 0.3
    case .runIn: -0.6
    case .anaphora: -0.5
    case .colonLead: -0.2
    default: 0
    }
  }

  /// 0…1: how convincing the series is, and how far ahead of its rival.
  static func confidence(_ series: Series, margin: Double) -> Double {
    let x = series.strength - 1.2 + 0.5 * min(max(margin, 0), 2)
    let squashed = x / (1 + abs(x))
    return (0.5 + 0.5 * squashed)
  }
}
