/// Gives each column of text to a headline: the lowest above it whose span it lies in and whose columns it
/// continues. (Below a boxed article the page's own columns go on; theirs is another width.)
struct Ownership {
  let headlines: [PrintedHeadline]
  let body: Double

  func articles(_ blocks: [PrintedBlock]) -> [PrintedArticle] {
    let nearest = blocks.map { candidates($0).first }
    let grids = headlines.indices.map { index in
      grid(blocks.indices.filter { nearest[$0] == index }.map { blocks[$0].box })
    }
    var untitled: [PrintedBlock] = []
    var owned = headlines.map { PrintedArticle(headline: $0) }
    for block in blocks {
      let above = candidates(block)
      if let owner = above.first(where: { continues(block.box, grids[$0]) }) ?? above.first {
        owned[owner].columns.append(block)
      } else {
        untitled.append(block)
      }
    }
    var articles = untitled.isEmpty ? [] : [PrintedArticle(columns: untitled)]
    articles += inReadingOrder(owned)
    for index in articles.indices { articles[index].columns = ReadingOrder.sorted(articles[index].columns) }
    return articles
  }

  /// The headlines above a block, from the lowest up.
  private func candidates(_ block: PrintedBlock) -> [Int] {
    let place = min(block.box.left + 1.5 * body, (block.box.left + block.box.right) / 2)
    return headlines.indices.filter {
      headlines[$0].box.bottom <= block.box.top + body && headlines[$0].span.contains(place)
    }.sorted { headlines[$0].box.bottom > headlines[$1].box.bottom }
  }

  /// The columns that begin right below a headline.
  private func grid(_ boxes: [Box]) -> [Box] {
    guard let top = boxes.map(\.top).min() else { return [] }
    return boxes.filter { $0.top < top + 3 * body }
  }

  private func continues(_ box: Box, _ grid: [Box]) -> Bool {
    grid.contains { column in
      box.left > column.left - 0.8 * body && box.right < column.right + 0.8 * body
        && box.left < column.left + 2.8 * body
    }
  }

  /// From top to bottom; those at one height from left to right.
  private func inReadingOrder(_ articles: [PrintedArticle]) -> [PrintedArticle] {
    let sorted = articles.sorted { ($0.headline?.box.top ?? 0) < ($1.headline?.box.top ?? 0) }
    var rows: [[PrintedArticle]] = []
    for article in sorted {
      let top = article.headline?.box.top ?? 0
      if let first = rows.last?.first?.headline?.box.top, top - first < 3 * body {
        rows[rows.count - 1].append(article)
      } else {
        rows.append([article])
      }
    }
    return rows.flatMap { $0.sorted { ($0.headline?.box.left ?? 0) < ($1.headline?.box.left ?? 0) } }
  }
}

/// The order in which blocks are read: columns from left to right; where something spans them, what stands
/// above it first.
enum ReadingOrder {
  static func sorted(_ blocks: [PrintedBlock], depth: Int = 0) -> [PrintedBlock] {
    guard blocks.count > 1 else { return blocks }
    // A page of blocks that are cut off one by one would go as deep as it has blocks.
    if depth < 200 {
      if let (left, right) = parted(blocks, from: \.left, to: \.right) {
        return sorted(left, depth: depth + 1) + sorted(right, depth: depth + 1)
      }
      if let (above, below) = parted(blocks, from: \.top, to: \.bottom) {
        return sorted(above, depth: depth + 1) + sorted(below, depth: depth + 1)
      }
    }
    return blocks.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
  }

  /// Cuts blocks at the first place that no block crosses.
  private static func parted(
    _ blocks: [PrintedBlock], from start: KeyPath<Box, Double>, to end: KeyPath<Box, Double>
  ) -> ([PrintedBlock], [PrintedBlock])? {
    let sorted = blocks.sorted { $0.box[keyPath: start] < $1.box[keyPath: start] }
    var reached = -Double.infinity
    for (index, block) in sorted.enumerated() {
      if index > 0, block.box[keyPath: start] >= reached - 0.5 {
        return (Array(sorted[..<index]), Array(sorted[index...]))
      }
      reached = max(reached, block.box[keyPath: end])
    }
    return nil
  }
}
