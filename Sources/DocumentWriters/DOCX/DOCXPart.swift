import Packaging

/// A part made of a template with generated elements at its marks.
struct DOCXPart {
  let bytes: [UInt8]
  /// Characters XML forbids that were left out.
  let dropped: Int

  /// Writes what belongs at mark 0, 1 … through `content`.
  init(
    _ template: Template, _ content: (Int, inout XMLWriter) throws(PackagingError) -> Void
  ) throws(WriteError) {
    do {
      var xml = try XMLWriter()
      for (index, part) in template.parts.enumerated() {
        if index > 0 { try content(index - 1, &xml) }
        try xml.markup(part)
      }
      bytes = try xml.finish()
      dropped = xml.droppedCharacters
    } catch {
      throw WriteError(error)
    }
  }
}
