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
    let traits = RunTraits(text)
    try start("w:r")
    if traits.sharesMarks {
      try start("w:rPr")
      try element("w:rFonts", ["w:hint": "eastAsia"])
      try end()
    }
    if traits.isBroken {
      try spelledRun(Array(text.utf8), isDeleted: isDeleted)
    } else {
      try piece(text, keepsBlanks: traits.hasBlanks, isDeleted: isDeleted)
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

  /// Tabs and line breaks (CR LF is one) are elements; all else is text whose blanks are kept.
  private mutating func spelledRun(_ bytes: [UInt8], isDeleted: Bool) throws(PackagingError) {
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x09 || byte == 0x0A || byte == 0x0D {
      try piece(bytes[start..<index], isDeleted: isDeleted)
      start = index + 1
      if byte == 0x09 {
        try element("w:tab")
      } else if byte == 0x0D || index == 0 || bytes[index - 1] != 0x0D {
        try element("w:br")
      }
    }
    try piece(bytes[start...], isDeleted: isDeleted)
  }

  private mutating func piece(_ bytes: ArraySlice<UInt8>, isDeleted: Bool) throws(PackagingError) {
    let text = String(decoding: bytes, as: UTF8.self)
    try piece(text, keepsBlanks: RunTraits(text).hasBlanks, isDeleted: isDeleted)
  }

  private mutating func piece(
    _ text: String, keepsBlanks: Bool, isDeleted: Bool
  ) throws(PackagingError) {
    if text.isEmpty { return }
    try start(isDeleted ? "w:delText" : "w:t")
    if keepsBlanks { try attribute("xml:space", "preserve") }
    try self.text(text)
    try end()
  }
}

/// What a run's characters ask for, found in one pass over their bytes: every word of a document comes by here.
private struct RunTraits {
  /// Marks that Chinese and Latin fonts share: without a hint Word takes the Latin font (jgm/pandoc#8839).
  var sharesMarks = false
  /// Tabs or line breaks, which are elements.
  var isBroken = false
  /// Blanks that readers would fold or cut: any of ASCII, others at the ends.
  var hasBlanks: Bool

  init(_ text: String) {
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last]
    hasBlanks = ends.contains { $0.map(Self.isBlank) ?? false }
    var text = text
    text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        if byte <= 0x20 {
          hasBlanks = true
          if byte == 0x09 || byte == 0x0A || byte == 0x0D { isBroken = true }
        } else if byte == 0xE2 {
          // Three bytes: U+2000–2FFF.
          let low = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
          if Self.isShared(0x2000 | low) { sharesMarks = true }
        } else if byte == 0xC2 || byte == 0xC3 {
          // Two bytes: U+0080–00FF.
          if Self.isShared(UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)) { sharesMarks = true }
        }
      }
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x3000 && scalar.properties.isWhitespace
  }

  private static func isShared(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0xD7, 0x2014...0x2027, 0x2030...0x203B, 0x2103, 0x2160...0x217F, 0x2190...0x2193,
      0x2460...0x24FF:
      true
    default: false
    }
  }
}
