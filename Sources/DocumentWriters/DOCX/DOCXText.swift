import Packaging

extension XMLWriter {
  /// A paragraph's start and properties; `rightTab` moves the style's right tab from one place to another, in twips.
  mutating func startParagraph(
    _ style: String, rightTab: (from: Int, to: Int, leader: String)? = nil, outlineLevel: Int? = nil
  ) throws(PackagingError) {
    try start("w:p")
    try start("w:pPr")
    try element("w:pStyle", ["w:val": style])
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
    if text.unicodeScalars.contains(where: Self.isShared) {
      try start("w:rPr")
      try element("w:rFonts", ["w:hint": "eastAsia"])
      try end()
    }
    try spelledRun(Array(text.utf8), isDeleted: isDeleted)
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

  /// Marks that Chinese and Latin fonts share: without a hint Word takes the Latin font (jgm/pandoc#8839).
  private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
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
    if bytes.isEmpty { return }
    try element(
      isDeleted ? "w:delText" : "w:t", ["xml:space": "preserve"],
      text: String(decoding: bytes, as: UTF8.self))
  }
}
