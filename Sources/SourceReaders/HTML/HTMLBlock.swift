/// Finds the article on a web page: the nodes that publishing systems are known to use, else the densest text.
struct HTMLBlock {
  let page: HTMLPage
  /// The element around each text, by the text's first byte.
  private let holders: [Int: Int]

  init(_ page: HTMLPage) {
    self.page = page
    var open: [Int] = []
    var holders: [Int: Int] = [:]
    for item in page.items {
      switch item {
      case .open(let index): open.append(index)
      case .close: _ = open.popLast()
      case .text(let range): holders[range.lowerBound] = open.last
      }
    }
    self.holders = holders
  }

  /// Fewer bytes than this are no article.
  private static let least = 60

  /// Where systems put the body, the surest first. (Of 510 digital newspapers 46 % use `founder-content`, 19 %
  /// `#ozoom` alone.)
  private static let bodies: [@Sendable (HTMLPage.Element) -> Bool] = [
    { $0.id == "js_content" },
    { $0.name == "founder-content" },
    { $0.id.lowercased() == "ozoom" },
    { $0.has(class: "power-con") },
    {
      ["articlecontent", "article-content", "contenttext", "ucap-content", "zoom", "fontzoom"].contains(
        $0.id.lowercased())
    },
    { $0.has(class: "article-content") || $0.has(class: "TRS_Editor") || $0.has(class: "trs_editor_view") },
    { $0.attributes["itemprop"] == "articleBody" },
  ]

  /// Where systems put kicker, title, subtitle and author.
  private static let titles: [@Sendable (HTMLPage.Element) -> Bool] = [
    {
      ["founder-introtitle", "founder-pretitle", "founder-title", "founder-subtitle", "founder-author"]
        .contains($0.name)
    },
    { ["pretitle", "title", "subtitle"].contains($0.id.lowercased()) && $0.name != "title" },
    { $0.name == "td" && ($0.has(class: "font01") || $0.has(class: "font02")) },
    { $0.id == "activity-name" || $0.has(class: "rich_media_title") },
    { $0.name == "h1" },
  ]

  /// The element that holds the body; `nil` for the whole page.
  func body() -> Int? {
    let weights = weights()
    for isBody in Self.bodies {
      let found = page.elements.indices.filter { isBody(page.elements[$0]) && weights.text[$0] >= Self.least }
      // Of nested ones the outer.
      if let best = found.max(by: { weights.text[$0] < weights.text[$1] }) { return best }
    }
    let best = page.elements.indices.max { weights.score[$0] < weights.score[$1] }
    return best.flatMap { weights.score[$0] > 0 ? $0 : nil }
  }

  /// Elements above the body that make up the headline, in their order.
  func titles(above body: Int?) -> [Int] {
    for isTitle in Self.titles {
      let found = page.elements.indices.filter { isTitle(page.elements[$0]) && stands($0, above: body) }
      let inner = found.filter { one in !found.contains { $0 != one && page.isInside($0, one) } }
      guard !inner.isEmpty else { continue }
      return page.elements[inner[0]].name == "h1" ? inner.suffix(1) : inner
    }
    return []
  }

  private func stands(_ element: Int, above body: Int?) -> Bool {
    guard let body, page.elements[element].items.upperBound <= page.elements[body].items.lowerBound else {
      return false
    }
    return !isFurniture(element) && !page.text(of: element).allSatisfy(\.isWhitespace)
  }

  private func isFurniture(_ element: Int) -> Bool {
    var next: Int? = element
    while let current = next {
      if HTMLLines.skipped.contains(page.elements[current].name) { return true }
      next = page.elements[current].parent
    }
    return false
  }

  /// Bytes of text in each element, and how much running text its own paragraphs hold. A paragraph counts fully for
  /// the element around it and half for the next; text of links counts against.
  private func weights() -> (text: [Int], score: [Int]) {
    var text = Array(repeating: 0, count: page.elements.count)
    var links = text
    var skipping = 0
    var linking = 0
    for item in page.items {
      switch item {
      case .open(let index):
        if HTMLLines.skipped.contains(page.elements[index].name) { skipping += 1 }
        if page.elements[index].name == "a" { linking += 1 }
      case .close(let index):
        if HTMLLines.skipped.contains(page.elements[index].name) { skipping -= 1 }
        if page.elements[index].name == "a" { linking -= 1 }
        if let parent = page.elements[index].parent {
          text[parent] += text[index]
          links[parent] += links[index]
        }
      case .text(let range):
        guard skipping == 0, let parent = holders[range.lowerBound] else { continue }
        let count = page.bytes[range].count { $0 > 32 }
        text[parent] += count
        if linking > 0 { links[parent] += count }
      }
    }
    return (text, scores(text, links))
  }

  private func scores(_ text: [Int], _ links: [Int]) -> [Int] {
    var scores = Array(repeating: 0, count: page.elements.count)
    for index in page.elements.indices where HTMLLines.inline.contains(page.elements[index].name) == false {
      // Only the innermost blocks: what they hold is a paragraph.
      let own = text[index] - 3 * links[index]
      guard own > Self.least, !holdsBlock(index) else { continue }
      // A text without paragraphs is one block, lines apart by <br> or by line ends.
      scores[index] += breaksLines(index) ? own * 2 : own / 4
      guard let parent = page.elements[index].parent else { continue }
      scores[parent] += own
      if let grandparent = page.elements[parent].parent { scores[grandparent] += own / 2 }
    }
    return scores
  }

  private func breaksLines(_ index: Int) -> Bool {
    if page.elements[index].name == "pre" { return true }
    return page.items[page.elements[index].items].contains {
      if case .open(let inner) = $0 { return page.elements[inner].name == "br" }
      return false
    }
  }

  private func holdsBlock(_ index: Int) -> Bool {
    page.items[page.elements[index].items].dropFirst().contains {
      if case .open(let inner) = $0 { return !HTMLLines.inline.contains(page.elements[inner].name) }
      return false
    }
  }
}
