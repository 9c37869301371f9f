import BriefingModel

/// What a user says about a source.
public struct ReadOptions: Equatable, Sendable {
  /// The format, where the first bytes and the name are not to decide.
  public var format: ReadFormat?
  /// The encoding of text and web pages, where it is not to be found out.
  public var encoding: TextEncoding?
  public var limits = ReadLimits()

  public init(format: ReadFormat? = nil, encoding: TextEncoding? = nil, limits: ReadLimits = ReadLimits()) {
    self.format = format
    self.encoding = encoding
    self.limits = limits
  }
}

/// Turns the bytes of one source into its lines.
///
///     try read(Array("压实“责任链条”。\r\n".utf8), source: "page.txt").lines.count   // 1
///
/// - Parameters:
///   - bytes: The whole file.
///   - source: The source's name as the user gave it; every `Origin` will bear it.
///   - options: Format and encoding, where they are known; what to refuse.
public func read(
  _ bytes: [UInt8], source: String, options: ReadOptions = ReadOptions()
) throws(ReadError) -> Transcript {
  guard !bytes.isEmpty else { throw .empty }
  let limit = options.limits.bytes
  guard bytes.count <= limit else { throw .tooLarge(.file, found: bytes.count, limit: limit) }
  var format = options.format
  if format == nil { format = try SourceFormat.of(bytes, name: source, limits: options.limits) }
  switch format ?? .text {
  case .text: return try TextReader.read(bytes, source: source, options: options)
  case .html: return try HTMLReader.read(bytes, source: source, options: options)
  case .docx: return try DOCXReader.read(bytes, source: source, options: options)
  case .odt: return try ODTReader.read(bytes, source: source, options: options)
  case .pdf: return try PDFReader.read(bytes, source: source, limits: options.limits)
  case .doc: return try WordReader.read(bytes, source: source, options: options)
  }
}
