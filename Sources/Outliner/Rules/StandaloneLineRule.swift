import BriefingModel

/// A short block of its own, without a final mark or a single short sentence.
///
///     因需施策念好“攻”字诀
///     凝聚合力　下好一盘棋
struct StandaloneLineRule: MeasureRule {
  /// Longest heading, in characters, without and with a final mark.
  private static let longest = 34
  private static let longestSentence = 26

  static func propose(in body: ArticleBody) -> [Candidate] {
    var found: [Candidate] = []
    var first = 0
    for block in body.blocks {
      while first < body.sentences.count, body.sentences[first].block < block { first += 1 }
      guard first < body.sentences.count, body.sentences[first].block == block else { continue }
      let sentence = body.sentences[first]
      let range = body.range(of: block)
      guard sentence.text.lowerBound == range.lowerBound, sentence.end == range.upperBound,
        sentence.text.count <= 2 * longest
      else { continue }
      guard !Glyph.isClosing(sentence.mark), !body.text[sentence.text].contains(where: Glyph.isSentenceEnd)
      else {
        continue
      }
      let length = body.length(sentence.text)
      guard length >= 2, length <= (sentence.mark == 0 ? longest : longestSentence) else { continue }
      guard !Glyph.isColon(body.text[range.upperBound - 1]), !Glyph.isComma(body.text[range.upperBound - 1]),
        !Glyph.isSemicolon(body.text[range.upperBound - 1])
      else { continue }
      found.append(candidate(in: body, sentence, block))
    }
    return found
  }

  private static func candidate(in body: ArticleBody, _ sentence: Sentence, _ block: Int) -> Candidate {
    var candidate = Candidate(
      marking: .standaloneLine, start: sentence.text.lowerBound, heading: sentence.text,
      bodyStart: sentence.end,
      ordinal: nil, block: block, opensBlock: true, fillsBlock: true, mark: sentence.mark,
      shape: Shape(of: sentence.text, in: body))
    candidate.weight = HeadingWeights.standalone(candidate, in: body)
    return candidate
  }
}
