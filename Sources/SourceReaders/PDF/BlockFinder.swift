/// Lines of one size below each other: a column of text, a headline, a caption.
struct PrintedBlock: Equatable {
  var box: Box
  var lines: [PrintedLine]
  var em: Double

  init(_ line: PrintedLine) {
    box = line.box
    lines = [line]
    em = line.em
  }

  mutating func append(_ line: PrintedLine) {
    lines.append(line)
    box = box.union(line.box)
  }

  /// Distance between the middles of the last two lines.
  var pitch: Double? {
    guard lines.count > 1 else { return nil }
    return lines[lines.count - 1].box.middle - lines[lines.count - 2].box.middle
  }

  var text: String { lines.reduce(into: "") { $0 += $1.text } }
}

/// Gathers lines into blocks.
enum BlockFinder {
  /// Distance between lines of one block: at most this many times the size of the type.
  private static let widestPitch = 2.3
  /// Distance between the beginnings of two lines of a paragraph: two characters.
  private static let indent = 1.6...2.4

  static func blocks(_ lines: [PrintedLine]) -> [PrintedBlock] {
    var blocks: [PrintedBlock] = []
    var open: [Int] = []
    for line in lines.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
      open.removeAll {
        line.box.middle - (blocks[$0].lines.last?.box.middle ?? 0) > widestPitch * blocks[$0].em
      }
      let home = open.filter { goesOn(blocks[$0], line) }.min {
        abs(blocks[$0].box.left - line.box.left) < abs(blocks[$1].box.left - line.box.left)
      }
      // What the line lies below is closed: no later line may jump over this one.
      open.removeAll { $0 != home && blocks[$0].box.overlapAcross(line.box) > 0.5 * line.em }
      if let home {
        blocks[home].append(line)
      } else {
        blocks.append(PrintedBlock(line))
        open.append(blocks.count - 1)
      }
    }
    return blocks
  }

  private static func goesOn(_ block: PrintedBlock, _ line: PrintedLine) -> Bool {
    guard let last = block.lines.last else { return false }
    let step = line.box.middle - last.box.middle
    let widest = min(widestPitch * block.em, (block.pitch ?? .infinity) * 1.3)
    guard step > 0.6 * block.em, step <= widest, (0.92...1.09).contains(line.em / block.em) else {
      return false
    }
    let overlap = block.box.overlapAcross(line.box)
    return overlap > 0 && stands(line, below: last)
      && (overlap >= 0.5 * min(block.box.width, line.box.width) || line.box.left < block.box.left)
  }

  /// A line stands below another one of its column: at one margin with it, an indent away, or both are centred. (What is
  /// centred above several columns is no part of the one below its middle.)
  private static func stands(_ line: PrintedLine, below last: PrintedLine) -> Bool {
    let em = last.em
    let step = abs(line.box.left - last.box.left)
    return step <= 0.6 * em || indent.contains(step / em) || abs(line.box.right - last.box.right) <= em
      || abs(line.box.across - last.box.across) <= 0.6 * em
  }
}
