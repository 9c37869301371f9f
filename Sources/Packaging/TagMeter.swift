/// Counts the attributes of each tag before libxml2 sees it.
///
/// libxml2 compares every attribute with all those before it: a tag with 200,000, half a megabyte when packed, takes
/// it half a minute. Word writes some 30 attributes in its longest tag, and as many namespaces.
struct TagMeter {
  static let mostAttributes = 1000

  private enum Place {
    case text, name, tag
    /// `<!` has been read.
    case declaration
    case quoted(by: UInt8)
    /// As many hyphens stand before.
    case comment(hyphens: Int)
  }

  /// Web pages have elements whose text is none of theirs: scripts and style sheets may hold any `<`.
  private let isWebPage: Bool
  private var place = Place.text
  private var isRaw = false
  /// The tag's name, its last eight bytes.
  private var name: UInt64 = 0
  private var attributes = 0

  init(isWebPage: Bool) { self.isWebPage = isWebPage }

  /// Reads on; true where a tag has more attributes than anybody writes.
  mutating func finds(tooManyIn piece: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in piece {
      switch place {
      case .text: if byte == UInt8(ascii: "<") { openTag() }
      case .name: readName(byte)
      case .tag: read(byte)
      case .declaration: place = byte == UInt8(ascii: "-") ? .comment(hyphens: 0) : .text
      case .comment(let hyphens):
        let ends = byte == UInt8(ascii: ">") && hyphens > 1
        place = ends ? .text : .comment(hyphens: byte == UInt8(ascii: "-") ? hyphens + 1 : 0)
      case .quoted(let mark): if byte == mark { place = .tag }
      }
      if attributes > Self.mostAttributes { return true }
    }
    return false
  }

  private mutating func openTag() {
    place = .name
    name = 0
    attributes = 0
  }

  private mutating func readName(_ byte: UInt8) {
    if byte > 0x3E || byte == UInt8(ascii: "/") {
      name = name << 8 | UInt64(byte | 0x20)
    } else if byte == UInt8(ascii: "!"), name == 0, !isRaw {
      place = .declaration
    } else {
      endName(byte)
    }
  }

  /// `<?` and `a < b` have no name.
  private mutating func endName(_ byte: UInt8) {
    let ends = name == Self.packed("/script") || name == Self.packed("/style")
    guard name != 0, !isRaw || ends else {
      place = .text
      return
    }
    isRaw = isWebPage && (name == Self.packed("script") || name == Self.packed("style"))
    place = .tag
    read(byte)
  }

  private mutating func read(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): place = .text
    case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(by: byte)
    case UInt8(ascii: "="): attributes += 1
    default: break
    }
  }

  private static func packed(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }
}
