/// Takes headlines out of a page's blocks: type clearly larger than the body's, with smaller lines right above
/// and below it (kicker, subtitle).
struct HeadlineFinder {
  let body: Double
  let page: PrintedPage

  /// A headline's type is at least this many times the body's; subheadings in a column are smaller.
  private static let smallest = 1.3
  /// Kickers and subtitles, right beside a headline.
  private static let smallestBeside = 1.08

  func headlines(_ blocks: inout [PrintedBlock]) -> [PrintedHeadline] {
    var found: [PrintedHeadline] = []
    for block in blocks.filter({ $0.em >= Self.smallest * body }).sorted(by: { $0.box.top < $1.box.top }) {
      if let index = found.lastIndex(where: { touches($0.box, block.box, em: max($0.em, block.em)) }) {
        join(block, to: &found[index])
      } else {
        found.append(PrintedHeadline(block))
      }
    }
    blocks.removeAll { $0.em >= Self.smallest * body }
    for block in blocks where block.em >= Self.smallestBeside * body && block.lines.count <= 3 {
      guard let index = found.firstIndex(where: { touches($0.box, block.box, em: $0.em * 0.7) }) else {
        continue
      }
      join(block, to: &found[index])
      blocks.removeAll { $0 == block }
    }
    for index in found.indices { found[index].blocks.sort { $0.box.top < $1.box.top } }
    for index in found.indices { found[index].span = span(of: index, in: found, blocks) }
    return found
  }

  private func join(_ block: PrintedBlock, to headline: inout PrintedHeadline) {
    headline.blocks.append(block)
    headline.box = headline.box.union(block.box)
  }

  /// Right above or below, and not side by side.
  private func touches(_ one: Box, _ other: Box, em: Double) -> Bool {
    let white = max(other.top - one.bottom, one.top - other.bottom)
    return white < 0.8 * em && one.overlapAcross(other) > 0.5 * min(one.width, other.width)
  }

  /// White beside a headline is the headline's own, up to the next text or half the way to the next headline.
  private func span(
    of index: Int, in headlines: [PrintedHeadline], _ blocks: [PrintedBlock]
  ) -> ClosedRange<Double> {
    let box = headlines[index].box
    var (left, right) = (0.0, max(page.width, box.right))
    for block in blocks where block.box.overlapDown(box) > 0.3 * body {
      if block.box.right <= box.left + body { left = max(left, block.box.right) }
      if block.box.left >= box.right - body { right = min(right, block.box.left) }
    }
    for (other, headline) in headlines.enumerated() where other != index {
      let near = headline.box
      guard near.overlapDown(box) > -body else { continue }
      if near.right <= box.left + body { left = max(left, (near.right + box.left) / 2) }
      if near.left >= box.right - body { right = min(right, (near.left + box.right) / 2) }
    }
    left = min(left, box.left)
    return left...max(left, right, box.right)
  }
}
