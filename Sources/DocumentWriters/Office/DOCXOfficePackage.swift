import Packaging

/// The parts of an office's Word document that go into the new one, with their relations and content types.
struct DOCXOfficePackage {
  private var parts: [(name: String, bytes: [UInt8])] = []
  private var types: XMLTree
  private var relations: XMLTree
  private let charts: Int
  private let chartEntries: [DOCXChart.Entry]

  /// Ends of the types of relations that are not kept: what is made anew, what reviews left, what is active.
  private static let dropped: Set<String> = [
    "footnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml",
    "glossaryDocument", "vbaProject", "attachedTemplate", "stylesWithEffects", "keyMapCustomizations",
    "toolbars",
    "printerSettings", "wordVbaData", "documenttasks",
  ]
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  static func chart(_ number: Int) -> String { "jianbao\(number)" }

  init(
    _ template: OfficeTemplate, charts: Int, entries: [DOCXChart.Entry]
  ) throws(PackagingError) {
    self.charts = charts
    chartEntries = entries
    func part(_ name: String) -> [UInt8]? { template.parts.first { $0.name == name }?.bytes }
    types = try XMLTree(part("[Content_Types].xml") ?? [])
    relations = try XMLTree(part("word/_rels/document.xml.rels") ?? Array("<Relationships/>".utf8))
    relations["xmlns"] = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations.nodes = relations.children.filter(Self.isKept).map { .element($0) }
    var waiting = Self.targets(of: relations, from: "word/document.xml")
    var seen: Set<String> = []
    while let name = waiting.popLast() {
      guard name.isSafePath, seen.insert(name).inserted, let bytes = part(name) else { continue }
      parts.append((name, bytes))
      let rels = Self.relations(of: name)
      // Settings name the template on somebody's disk.
      guard name != "word/settings.xml", name != "word/fontTable.xml", let own = part(rels) else { continue }
      parts.append((rels, own))
      waiting += Self.targets(of: try XMLTree(own), from: name)
    }
    parts.sort { $0.name < $1.name }
    try edit("word/settings.xml") { Self.settings($0) }
    try edit("word/fontTable.xml") { tree in
      tree.mapped { $0.name.hasPrefix("w:embed") ? [] : [$0] }
    }
  }

  private static func isKept(_ relation: XMLTree) -> Bool {
    let type = relation["Type"].flatMap { $0.split(separator: "/").last }.map(String.init) ?? ""
    return !dropped.contains(type)
  }

  private static func targets(of relations: XMLTree, from part: String) -> [String] {
    let folder = part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
    return relations.children.compactMap { relation in
      guard relation["TargetMode"] != "External", let target = relation["Target"] else { return nil }
      if target.hasPrefix("/") { return String(target.dropFirst()) }
      var path = folder.split(separator: "/").map(String.init)
      for step in target.split(separator: "/").map(String.init) where step != "." {
        if step == ".." { path = path.dropLast() } else { path.append(step) }
      }
      return path.joined(separator: "/")
    }
  }

  private static func relations(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[..<slash])/_rels/\(part[part.index(after: slash)...]).rels"
  }

  /// Our footnotes' separators, in the schema's place, and no protection, mail merge or template elsewhere.
  private static func settings(_ tree: XMLTree) -> XMLTree {
    var tree = DOCXCleaning.clean(tree)
    let dropped: Set<String> = [
      "w:footnotePr", "w:attachedTemplate", "w:mailMerge", "w:documentProtection", "w:trackRevisions",
    ]
    let after: Set<String> = [
      "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang",
      "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade",
      "w:captions", "w:readModeInkLockDown", "w:smartTagType", "sl:schemaLibrary", "w:shapeDefaults",
      "w:doNotEmbedSmartTags", "w:decimalSymbol", "w:listSeparator",
    ]
    var children = tree.children.filter { !dropped.contains($0.name) }
    let place = children.firstIndex { after.contains($0.name) } ?? children.count
    let separators = ["-1", "0"].map { XMLTree.Node.element(XMLTree("w:footnote", ["w:id": $0])) }
    children.insert(XMLTree("w:footnotePr", [:], separators), at: place)
    tree.nodes = children.map { .element($0) }
    return tree
  }

  /// Headers, footers, notes and lists, whose placeholders are to be filled.
  var texts: [String] {
    parts.map(\.name).filter { name in
      name.hasPrefix("word/") && name.hasSuffix(".xml") && name.split(separator: "/").count == 2
        && !["document", "styles", "footnotes", "comments"].contains { name == "word/\($0).xml" }
    }
  }

  func tree(_ name: String) throws(PackagingError) -> XMLTree {
    try XMLTree(parts.first { $0.name == name }?.bytes ?? [])
  }

  mutating func set(_ name: String, _ bytes: [UInt8]) {
    if let index = parts.firstIndex(where: { $0.name == name }) {
      parts[index].bytes = bytes
    } else {
      parts.append((name, bytes))
    }
  }

  private mutating func edit(_ name: String, _ change: (XMLTree) -> XMLTree) throws(PackagingError) {
    guard parts.contains(where: { $0.name == name }) else { return }
    set(name, try change(try tree(name)).bytes())
  }

  mutating func finish() throws(PackagingError) -> [UInt8] {
    addRelations()
    set("word/_rels/document.xml.rels", try relations.bytes())
    set("_rels/.rels", PackageResources.docx_rels_xml)
    var zip = ZIPWriter()
    try zip.add("[Content_Types].xml", contentTypes().bytes())
    for part in parts { try zip.add(part.name, part.bytes) }
    return try zip.finish()
  }

  private mutating func addRelations() {
    func add(_ id: String, _ type: String, _ target: String) {
      relations.append(
        XMLTree("Relationship", ["Id": id, "Type": Self.relation + type, "Target": target]))
    }
    add("jianbao-footnotes", "footnotes", "footnotes.xml")
    add("jianbao-comments", "comments", "comments.xml")
    for number in stride(from: 1, through: charts, by: 1) {
      add("jianbao-chart\(number)", "chart", "charts/\(Self.chart(number)).xml")
    }
  }

  private func contentTypes() -> XMLTree {
    let names = Set(parts.map(\.name))
    let word = Self.word
    let properties = "application/vnd.openxmlformats-"
    var ours = [
      "word/document.xml": word + "document.main+xml", "word/footnotes.xml": word + "footnotes+xml",
      "word/comments.xml": word + "comments+xml",
      "docProps/core.xml": properties + "package.core-properties+xml",
      "docProps/app.xml": properties + "officedocument.extended-properties+xml",
    ]
    for entry in chartEntries { if let type = entry.type { ours[entry.name] = type } }
    var types = types
    types.nodes = types.children.filter { type in
      guard type.name == "Override" else { return true }
      let name = String(type["PartName"]?.dropFirst() ?? "")
      return names.contains(name) && ours[name] == nil
    }.map { .element($0) }
    for (name, type) in ours.sorted(by: { $0.key < $1.key }) {
      types.append(XMLTree("Override", ["PartName": "/" + name, "ContentType": type]))
    }
    return types
  }
}
