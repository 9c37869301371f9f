extension LayoutProfile {
  /// A kind of type (仿宋) and the fonts that show it.
  public struct Face: Equatable, Sendable {
    public var name: String
    /// Names written into documents, the usual one first; a machine takes the first that it has.
    public var families: [String]
    /// What stands in on a machine that has none of them: another kind of type, which the checker does not accept.
    public var standIn: String?
    /// Other names of the same kind of type that the checker takes for as good.
    public var synonyms: [String]

    public init(name: String, families: [String], standIn: String? = nil, synonyms: [String] = []) {
      self.name = name
      self.families = families
      self.standIn = standIn
      self.synonyms = synonyms
    }

    /// Whether a font's name is one of this face; capitals do not matter.
    public func holds(_ font: String?) -> Bool {
      guard let font = font?.lowercased() else { return false }
      return (families + synonyms).contains { font == $0.lowercased() }
    }
  }

  /// A face at a size.
  public struct TypeStyle: Equatable, Sendable {
    /// The name of one of the profile's faces, or of a font.
    public var face: String
    public var size: Double

    public init(_ face: String, _ size: Double) {
      self.face = face
      self.size = size
    }
  }

  /// What each part of a document is set in (GB/T 9704-2012 5.2.2, 7.3.1, 7.3.3, 7.4, 7.5).
  public struct Types: Equatable, Sendable {
    public var body: TypeStyle
    /// 一、
    public var heading1: TypeStyle
    /// （一）
    public var heading2: TypeStyle
    /// 1.
    public var heading3: TypeStyle
    /// （1）
    public var heading4: TypeStyle
    public var title: TypeStyle
    public var masthead: TypeStyle
    public var pageNumber: TypeStyle
    public var colophon: TypeStyle
    public var table: TypeStyle

    public init(
      body: TypeStyle, headings: (TypeStyle, TypeStyle, TypeStyle, TypeStyle), title: TypeStyle,
      masthead: TypeStyle, pageNumber: TypeStyle, colophon: TypeStyle, table: TypeStyle
    ) {
      self.body = body
      (heading1, heading2, heading3, heading4) = headings
      self.title = title
      self.masthead = masthead
      self.pageNumber = pageNumber
      self.colophon = colophon
      self.table = table
    }

    /// Of 一、, （一）, 1., （1）: tiers 1…4.
    public func heading(ofTier tier: Int) -> TypeStyle {
      [heading1, heading2, heading3, heading4][min(max(tier, 1), 4) - 1]
    }
  }

  /// Thicknesses in mm; the colour is six hexadecimal digits.
  public struct Rules: Equatable, Sendable {
    /// Below the masthead (7.2.7).
    public var red: Double
    public var colour: String
    /// The colophon's first and last (7.4.1).
    public var thick: Double
    public var thin: Double

    public init(red: Double, colour: String, thick: Double, thin: Double) {
      self.red = red
      self.colour = colour
      self.thick = thick
      self.thin = thin
    }
  }

  /// 7.5.
  public struct PageNumber: Equatable, Sendable {
    public enum Side: String, CaseIterable, Sendable {
      case left, centre, right
    }

    /// What stands before and after the digits: `— ` and ` —`.
    public var before: String
    public var after: String
    public var odd: Side
    public var even: Side
    /// From the type area to the middle of the number's line, where the dashes are.
    public var distance: Double
    /// From the side, in characters.
    public var inset: Double

    public init(before: String, after: String, odd: Side, even: Side, distance: Double, inset: Double) {
      self.before = before
      self.after = after
      self.odd = odd
      self.even = even
      self.distance = distance
      self.inset = inset
    }
  }
}
