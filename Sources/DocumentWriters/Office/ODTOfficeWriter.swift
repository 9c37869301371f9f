import BriefingModel
import Packaging

/// Writes a briefing into an office's ODT.
///
/// The office's styles, page layouts, headers and footers are kept as they are; of its text what stands before and after
/// the marker. What only programs of one maker understand is left out, so that the result is valid ODF 1.3, and so are
/// macros, forms, comments and tracked changes.
struct ODTOfficeWriter {
  let template: OfficeTemplate
  let briefing: Briefing
  let layout: LayoutProfile
  private var placeholders: Placeholders

  init(_ briefing: Briefing, _ layout: LayoutProfile, _ template: OfficeTemplate) {
    self.template = template
    (self.briefing, self.layout) = ODTOfficePage(template).applied(to: briefing, layout)
    placeholders = Placeholders(briefing)
  }

  mutating func write() throws(WriteError) -> WrittenDocument {
    let writer = ODTWriter(briefing: briefing, layout: layout, office: template)
    let written = try writer.parts()
    do throws(PackagingError) {
      let objects = firstObject
      let own = Self.numbered(try XMLTree(written.content), from: objects)
      let parts = [
        ("content.xml", try content(own).bytes()),
        ("styles.xml", try styles(own: try XMLTree(written.styles)).bytes()), ("meta.xml", written.meta),
      ]
      let charts = written.charts.enumerated().map {
        ("Object \(objects + $0.offset + 1)/content.xml", $0.element)
      }
      let kept = try keptParts()
      var zip = ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text")
      for (name, bytes) in parts + kept + charts { try zip.add(name, bytes) }
      let names = (parts + kept).map(\.0)
      try zip.add("META-INF/manifest.xml", manifest(names, charts: charts.map(\.0)))
      return WrittenDocument(bytes: try zip.finish(), droppedCharacters: written.dropped)
    } catch {
      throw WriteError(error)
    }
  }

  // MARK: Content

  private mutating func content(_ own: XMLTree) throws(PackagingError) -> XMLTree {
    var office = Self.clean(template.content)
    let ownStyles = own.child("office:automatic-styles")?.children ?? []
    let taken = Set(ownStyles.compactMap { $0["style:name"] })
    office = Self.renamed(office, taken)
    let text = office.child("office:body", "office:text") ?? XMLTree("office:text")
    let parts = split(text)
    let mine = own.child("office:body", "office:text")?.children ?? []
    let changes = mine.filter { $0.name == "text:tracked-changes" }
    let body = mine.filter { $0.name != "text:tracked-changes" }
    let above = parts.above.map { placeholders.fill($0, paragraphs: template.paragraphNames) }
    let below = parts.below.map { placeholders.fill($0, paragraphs: template.paragraphNames) }
    var root = XMLTree("office:document-content", office.attributes)
    for (name, value) in own.attributes where name.hasPrefix("xmlns") { root[name] = value }
    root["office:version"] = "1.3"
    var automatic = office.child("office:automatic-styles") ?? XMLTree("office:automatic-styles")
    for style in ownStyles { automatic.append(style) }
    if let faces = office.child("office:font-face-decls") { root.append(faces) }
    root.append(automatic)
    var filled = text
    filled.nodes = (changes + parts.declarations + above + body + below).map { .element($0) }
    root.append(XMLTree("office:body", [:], [.element(filled)]))
    return root
  }

  /// Declarations come first whatever the text is; the marker is left out.
  private func split(_ text: XMLTree) -> (declarations: [XMLTree], above: [XMLTree], below: [XMLTree]) {
    // Cleaning leaves the marker's place among the paragraphs, not among all elements.
    let children = text.children
    let place = children.firstIndex {
      template.paragraphNames.contains($0.name)
        && ["{{正文}}", "｛｛正文｝｝"].contains($0.text.filter { !$0.isWhitespace })
    }
    guard let place else { return ([], children, []) }
    let isDeclaration = { (element: XMLTree) in element.name.hasSuffix("-decls") }
    return (
      children.filter(isDeclaration), children[..<place].filter { !isDeclaration($0) },
      children[(place + 1)...].filter { !isDeclaration($0) }
    )
  }

  /// The office's automatic styles give way where ours have the same name.
  private static func renamed(_ office: XMLTree, _ taken: Set<String>) -> XMLTree {
    func rename(_ element: inout XMLTree) {
      for (name, value) in element.attributes where taken.contains(value) {
        if name.hasSuffix(":style-name") || name == "style:name" || name == "text:visited-style-name" {
          element[name] = "Office." + value
        }
      }
    }
    return office.edited { rename(&$0) }
  }

  private static func clean(_ tree: XMLTree) -> XMLTree {
    let dropped: Set<String> = [
      "office:scripts", "office:forms", "office:event-listeners", "office:annotation",
      "office:annotation-end",
      "text:tracked-changes", "text:change", "text:change-start", "text:change-end", "text:soft-page-break",
    ]
    var clean = tree.restricted(to: isODF).mapped { dropped.contains($0.name) ? [] : [lawful($0)] }
    clean["office:version"] = "1.3"
    return clean
  }

  /// LibreOffice writes double rules of no width, which the schema does not have (ODF 1.3 part 3 §20.248).
  private static func lawful(_ element: XMLTree) -> XMLTree {
    guard element.attributes.keys.contains(where: { $0.hasPrefix("style:border-line-width") }) else {
      return element
    }
    var element = element
    for (name, value) in element.attributes where name.hasPrefix("style:border-line-width") {
      let hasNone = value.split(separator: " ").contains { !$0.contains { ("1"..."9").contains($0) } }
      if hasNone { element[name] = nil }
    }
    return element
  }

  private static func isODF(_ uri: String) -> Bool {
    uri.hasPrefix("urn:oasis:names:tc:opendocument:") || uri.hasPrefix("http://www.w3.org/")
      || uri.hasPrefix("http://purl.org/dc/")
  }

  // MARK: Styles

  private mutating func styles(own: XMLTree) throws(PackagingError) -> XMLTree {
    var office = Self.clean(template.styles)
    for (name, value) in own.attributes where name.hasPrefix("xmlns") { office[name] = value }
    office = ODTOfficeStyles(office: office, own: own).merged
    office.change("office:master-styles") {
      $0 = placeholders.fill($0, paragraphs: template.paragraphNames)
    }
    return office
  }

  // MARK: Package

  /// Pictures, objects and settings; nothing active, and nothing that is made anew.
  private func keptParts() throws(PackagingError) -> [(String, [UInt8])] {
    let made: Set<String> = [
      "mimetype", "content.xml", "styles.xml", "meta.xml", "manifest.rdf", "layout-cache", "settings.xml",
    ]
    let folders = ["META-INF/", "Thumbnails/", "Configurations2/", "Basic/", "Scripts/", "Dialogs/"]
    var kept = template.parts.filter { part in
      !made.contains(part.name) && !folders.contains { part.name.hasPrefix($0) } && part.name.isSafePath
    }.map { ($0.name, $0.bytes) }
    if let settings = template.parts.first(where: { $0.name == "settings.xml" }) {
      kept.append(("settings.xml", try Self.clean(try XMLTree(settings.bytes)).bytes()))
    }
    return kept
  }

  /// Objects of ours are numbered after the office's.
  private var firstObject: Int {
    template.parts.compactMap { part in
      part.name.hasPrefix("Object ") ? Int(part.name.dropFirst(7).prefix { $0.isNumber }) : nil
    }.max() ?? 0
  }

  private static func numbered(_ own: XMLTree, from first: Int) -> XMLTree {
    guard first > 0 else { return own }
    return own.edited { element in
      if element.name == "draw:object", let name = element["xlink:href"], name.hasPrefix("./Object "),
        let number = Int(name.dropFirst(9))
      {
        element["xlink:href"] = "./Object \(number + first)"
      }
    }
  }

  private func manifest(_ names: [String], charts: [String]) throws(PackagingError) -> [UInt8] {
    let old = template.parts.first { $0.name == "META-INF/manifest.xml" }
    let tree = try old.map { part throws(PackagingError) in try XMLTree(part.bytes) }
    var types: [String: String] = [:]
    for entry in tree?.children ?? [] {
      if let name = entry["manifest:full-path"] { types[name] = entry["manifest:media-type"] }
    }
    var xml = try XMLWriter()
    let version = "1.3"
    try xml.start(
      "manifest:manifest",
      [
        "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": version,
      ])
    try write("/", "application/vnd.oasis.opendocument.text", version: version, to: &xml)
    for name in names {
      let isXML = name.hasSuffix(".xml")
      try write(name, types[name] ?? (isXML ? "text/xml" : ""), version: nil, to: &xml)
    }
    for folder in types.keys.sorted() where folder.hasSuffix("/") && folder != "/" {
      guard names.contains(where: { $0.hasPrefix(folder) }), let type = types[folder] else { continue }
      try write(folder, type, version: type.isEmpty ? nil : version, to: &xml)
    }
    for chart in charts {
      let folder = String(chart.prefix { $0 != "/" }) + "/"
      try write(folder, "application/vnd.oasis.opendocument.chart", version: version, to: &xml)
      try write(chart, "text/xml", version: nil, to: &xml)
    }
    try xml.end()
    return try xml.finish()
  }

  private func write(
    _ name: String, _ type: String, version: String?, to xml: inout XMLWriter
  ) throws(PackagingError) {
    try xml.start("manifest:file-entry", ["manifest:full-path": name, "manifest:media-type": type])
    if let version { try xml.attribute("manifest:version", version) }
    try xml.end()
  }
}

extension String {
  /// A name that the archive takes.
  var isSafePath: Bool {
    !isEmpty && !hasPrefix("/") && utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
      && !split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }
}
