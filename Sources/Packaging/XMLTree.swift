import CLibXML2

/// An XML element as a value: name with its prefix, attributes, content.
///
///     try XMLTree(Array("<a b=\"1\">甲<c/></a>".utf8)).child("c")
public struct XMLTree: Equatable, Sendable {
  public indirect enum Node: Equatable, Sendable {
    case element(XMLTree)
    case text(String)
  }

  public var name: String
  /// Declarations of namespaces are among them: `xmlns:w`.
  public var attributes: [String: String]
  /// Names of attributes as they came; those set later follow.
  private var order: [String] = []
  /// Elements and texts in their order; comments and processing instructions are left out.
  public var nodes: [Node]

  /// An element made by hand.
  public init(_ name: String, _ attributes: [String: String] = [:], _ nodes: [Node] = []) {
    self.name = name
    self.attributes = attributes
    self.nodes = nodes
  }

  /// Attributes as they came, then others by name, so that the same tree gives the same bytes.
  var sortedAttributes: [(name: String, value: String)] {
    let known = order.compactMap { name in attributes[name].map { (name: name, value: $0) } }
    let others = attributes.filter { !order.contains($0.key) }.sorted { $0.key < $1.key }
    return known + others.map { (name: $0.key, value: $0.value) }
  }

  /// The document as bytes.
  public func bytes() throws(PackagingError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.tree(self)
    return try xml.finish()
  }

  /// Reads a document. Nothing is fetched, a document type declaration is refused (it can hold entities that
  /// blow up), and so are documents above `limit` bytes.
  public init(_ bytes: [UInt8], limit: Int = 64 << 20) throws(PackagingError) {
    guard bytes.count <= limit, let count = Int32(exactly: bytes.count) else { throw .tooLarge("") }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, nil, Int32(options))
    }
    guard let document = parsed else { throw .xmlNotRead }
    defer { xmlFreeDoc(document) }
    guard document.pointee.intSubset == nil, let root = xmlDocGetRootElement(document) else {
      throw .xmlNotRead
    }
    self.init(root)
  }

  /// Recursion ends: libxml2 refuses more than 256 levels.
  private init(_ element: xmlNodePtr) {
    name = Self.name(element.pointee.ns, element.pointee.name)
    attributes = [:]
    nodes = []
    var declaration = element.pointee.nsDef
    while let current = declaration {
      let prefix = current.pointee.prefix.map { ":" + Self.string($0) } ?? ""
      order.append("xmlns" + prefix)
      attributes["xmlns" + prefix] = Self.string(current.pointee.href)
      declaration = current.pointee.next
    }
    var attribute = element.pointee.properties
    while let current = attribute {
      let key = Self.name(current.pointee.ns, current.pointee.name)
      order.append(key)
      attributes[key] = Self.texts(from: current.pointee.children)
      attribute = current.pointee.next
    }
    var child = element.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: nodes.append(.element(XMLTree(current)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: nodes.append(.text(Self.string(current.pointee.content)))
      default: break
      }
      child = current.pointee.next
    }
  }

  private static func texts(from first: xmlNodePtr?) -> String {
    var text = ""
    var node = first
    while let current = node {
      text += string(current.pointee.content)
      node = current.pointee.next
    }
    return text
  }

  private static func name(_ space: xmlNsPtr?, _ name: UnsafePointer<UInt8>?) -> String {
    guard let prefix = space?.pointee.prefix else { return string(name) }
    return string(prefix) + ":" + string(name)
  }

  private static func string(_ text: UnsafePointer<UInt8>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

extension XMLTree {
  public var children: [XMLTree] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text inside, in order.
  public var text: String {
    nodes.reduce(into: "") { text, node in
      switch node {
      case .element(let element): text += element.text
      case .text(let part): text += part
      }
    }
  }

  public subscript(attribute: String) -> String? {
    get { attributes[attribute] }
    set { attributes[attribute] = newValue }
  }

  /// The first child of this name; several names lead down.
  public func child(_ path: String...) -> XMLTree? {
    path.reduce(Optional(self)) { tree, name in tree?.children.first { $0.name == name } }
  }

  public func children(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

  /// Every element of this name below, in the order of the document.
  public func descendants(_ name: String) -> [XMLTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }
}
