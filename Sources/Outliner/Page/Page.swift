import BriefingModel

/// A page as rules see it: mended text, quotation marks, and what each block is.
final class Page: Sendable {
  let mended: MendedPage
  let quotation: Quotation
  let vocabulary: Vocabulary
  let gazetteer: Gazetteer
  let datelines: DatelineRule
  let endings: EndBylineRule
  let kinds: [BlockKind]

  init(_ transcript: Transcript, vocabulary: Vocabulary, gazetteer: Gazetteer) {
    self.vocabulary = vocabulary
    self.gazetteer = gazetteer
    mended = MendedPage(PageText(transcript))
    quotation = Quotation(mended)
    datelines = DatelineRule(mended)
    endings = EndBylineRule(mended: mended, bylines: datelines.bylines)
    let classifier = BlockClassifier(
      mended: mended, quotation: quotation, vocabulary: vocabulary, datelines: datelines,
      captions: CaptionRule(mended: mended), gazetteer: gazetteer)
    let alone = mended.blocks.indices.map(classifier.kind)
    let authors = AuthorLineRule(mended: mended, vocabulary: vocabulary, bylines: datelines.bylines)
    kinds = authors.naming(CaptionRule(mended: mended).joiningCredits(alone))
  }

  var segmenter: PageSegmenter {
    let signed = mended.blocks.indices.filter {
      kinds[$0] == .body && endings.byline(of: mended.blocks[$0]) != nil
    }
    return PageSegmenter(
      mended: mended, kinds: kinds,
      boundary: BoundaryRule(mended: mended, kinds: kinds, gazetteer: gazetteer, signed: Set(signed)),
      assignment: HeadlineAssignment(mended: mended, kinds: kinds, datelines: datelines, gazetteer: gazetteer)
    )
  }

  func string(_ block: Int) -> String { mended.string(mended.blocks[block].text) }
}
