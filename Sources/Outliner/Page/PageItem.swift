import BriefingModel

/// One item of a page: which blocks are its headline, which its body.
struct PageItem: Sendable {
  var kind: Article.Kind
  /// Blocks of headline, kicker, label and subtitle, in printed order.
  var titles: [Int] = []
  var body: [Int] = []
  /// A byline on a line of its own, before or after the body.
  var bylineBlock: Int?
  /// Furniture within or beside the item (it may hold the date).
  var furniture: [Int] = []

  /// Where the item is printed: items are listed by their bodies.
  var position: Int { body.first ?? titles.first ?? 0 }
}

/// A run of blocks between two bodies: titles, bylines, furniture.
struct TitleGroup: Sendable {
  var titles: [Int] = []
  var furniture: [Int] = []
  /// A byline line that opens the next article.
  var opening: Int?
  /// A byline line that closes the article before.
  var closing: Int?
}
