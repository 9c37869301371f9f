import BriefingModel
import Comparator
import TestSupport
import Testing

/// What the Comparator makes of the seed page and of every pair, as a drawing: a changed row shows as a changed text.
@Suite struct GoldenComparisonTests {
  @Test(arguments: try ComparisonSource.pairs()) func drawsTheRecordedComparison(_ source: ComparisonSource)
    throws
  {
    try expectGolden(drawing(source), "comparisons/\(source.name)/comparison.txt")
  }

  @Test func drawsTheRecordedComparisonOfTheSeedPage() throws {
    try expectGolden(drawing(try ComparisonSource.seed()), "gold/comparison.txt")
  }

  private func drawing(_ source: ComparisonSource) -> String {
    Comparison.Granularity.allCases.map { granularity in
      let comparison = Comparator(options: .init(granularity: granularity))
        .compare(source.articles, counties: Comparator.counties(in: source.articles))
      return "# \(granularity.rawValue)\n" + ComparisonDrawing.text(comparison)
    }.joined(separator: "\n")
  }
}

/// A comparison with themes, scores and evidence.
enum ComparisonDrawing {
  static func text(_ comparison: Comparison) -> String {
    let names = comparison.counties.map(\.short)
    var text = ""
    for row in comparison.rows {
      text += "\(row.theme) \((row.score * 100).rounded() / 100)\n"
      for (name, cell) in zip(names, row.cells) {
        for reference in cell { text += "├─ \(name) \(reference.number) \(reference.heading)\n" }
      }
      text += "└─ \(row.evidence.map { "\($0.kind.rawValue) \($0.text)" }.joined(separator: "；"))\n"
    }
    for (name, alone) in zip(names, comparison.unpaired) where !alone.isEmpty {
      text += "仅\(name)\n"
      for reference in alone {
        let themes = ([reference.theme] + reference.also).joined(separator: "、")
        text += "├─ \(reference.number) \(reference.heading) 〔\(themes)〕\n"
      }
    }
    for figures in comparison.figures {
      let cells = zip(names, figures.cells).filter { !$0.1.isEmpty }.map { name, entries in
        "\(name) \(entries.map(\.figure.text).joined(separator: "、"))"
      }
      text += "数字 \(figures.object)：\(cells.joined(separator: " ~ "))\n"
    }
    for term in comparison.commonTerms {
      text += "提法 \(term.text)：\(term.counties.map { names[$0] }.joined(separator: "、"))\n"
    }
    return text
  }
}
