import BriefingModel

/// Whether what comes in from a file can be what a reader found: other programs may have written it. What is not would
/// come back otherwise than it went in, or stop a command that counts with it.
extension ArchivedSource {
  var isSound: Bool {
    let names = [outlined.source, paper ?? "", outlined.title ?? ""]
    return date.isOfNews && !text.contains(0) && names.allSatisfy(\.hasNoNUL)
      && outlined.articles.allSatisfy { $0.isSound(in: text.count) }
      && outlined.notices.compactMap(\.origin).allSatisfy { $0.isSound(in: text.count) }
  }
}

extension CalendarDate {
  /// A day of the years that an archive counts.
  var isOfNews: Bool { Self.yearsOfNews.contains(year) && exists }
}

extension Article {
  fileprivate func isSound(in bytes: Int) -> Bool {
    let county = [county?.name, county?.short, county?.code, county?.prefecture, county?.province]
    let days = date.map { [$0.year, $0.month, $0.day] } ?? []
    return county.allSatisfy { $0?.hasNoNUL ?? true } && days.allSatisfy((0...9999).contains)
      && ([origin] + paragraphs.map(\.origin) + terms.map(\.origin) + [headlineOrigin].compactMap { $0 })
        .allSatisfy { $0.isSound(in: bytes) }
      && figures.allSatisfy { $0.isSound(in: bytes) } && flatMeasures.allSatisfy { $0.isSound(in: bytes) }
  }
}

extension Measure {
  fileprivate func isSound(in bytes: Int) -> Bool {
    ([origin, headingOrigin] + terms.map(\.origin)).allSatisfy { $0.isSound(in: bytes) }
      && figures.allSatisfy { $0.isSound(in: bytes) } && confidence.isFinite
  }
}

extension Figure {
  fileprivate func isSound(in bytes: Int) -> Bool {
    origin.isSound(in: bytes)
      && [value, upper, from].compactMap { $0 }.allSatisfy {
        $0.digits > .min && (-40...40).contains($0.exponent)
      }
  }
}

extension Origin {
  fileprivate func isSound(in count: Int) -> Bool {
    bytes.lowerBound >= 0 && bytes.upperBound <= count && scalars.lowerBound >= 0
      && scalars.upperBound <= count && lines.lowerBound >= 1 && lines.upperBound <= count + 1
  }
}

extension String {
  fileprivate var hasNoNUL: Bool { !utf8.contains(0) }
}
