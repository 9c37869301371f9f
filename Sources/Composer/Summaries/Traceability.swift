import BriefingModel

/// Whether words stand in an article: what does not stand there is not let out.
///
///     Traceability(article).untraceable(in: "邹城市：一是压实“责任链条”；二是投资900万元。")   // ["投资900万元"]
public struct Traceability: Sendable {
  /// All the text that the article carries, blanks left out; a zero byte between pieces that do not touch.
  private let source: [UInt8]
  private let numbers: Set<Scalars>
  private let names: [String]

  /// The article's own text: lede, headings, bodies, paragraphs, headline and what stands around it.
  public init(_ article: Article) {
    var pieces = article.kicker + article.headline + [article.headline.joined()]
    pieces += [article.subtitle, article.dateline].compactMap { $0 } + [article.lede]
    pieces += article.paragraphs.map(\.text)
    Self.collect(article.measures, into: &pieces)
    self.init(pieces: pieces, county: article.county)
  }

  /// A printed source, lines and all.
  public init(source: String, county: County?) {
    self.init(pieces: [source], county: county)
  }

  private init(pieces: [String], county: County?) {
    let dense = pieces.map { $0.unicodeScalars.filter { !$0.isBlank } }
    source = dense.flatMap { [0] + Array(String($0).utf8) } + [0]
    numbers = dense.reduce(into: []) { $0.formUnion(Self.numbers(in: Scalars($1))) }
    names = county.map { [$0.name, $0.short] } ?? []
  }

  private static func collect(_ measures: [Measure], into pieces: inout [String]) {
    for measure in measures {
      pieces += [measure.heading, measure.body]
      collect(measure.children, into: &pieces)
    }
  }

  /// Whether the words stand in the source as they are, blanks apart.
  public func stands(_ run: String) -> Bool {
    let dense = Scalars(run.unicodeScalars.filter { !$0.isBlank })
    return contains(Array(dense.string.utf8)) && Self.numbers(in: dense).isSubset(of: numbers)
  }

  /// The runs between connectives that do not stand in the source, and the numbers that do not.
  ///
  /// Connectives are ：；。，、 (and ！？, which end sentences), the ordinals 一是 二是 …, 要求, 等 and the county's name. A mark within a run parts
  /// it too: what holds of the whole holds of the parts.
  public func untraceable(in text: String) -> [String] {
    let runs = text.split { "：；。，、！？!?\n".contains($0) || $0.isWhitespace }.map(String.init)
    return runs.filter { run in !variants(of: run).contains { $0.isEmpty || stands($0) } }
  }

  /// A run as it is, and without the connectives that may open it.
  private func variants(of run: String) -> [String] {
    var variants = [run]
    let ordinals = (1...99).map { Numbering.chinese($0) + "是" }
    for opening in [names, ["要求"], ordinals] {
      for variant in variants {
        variants += opening.filter(variant.hasPrefix).map { String(variant.dropFirst($0.count)) }
      }
    }
    return variants
  }

  private func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    var start = 0
    while let place = source[start...].firstIndex(of: first) {
      if source[place...].starts(with: needle) { return true }
      start = place + 1
    }
    return false
  }

  /// Numbers in digits, as far as they go: 126.4, 12,600.
  private static func numbers(in text: Scalars) -> Set<Scalars> {
    var result: Set<Scalars> = []
    var number: Scalars = []
    for (index, scalar) in text.enumerated() {
      let isInner =
        (scalar == "." || scalar == ",") && !number.isEmpty && index + 1 < text.count
        && text[index + 1].isDigit
      if scalar.isDigit || isInner {
        number.append(scalar)
      } else if !number.isEmpty {
        result.insert(number)
        number = []
      }
    }
    if !number.isEmpty { result.insert(number) }
    return result
  }
}
