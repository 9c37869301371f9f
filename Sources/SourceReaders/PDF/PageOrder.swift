/// A headline with its kicker and subtitle, from top to bottom.
struct PrintedHeadline {
  var blocks: [PrintedBlock]
  var box: Box
  /// From where to where the columns below are this headline's: it may be narrower than they are.
  var span: ClosedRange<Double> = 0...0

  init(_ block: PrintedBlock) {
    blocks = [block]
    box = block.box
  }

  var em: Double { blocks.map(\.em).max() ?? 1 }
}

/// A headline and what is printed below it, in reading order.
struct PrintedArticle {
  var headline: PrintedHeadline?
  var columns: [PrintedBlock] = []
  var captions: [PrintedBlock] = []

  /// From the left of its first column to the right of its last one; of a headline alone, as wide as that.
  var width: Double {
    let boxes = columns.map(\.box)
    guard let left = boxes.map(\.left).min(), let right = boxes.map(\.right).max() else {
      return headline?.box.width ?? 0
    }
    return right - left
  }
}

/// Finds the articles of a page by geometry alone.
struct PageOrder {
  /// Lines above and below the articles: the paper's name, date, page number, editors.
  private(set) var header: [PrintedBlock] = []
  private(set) var footer: [PrintedBlock] = []
  private(set) var articles: [PrintedArticle] = []

  private let body: Double
  private let page: PrintedPage
  /// A newspaper page has some hundred blocks. What has more (a drawing, lines printed over each other) is no such page, and
  /// is read from top to bottom: every block is compared with every other one.
  static let mostBlocks = 2000

  init(_ page: PrintedPage) {
    self.page = page
    body = page.bodySize
    var blocks = BlockFinder.blocks(LineFinder(page).lines)
    guard blocks.count <= Self.mostBlocks else {
      articles = [
        PrintedArticle(columns: blocks.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) })
      ]
      return
    }
    takeFurniture(&blocks)
    let headlines = HeadlineFinder(body: body, page: page).headlines(&blocks)
    let captions = blocks.filter(isCaption)
    let ownership = Ownership(headlines: headlines, body: body)
    articles = ownership.articles(blocks.filter { !isCaption($0) })
    for caption in captions { add(caption) }
    takeMasthead()
  }

  /// The first and the last lines of a page, where white separates them from the text.
  private mutating func takeFurniture(_ blocks: inout [PrintedBlock]) {
    for isTop in [true, false] {
      let edge = isTop ? 0.1 * page.height : 0.9 * page.height
      let small = blocks.filter {
        $0.lines.count <= 2 && $0.em < 1.3 * body && (isTop ? $0.box.bottom < edge : $0.box.top > edge)
      }
      let others = blocks.filter { !small.contains($0) }
      for block in small where stands(block, apartFrom: others, above: isTop) {
        if isTop { header.append(block) } else { footer.append(block) }
        blocks.removeAll { $0 == block }
      }
    }
  }

  /// Looks like furniture and no other text stands beside it or, but for white, near it.
  private func stands(_ block: PrintedBlock, apartFrom others: [PrintedBlock], above: Bool) -> Bool {
    guard !others.contains(where: { $0.box.overlapDown(block.box) > 0 }) else { return false }
    let isOutermost = others.allSatisfy {
      above ? $0.box.top >= block.box.bottom - 1 : $0.box.bottom <= block.box.top + 1
    }
    guard isOutermost else { return false }
    let white =
      others.map { above ? $0.box.top - block.box.bottom : block.box.top - $0.box.bottom }.min() ?? 0
    return white > 1.2 * body || FurnitureWords.areIn(block.text)
  }

  /// Small type, or the words of a caption.
  private func isCaption(_ block: PrintedBlock) -> Bool {
    guard block.lines.count <= 8, block.em < 1.2 * body else { return false }
    return block.em < 0.93 * body || CaptionWords.areIn(block.text)
  }

  /// A caption belongs to the article in or below which it stands.
  private mutating func add(_ caption: PrintedBlock) {
    let home =
      articles.indices.last { index in
        articles[index].columns.contains {
          $0.box.overlapAcross(caption.box) > 0 && $0.box.bottom > caption.box.top - 2 * body
            && $0.box.top < caption.box.bottom
        }
      } ?? articles.indices.last
    if let home {
      articles[home].captions.append(caption)
    } else {
      articles.append(PrintedArticle(captions: [caption]))
    }
  }

  /// A headline at the top with nothing of its own is the paper's name.
  private mutating func takeMasthead() {
    while articles.count > 1, let first = articles.first, first.columns.isEmpty, first.captions.isEmpty {
      header += first.headline?.blocks ?? []
      articles.removeFirst()
    }
  }
}

/// Words that captions open or end with.
enum CaptionWords {
  static func areIn(_ text: String) -> Bool {
    ["图为", "上图", "下图", "左图", "右图", "▲图"].contains { text.hasPrefix($0) } || text.hasSuffix("摄")
      || text.hasSuffix("供图")
  }
}

/// Words of page headers and footers.
enum FurnitureWords {
  static func areIn(_ text: String) -> Bool {
    if !text.unicodeScalars.contains(where: { $0.value >= 0x4E00 }) { return true }
    return ["责编", "编辑", "版式", "星期", "电话", "校对", "编委"].contains { text.contains($0) }
      || (text.hasSuffix("日") && text.contains("年"))
      || (text.hasPrefix("第") && (text.hasSuffix("版") || text.hasSuffix("页")))
  }
}
