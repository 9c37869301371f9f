import BriefingModel
import Packaging

/// An office's own document, after which briefings are made: its styles and pages are kept, and its paragraphs before and
/// after the one that says `{{正文}}`, the masthead and the colophon.
///
///     let template = try OfficeTemplate(bytes)   // of 空白简报.odt
///     try write(briefing, as: .odt, template: template)
public struct OfficeTemplate: Sendable {
  /// ODT or DOCX.
  public let format: WriteFormat
  /// The parts by name, in the archive's order.
  let parts: [(name: String, bytes: [UInt8])]
  /// The main part, parsed.
  let content: XMLTree
  let styles: XMLTree

  /// Unpacked bytes of one part, and of all.
  private static let limit = (part: 32 << 20, all: 128 << 20)

  public init(_ bytes: [UInt8]) throws(TemplateError) {
    // A document with a password is of the old Office container (MS-OFFCRYPTO).
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .encrypted }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .unknownFormat }
    parts = try Self.unpacked(bytes)
    if let manifest = parts.first(where: { $0.name == "META-INF/manifest.xml" }),
      let tree = try? XMLTree(manifest.bytes), !tree.descendants("manifest:encryption-data").isEmpty
    {
      throw .encrypted
    }
    if parts.contains(where: { $0.name == "content.xml" }) {
      format = .odt
      content = try Self.tree("content.xml", in: parts)
      styles = try Self.tree("styles.xml", in: parts)
      guard content.child("office:body", "office:text") != nil else { throw .unknownFormat }
    } else if parts.contains(where: { $0.name == "[Content_Types].xml" }) {
      format = .docx
      content = try Self.tree("word/document.xml", in: parts)
      styles = try Self.tree("word/styles.xml", in: parts)
      guard content.child("w:body") != nil else { throw .unreadablePart("word/document.xml") }
    } else {
      throw .unknownFormat
    }
    _ = try marker()
  }

  private static func unpacked(_ bytes: [UInt8]) throws(TemplateError) -> [(name: String, bytes: [UInt8])] {
    var limits = ZIPReader.Limits()
    limits.entryBytes = limit.part
    do throws(PackagingError) {
      let archive = try ZIPReader(bytes, limits: limits)
      let entries = try archive.entries()
      if entries.reduce(0, { $0 + min($1.size, limit.all + 1) }) > limit.all { throw .tooLarge("") }
      var parts: [(name: String, bytes: [UInt8])] = []
      for entry in entries where !entry.name.hasSuffix("/") {
        parts.append((entry.name, try archive.bytes(of: entry.name)))
      }
      return parts
    } catch {
      if case .tooLarge(let name) = error { throw .tooLarge(name) }
      throw .damaged
    }
  }

  func tree(_ name: String) throws(TemplateError) -> XMLTree { try Self.tree(name, in: parts) }

  private static func tree(
    _ name: String, in parts: [(name: String, bytes: [UInt8])]
  ) throws(TemplateError) -> XMLTree {
    guard let part = parts.first(where: { $0.name == name }) else { throw .missingPart(name) }
    do throws(PackagingError) {
      return try XMLTree(part.bytes)
    } catch {
      throw .unreadablePart(name)
    }
  }

  /// What holds the paragraphs, and what they are called.
  var body: XMLTree? {
    format == .odt ? content.child("office:body", "office:text") : content.child("w:body")
  }
  var paragraphNames: Set<String> { format == .odt ? ["text:p", "text:h"] : ["w:p"] }

  /// Where among the children of the body the text goes in.
  func marker() throws(TemplateError) -> Int {
    let children = body?.children ?? []
    let places = children.indices.filter {
      paragraphNames.contains(children[$0].name) && Self.isMarker(children[$0].text)
    }
    if places.count == 1, let place = places.first { return place }
    if places.count > 1 { throw .misplacedMarker }
    let text = (body?.text ?? "").filter { !$0.isWhitespace }
    throw text.contains("{{正文}}") || text.contains("｛｛正文｝｝") ? .misplacedMarker : .noMarker
  }

  /// Braces of an input method for Chinese will do.
  private static func isMarker(_ text: String) -> Bool {
    ["{{正文}}", "｛｛正文｝｝"].contains(text.filter { !$0.isWhitespace })
  }
}

/// Why an office's document cannot serve as a template.
public enum TemplateError: Error, Equatable, Sendable {
  /// Neither ODT nor DOCX.
  case unknownFormat
  /// It has a password.
  case encrypted
  /// The archive or one of its entries is damaged.
  case damaged
  case missingPart(String)
  /// The part is not well-formed XML.
  case unreadablePart(String)
  /// The part is larger than the limits; all together where the name is empty.
  case tooLarge(String)
  /// No paragraph says `{{正文}}`.
  case noMarker
  /// `{{正文}}` is in a table or a text box, has other words beside it, or stands more than once.
  case misplacedMarker
}
