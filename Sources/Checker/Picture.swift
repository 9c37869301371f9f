/// What a document looks like, whichever format it has. Lengths in mm, letters in pt.
struct Picture {
  var pages: [PageLayout]
  var paragraphs: [Paragraph]
}

struct PageLayout: Equatable {
  var width: Double
  var height: Double
  var top: Double
  var bottom: Double
  var left: Double
  var right: Double
  /// Lines of the page's grid; `nil` without one.
  var lines: Int?
  /// Where odd and even pages have their number; `nil` for none.
  var oddNumber: Alignment?
  var evenNumber: Alignment?

  var isLandscape: Bool { width > height }
  var typeWidth: Double { width - left - right }
  var typeHeight: Double { height - top - bottom }
}

enum Alignment: String {
  case left = "居左"
  case centre = "居中"
  case right = "居右"

  init(_ word: String?) {
    switch word {
    case "center", "centerContinuous": self = .centre
    case "right", "end": self = .right
    default: self = .left
    }
  }
}

/// A stretch of text in one font.
struct Run {
  var text: String
  /// The Chinese font.
  var font: String?
  /// The font that Chinese quotation marks take.
  var quoteFont: String?
  var size: Double?
}

struct Paragraph {
  enum Role: Equatable {
    case title
    /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
    case heading(tier: Int)
    case body
    case other
  }

  var role = Role.other
  /// The named style, small letters.
  var style: String
  /// 1 for the outermost.
  var outlineLevel: Int?
  var alignment: Alignment
  /// First line, in pt.
  var indent: Double
  /// In pt, where it is fixed.
  var lineHeight: Double?
  var isInTable: Bool
  var isRed: Bool
  var runs: [Run]

  var text: String { runs.reduce("") { $0 + $1.text } }

  /// The run with most characters stands for the paragraph.
  private var main: Run? {
    var weights: [String: Int] = [:]
    func key(_ run: Run) -> String { "\(run.font ?? "")/\(run.size ?? 0)" }
    for run in runs { weights[key(run), default: 0] += run.text.unicodeScalars.count }
    let heaviest = weights.values.max()
    return runs.first { weights[key($0)] == heaviest }
  }

  var font: String? { main?.font }
  var size: Double? { main?.size }

  /// The beginning, for messages.
  var beginning: String {
    let text = text.drop(while: \.isWhitespace)
    return "“\(text.prefix(18))\(text.count > 18 ? "…" : "")”"
  }
}
