/// Tells where the paragraphs of an article's columns begin: at an indented line, and below a line that ends
/// before its column does.
struct Paragraphs {
  struct Member {
    var text: String
    var starts: Bool
    var isIndented: Bool
    /// White above, in the same column: a heading or a new part.
    var hasSpaceAbove: Bool
  }

  private let blocks: [PrintedBlock]
  private let body: Double
  /// Left and right margin of each block's column.
  private var columns: [Box] = []
  /// The article indents its paragraphs: a line that is not goes on, if it can.
  private var indents = false
  /// The last line filled its column, so that its paragraph may go on.
  var goesOn = false
  /// It ended no sentence, and little more would have fitted in: a name or a quotation that is not parted stands on
  /// the next line.
  private var staysOpen = false

  /// Room, in characters, that a line leaves at its end where the next word or its marks are kept together.
  private static let mostRoom = 4.5

  init(_ blocks: [PrintedBlock], body: Double) {
    self.blocks = blocks
    self.body = body
    var indented = 0
    columns = blocks.count > PageOrder.mostBlocks ? blocks.map(\.box) : blocks.indices.map(column)
    for index in blocks.indices {
      let left = columns[index].left
      indented += blocks[index].lines.count { (1.2...3.5).contains(($0.box.left - left) / blocks[index].em) }
    }
    indents = indented >= 2 && indented * 12 >= blocks.reduce(0) { $0 + $1.lines.count }
  }

  mutating func lines(of index: Int) -> [Member] {
    let block = blocks[index]
    let column = columns[index]
    let spaced = isSpaced(index)
    return block.lines.enumerated().map { place, line in
      let indent = (line.box.left - column.left) / block.em
      let opensSpaced = place == 0 && spaced
      // A centred line goes on a full one above it; what else stands far in opens something new.
      let isFarIn = indent > 1.2 && !(indent > 3.6 && goesOn && staysOpen)
      let starts = isFarIn || opensSpaced || !(goesOn || indents && staysOpen)
      goesOn = line.box.right > column.right - 1.5 * block.em
      staysOpen =
        line.box.right > column.right - Self.mostRoom * block.em
        && !(line.text.unicodeScalars.last.map { Self.ends.contains($0) } ?? true)
      return Member(
        text: line.text, starts: starts, isIndented: (1.2...3.5).contains(indent),
        hasSpaceAbove: opensSpaced && !(1.2...3.5).contains(indent))
    }
  }

  /// What may end a paragraph.
  private static let ends = "。！？：；…”’".unicodeScalars

  /// Left and right margin of the column: as far as the lines of its blocks reach, at least a few of them (a centred
  /// line above the columns reaches farther). Marks that hang over the end of a line do not count.
  private func column(of index: Int) -> Box {
    let own = blocks[index].box
    var lefts: [Double] = []
    var rights: [Double] = []
    for block in blocks {
      let isSame =
        block.box.overlapAcross(own) > 0.5 * min(own.width, block.box.width)
        && block.box.width < 1.5 * max(own.width, 12 * body)
      guard isSame else { continue }
      for line in block.lines {
        let hangs = line.text.unicodeScalars.last.map { "，。、；：！？".unicodeScalars.contains($0) } ?? false
        lefts.append(line.box.left)
        rights.append(line.box.right - (hangs ? block.em : 0))
      }
    }
    var column = own
    column.left = Self.margin(lefts.sorted(), within: 0.4 * body) ?? own.left
    column.right = -(Self.margin(rights.map { -$0 }.sorted(), within: body) ?? -own.right)
    return column
  }

  /// Lines that make a margin.
  private static let leastLines = 3

  /// The outermost place where lines stand below each other; where they nowhere do, the outermost of all.
  private static func margin(_ places: [Double], within reach: Double) -> Double? {
    let found = places.indices.dropLast(leastLines - 1).first {
      places[$0 + leastLines - 1] - places[$0] < reach
    }
    return found.map { places[$0] } ?? places.first
  }

  /// The block stands below another one of its column, with white between.
  private func isSpaced(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (above, block) = (blocks[index - 1], blocks[index])
    return above.box.overlapAcross(block.box) > 0 && block.box.top > above.box.bottom - 0.3 * body
  }
}
