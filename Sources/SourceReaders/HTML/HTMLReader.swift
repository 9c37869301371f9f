import BriefingModel
import Packaging

/// Reads web pages: the article's kicker, title, subtitle and body. What stands around it (navigation, links to
/// other pages, the paper's imprint) is left out.
enum HTMLReader {
  /// Elements of a web page often stay open, so that many more are nested than anybody meant.
  private static let depthFactor = 8

  static func read(_ file: [UInt8], source: String, options: ReadOptions) throws(ReadError) -> Transcript {
    let text = try decode(file, as: options.encoding)
    let page = HTMLPage(depthLimit: options.limits.depth * depthFactor)
    do throws(PackagingError) {
      try HTMLStream.read(text, handler: page)
    } catch {
      throw .damaged(part: "")
    }
    guard !page.isDone else { throw .tooLarge(.depth, found: page.depth, limit: page.depthLimit) }
    page.finish()
    let block = HTMLBlock(page)
    let body = block.body()
    var lines = HTMLLines(page: page, lines: LineCollector(source: source, limit: options.limits.lines))
    let titles = block.titles(above: body)
    for title in titles { lines.add(title, asTitle: true) }
    if let body {
      lines.add(body)
    } else if let root = page.elements.indices.first {
      lines.add(root, toEnd: true)
    }
    let own = page.elements.indices.first { page.elements[$0].name == "title" }.map(page.text) ?? ""
    return try lines.transcript(title: HTMLLines.trimmed(own))
  }

  /// Strict UTF-8 before what the page says of itself, which is wrong as often as not.
  private static func decode(_ file: [UInt8], as encoding: TextEncoding?) throws(ReadError) -> [UInt8] {
    if let encoding { return try TextDecoder.decode(file, as: encoding) }
    if declaredEncoding(file) == .gb18030, TextDecoder.firstInvalidByte(file.span) != nil {
      return try TextDecoder.decode(file, as: .gb18030)
    }
    return try TextDecoder.decode(file)
  }

  /// `charset=gb2312`, `<meta charset="GBK">`.
  private static func declaredEncoding(_ file: [UInt8]) -> TextEncoding? {
    let head = String(decoding: file.prefix(4096).filter { $0 < 0x80 }, as: UTF8.self).lowercased()
    guard let key = head.firstRange(of: "charset=") else { return nil }
    let name = head[key.upperBound...].drop { "\"' ".contains($0) }.prefix { !"\"' />;".contains($0) }
    return TextEncoding(name: String(name))
  }
}
