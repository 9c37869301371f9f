import BriefingModel
import Packaging

/// Writes OpenDocument text 1.3 in the layout of GB/T 9704-2012.
///
/// Page, fonts and styles are the templates' (`Templates/odt`); here only content and metadata come about.
struct ODTWriter {
  let briefing: Briefing

  func write() throws(WriteError) -> WrittenDocument {
    let template = try Template(
      PackageResources.odt_content_xml, name: "odt-content.xml",
      marks: ["<?jianbao columns?>", "<?jianbao body?>"])
    do {
      let content = try content(template)
      var zip = ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text")
      try zip.add("content.xml", content.bytes)
      try zip.add("styles.xml", PackageResources.odt_styles_xml)
      try zip.add("meta.xml", meta())
      try zip.add("META-INF/manifest.xml", PackageResources.odt_manifest_xml)
      return WrittenDocument(bytes: try zip.finish(), droppedCharacters: content.dropped)
    } catch {
      throw WriteError(error)
    }
  }

  private func content(_ template: Template) throws(PackagingError) -> (bytes: [UInt8], dropped: Int) {
    var xml = try XMLWriter()
    var body = ODTBody(briefing: briefing)
    try xml.markup(template.parts[0])
    try body.writeColumnStyles(to: &xml)
    try body.writeLandscapeStyles(to: &xml)
    try xml.markup(template.parts[1])
    try body.write(to: &xml)
    try xml.markup(template.parts[2])
    return (try xml.finish(), xml.droppedCharacters)
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
    if let date = isoDate(masthead.date) {
      try xml.element("meta:creation-date", text: date)
      try xml.element("dc:date", text: date)
    }
    try xml.element("dc:language", text: "zh-CN")
    try xml.end()
    try xml.end()
    return try xml.finish()
  }

  /// 2026-11-23T00:00:00, or nothing where the numbers are no day.
  private func isoDate(_ date: CalendarDate) -> String? {
    let days =
      [31, date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0) ? 29 : 28]
      + [31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(date.year), (1...12).contains(date.month),
      (1...days[date.month - 1]).contains(date.day)
    else { return nil }
    return "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))-\(padded(date.day, to: 2))T00:00:00"
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
