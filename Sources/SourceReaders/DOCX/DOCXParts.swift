/// Finds where a package keeps its parts, by `[Content_Types].xml`.
final class DOCXParts: BoundedHandler {
  private(set) var document: String?
  private(set) var styles: String?
  private(set) var numbering: String?

  override func opened(_ name: String, _ attributes: [String: String]) {
    guard name == "types:Override", let type = attributes["ContentType"], let part = attributes["PartName"]
    else { return }
    let path = part.hasPrefix("/") ? String(part.dropFirst()) : part
    if type.hasSuffix("main+xml") { document = document ?? path }
    if type.hasSuffix(".styles+xml") { styles = styles ?? path }
    if type.hasSuffix(".numbering+xml") { numbering = numbering ?? path }
  }
}

/// The document's own title, from its properties.
final class DocumentTitle: BoundedHandler {
  private var isOpen = false
  private(set) var title = ""

  override func opened(_ name: String, _ attributes: [String: String]) { isOpen = name == "dc:title" }
  override func closed(_ name: String) { isOpen = false }
  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isOpen { title += String(decoding: bytes, as: UTF8.self) }
  }
}
