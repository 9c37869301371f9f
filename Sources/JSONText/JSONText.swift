/// Writes JSON as UTF-8 bytes: keys in the order they are written, two blanks a level, or all on one line.
///
///     var json = JSONText()
///     json.object(inline: true) { $0.member("line", 310) }   // {"line": 310}
///
/// Nesting is done with closures, so brackets always match. A key written twice stays twice.
public struct JSONText: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let pretty: Bool
  private var depth = 0
  /// Levels of objects written on one line (origins), inside of which nothing breaks.
  private var inline = 0
  /// Nothing stands in the innermost brackets yet.
  private var isFirst = true
  /// A key was written and its value has not been.
  private var afterKey = false

  public init(pretty: Bool = true) {
    self.pretty = pretty
  }

  /// Takes what has been written so far, so that long output can be passed on in pieces.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // MARK: Values

  public mutating func value(_ text: String) {
    separate()
    appendQuoted(text)
  }

  public mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A number; `null` where it is not finite, since JSON has no other word for it.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    guard number != number.rounded() || abs(number) > 1e15 else { return value(Int(number)) }
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A number that is spelled already: exact decimals, which a `Double` could not hold.
  public mutating func value(decimal: String) {
    separate()
    bytes.append(contentsOf: decimal.utf8)
  }

  public mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  public mutating func object(inline: Bool = false, _ members: (inout JSONText) -> Void) {
    nest("{", "}", inline: inline, members)
  }

  public mutating func array(inline: Bool = false, _ elements: (inout JSONText) -> Void) {
    nest("[", "]", inline: inline, elements)
  }

  // MARK: Members of an object

  /// Writes a key; the next value written is its value.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if pretty { bytes.append(UInt8(ascii: " ")) }
    afterKey = true
  }

  /// A text, or `null`.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  public mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  public mutating func member(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  /// A list of texts on one line.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    nest("[", "]", inline: true) { json in
      for text in texts { json.value(text) }
    }
  }

  // MARK: Brackets, commas, blanks

  /// Opens brackets that are closed later with `close`; for lists whose elements come one by one.
  public mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    isFirst = true
  }

  public mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  private mutating func nest(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, inline: Bool, _ content: (inout JSONText) -> Void
  ) {
    open(opening)
    if inline { self.inline += 1 }
    content(&self)
    close(closing)
    if inline { self.inline -= 1 }
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
    } else if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      if !isFirst, pretty, inline > 0 { bytes.append(UInt8(ascii: " ")) }
      breakLine()
    }
    isFirst = false
  }

  private mutating func breakLine() {
    guard pretty, inline == 0 else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  // MARK: Strings

  /// RFC 8259 section 7: quotation mark, backslash and control characters are escaped, the rest stays.
  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20: appendControl(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendControl(_ byte: UInt8) {
    let escape =
      switch byte {
      case 0x08: "\\b"
      case 0x09: "\\t"
      case 0x0A: "\\n"
      case 0x0C: "\\f"
      case 0x0D: "\\r"
      default: byte < 0x10 ? "\\u000\(String(byte, radix: 16))" : "\\u00\(String(byte, radix: 16))"
      }
    bytes.append(contentsOf: escape.utf8)
  }
}
