/// Tells headlines by the size of their type, where the format knows sizes and the layout shows the lines (PDF).
///
///     20.0  湄潭：严把“四道关口”锻造年轻干部队伍
///      9.5  　　茶乡湄潭，35岁以下科级干部
struct TypeSizeRule: Sendable {
  /// A headline's type is at least this many times the body's.
  private static let headline: Float = 1.25
  /// Kickers and subtitles, between the two.
  private static let larger: Float = 1.06

  /// Each block's size over the body's; empty where nothing can be told.
  private let ratios: [Float]

  init(_ mended: MendedPage) {
    let lines = mended.page.lines
    guard lines.contains(where: { $0.goesOn != nil }), let body = Self.bodySize(lines) else {
      ratios = []
      return
    }
    let printed = lines.filter { !$0.isBlank }
    let all = mended.blocks.map { block in
      (block.lines.compactMap { printed.indices.contains($0) ? printed[$0].size : nil }.max() ?? body) / body
    }
    ratios = all.contains { $0 >= Self.headline } ? all : []
  }

  /// Sizes tell headlines on this page.
  var areKnown: Bool { !ratios.isEmpty }

  func isHeadline(_ block: Int) -> Bool { ratios.indices.contains(block) && ratios[block] >= Self.headline }
  func isLarger(_ block: Int) -> Bool { ratios.indices.contains(block) && ratios[block] >= Self.larger }

  /// What is set as a headline is one, however long it is and whatever it ends with.
  func naming(_ kinds: [BlockKind]) -> [BlockKind] {
    kinds.indices.map { index in
      isHeadline(index) && (kinds[index] == .body || kinds[index] == .furniture) ? .title : kinds[index]
    }
  }

  /// The size of most of the text.
  private static func bodySize(_ lines: [PageLine]) -> Float? {
    var counts: [Float: Int] = [:]
    for line in lines {
      if let size = line.size, size > 0 { counts[size, default: 0] += line.text.count }
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}
