import BriefingModel

/// A page as rules see it: mended text, quotation marks, and what each block is.
final class Page: Sendable {
  let mended: MendedPage
  let quotation: Quotation
  let vocabulary: Vocabulary
  let gazetteer: Gazetteer
  let datelines: DatelineRule
  /// Dateline and byline of the blocks that open with them.
  let heads: [DatelineRule.Head?]
  /// Bylines of the blocks that end with them.
  let signatures: [EndBylineRule.Signature?]
  let kinds: [BlockKind]
  /// Blocks in the type of headlines.
  let types: TypeSizeRule
  /// Blocks that open in bold type or are called headings.
  let hints: StyleHints

  init(_ transcript: Transcript, vocabulary: Vocabulary, gazetteer: Gazetteer) {
    self.vocabulary = vocabulary
    self.gazetteer = gazetteer
    mended = MendedPage(PageText(transcript))
    quotation = Quotation(mended)
    datelines = DatelineRule(mended)
    heads = mended.blocks.map(datelines.head)
    signatures = mended.blocks.map(EndBylineRule(mended: mended, bylines: datelines.bylines).byline)
    let classifier = BlockClassifier(
      mended: mended, quotation: quotation, vocabulary: vocabulary, heads: heads, bylines: datelines.bylines,
      captions: CaptionRule(mended: mended), gazetteer: gazetteer)
    let alone = mended.blocks.indices.map(classifier.kind)
    let authors = AuthorLineRule(mended: mended, vocabulary: vocabulary, bylines: datelines.bylines)
    types = TypeSizeRule(mended)
    hints = StyleHints(mended)
    kinds = types.naming(authors.naming(CaptionRule(mended: mended).joiningCredits(alone)))
  }

  var segmenter: PageSegmenter {
    PageSegmenter(
      mended: mended, kinds: kinds,
      boundary: BoundaryRule(
        mended: mended, kinds: kinds, gazetteer: gazetteer, signatures: signatures, types: types),
      assignment: HeadlineAssignment(
        mended: mended, kinds: kinds, heads: heads, gazetteer: gazetteer, types: types))
  }

  func string(_ block: Int) -> String { mended.string(mended.blocks[block].text) }
}
