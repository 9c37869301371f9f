/// How a document is set, as data: what the writers apply and the checker compares with. Lengths in millimetres, letters
/// and lines in points.
///
/// Source: GB/T 9704-2012. The sheet is described upright; `landscapeMargins` are those of a sheet on its side.
///
///     LayoutProfile.gbt9704.lines        // 22
///     LayoutProfile.named("gbt9704-software")?.margins.top   // 34.58
public struct LayoutProfile: Equatable, Sendable {
  /// What `--profile` calls it.
  public var name: String
  /// The document that states the values; clauses are counted in it.
  public var standard: String
  public var paper: Paper
  public var margins: Margins
  /// Lines on an upright page.
  public var lines: Int
  /// Characters of the body on a line of an upright page.
  public var characters: Int
  /// From line to line.
  public var linePitch: Double
  /// What is added after each character of the body.
  public var letterSpacing: Double
  /// Indent of first lines, in characters of the body.
  public var indent: Double
  /// How far a length may be off (5.2.1: ±1 mm).
  public var tolerance: Double
  /// Faces that types refer to by name.
  public var faces: [Face]
  public var types: Types
  public var rules: Rules
  public var pageNumber: PageNumber
  /// Other upper and lower margins that the checker takes for as good: the second recipe for software that puts half the
  /// leading above the first line.
  public var alternatives: [Frame]

  public struct Paper: Equatable, Sendable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  public struct Margins: Equatable, Sendable {
    public var top: Double
    public var bottom: Double
    /// At the binding; left and right change places on even pages.
    public var left: Double
    public var right: Double

    public init(top: Double, bottom: Double, left: Double, right: Double) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
    }
  }

  /// Upper and lower margin.
  public struct Frame: Equatable, Sendable {
    public var top: Double
    public var bottom: Double

    public init(top: Double, bottom: Double) {
      self.top = top
      self.bottom = bottom
    }
  }
}

extension LayoutProfile {
  public static let millimetre = 72 / 25.4

  public var typeWidth: Double { paper.width - margins.left - margins.right }
  public var typeHeight: Double { paper.height - margins.top - margins.bottom }
  /// Margins of a sheet turned on its side, as one reads it (clause 8: the head of a table is at the binding on odd pages,
  /// at the cut on even ones). Bound it is turned by a quarter to the left: what is its foot then is at the left now.
  ///
  /// Binding and cut change places from page to page. Programs change places of left and right only, so both margins get
  /// their mean (27 mm; 5.2.1 allows 28 ± 1).
  public var landscapeMargins: Margins {
    let mean = (margins.left + margins.right) / 2
    return Margins(top: mean, bottom: mean, left: margins.bottom, right: margins.top)
  }

  /// Lines on a sheet turned on its side.
  public var landscapeLines: Int { Int(typeWidth * Self.millimetre / linePitch) }

  /// The largest pitch, in twentieths of a point, at which the lines fill the type area and no more.
  ///
  ///     225 mm, 22 lines → 28.95 pt
  public var fittedPitch: Double {
    (typeHeight * Self.millimetre / Double(lines) * 20 + 1e-6).rounded(.down) / 20
  }

  /// The largest letter spacing, in twentieths of a point, at which the characters stand on a line.
  ///
  ///     156 mm, 28 characters of 16 pt → -0.25 pt
  public var fittedSpacing: Double {
    let room = typeWidth * Self.millimetre / Double(characters)
    return ((room - types.body.size) * 20 + 1e-6).rounded(.down) / 20
  }

  /// The face a type is set in: one of the profile's, or a font named itself.
  public func face(of type: TypeStyle) -> Face {
    faces.first { $0.name == type.face } ?? Face(name: type.face, families: [type.face])
  }

  /// What is wrong with values that can be read each, but do not go together; `nil` where all is well.
  ///
  ///     lines 30, line-pitch 28.95 → 每页30行、行距28.95磅，共306毫米，版心只高225毫米
  public var contradiction: Contradiction? {
    if typeWidth < 50 || typeHeight < 50 { return .noRoom }
    if Double(lines) * linePitch > typeHeight * Self.millimetre + 1 { return .tooManyLines }
    if Double(characters) * (types.body.size + letterSpacing) > typeWidth * Self.millimetre + 1 {
      return .tooManyCharacters
    }
    if -letterSpacing * 4 > types.body.size { return .tooManyCharacters }
    if linePitch < types.body.size { return .tooManyLines }
    return min(margins.bottom, margins.right) < pageNumber.distance + 8 ? .noRoomForNumber : nil
  }

  public enum Contradiction: Equatable, Sendable {
    /// The type area is smaller than 50 mm.
    case noRoom
    case tooManyLines
    case tooManyCharacters
    /// The page number does not fit below the type area.
    case noRoomForNumber
  }
}
