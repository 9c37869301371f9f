/// The known name that a mistyped one is nearest to, or `nil` where none is near.
///
///     nearestName(to: "mastheda", among: ["masthead", "office"])   // "masthead"
///
/// At most a third of the longer name may differ: `--xyz` should not suggest `--all`.
func nearestName(to name: String, among known: [String]) -> String? {
  let scored = known.map { (name: $0, distance: editDistance(Array(name.unicodeScalars), Array($0.unicodeScalars))) }
  guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
  let longer = max(name.unicodeScalars.count, best.name.unicodeScalars.count)
  return best.distance * 3 <= longer ? best.name : nil
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
