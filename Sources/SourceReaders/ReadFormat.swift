/// The formats that can be read. A new format is one case here, one line in `read` and one source file.
public enum ReadFormat: String, Equatable, Sendable, CaseIterable {
  /// Plain text.
  case text
  /// Web pages: digital newspapers, WeChat, any other.
  case html
  /// Office Open XML text documents (ISO/IEC 29500), strict and transitional.
  case docx
  /// OpenDocument text documents (ISO/IEC 26300).
  case odt
  /// Pages with printed text, through poppler's `pdftotext`.
  case pdf
  /// Word 97–2003 documents and those of WPS Writer, through LibreOffice.
  case doc

  /// File name endings, without the dot and in small letters, that a folder walk takes for this format.
  public var fileEndings: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .html: ["html", "htm", "xhtml", "shtml"]
    case .docx: ["docx"]
    case .odt: ["odt"]
    case .pdf: ["pdf"]
    case .doc: ["doc", "wps"]
    }
  }

  /// The format that a file's name promises, or `nil` for an ending that no reader claims.
  ///
  ///     ReadFormat(fileName: "03版.TXT")   // .text
  public init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = fileName[fileName.utf8.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileEndings.contains(ending) }) else { return nil }
    self = format
  }
}
