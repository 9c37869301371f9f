/// How much one article is on the field of others; each is worked out when it is first asked for.
struct FieldLikenesses {
  private let field: Field
  private let fields: [Field]
  private var known: [Double?]

  init(of article: Int, among fields: [Field]) {
    field = fields[article]
    self.fields = fields
    known = Array(repeating: nil, count: fields.count)
  }

  /// Articles that share none of their chief themes are not on one field: most need no closer look.
  func mayBeNear(_ other: Int) -> Bool { field.chiefThemes & fields[other].chiefThemes != 0 }

  mutating func likeness(to other: Int) -> Double {
    if let found = known[other] { return found }
    let found = field.likeness(fields[other])
    known[other] = found
    return found
  }
}
