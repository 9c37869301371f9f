import CLibZip

/// Builds a ZIP archive in memory through libzip; the same entries always give the same bytes.
///
/// Every entry bears the earliest time the format knows (1980-01-01 00:00), set as DOS time because
/// `zip_file_set_mtime` depends on the time zone. Entries keep the order in which they were added.
///
///     var zip = ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text")
///     try zip.add("content.xml", bytes)
public struct ZIPWriter {
  private struct Entry {
    var name: String
    var bytes: [UInt8]
    var isStored: Bool
  }

  private var entries: [Entry] = []
  /// 1980-01-01 as year since 1980, month and day in 7, 4 and 5 bits.
  private static let dosDate: UInt16 = 0 << 9 | 1 << 5 | 1

  /// How hard zlib tries, 1…9. Its own default of 6 takes a third longer for a whole document and saves a tenth of its
  /// size.
  public static let standardLevel = 3
  private let level: Int

  /// An archive whose first entry is an uncompressed `mimetype` (ODF 1.3 part 2 §3.3), if one is given.
  public init(mimetype: StaticString? = nil, level: Int = ZIPWriter.standardLevel) {
    self.level = level
    guard let mimetype else { return }
    let bytes = mimetype.withUTF8Buffer { Array($0) }
    entries.append(Entry(name: "mimetype", bytes: bytes, isStored: true))
  }

  /// Entries up to so many bytes are stored: deflating them costs more time than it saves bytes.
  private static let smallest = 700

  /// Adds an entry, deflated unless it is small or to be stored: what goes into another archive is better deflated there.
  public mutating func add(_ name: String, _ bytes: [UInt8], isStored: Bool = false) throws(PackagingError) {
    guard Self.isSafe(name), !entries.contains(where: { $0.name == name }) else {
      throw .entryNameRefused(name)
    }
    entries.append(Entry(name: name, bytes: bytes, isStored: isStored || bytes.count <= Self.smallest))
  }

  /// The archive's bytes.
  public func finish() throws(PackagingError) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw refused(error) }
    defer { zip_source_free(source) }
    zip_source_keep(source)
    guard let archive = zip_open_from_source(source, Int32(ZIP_CREATE | ZIP_TRUNCATE), &error) else {
      zip_source_free(source)
      throw refused(error)
    }
    // libzip reads the entries only when it closes the archive: they must stay in place until then.
    var held: [UnsafeMutableRawBufferPointer] = []
    defer { for buffer in held { buffer.deallocate() } }
    do {
      for entry in entries { held.append(try add(entry, to: archive)) }
    } catch {
      zip_discard(archive)
      throw error
    }
    if zip_close(archive) < 0 {
      let code = Int(zip_error_code_zip(zip_get_error(archive)))
      zip_discard(archive)
      throw .archiveNotWritten(code: code)
    }
    return try bytes(of: source)
  }

  private func add(_ entry: Entry, to archive: OpaquePointer) throws(PackagingError)
    -> UnsafeMutableRawBufferPointer
  {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(entry.bytes.count, 1), alignment: 1)
    buffer.copyBytes(from: entry.bytes)
    let method = entry.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    if let data = zip_source_buffer(archive, buffer.baseAddress, UInt64(entry.bytes.count), 0) {
      let index = zip_file_add(archive, entry.name, data, 0)
      if index < 0 {
        zip_source_free(data)
      } else if zip_set_file_compression(archive, UInt64(index), method, UInt32(level)) == 0,
        zip_file_set_dostime(archive, UInt64(index), 0, Self.dosDate, 0) == 0
      {
        return buffer
      }
    }
    // Discarding the archive does not read the buffer, so it may go now.
    buffer.deallocate()
    throw .archiveNotWritten(code: Int(zip_error_code_zip(zip_get_error(archive))))
  }

  private func bytes(of source: OpaquePointer) throws(PackagingError) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, status.valid & UInt64(ZIP_STAT_SIZE) != 0,
      zip_source_open(source) == 0
    else { throw refused(zip_source_error(source).pointee) }
    defer { zip_source_close(source) }
    let size = Int(status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
    }
    guard bytes.count == size else { throw refused(zip_source_error(source).pointee) }
    return bytes
  }

  private func refused(_ error: zip_error_t) -> PackagingError {
    .archiveNotWritten(code: Int(error.zip_err))
  }

  /// Relative ASCII paths only: they need no extra field, and no reader unpacks them outside its folder.
  static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/")
      && name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
      && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }
}
