import BriefingModel
import Packaging

extension Picture {
  init(_ bytes: [UInt8], _ layout: LayoutProfile) throws(CheckError) {
    let parts = try Parts(bytes)
    let names = try parts.names()
    if names.contains("content.xml") || names.contains("mimetype") {
      self = try ODTPicture.read(parts)
    } else if names.contains("[Content_Types].xml") || names.contains("word/document.xml") {
      self = try DOCXPicture.read(parts)
    } else {
      throw .unknownFormat
    }
    paragraphs = Roles.assign(paragraphs, layout)
  }
}

/// Lengths as documents spell them.
enum Length {
  private static let points = ["mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "pc": 12, "px": 0.75]

  /// In pt.
  ///
  ///     points("2.54cm")   // 72
  static func points(_ text: String?) -> Double? {
    guard let text, text.utf8.count > 2, let unit = points[String(text.suffix(2))] else { return nil }
    return number(String(text.dropLast(2))).map { $0 * unit }
  }

  static func millimetres(_ text: String?) -> Double? { points(text).map { $0 * 25.4 / 72 } }

  /// Twentieths of a point.
  static func twips(_ text: String?) -> Double? { number(text).map { $0 / 20 } ?? points(text) }

  static func number(_ text: String?) -> Double? {
    text.flatMap { Double($0) }.flatMap { $0.isFinite && abs($0) < 1e7 ? $0 : nil }
  }
}
