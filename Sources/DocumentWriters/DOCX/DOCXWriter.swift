import BriefingModel
import Packaging

/// Writes WordprocessingML (ECMA-376, transitional) in the layout of a profile.
///
/// Styles, fonts, settings and footers are the templates' (`Templates/docx`); here only what differs from briefing
/// to briefing comes about. Nothing depends on the clock, so the same briefing gives the same bytes.
struct DOCXWriter {
  let briefing: Briefing
  let layout: LayoutProfile
  let office: OfficeTemplate?
  /// What the templates' names stand for.
  private let values: LayoutValues

  init(briefing: Briefing, layout: LayoutProfile = .gbt9704, office: OfficeTemplate? = nil) {
    self.briefing = briefing
    self.layout = layout
    self.office = office
    values = DOCXLayout(layout).values
  }

  /// The parts that differ from briefing to briefing, and the styles.
  struct Parts {
    var document: [UInt8]
    var styles: [UInt8]
    var footnotes: [UInt8]
    var comments: [UInt8]
    var charts: [DOCXChart]
    var core: [UInt8]
    var dropped: Int
  }

  func parts() throws(WriteError) -> Parts {
    var body = DOCXBody(briefing: briefing, layout: layout, office: office)
    let template = try Template(
      PackageResources.docx_document_xml, name: "docx-document.xml",
      marks: ["<?jianbao body?>", "<?jianbao page?>"], values: values)
    let document = try DOCXPart(template) { mark, xml throws(PackagingError) in
      if mark == 0 { try body.write(to: &xml) } else { try body.writePage(to: &xml) }
    }
    let footnotes = try footnotes(of: body)
    let comments = try comments(of: body)
    return Parts(
      document: document.bytes, styles: try styles().bytes, footnotes: footnotes.bytes,
      comments: comments.bytes, charts: body.charts.map { DOCXChart($0) }, core: try core().bytes,
      dropped: [document, footnotes, comments].map(\.dropped).reduce(0, +))
  }

  func write() throws(WriteError) -> WrittenDocument {
    let parts = try parts()
    let charts = try parts.chartEntries { "chart\($0)" }
    let entries = [
      ("[Content_Types].xml", try contentTypes(charts.entries).bytes),
      ("_rels/.rels", PackageResources.docx_rels_xml),
      ("word/document.xml", parts.document),
      ("word/_rels/document.xml.rels", try relationships(parts.charts.count).bytes),
      ("word/styles.xml", parts.styles),
      ("word/settings.xml", try settings().bytes),
      ("word/fontTable.xml", try fonts().bytes),
      ("word/footer1.xml", try footer("number.odd")), ("word/footer2.xml", try footer("number.even")),
      ("word/footnotes.xml", parts.footnotes),
      ("word/comments.xml", parts.comments),
    ]
    let properties = [
      ("docProps/core.xml", parts.core), ("docProps/app.xml", PackageResources.docx_app_xml),
    ]
    return WrittenDocument(
      bytes: try archive(entries + charts.entries.map { ($0.name, $0.bytes) } + properties),
      droppedCharacters: parts.dropped + charts.dropped)
  }

  private func styles() throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_styles_xml, name: "docx-styles.xml", marks: ["<?jianbao styles?>"],
      values: values)
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      try DOCXLayout(layout).writeStyles(to: &xml)
    }
  }

  private func fonts() throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_fonts_xml, name: "docx-fonts.xml", marks: ["<?jianbao fonts?>"],
      values: values)
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      try DOCXLayout(layout).writeFonts(to: &xml)
    }
  }

  /// The page number of odd or even pages; on a sheet on its side it stands at the left (GB/T 9704-2012 clause 8).
  private func footer(_ side: String) throws(WriteError) -> [UInt8] {
    var values = values
    values["number.side"] = values[side]
    let isTurned = briefing.orientation == .landscape
    return try filled(
      isTurned ? PackageResources.docx_footer_turned_xml : PackageResources.docx_footer_xml, values,
      name: isTurned ? "docx-footer-turned.xml" : "docx-footer.xml")
  }

  private func settings() throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_settings_xml, name: "docx-settings.xml", marks: ["<?jianbao margins?>"],
      values: values)
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      if briefing.orientation == .portrait { try xml.element("w:mirrorMargins") }
    }
  }

  /// The entries in their order; `[Content_Types].xml` comes first for readers that stream.
  private func archive(_ entries: [(name: String, bytes: [UInt8])]) throws(WriteError) -> [UInt8] {
    do {
      var zip = ZIPWriter()
      for entry in entries { try zip.add(entry.name, entry.bytes) }
      return try zip.finish()
    } catch {
      throw WriteError(error)
    }
  }

  private func contentTypes(_ entries: [DOCXChart.Entry]) throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_content_types_xml, name: "docx-content-types.xml", marks: ["<?jianbao charts?>"])
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      for entry in entries {
        guard let type = entry.type else { continue }
        try xml.element("Override", ["PartName": "/" + entry.name, "ContentType": type])
      }
    }
  }

  private func relationships(_ charts: Int) throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_document_rels_xml, name: "docx-document-rels.xml", marks: ["<?jianbao charts?>"])
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      for number in 0..<charts {
        try xml.element(
          "Relationship",
          [
            "Id": "chart\(number + 1)",
            "Type": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart",
            "Target": "charts/chart\(number + 1).xml",
          ])
      }
    }
  }

  /// Title, author and date; the date is the masthead's.
  private func core() throws(WriteError) -> DOCXPart {
    let template = try Template(
      PackageResources.docx_core_xml, name: "docx-core.xml", marks: ["<?jianbao properties?>"])
    return try DOCXPart(template) { _, xml throws(PackagingError) in
      try xml.element("dc:title", text: Wording.documentTitle(briefing))
      if let office = briefing.masthead.office { try xml.element("dc:creator", text: office) }
      guard let date = briefing.masthead.date.midnight else { return }
      try xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: date + "Z")
      try xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: date + "Z")
    }
  }
}

extension DOCXWriter.Parts {
  /// The entries of all charts, in their order; `name` tells the name of each, from 1 on.
  func chartEntries(
    _ name: (Int) -> String
  ) throws(WriteError) -> (entries: [DOCXChart.Entry], dropped: Int) {
    var all: (entries: [DOCXChart.Entry], dropped: Int) = ([], 0)
    for (index, chart) in charts.enumerated() {
      let written = try chart.entries(named: name(index + 1))
      all.entries += written.entries
      all.dropped += written.dropped
    }
    return all
  }
}
