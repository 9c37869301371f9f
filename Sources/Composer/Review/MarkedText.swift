import BriefingModel

/// A text with what an editor should look at in it; the words themselves stay as they are.
///
///     帮扶资金18.5万，用于…   marked after 18.5万   →   帮扶资金18.5万[+元]，用于…
struct MarkedText: Sendable {
  private struct Mark {
    var range: Range<Int>
    /// `nil` where there is only a doubt.
    var proposed: String?
    var comment: String
  }

  let scalars: Scalars
  private var marks: [Mark] = []

  init(_ text: String) {
    scalars = Scalars(text.unicodeScalars)
  }

  /// A doubt about these words.
  mutating func doubt(_ range: Range<Int>, _ comment: String) {
    add(Mark(range: range, proposed: nil, comment: comment))
  }

  /// A doubt about these words where they first stand; about the whole text where they do not stand in it.
  mutating func doubt(_ words: String?, _ comment: String) {
    let range = words.flatMap { scalars[...].range(of: Scalars($0.unicodeScalars)) }
    doubt(range ?? scalars.indices, comment)
  }

  /// Other words for these.
  mutating func correct(_ range: Range<Int>, to proposed: String, _ comment: String) {
    add(Mark(range: range, proposed: proposed, comment: comment))
  }

  /// Marks do not nest: one that touches the words of another joins it. A correction keeps its words, for those
  /// are what would change; the doubt then stands in its comment.
  private mutating func add(_ mark: Mark) {
    var mark = mark
    for other in marks where other.range.overlaps(mark.range) || other.range == mark.range {
      if other.comment != mark.comment { mark.comment = other.comment + mark.comment }
      if other.proposed != nil {
        (mark.range, mark.proposed) = (other.range, other.proposed)
      } else if mark.proposed == nil {
        let ends = (other.range, mark.range)
        mark.range = min(ends.0.lowerBound, ends.1.lowerBound)..<max(ends.0.upperBound, ends.1.upperBound)
      }
    }
    marks.removeAll { $0.range.overlaps(mark.range) || $0.range == mark.range }
    marks.append(mark)
  }

  var inlines: [Inline] { inlines(in: scalars.indices) }

  /// One list for each line that is not empty.
  func paragraphs(in range: Range<Int>) -> [[Inline]] {
    var paragraphs: [[Inline]] = []
    var start = range.lowerBound
    for index in range where Character(scalars[index]).isNewline {
      if index > start { paragraphs.append(inlines(in: start..<index)) }
      start = index + 1
    }
    if range.upperBound > start { paragraphs.append(inlines(in: start..<range.upperBound)) }
    return paragraphs
  }

  var paragraphs: [[Inline]] { paragraphs(in: scalars.indices) }

  func inlines(in range: Range<Int>) -> [Inline] {
    var inlines: [Inline] = []
    var start = range.lowerBound
    func text(_ range: Range<Int>) {
      if !range.isEmpty { inlines.append(.text(scalars[range].string)) }
    }
    let within = marks.filter {
      $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
    }
    for mark in within.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text(start..<mark.range.lowerBound)
      let words = scalars[mark.range].string
      if let proposed = mark.proposed {
        inlines.append(.correction(printed: words, proposed: proposed, comment: Comment(mark.comment)))
      } else {
        inlines.append(.doubted(words, comment: Comment(mark.comment)))
      }
      start = mark.range.upperBound
    }
    text(start..<range.upperBound)
    return inlines.isEmpty ? [.text("")] : inlines
  }
}
