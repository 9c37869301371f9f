import BriefingModel

/// A source seen by its bytes alone, to check origins against.
struct PrintedText {
  let bytes: [UInt8]
  /// Where each line begins.
  private let lineStarts: [Int]

  init(_ transcript: Transcript) {
    bytes = transcript.bytes
    lineStarts = transcript.lines.map(\.bytes.lowerBound)
  }

  /// The printed text of a place, as `Origin` promises it: without line breaks, the blanks around them, and
  /// zero-width characters.
  func text(_ origin: Origin) -> String { Self.joined(String(decoding: bytes[origin.bytes], as: UTF8.self)) }

  static func joined(_ text: String) -> String {
    text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
      .map { line in
        var line = line.drop(while: isBlank)
        while let last = line.last, isBlank(last) { line = line.dropLast() }
        return line.filter { !isZeroWidth($0) }.reduce(into: "") { $0.unicodeScalars.append($1) }
      }.joined()
  }

  private static func isZeroWidth(_ c: Unicode.Scalar) -> Bool {
    (0x200B...0x200D).contains(c.value) || c.value == 0x2060 || c.value == 0xFEFF
  }

  private static func isBlank(_ c: Unicode.Scalar) -> Bool { c.properties.isWhitespace || isZeroWidth(c) }

  /// What is wrong with a place; empty where its three ways to say it agree.
  func faults(of origin: Origin) -> [String] {
    guard origin.bytes.lowerBound >= 0, origin.bytes.upperBound <= bytes.count else {
      return ["outside the source"]
    }
    var faults: [String] = []
    if scalars(bytes[..<origin.bytes.lowerBound]) != origin.scalars.lowerBound {
      faults.append("scalars begin elsewhere")
    }
    if scalars(bytes[origin.bytes]) != origin.scalars.count { faults.append("scalars end elsewhere") }
    if line(of: origin.bytes.lowerBound) != origin.lines.lowerBound { faults.append("first line") }
    let last = max(origin.bytes.lowerBound, origin.bytes.upperBound - 1)
    if line(of: last) != origin.lines.upperBound { faults.append("last line") }
    return faults
  }

  /// Every byte but the second to fourth of a character begins a scalar.
  private func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// The line, counted from 1, that holds a byte.
  private func line(of byte: Int) -> Int { lineStarts.count { $0 <= byte } }
}
