/// Unicode scalars that decide something, and the classes they fall into.
///
/// The Outliner reads `UInt32` scalars: every offset it reports counts scalars, and a Han character is one.
enum Glyph {
  static let lineFeed: UInt32 = 0x0A
  static let space: UInt32 = 0x20
  static let ideographicSpace: UInt32 = 0x3000
  static let comma: UInt32 = 0xFF0C
  static let enumerationComma: UInt32 = 0x3001
  static let fullStop: UInt32 = 0x3002
  static let semicolon: UInt32 = 0xFF1B
  static let colon: UInt32 = 0xFF1A
  static let openQuote: UInt32 = 0x201C
  static let closeQuote: UInt32 = 0x201D
  static let straightQuote: UInt32 = 0x22
  static let emDash: UInt32 = 0x2014
  static let openParenthesis: UInt32 = 0xFF08
  static let closeParenthesis: UInt32 = 0xFF09

  /// Blanks around a printed line: spaces, tabs, no-break and full-width spaces, zero-width characters.
  @inline(__always)
  static func isBlank(_ c: UInt32) -> Bool {
    switch c {
    case 0x20, 0x09, 0x0B, 0x0C, 0x0D, 0xA0, 0x3000, 0xFEFF, 0x200B...0x200D, 0x2060, 0x2002...0x200A: true
    default: false
    }
  }

  /// Zero-width characters within a line are not read.
  @inline(__always)
  static func isUnread(_ c: UInt32) -> Bool { (0x200B...0x200D).contains(c) || c == 0x2060 || c == 0xFEFF }

  @inline(__always)
  static func isHan(_ c: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(c) || (0x3400...0x4DBF).contains(c) || (0x20000...0x323AF).contains(c)
      || c == 0x3007
  }

  @inline(__always)
  static func isLetterOrDigit(_ c: UInt32) -> Bool {
    switch c {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  @inline(__always)
  static func isDigit(_ c: UInt32) -> Bool { (0x30...0x39).contains(c) || (0xFF10...0xFF19).contains(c) }

  /// 。！？ and their half-width fellows: what ends a sentence.
  @inline(__always)
  static func isSentenceEnd(_ c: UInt32) -> Bool {
    switch c {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF61: true
    default: false
    }
  }

  /// Marks after which a printed line is not cut in mid-word: a sentence or a clause of a list has ended.
  @inline(__always)
  static func isStop(_ c: UInt32) -> Bool { isSentenceEnd(c) || isSemicolon(c) || isColon(c) }

  /// 。，、；： may hang in the margin at the end of a line.
  @inline(__always)
  static func hangs(_ c: UInt32) -> Bool {
    c == fullStop || c == comma || c == enumerationComma || c == semicolon || c == colon
  }

  @inline(__always)
  static func isComma(_ c: UInt32) -> Bool { c == comma || c == 0x2C }

  @inline(__always)
  static func isSemicolon(_ c: UInt32) -> Bool { c == semicolon || c == 0x3B }

  @inline(__always)
  static func isColon(_ c: UInt32) -> Bool { c == colon || c == 0x3A }

  @inline(__always)
  static func isOpening(_ c: UInt32) -> Bool {
    switch c {
    case 0x201C, 0x2018, 0x300A, 0x3008, 0xFF08, 0x28, 0x300C, 0x300E, 0x3010, 0x5B: true
    default: false
    }
  }

  @inline(__always)
  static func isClosing(_ c: UInt32) -> Bool {
    switch c {
    case 0x201D, 0x2019, 0x300B, 0x3009, 0xFF09, 0x29, 0x300D, 0x300F, 0x3011, 0x5D: true
    default: false
    }
  }

  /// ■□●○◆◇▲△★☆◎※▶►•√ and their like, which newspapers set before bylines and items.
  @inline(__always)
  static func isBullet(_ c: UInt32) -> Bool {
    switch c {
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x203B, 0x2022, 0x221A, 0x2714, 0x2713, 0x2756, 0x27A4, 0x25B6: true
    default: false
    }
  }

  /// Width on a Chinese page: 2 for a full-width glyph, 1 for a half-width one.
  @inline(__always)
  static func width(_ c: UInt32) -> Int {
    if c < 0x2E80 { return (0x2010...0x27BF).contains(c) ? 2 : (c < 0x20 ? 0 : 1) }
    return 2
  }

  /// What a printed number may begin with.
  static let numberOpenings = ScalarSet("一二三四五六七八九十0123456789０１２３４５６７８９（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第其首再最")

  /// Writes a scalar as UTF-8 and returns how many bytes it took.
  @inline(__always)
  static func encode(_ c: UInt32, into buffer: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
    if c < 0x80 {
      buffer[index] = UInt8(truncatingIfNeeded: c)
      return 1
    }
    if c >= 0x800, c < 0x10000 {
      buffer[index] = UInt8(truncatingIfNeeded: 0xE0 | c >> 12)
      buffer[index + 1] = UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F)
      buffer[index + 2] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
      return 3
    }
    if c < 0x800 {
      buffer[index] = UInt8(truncatingIfNeeded: 0xC0 | c >> 6)
      buffer[index + 1] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
      return 2
    }
    buffer[index] = UInt8(truncatingIfNeeded: 0xF0 | c >> 18)
    buffer[index + 1] = UInt8(truncatingIfNeeded: 0x80 | c >> 12 & 0x3F)
    buffer[index + 2] = UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F)
    buffer[index + 3] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
    return 4
  }

  /// 一…九 → 1…9, 〇 → 0, 十 → 10; `nil` for anything else.
  @inline(__always)
  static func numeral(_ c: UInt32) -> Int? {
    switch c {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }
}

extension String {
  /// What `write` puts into at most `capacity` bytes with `Glyph.encode`: it need not be looked through for errors.
  init(writing capacity: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      let written = UnsafeBufferPointer(rebasing: buffer[..<write(buffer)])
      return String(copying: UTF8Span(unchecked: written.span))
    }
  }
}

extension Array where Element == UInt32 {
  /// The scalars of a literal.
  init(of text: String) {
    self = []
    reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar.value) }
  }

  func string(_ range: Range<Int>) -> String { string(CollectionOfOne(range)) }

  /// Several ranges, with a line feed between them.
  func string(_ parts: some Collection<Range<Int>>) -> String {
    let capacity = parts.reduce(0) { $0 + 4 * $1.count + 1 }
    return String(writing: capacity) { buffer in
      var length = 0
      for part in parts {
        if length > 0 { length += Glyph.encode(Glyph.lineFeed, into: buffer, at: length) }
        for index in part { length += Glyph.encode(self[index], into: buffer, at: length) }
      }
      return length
    }
  }

  /// The first place from `index` on that holds no common Han character: most of a text is Han, and few rules look
  /// at it.
  @inline(__always)
  func skipHan(from index: Int, to end: Int) -> Int {
    withUnsafeBufferPointer { scalars in
      var index = index
      while index < end, (0x4E00...0x9FFF).contains(scalars[index]) { index += 1 }
      return index
    }
  }

  @inline(__always)
  func at(_ index: Int) -> UInt32 { indices.contains(index) ? self[index] : 0 }
}
