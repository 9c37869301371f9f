import BriefingModel

/// The formats a briefing can be written in; the raw value is the file's extension.
///
/// Adding one: a case here, its line in `write`, and one source file with its fixtures.
public enum WriteFormat: String, CaseIterable, Sendable {
  case odt
  case docx
  case txt
  case html
  case json
}

/// Spells a briefing in a format. The same briefing always gives the same bytes. A template is for the format that it
/// has itself.
///
///     let document = try write(briefing, as: .odt)
public func write(
  _ briefing: Briefing, as format: WriteFormat, layout: LayoutProfile = .gbt9704,
  template: OfficeTemplate? = nil
) throws(WriteError) -> WrittenDocument {
  switch (format, template) {
  case (.odt, let template?) where template.format == .odt:
    var writer = ODTOfficeWriter(briefing, layout, template)
    return try writer.write()
  case (.docx, let template?) where template.format == .docx:
    var writer = DOCXOfficeWriter(briefing, layout, template)
    return try writer.write()
  case (.odt, _): return try ODTWriter(briefing: briefing, layout: layout).write()
  case (.docx, _): return try DOCXWriter(briefing: briefing, layout: layout).write()
  case (.txt, _): return PlainTextWriter(briefing: briefing).write()
  case (.html, _): return try HTMLWriter(briefing: briefing, layout: layout).write()
  case (.json, _): return JSONWriter(briefing: briefing).write()
  }
}

/// A finished document.
public struct WrittenDocument: Equatable, Sendable {
  public var bytes: [UInt8]
  /// Characters that the format cannot hold (U+0001, U+FFFF …) and that were left out, wherever they were
  /// to be printed: one in a title counts in the contents too.
  public var droppedCharacters: Int

  public init(bytes: [UInt8], droppedCharacters: Int) {
    self.bytes = bytes
    self.droppedCharacters = droppedCharacters
  }
}
