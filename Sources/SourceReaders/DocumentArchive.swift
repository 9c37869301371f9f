import Packaging

/// The ZIP archive of a document, opened within the limits.
struct DocumentArchive: ~Copyable {
  private let archive: ZIPReader
  private let limits: ReadLimits
  private let entries: [String: ZIPReader.Entry]
  /// Unpacked bytes that entries below this may have whatever their ratio.
  private static let small = 1 << 20

  init(_ bytes: [UInt8], limits: ReadLimits) throws(ReadError) {
    let opened = try Self.opened(bytes, limits: limits)
    let named = try Self.named(opened, size: bytes.count)
    self.limits = limits
    archive = opened
    entries = named
  }

  private static func opened(_ bytes: [UInt8], limits: ReadLimits) throws(ReadError) -> ZIPReader {
    var own = ZIPReader.Limits()
    own.entries = limits.archiveEntries
    own.entryBytes = limits.archiveBytes
    do throws(PackagingError) {
      return try ZIPReader(bytes, limits: own)
    } catch .tooLarge {
      throw .tooLarge(.entries, found: limits.archiveEntries + 1, limit: limits.archiveEntries)
    } catch {
      throw .damaged(part: "")
    }
  }

  /// The entries by name, the first of each. More packed bytes than the file has mean that entries overlap.
  private static func named(
    _ archive: borrowing ZIPReader, size: Int
  ) throws(ReadError) -> [String: ZIPReader.Entry] {
    guard let all = try? archive.entries() else { throw .damaged(part: "") }
    var named: [String: ZIPReader.Entry] = [:]
    var room = size
    for entry in all {
      if named[entry.name] == nil { named[entry.name] = entry }
      guard entry.packedSize <= room else { throw .damaged(part: "") }
      room -= entry.packedSize
    }
    return named
  }

  func holds(_ name: String) -> Bool { entries[name] != nil }

  /// The first bytes of a small entry, or nothing.
  func head(of name: String) -> [UInt8] {
    guard let entry = entries[name], entry.size <= Self.small, !entry.isEncrypted else { return [] }
    return (try? archive.bytes(of: name)) ?? []
  }

  /// Reads an XML entry. Names of elements and attributes get the prefixes of `MarkupNames`.
  func read(_ name: String, with handler: BoundedHandler) throws(ReadError) {
    guard let entry = entries[name] else { throw .damaged(part: name) }
    if entry.isEncrypted { throw .document(.encrypted) }
    let limit = limits.archiveBytes
    if entry.size > limit { throw .tooLarge(.archive, found: entry.size, limit: limit) }
    let ratio = entry.size / max(entry.packedSize, 1)
    if entry.size > Self.small, ratio > limits.archiveRatio {
      throw .tooLarge(.ratio, found: ratio, limit: limits.archiveRatio)
    }
    let stream = XMLStream(handler: handler, prefixes: MarkupNames.prefixes)
    do throws(PackagingError) {
      try archive.stream(name) { piece throws(PackagingError) in try stream.feed(piece) }
      if !handler.isDone { try stream.finish() }
    } catch {
      throw .damaged(part: name)
    }
    if handler.depth > handler.depthLimit {
      throw .tooLarge(.depth, found: handler.depth, limit: handler.depthLimit)
    }
  }
}

/// The namespaces that readers know, transitional and strict.
enum MarkupNames {
  static let prefixes: [String: String] = {
    var names = [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
      "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
      "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
      "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
      "http://purl.oclc.org/ooxml/officeDocument/math": "m",
      "http://schemas.openxmlformats.org/package/2006/content-types": "types",
      "http://purl.org/dc/elements/1.1/": "dc",
      "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    ]
    for name in ["office", "text", "table", "style", "drawing", "manifest"] {
      names["urn:oasis:names:tc:opendocument:xmlns:\(name):1.0"] = name == "drawing" ? "draw" : name
    }
    return names
  }()
}

/// Counts how deep elements are nested, and stops where it is too deep.
class BoundedHandler: MarkupHandler {
  private(set) var depth = 0
  let depthLimit: Int

  init(limits: ReadLimits) { depthLimit = limits.depth }

  var isDone: Bool { depth > depthLimit || wantsNoMore }
  /// For subclasses that have what they look for.
  var wantsNoMore: Bool { false }

  final func open(_ name: String, _ attributes: [String: String]) {
    depth += 1
    if depth <= depthLimit { opened(name, attributes) }
  }

  final func close(_ name: String) {
    depth -= 1
    closed(name)
  }

  func opened(_ name: String, _ attributes: [String: String]) {}
  func closed(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
