/// Scans what `pdftotext -bbox-layout` prints: pages and their words. Total: what it does not know, it passes over.
///
///     <page width="595.3" height="841.9">
///           <word xMin="59.0" yMin="145.4" xMax="109.1" yMax="157.7">茶乡湄潭，</word>
///
/// (No XML parser: PDFs put control characters into words, which XML does not allow.)
struct LayoutScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All pages, or `nil` where the output breaks off.
  static func pages(_ bytes: [UInt8]) -> [PrintedPage]? {
    var scanner = LayoutScanner(bytes)
    var pages: [PrintedPage] = []
    var isWhole = false
    while let tag = scanner.nextTag() {
      if tag.starts(with: "page ".utf8) {
        pages.append(PrintedPage(width: number("width", tag), height: number("height", tag)))
      } else if tag.starts(with: "word ".utf8), !pages.isEmpty {
        let text = scanner.text()
        let box = Box(
          left: number("xMin", tag), top: number("yMin", tag), right: number("xMax", tag),
          bottom: number("yMax", tag))
        guard !text.isEmpty, box.width >= 0, box.height > 0 else { continue }
        pages[pages.count - 1].words.append(PrintedWord(box: box, text: text))
      } else if tag.elementsEqual("/doc".utf8) {
        isWhole = true
      }
    }
    return isWhole ? pages : nil
  }

  private mutating func nextTag() -> ArraySlice<UInt8>? {
    guard let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    position = close + 1
    return bytes[open + 1..<close]
  }

  /// Text up to the next tag, without control characters and blanks, its entities resolved.
  private mutating func text() -> String {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    let raw = String(decoding: bytes[position..<end], as: UTF8.self)
    position = end
    var text = ""
    var rest = Substring(raw)
    while let scalar = rest.unicodeScalars.first {
      if scalar == "&", let entity = Self.entities.first(where: { rest.hasPrefix($0.name) }) {
        text += entity.text
        rest = rest.dropFirst(entity.name.count)
        continue
      }
      if !Self.isUnprinted(scalar) { text.unicodeScalars.append(scalar) }
      rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
    }
    return text
  }

  private static func isUnprinted(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar == "\u{FEFF}"
      || scalar == "\u{3000}" || scalar.properties.generalCategory == .privateUse
      || scalar.properties.isNoncharacterCodePoint
  }

  private static let entities = [
    (name: "&amp;", text: "&"), (name: "&lt;", text: "<"), (name: "&gt;", text: ">"),
    (name: "&quot;", text: "\""), (name: "&apos;", text: "'"),
  ]

  /// The value of an attribute: 0 where it is missing or no sensible number.
  private static func number(_ name: String, _ tag: ArraySlice<UInt8>) -> Double {
    let text = String(decoding: tag, as: UTF8.self)
    guard let part = text.split(separator: " ").first(where: { $0.hasPrefix(name + "=\"") }),
      let value = Double(part.dropFirst(name.count + 2).prefix { $0 != "\"" }), value.magnitude < 1e6
    else { return 0 }
    return value
  }
}
