/// What a document looks like, whichever format it has. Lengths in mm, letters in pt.
struct Picture {
  var pages: [PageLayout]
  var paragraphs: [Paragraph]
  /// Thicknesses of the colophon's rules from above, in mm; `nil` where they cannot be told.
  var colophonRules: [Double]?
  /// Width of the colophon, in mm; `nil` where it cannot be told.
  var colophonWidth: Double?
  /// Whether the document has lines that are drawn, not borders.
  var hasDrawings = false
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
  /// In pt, where the page's grid sets it: from character to character.
  var characterPitch: Double?
  /// What is added to each character's width by the page's grid, in pt.
  var characterSpace: Double?
  /// How odd and even pages have their number; `nil` for none.
  var oddNumber: PageNumber?
  var evenNumber: PageNumber?

  var isLandscape: Bool { width > height }
  var typeWidth: Double { width - left - right }
  var typeHeight: Double { height - top - bottom }
}

/// The number in a footer.
struct PageNumber: Equatable {
  var alignment: Alignment
  /// The paragraph's text, with `1` for the number.
  var text: String
  /// The font of the digits.
  var font: String?
  var size: Double?
  /// From the side, in pt; `nil` where a frame places it.
  var inset: Double?
  /// From the type area to the middle of the line, in mm; `nil` where it cannot be told.
  var distance: Double?
  /// Whether it stands at the left and reads from above downwards: at the foot once the sheet is turned upright.
  var isTurned = false
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
    case colophon
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
  /// In a text box.
  var isInFrame = false
  /// What is added after each character, in pt.
  var letterSpacing = 0.0
  /// Thickness of a red border above or below, in mm.
  var redRule: Double?
  /// Indents left and right together, in pt.
  var margins = 0.0
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
