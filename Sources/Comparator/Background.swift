/// How rare matters and pairs of characters are in county news: `Vocabulary/background.txt`, counted over this
/// project's own articles by `jianbao-eval background`.
///
///     结果 612                  rarity in thousandths of two adjacent characters
///     考核奖惩 结果运用 540     rarity of a matter
///
/// Rarity is inverse document frequency, log(N/n)/log(N), of n measures among N: 0 for what stands in every measure,
/// 1 for what is seen once or never.
struct Background: Sendable {
  static let standard = Background(PackageResources.background_txt)

  private var pairs: [UInt64: Double] = [:]
  private var matters: [String: Double] = [:]

  init(_ resource: [UInt8]) {
    for line in String(decoding: resource, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      guard let thousandths = fields.last.flatMap({ Double($0) }) else { continue }
      if fields.count == 3 {
        matters["\(fields[0]) \(fields[1])"] = thousandths / 1000
      } else if fields.count == 2 {
        let scalars = fields[0].unicodeScalars.map(\.value)
        if scalars.count == 2 { pairs[Lexicon.key(scalars[0], scalars[1])] = thousandths / 1000 }
      }
    }
  }

  func rarity(ofPair pair: UInt64) -> Double { pairs[pair] ?? 1 }

  func rarity(ofMatter name: String) -> Double { matters[name] ?? 0.8 }
}
