import BriefingModel
import Packaging

/// Writes OpenDocument text 1.3 in the layout of a profile.
///
/// Page, fonts and styles are the templates' (`Templates/odt`) with the profile's values; here only content and metadata come about.
struct ODTWriter {
  let briefing: Briefing
  let layout: LayoutProfile
  let office: OfficeTemplate?
  private let values: LayoutValues

  init(briefing: Briefing, layout: LayoutProfile = .gbt9704, office: OfficeTemplate? = nil) {
    self.briefing = briefing
    self.layout = layout
    self.office = office
    values = ODTLayout(layout).values
  }

  func write() throws(WriteError) -> WrittenDocument {
    let manifest = try Template(
      PackageResources.odt_manifest_xml, name: "odt-manifest.xml", marks: ["<?jianbao objects?>"])
    let parts = try parts()
    do {
      var zip = ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text")
      try zip.add("content.xml", parts.content)
      try zip.add("styles.xml", parts.styles)
      try zip.add("meta.xml", parts.meta)
      for (index, chart) in parts.charts.enumerated() {
        try zip.add("Object \(index + 1)/content.xml", chart)
      }
      try zip.add("META-INF/manifest.xml", self.manifest(manifest, objects: parts.charts.count))
      return WrittenDocument(bytes: try zip.finish(), droppedCharacters: parts.dropped)
    } catch {
      throw WriteError(error)
    }
  }

  /// The parts of the package, and the characters that were left out.
  struct Parts {
    var content: [UInt8]
    var styles: [UInt8]
    var meta: [UInt8]
    var charts: [[UInt8]]
    var dropped: Int
  }

  func parts() throws(WriteError) -> Parts {
    let template = try Template(
      PackageResources.odt_content_xml, name: "odt-content.xml",
      marks: ["<?jianbao columns?>", "<?jianbao body?>"], values: values)
    let chart = try Template(
      PackageResources.odt_chart_xml, name: "odt-chart.xml", marks: ["<?jianbao chart?>"])
    let styleSheet = try Template(
      PackageResources.odt_styles_xml, name: "odt-styles.xml",
      marks: ["<?jianbao fonts?>", "<?jianbao styles?>"], values: values)
    do {
      let content = try content(template)
      var parts = Parts(
        content: content.bytes, styles: try styles(styleSheet), meta: try meta(), charts: [],
        dropped: content.dropped)
      for object in content.charts {
        let written = try object.write(chart)
        parts.charts.append(written.bytes)
        parts.dropped += written.dropped
      }
      return parts
    } catch {
      throw WriteError(error)
    }
  }

  private func content(
    _ template: Template
  ) throws(PackagingError) -> (bytes: [UInt8], dropped: Int, charts: [ODTChart]) {
    var xml = try XMLWriter()
    var body = ODTBody(briefing: briefing, layout: layout, office: office)
    try xml.markup(template.parts[0])
    try body.writeColumnStyles(to: &xml)
    try body.writeLandscapeStyles(to: &xml)
    try xml.markup(template.parts[1])
    try body.write(to: &xml)
    try xml.markup(template.parts[2])
    let charts = body.charts.map {
      ODTChart(chart: $0, width: body.chartWidth, height: body.chartHeight)
    }
    return (try xml.finish(), xml.droppedCharacters, charts)
  }

  private func styles(_ template: Template) throws(PackagingError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.markup(template.parts[0])
    try ODTLayout(layout).writeFonts(to: &xml)
    try xml.markup(template.parts[1])
    try ODTLayout(layout).writeStyles(to: &xml)
    // The writer ends the last line itself.
    try xml.markup(template.parts[2].dropLast())
    return try xml.finish()
  }

  /// The list of the package's files; an object is a document within it.
  private func manifest(_ template: Template, objects: Int) throws(PackagingError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.markup(template.parts[0])
    for number in 0..<objects {
      let folder = "Object \(number + 1)/"
      try xml.element(
        "manifest:file-entry",
        [
          "manifest:full-path": folder, "manifest:version": "1.3",
          "manifest:media-type": "application/vnd.oasis.opendocument.chart",
        ])
      try xml.element(
        "manifest:file-entry",
        ["manifest:full-path": folder + "content.xml", "manifest:media-type": "text/xml"])
    }
    try xml.markup(template.parts[1])
    return try xml.finish()
  }

  /// Title, author and date; the date is the masthead's, so that the bytes do not depend on the clock.
  private func meta() throws(PackagingError) -> [UInt8] {
    let masthead = briefing.masthead
    var xml = try XMLWriter()
    try xml.start(
      "office:document-meta",
      [
        "xmlns:office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "xmlns:meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/", "office:version": "1.3",
      ])
    try xml.start("office:meta")
    try xml.element("meta:generator", text: "jianbao")
    try xml.element("dc:title", text: Wording.documentTitle(briefing))
    if let office = masthead.office {
      try xml.element("meta:initial-creator", text: office)
      try xml.element("dc:creator", text: office)
    }
    if let date = masthead.date.midnight {
      try xml.element("meta:creation-date", text: date)
      try xml.element("dc:date", text: date)
    }
    try xml.element("dc:language", text: "zh-CN")
    try xml.end()
    try xml.end()
    return try xml.finish()
  }
}
