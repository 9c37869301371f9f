/// Tells where paragraphs begin with a shorter line: the page was indented, the copied text is not.
///
///     抓住关键点。韩庄镇乡村振兴服务队⏎     16 characters
///     从落实制度、现场办公等方面入手，建强支⏎   19 characters
struct LostIndents {
  /// Text lines looked at on each side.
  private static let reach = 50

  /// How many paragraphs before each position begin with a short, or a full, line.
  private var shorter: [Int] = [0]
  private var full: [Int] = [0]

  init(page: PageText, lines: [Int], columns: [Int?]) {
    shorter.reserveCapacity(lines.count + 1)
    full.reserveCapacity(lines.count + 1)
    for position in lines.indices {
      let kind = Self.firstLine(page, lines, columns, position)
      shorter.append(shorter[position] + (kind == .shorter ? 1 : 0))
      full.append(full[position] + (kind == .full ? 1 : 0))
    }
  }

  func around(_ position: Int) -> Bool {
    let low = max(0, position - Self.reach)
    let high = min(shorter.count - 1, position + Self.reach)
    let short = shorter[high] - shorter[low]
    return short >= 2 && short >= full[high] - full[low]
  }

  private enum Kind { case shorter, full, unclear }

  /// A line below one that plainly ends a paragraph, and that reads on into the next.
  private static func firstLine(_ page: PageText, _ lines: [Int], _ columns: [Int?], _ position: Int) -> Kind
  {
    guard position > 0, position + 1 < lines.count, let column = columns[position] else { return .unclear }
    let above = page.lines[lines[position - 1]]
    let line = page.lines[lines[position]]
    guard above.setWidth < column - 12, Glyph.isSentenceEnd(page.scalars[above.text.upperBound - 1]),
      lines[position + 1] == lines[position] + 1, !Glyph.isStop(page.scalars[line.text.upperBound - 1])
    else { return .unclear }
    switch column - line.setWidth {
    case ...2: return .full
    case 3...9: return .shorter
    default: return .unclear
    }
  }
}
