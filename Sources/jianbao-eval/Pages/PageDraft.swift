import Foundation

/// A newspaper page to be composed: where its articles, captions and lines of furniture stand, in points.
///
///     page 780 1100
///     header 40 24 700 | 03　县区新闻　　2023年10月17日　星期二
///     article keywords-discipline 40 70 700 columns 4 headline 30
///     article traffic-weather-notice 40 700 330 columns 2 headline 20 box
///     caption 400 660 200 | 图为志愿者清理河道。张三摄
struct PageDraft {
  struct Article {
    var slug: String
    var x: Double
    var y: Double
    var width: Double
    var columns = 1
    var headline = 24.0
    var isBoxed = false
    /// The headline's alignment: `center` or `left`.
    var alignment = "center"
    /// Lines taken away from the height: the text runs on over the next page.
    var pages = 1
  }

  struct Label {
    var x: Double
    var y: Double
    var width: Double
    var size: Double
    var text: String
  }

  var width = 780.0
  var height = 1100.0
  var body = 9.5
  var articles: [Article] = []
  var labels: [Label] = []
  /// Pictures: x, y, width, height.
  var pictures: [[Double]] = []

  struct Problem: Error, CustomStringConvertible {
    var line: Int
    var description: String { "page draft: line \(line) cannot be read" }
  }

  init(_ text: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      guard take(line) else { throw Problem(line: index + 1) }
    }
  }

  private mutating func take(_ line: Substring) -> Bool {
    let parts = line.split(separator: "|", maxSplits: 1)
    let words = (parts.first ?? "").split(separator: " ").map(String.init)
    let numbers = words.compactMap(Double.init)
    switch words.first {
    case "page" where numbers.count == 2: (width, height) = (numbers[0], numbers[1])
    case "body" where numbers.count == 1: body = numbers[0]
    case "picture" where numbers.count == 4: pictures.append(numbers)
    case "article" where words.count >= 5: return takeArticle(words)
    case "header", "footer", "caption":
      guard parts.count == 2, numbers.count >= 3 else { return false }
      let size = words[0] == "caption" ? body * 0.85 : body
      labels.append(
        Label(
          x: numbers[0], y: numbers[1], width: numbers[2], size: size,
          text: parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " "))))
    default: return false
    }
    return true
  }

  private mutating func takeArticle(_ words: [String]) -> Bool {
    guard let x = Double(words[2]), let y = Double(words[3]), let width = Double(words[4]) else {
      return false
    }
    var article = Article(slug: words[1], x: x, y: y, width: width)
    var index = 5
    while index < words.count {
      let value = index + 1 < words.count ? Double(words[index + 1]) : nil
      switch words[index] {
      case "columns": article.columns = Int(value ?? 1)
      case "headline": article.headline = value ?? 24
      case "box":
        article.isBoxed = true
        index -= 1
      case "left":
        article.alignment = "start"
        index -= 1
      default: return false
      }
      index += 2
    }
    articles.append(article)
    return true
  }
}

/// An article's printed parts, from its annotated draft.
struct ArticleText: Equatable {
  var kicker: [String] = []
  var headline: [String] = []
  var subtitle: [String] = []
  /// All lines that are set apart from the text, in their order, with what they are.
  var display: [Display] = []
  var paragraphs: [String] = []

  struct Display: Equatable {
    /// `kicker`, `headline`, `subtitle`, or `note` for a line about the article (its date, its column).
    var style: String
    var text: String
  }

  init(draft text: String) {
    var parser = DraftParser()
    for line in parser.parse(text).lines where !line.isBlank {
      var scalars = line.text
      while scalars.first == "\u{3000}" || scalars.first == " " { scalars.removeFirst() }
      var words = ""
      words.unicodeScalars.append(contentsOf: scalars)
      let tags = Set(line.spans.map(\.tag))
      guard line.isDisplay else {
        paragraphs.append(words)
        continue
      }
      var style = "note"
      if tags.contains(.kicker) {
        kicker.append(words)
        style = "kicker"
      } else if tags.contains(.subtitle) {
        subtitle.append(words)
        style = "subtitle"
      } else if tags.contains(.headline) {
        headline.append(words)
        style = "headline"
      }
      display.append(Display(style: style, text: words))
    }
  }
}
