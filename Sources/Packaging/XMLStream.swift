import CLibXML2

/// Takes what an XML document or a web page holds, in its order.
public protocol MarkupHandler: AnyObject {
  func open(_ name: String, _ attributes: [String: String])
  func close(_ name: String)
  /// A piece of text, valid only during the call; a paragraph may come in many.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Nothing more is wanted.
  var isDone: Bool { get }
}

/// Reads XML piece by piece, without a tree. Nothing is fetched, no entity is expanded: a document type
/// declaration ends the reading with an error.
///
///     let stream = XMLStream(handler: reader, prefixes: ["urn:…:text:1.0": "text"])
///     try archive.stream("content.xml") { piece in try stream.feed(piece) }
public final class XMLStream {
  fileprivate let handler: any MarkupHandler
  private let prefixes: [String: String]
  private var names: [NameKey: String] = [:]
  private var parser: xmlParserCtxtPtr?
  private var meter = TagMeter(isWebPage: false)
  fileprivate var isRefused = false
  /// Names that a document may invent: WordprocessingML has some 2,000. (libxml2 looks through them ever longer.)
  private static let mostNames = 20_000

  /// `prefixes` gives the names of namespaces: `text:p` has the given one, whatever the document calls it.
  public init(handler: any MarkupHandler, prefixes: [String: String]) {
    self.handler = handler
    self.prefixes = prefixes
  }

  deinit { if let parser { xmlFreeParserCtxt(parser) } }

  /// Parses a piece; false when the handler wants no more.
  public func feed(_ piece: UnsafeBufferPointer<UInt8>) throws(PackagingError) -> Bool {
    if parser == nil { parser = makeParser() }
    guard let parser, !meter.finds(tooManyIn: piece) else { throw .xmlNotRead }
    let result = piece.withMemoryRebound(to: CChar.self) {
      xmlParseChunk(parser, $0.baseAddress, Int32($0.count), 0)
    }
    if handler.isDone { return false }
    guard result == 0, !isRefused else { throw .xmlNotRead }
    return true
  }

  /// The document must be complete.
  public func finish() throws(PackagingError) {
    guard let parser, xmlParseChunk(parser, nil, 0, 1) == 0, parser.pointee.wellFormed == 1, !isRefused else {
      throw .xmlNotRead
    }
  }

  private func makeParser() -> xmlParserCtxtPtr? {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    callbacks.startElementNs = opened
    callbacks.endElementNs = closed
    callbacks.characters = written
    callbacks.cdataBlock = written
    callbacks.internalSubset = declared
    callbacks.serror = ignored
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&callbacks, context, nil, 0, nil) else { return nil }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(parser, Int32(options))
    return parser
  }

  fileprivate func stop() { if let parser { xmlStopParser(parser) } }

  fileprivate func refuse() {
    isRefused = true
    stop()
  }

  // MARK: Names

  /// libxml2 keeps each name once, so that its address tells it.
  private struct NameKey: Hashable {
    var space: UnsafePointer<UInt8>?
    var name: UnsafePointer<UInt8>
  }

  fileprivate func name(_ local: UnsafePointer<UInt8>, in space: UnsafePointer<UInt8>?) -> String {
    let key = NameKey(space: space, name: local)
    if let known = names[key] { return known }
    let prefix = space.map { prefixes[String(cString: $0)] ?? "?" }
    let name = (prefix.map { $0 + ":" } ?? "") + String(cString: local)
    names[key] = name
    if names.count > Self.mostNames { refuse() }
    return name
  }

  /// Five pointers an attribute: name, prefix, namespace, first byte of the value, the byte after it.
  fileprivate func attributes(
    _ count: Int32, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> [String: String] {
    guard let values, count > 0 else { return [:] }
    var attributes: [String: String] = [:]
    for index in 0..<Int(count) {
      guard let local = values[index * 5], let start = values[index * 5 + 3], let end = values[index * 5 + 4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      attributes[name(local, in: values[index * 5 + 2])] = String(decoding: value, as: UTF8.self)
    }
    return attributes
  }
}

private func stream(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
  context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}

private func opened(
  _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?,
  _ space: UnsafePointer<UInt8>?, _ spaces: Int32,
  _ declared: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int32, _ defaulted: Int32,
  _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
) {
  guard let stream = stream(context), let local, !stream.handler.isDone else { return }
  stream.handler.open(stream.name(local, in: space), stream.attributes(count, values))
  if stream.handler.isDone { stream.stop() }
}

private func closed(
  _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?,
  _ space: UnsafePointer<UInt8>?
) {
  guard let stream = stream(context), let local, !stream.handler.isDone else { return }
  stream.handler.close(stream.name(local, in: space))
}

private func written(
  _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int32
) {
  guard let stream = stream(context), !stream.handler.isDone else { return }
  stream.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

private func declared(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?, _ external: UnsafePointer<UInt8>?,
  _ system: UnsafePointer<UInt8>?
) {
  stream(context)?.refuse()
}

private func ignored(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {}
