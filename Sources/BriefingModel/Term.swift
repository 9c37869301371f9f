/// A coined or quoted name: “红帆驿站”, “1+4+N”, 三位一体, 《…方案》. Names that contain numbers are terms, not figures.
public struct Term: Equatable, Sendable, Codable {
  /// The printed words without quotation marks; 《》 stay.
  public var text: String
  public var origin: Origin

  public init(text: String, origin: Origin) {
    self.text = text
    self.origin = origin
  }
}
