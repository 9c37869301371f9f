/// A document whose main part unpacks to ten gigabytes of zeros, from ten megabytes.
///
/// Deflate writes zeros as one block again and again, so that the stream is put together without packing anything.
public enum ZeroBomb {
  /// Unpacked bytes of a block, and how many there are: 10.7 thousand million bytes.
  private static let blockSize = 4_227_072
  private static let blocks = 2541
  public static let size = blockSize * blocks

  /// What zlib 1.2 writes for a block of zeros that ends at a byte: its codes, then nothing but zeros, then the end.
  private static let block: [UInt8] =
    [0xEC, 0xC1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A]
    + Array(repeating: 0, count: 4121 - 27)
    + [0x80, 0x35, 0x0A, 0x46, 0xC1, 0x48, 0x07, 0, 0, 0, 0, 0xFF, 0xFF]
  /// The checksum of all the zeros.
  private static let checksum = 0x0653_631C

  /// `claimed` is what the directory says of the unpacked size; the truth where it is `nil`.
  public static func document(claiming claimed: Int? = nil) -> [UInt8] {
    let types = Array("<Types/>".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(11 << 20)
    var directory: [UInt8] = []
    add("[Content_Types].xml", types, method: 0, size: types.count, checksum: 0x3C17_1CC7, &bytes, &directory)
    var packed: [UInt8] = []
    packed.reserveCapacity(11 << 20)
    for _ in 0..<blocks { packed += block }
    packed += [3, 0]
    add(
      "word/document.xml", packed, method: 8, size: claimed ?? size, checksum: checksum, &bytes, &directory)
    let start = bytes.count
    bytes += directory
    bytes += number(0x0605_4B50, 4) + number(0, 4) + number(2, 2) + number(2, 2)
    return bytes + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  /// A member in the archive and in its directory. A size beyond 32 bits stands in a ZIP64 field (APPNOTE 4.5.3).
  private static func add(
    _ name: String, _ packed: [UInt8], method: Int, size: Int, checksum: Int, _ bytes: inout [UInt8],
    _ directory: inout [UInt8]
  ) {
    let isLarge = size > 0xFFFF_FFFE
    let sizes = number(isLarge ? 0xFFFF_FFFF : packed.count, 4) + number(isLarge ? 0xFFFF_FFFF : size, 4)
    let extra = isLarge ? number(1, 2) + number(16, 2) + number(size, 8) + number(packed.count, 8) : []
    let common =
      number(45, 2) + number(0, 2) + number(method, 2) + number(0, 2) + number(33, 2) + number(checksum, 4)
      + sizes + number(name.utf8.count, 2) + number(extra.count, 2)
    directory +=
      number(0x0201_4B50, 4) + number(45, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      + number(0, 4) + number(bytes.count, 4) + name.utf8 + extra
    bytes += number(0x0403_4B50, 4) + common + name.utf8 + extra
    bytes += packed
  }

  /// Little-endian.
  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
