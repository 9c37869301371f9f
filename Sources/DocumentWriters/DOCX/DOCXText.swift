import Packaging

extension XMLWriter {
  /// A paragraph's start and properties; `rightTab` moves the style's right tab from one place to another, in twips.
  mutating func startParagraph(
    _ style: String, rightTab: (from: Int, to: Int, leader: String)? = nil, outlineLevel: Int? = nil,
    keepsNext: Bool = false
  ) throws(PackagingError) {
    try start("w:p")
    try start("w:pPr")
    try element("w:pStyle", ["w:val": style])
    if keepsNext { try element("w:keepNext") }
    if let rightTab {
      try start("w:tabs")
      try element("w:tab", ["w:val": "clear", "w:pos": "\(rightTab.from)"])
      try element("w:tab", ["w:val": "right", "w:leader": rightTab.leader, "w:pos": "\(rightTab.to)"])
      try end()
    }
    if let outlineLevel { try element("w:outlineLvl", ["w:val": "\(outlineLevel)"]) }
    try end()
  }

  /// A run of text; `isDeleted` within `w:del`, where readers look for other elements (ECMA-376-1 §17.3.3.7).
  mutating func run(_ text: String, isDeleted: Bool = false) throws(PackagingError) {
    if text.isEmpty { return }
    try start("w:r")
    if Self.holdsSharedMarks(text) {
      try start("w:rPr")
      try element("w:rFonts", ["w:hint": "eastAsia"])
      try end()
    }
    if text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      try spelledRun(Array(text.utf8), isDeleted: isDeleted)
    } else {
      try piece(text, isDeleted: isDeleted)
    }
    try end()
  }

  mutating func runStyle(_ name: String) throws(PackagingError) {
    try start("w:rPr")
    try element("w:rStyle", ["w:val": name])
    try end()
  }

  /// A field with the result it has until the reader works it out anew.
  mutating func field(_ instruction: String, result: String) throws(PackagingError) {
    try startField(instruction)
    try run(result)
    try fieldMark("end")
  }

  mutating func startField(_ instruction: String) throws(PackagingError) {
    try fieldMark("begin")
    try start("w:r")
    try element("w:instrText", ["xml:space": "preserve"], text: " \(instruction) ")
    try end()
    try fieldMark("separate")
  }

  mutating func fieldMark(_ type: String) throws(PackagingError) {
    try start("w:r")
    try element("w:fldChar", ["w:fldCharType": type])
    try end()
  }

  /// A comment, insertion or deletion, by jianbao; without a date where the masthead's is no day.
  mutating func startAuthored(_ name: StaticString, id: String, date: String?) throws(PackagingError) {
    if let date {
      try start(name, ["w:id": id, "w:author": "jianbao", "w:date": date + "Z"])
    } else {
      try start(name, ["w:id": id, "w:author": "jianbao"])
    }
  }

  /// Whether there are marks that Chinese and Latin fonts share: without a hint Word takes the Latin font
  /// (jgm/pandoc#8839). They have two or three bytes in UTF-8, of which the first is C2, C3 or E2.
  private static func holdsSharedMarks(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices {
        switch bytes[index] {
        case 0xC2, 0xC3:
          if isShared(UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)) { return true }
        case 0xE2:
          let low = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
          if isShared(0x2000 | low) { return true }
        default: continue
        }
      }
      return false
    }
  }

  private static func isShared(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0xD7, 0x2014...0x2027, 0x2030...0x203B, 0x2103, 0x2160...0x217F, 0x2190...0x2193,
      0x2460...0x24FF:
      true
    default: false
    }
  }

  /// Tabs and line breaks (CR LF is one) are elements; all else is text whose blanks are kept.
  private mutating func spelledRun(_ bytes: [UInt8], isDeleted: Bool) throws(PackagingError) {
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x09 || byte == 0x0A || byte == 0x0D {
      try piece(String(decoding: bytes[start..<index], as: UTF8.self), isDeleted: isDeleted)
      start = index + 1
      if byte == 0x09 {
        try element("w:tab")
      } else if byte == 0x0D || index == 0 || bytes[index - 1] != 0x0D {
        try element("w:br")
      }
    }
    try piece(String(decoding: bytes[start...], as: UTF8.self), isDeleted: isDeleted)
  }

  private mutating func piece(_ text: String, isDeleted: Bool) throws(PackagingError) {
    if text.isEmpty { return }
    try start(isDeleted ? "w:delText" : "w:t")
    if Self.needsBlanksKept(text) { try attribute("xml:space", "preserve") }
    try self.text(text)
    try end()
  }

  /// Readers fold or cut blanks unless told otherwise; Chinese text has none but for ideographic ones at its ends.
  private static func needsBlanksKept(_ text: String) -> Bool {
    text.hasPrefix("\u{3000}") || text.hasSuffix("\u{3000}") || text.utf8.contains { $0 <= 0x20 }
  }
}
