import BriefingModel

/// Finds quantities in a text of its own, as the Outliner does in articles.
///
///     FigureRecognizer().quantities(in: "用80万元扶持资金")                    // 80万元
///     FigureRecognizer().quantities(in: "四百五十", bareNumbers: true)         // 450
package struct FigureRecognizer: Sendable {
  private let words: FigureWords

  package init(vocabulary: Vocabulary = .standard) { words = vocabulary.figures }

  /// The quantities of a text. With `bareNumbers`, numbers without a unit too, ordinals and vague ones.
  package func quantities(in text: String, bareNumbers: Bool = false) -> [Quantity] {
    let scalars = [UInt32](of: text)
    var scan = FigureScan(scalars, words: words, bareNumbers: bareNumbers)
    scan.scan(0..<scalars.count)
    return scan.quantities
  }

  /// The coined and quoted names of a text.
  package func terms(in text: String) -> [String] {
    let scalars = [UInt32](of: text)
    var scan = FigureScan(scalars, words: words)
    scan.scan(0..<scalars.count)
    return scan.terms.map(scalars.string)
  }
}
