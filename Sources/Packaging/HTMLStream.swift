import CLibXML2

/// Reads a web page, however badly it is written, without a tree. Scripts, styles and comments are left out,
/// nothing is fetched.
///
///     HTMLStream.read(Array("<p>微山<b>县".utf8), handler: page)
public enum HTMLStream {
  /// `page` is UTF-8, whatever it says of itself; names come in small letters.
  public static func read(_ page: [UInt8], handler: any MarkupHandler) throws(PackagingError) {
    guard let count = Int32(exactly: page.count) else { throw .tooLarge("") }
    var meter = TagMeter(isWebPage: true)
    guard !page.withUnsafeBufferPointer({ meter.finds(tooManyIn: $0) }) else { throw .xmlNotRead }
    guard let parser = htmlNewParserCtxt() else { throw .xmlNotRead }
    defer { htmlFreeParserCtxt(parser) }
    let context = HTMLContext(handler: handler, parser: parser)
    guard let callbacks = parser.pointee.sax else { throw .xmlNotRead }
    callbacks.pointee = xmlSAXHandler()
    callbacks.pointee.startElement = opened
    callbacks.pointee.endElement = closed
    callbacks.pointee.characters = written
    callbacks.pointee.ignorableWhitespace = written
    callbacks.pointee.cdataBlock = skipped
    parser.pointee.userData = Unmanaged.passUnretained(context).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    let document = page.withUnsafeBytes { buffer in
      htmlCtxtReadMemory(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, "UTF-8", Int32(options))
    }
    if let document { xmlFreeDoc(document) }
    withExtendedLifetime(context) {}
  }
}

private final class HTMLContext {
  let handler: any MarkupHandler
  let parser: htmlParserCtxtPtr

  init(handler: any MarkupHandler, parser: htmlParserCtxtPtr) {
    self.handler = handler
    self.parser = parser
  }
}

private func page(_ context: UnsafeMutableRawPointer?) -> HTMLContext? {
  context.map { Unmanaged<HTMLContext>.fromOpaque($0).takeUnretainedValue() }
}

private func opened(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?,
  _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
) {
  guard let page = page(context), let name, !page.handler.isDone else { return }
  var attributes: [String: String] = [:]
  var index = 0
  while let values, let key = values[index] {
    attributes[String(cString: key)] = values[index + 1].map { String(cString: $0) } ?? ""
    index += 2
  }
  page.handler.open(String(cString: name), attributes)
  if page.handler.isDone { xmlStopParser(page.parser) }
}

private func closed(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?) {
  guard let page = page(context), let name, !page.handler.isDone else { return }
  page.handler.close(String(cString: name))
}

private func written(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
  guard let page = page(context), !page.handler.isDone else { return }
  page.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

private func skipped(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int32) {}
