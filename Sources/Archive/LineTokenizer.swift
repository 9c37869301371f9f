import GRDB

/// Cuts text for FTS5 at line feeds alone: each line is one token, whatever stands in it.
final class LineTokenizer: FTS5CustomTokenizer {
  static let name = "lines"
  private static let ok: CInt = 0

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
    nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return Self.ok }
    let text = UnsafeBufferPointer(start: pText, count: Int(nText))
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      if end > start, let base = text.baseAddress {
        let code = tokenCallback(context, 0, base + start, CInt(end - start), CInt(start), CInt(end))
        if code != Self.ok { return code }
      }
      start = end + 1
    }
    return Self.ok
  }
}
