import GRDB

/// Cuts text for FTS5: each Han character is a token, a run of Latin letters or digits is one, and what stands between
/// (punctuation, blanks) is one separator, so that no phrase reaches across it.
///
///     红色代办，3个 → 红 色 代 办 ⌷ 3 个
///
/// Words of one and two characters are found, which SQLite's trigram tokenizer cannot do. Full-width letters and digits
/// count as half-width, capitals as small letters.
final class HanTokenizer: FTS5CustomTokenizer {
  static let name = "han"
  private static let separator: [UInt8] = [0x01]
  private static let ok: CInt = 0

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
    nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return Self.ok }
    let text = UnsafeRawBufferPointer(start: pText, count: Int(nText))
    return Self.forEachToken(in: text) { Self.emit($0, text, $1, $2, context, tokenCallback) }
  }

  /// Hands on each token: its kind, where it stands and, of a word, its plain form; stops at what is not `ok`.
  private static func forEachToken(
    in text: UnsafeRawBufferPointer, _ take: (Kind, Range<Int>, [UInt8]) -> CInt
  ) -> CInt {
    var position = 0
    var word: [UInt8] = []
    while position < text.count {
      let start = position
      let kind = next(text, &position, word: &word)
      if kind != .han {
        while position < text.count {
          var after = position
          guard next(text, &after, word: &word) == kind else { break }
          position = after
        }
      }
      let code = take(kind, start..<position, word)
      word.removeAll(keepingCapacity: true)
      if code != ok { return code }
    }
    return ok
  }

  /// A token in its plain form, and its bytes in the text.
  struct Token {
    var bytes: [UInt8]
    var range: Range<Int>
    var isSeparator: Bool
  }

  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { buffer in
      _ = forEachToken(in: buffer) { kind, range, word in
        let plain = kind == .han ? Array(bytes[range]) : kind == .word ? word : separator
        tokens.append(Token(bytes: plain, range: range, isSeparator: kind == .other))
        return ok
      }
    }
    return tokens
  }

  private enum Kind { case han, word, other }

  private static func emit(
    _ kind: Kind, _ text: UnsafeRawBufferPointer, _ range: Range<Int>, _ word: [UInt8],
    _ context: UnsafeMutableRawPointer?, _ callback: FTS5TokenCallback
  ) -> CInt {
    func call(_ token: UnsafeRawBufferPointer) -> CInt {
      callback(
        context, 0, token.bindMemory(to: CChar.self).baseAddress, CInt(token.count), CInt(range.lowerBound),
        CInt(range.upperBound))
    }
    return switch kind {
    case .han: call(UnsafeRawBufferPointer(rebasing: text[range]))
    case .word: word.withUnsafeBytes(call)
    case .other: separator.withUnsafeBytes(call)
    }
  }

  /// Steps over one character; letters and digits are added to `word` in their plain form.
  private static func next(_ text: UnsafeRawBufferPointer, _ position: inout Int, word: inout [UInt8]) -> Kind
  {
    let byte = text[position]
    if byte < 0x80 {
      position += 1
      return plain(byte, to: &word) ? .word : .other
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard position + length <= text.count else {
      position = text.count
      return .other
    }
    var scalar = UInt32(byte) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3F) }
    position += length
    switch scalar {
    case _ where isHan(scalar): return .han
    case 0xFF10...0xFF5A: return plain(UInt8(truncatingIfNeeded: scalar - 0xFEE0), to: &word) ? .word : .other
    default: return .other
    }
  }

  static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func plain(_ byte: UInt8, to word: inout [UInt8]) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: word.append(byte)
    case 0x41...0x5A: word.append(byte + 32)
    default: return false
    }
    return true
  }
}
