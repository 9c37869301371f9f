/// A template file cut at its marks, processing instructions such as `<?jianbao body?>`.
///
/// The file stays well-formed XML that an editor can check; the writer puts generated elements at the marks, and the
/// layout profile's values for names in braces, `{{pitch}}`.
struct Template {
  /// What stands before, between and after the marks, without the XML declaration.
  let parts: [ArraySlice<UInt8>]

  init(
    _ bytes: [UInt8], name: String, marks: [StaticString] = [], values: LayoutValues = [:]
  ) throws(WriteError) {
    var rest = try filled(bytes, values, name: name)[...]
    guard let declaration = Self.range(of: "?>", in: rest) else { throw .templateDamaged(name) }
    rest = rest[declaration.upperBound...].drop { $0 == UInt8(ascii: "\n") }
    var parts: [ArraySlice<UInt8>] = []
    for mark in marks {
      guard let range = Self.range(of: mark, in: rest) else { throw .templateDamaged(name) }
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    parts.append(rest)
    self.parts = parts
  }

  private static func range(of mark: StaticString, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    mark.withUTF8Buffer { mark in
      guard let first = mark.first else { return nil }
      var start = bytes.startIndex
      while let found = bytes[start...].firstIndex(of: first) {
        if bytes[found...].starts(with: mark) { return found..<(found + mark.count) }
        start = found + 1
      }
      return nil
    }
  }
}
