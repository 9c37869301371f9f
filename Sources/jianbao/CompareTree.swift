import BriefingModel
import DocumentWriters

/// Draws a comparison for people, two columns wide where two counties are compared:
///
///     考核奖惩
///     └─ 4 完善“奖惩链条”        ～ 3.3 强化结果运用　0.62
///        依据：奖惩 ~ 结果运用；评先树优
enum CompareTree {
  static func text(_ comparison: Comparison) -> String {
    let names = comparison.counties.map(\.name)
    let level = comparison.granularity == .leaf ? "最末级" : "第一级"
    var text = "\(names.joined(separator: "　"))　\(level)举措对照\n"
    var rest = comparison.rows[...]
    while let first = rest.first {
      let group = rest.prefix { $0.theme == first.theme }
      rest = rest.dropFirst(group.count)
      text += "\n\(first.theme.isEmpty ? "（主题不明）" : first.theme)\n"
      for (index, row) in group.enumerated() {
        text += draw(row, names: names, isLast: index == group.count - 1)
      }
    }
    for (name, references) in zip(names, comparison.unpaired) where !references.isEmpty {
      text += "\n仅\(name)有\n"
      for (index, reference) in references.enumerated() {
        let theme = reference.theme.isEmpty ? "" : "　〔\(reference.theme)〕"
        text += "\(index == references.count - 1 ? "└─" : "├─") \(label(reference))\(theme)\n"
      }
    }
    return text + figures(comparison, names: names)
  }

  private static func draw(_ row: ComparisonRow, names: [String], isLast: Bool) -> String {
    let (branch, stem) = isLast ? ("└─ ", "   ") : ("├─ ", "│  ")
    let score = "　\(hundredths(row.score))"
    var lines: [String] = []
    if names.count == 2 {
      let left = row.cells[0].map(label)
      let right = row.cells[1].map(label)
      let width = max(24, left.map(DisplayWidth.columns(of:)).max() ?? 0)
      for index in 0..<max(left.count, right.count) {
        let a = index < left.count ? left[index] : ""
        let b = index < right.count ? right[index] : ""
        let line = DisplayWidth.padded(a, to: width) + (index == 0 ? " ～ " : "    ") + b
        lines.append(line + (index == 0 ? score : ""))
      }
    } else {
      let width = names.map(DisplayWidth.columns(of:)).max() ?? 0
      for (name, cell) in zip(names, row.cells) {
        for reference in cell {
          lines.append(
            "\(DisplayWidth.padded(name, to: width))　\(label(reference))\(lines.isEmpty ? score : "")")
        }
      }
    }
    let evidence = row.evidence.map(\.text).joined(separator: "；")
    if !evidence.isEmpty { lines.append("依据：\(evidence)") }
    return lines.enumerated().map { ($0 == 0 ? branch : stem) + $1 + "\n" }.joined()
  }

  private static func figures(_ comparison: Comparison, names: [String]) -> String {
    guard !comparison.figures.isEmpty else { return "" }
    var text = "\n可比数字\n"
    for (index, figures) in comparison.figures.enumerated() {
      let parts = zip(names, figures.cells).filter { !$0.1.isEmpty }.map { name, entries in
        "\(name) \(entries.map(\.figure.text).joined(separator: "、"))"
      }
      let branch = index == comparison.figures.count - 1 ? "└─" : "├─"
      text += "\(branch) \(figures.object)：\(parts.joined(separator: " ～ "))\n"
    }
    return text
  }

  private static func label(_ reference: MeasureReference) -> String {
    "\(reference.number) \(reference.heading)"
  }

  private static func hundredths(_ score: Double) -> String {
    let number = Int((score * 100).rounded())
    return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}
