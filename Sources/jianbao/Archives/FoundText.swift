import Archive

/// How a place that was found is shown: around the words, with each of them marked.
///
///     …把支部建在小区里，把【服务】送到群众家门口，受到居民普遍…
enum FoundText {
  /// Characters shown before and after a word, and of a text without any.
  private static let before = 16
  private static let after = 24
  private static let most = 40

  static func excerpt(_ text: String, words: [String]) -> String {
    let flat = text.split(separator: "\n").joined(separator: " ")
    let found = words.map { Archive.ranges(of: $0, in: flat) }
    var parts = merged(found.compactMap(\.first).map { around($0, in: flat) })
    if parts.isEmpty { parts = [flat.startIndex..<moved(flat.startIndex, by: most, in: flat)] }
    let marks = merged(found.flatMap { $0 })
    let isCut = (
      start: parts.first?.lowerBound != flat.startIndex, end: parts.last?.upperBound != flat.endIndex
    )
    return (isCut.start ? "…" : "") + parts.map { drawn(flat, $0, marks) }.joined(separator: "…")
      + (isCut.end ? "…" : "")
  }

  /// A heading in which those words are marked that its text does not hold.
  static func heading(_ heading: String, words: [String], text: String) -> String {
    let missing = words.filter { Archive.ranges(of: $0, in: text).isEmpty }
    let marks = merged(missing.flatMap { Archive.ranges(of: $0, in: heading) })
    return drawn(heading, heading.startIndex..<heading.endIndex, marks)
  }

  private static func drawn(
    _ text: String, _ part: Range<String.Index>, _ marks: [Range<String.Index>]
  ) -> String {
    var drawn = ""
    var end = part.lowerBound
    for mark in marks where part.lowerBound <= mark.lowerBound && mark.upperBound <= part.upperBound {
      drawn += "\(text[end..<mark.lowerBound])【\(text[mark])】"
      end = mark.upperBound
    }
    return drawn + text[end..<part.upperBound]
  }

  private static func around(_ range: Range<String.Index>, in text: String) -> Range<String.Index> {
    moved(range.lowerBound, by: -before, in: text)..<moved(range.upperBound, by: after, in: text)
  }

  private static func moved(_ index: String.Index, by distance: Int, in text: String) -> String.Index {
    let end = distance < 0 ? text.startIndex : text.endIndex
    return text.index(index, offsetBy: distance, limitedBy: end) ?? end
  }

  /// Ranges that overlap or touch are one.
  private static func merged(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}
