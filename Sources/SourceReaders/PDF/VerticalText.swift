/// Joins characters that stand alone below each other: a headline set from top to bottom is one line, read on where it stands.
///
///     微　　　　近年来，微山县……
///     山　　　　……
///     念　　　　……
///     好
enum VerticalText {
  /// Fewer characters below each other are a chance, or a number in the margin.
  private static let fewest = 4

  static func join(_ words: [PrintedWord]) -> [PrintedWord] {
    var stacked: Set<Int> = []
    var joined: [PrintedWord] = []
    for stack in stacks(words) where stack.count >= fewest && standsAlone(stack, in: words) {
      stacked.formUnion(stack)
      var word = words[stack[0]]
      for index in stack.dropFirst() {
        word.text += words[index].text
        word.box = word.box.union(words[index].box)
      }
      joined.append(word)
    }
    guard !joined.isEmpty else { return words }
    return words.indices.filter { !stacked.contains($0) }.map { words[$0] } + joined
  }

  /// Single full-width characters of one size below each other, from top to bottom.
  private static func stacks(_ words: [PrintedWord]) -> [[Int]] {
    let single = words.indices.filter { words[$0].length == 1 && words[$0].isWide }.sorted {
      (words[$0].box.across.rounded(), words[$0].box.top) < (
        words[$1].box.across.rounded(), words[$1].box.top
      )
    }
    var stacks: [[Int]] = []
    for index in single {
      if let last = stacks.last?.last, follows(words[index], words[last]) {
        stacks[stacks.count - 1].append(index)
      } else {
        stacks.append([index])
      }
    }
    return stacks
  }

  private static func follows(_ word: PrintedWord, _ above: PrintedWord) -> Bool {
    abs(word.box.across - above.box.across) < 0.2 * above.em && (0.9...1.1).contains(word.em / above.em)
      && (0.8...1.9).contains((word.box.middle - above.box.middle) / above.em)
  }

  /// Nothing stands right beside it: the characters of justified lines stand below each other too.
  private static func standsAlone(_ stack: [Int], in words: [PrintedWord]) -> Bool {
    guard let first = stack.first, let last = stack.last else { return false }
    let box = words[first].box.union(words[last].box)
    let near = 0.7 * words[first].em
    let members = Set(stack)
    return !words.indices.contains { index in
      let other = words[index].box
      return other.overlapAcross(box) > -near && other.overlapDown(box) > 0 && !members.contains(index)
    }
  }
}
