import CLibZip

/// Opens a ZIP archive held in memory and unpacks single entries, within limits.
///
///     try ZIPReader(bytes).bytes(of: "content.xml")
public struct ZIPReader: ~Copyable {
  /// What an archive may cost. A document of 400 pages stays far below.
  public struct Limits: Sendable {
    public var entries = 10_000
    /// Unpacked bytes of one entry.
    public var entryBytes = 256 << 20

    public init() {}
  }

  public struct Entry: Equatable, Sendable {
    public var name: String
    /// Unpacked size in bytes.
    public var size: Int
    /// Size in the archive in bytes.
    public var packedSize: Int
    /// Written without compression.
    public var isStored: Bool
    public var isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let held: UnsafeMutableRawBufferPointer
  private let limits: Limits

  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(PackagingError) {
    let held = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    held.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(held.baseAddress, UInt64(bytes.count), 0, &error) else {
      held.deallocate()
      throw .archiveNotRead(code: Int(error.zip_err))
    }
    guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      zip_source_free(source)
      held.deallocate()
      throw .archiveNotRead(code: Int(error.zip_err))
    }
    if zip_get_num_entries(archive, 0) > Int64(limits.entries) {
      zip_discard(archive)
      held.deallocate()
      throw .tooLarge("")
    }
    self.archive = archive
    self.held = held
    self.limits = limits
  }

  deinit {
    zip_discard(archive)
    held.deallocate()
  }

  /// The entries in the order of the archive's directory.
  public func entries() throws(PackagingError) -> [Entry] {
    var entries: [Entry] = []
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      entries.append(try entry(at: index))
    }
    return entries
  }

  /// The unpacked bytes of an entry.
  public func bytes(of name: String) throws(PackagingError) -> [UInt8] {
    let (entry, file) = try open(name)
    defer { zip_fclose(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
      count = max(0, Int(zip_fread(file, buffer.baseAddress, UInt64(entry.size))))
    }
    // libzip compares the checksum when it meets the end, one read further.
    var beyond: UInt8 = 0
    if bytes.count != entry.size || zip_fread(file, &beyond, 1) != 0 {
      throw .archiveNotRead(code: Int(ZIP_ER_CRC))
    }
    return bytes
  }

  /// Unpacks an entry piece by piece, until `body` wants no more.
  public func stream(
    _ name: String, body: (UnsafeBufferPointer<UInt8>) throws(PackagingError) -> Bool
  ) throws(PackagingError) {
    let (entry, file) = try open(name)
    defer { zip_fclose(file) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
    defer { buffer.deallocate() }
    var total = 0
    while true {
      let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
      total += max(0, count)
      // A checksum that does not fit shows at the end, as -1.
      guard count >= 0, total <= entry.size else { throw .archiveNotRead(code: Int(ZIP_ER_CRC)) }
      if count == 0 { break }
      guard try body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count])) else { return }
    }
    if total != entry.size { throw .archiveNotRead(code: Int(ZIP_ER_CRC)) }
  }

  /// An entry within the limits, opened; the caller closes it.
  private func open(_ name: String) throws(PackagingError) -> (entry: Entry, file: OpaquePointer) {
    let index = zip_name_locate(archive, name, 0)
    if index < 0 { throw .entryMissing(name) }
    let entry = try entry(at: UInt64(index))
    if entry.size > limits.entryBytes { throw .tooLarge(name) }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw refused() }
    return (entry, file)
  }

  private func entry(at index: UInt64) throws(PackagingError) -> Entry {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
      let size = Int(exactly: status.size)
    else { throw refused() }
    return Entry(
      name: String(cString: name), size: size, packedSize: Int(exactly: status.comp_size) ?? .max,
      isStored: Int32(status.comp_method) == ZIP_CM_STORE,
      isEncrypted: Int32(status.encryption_method) != ZIP_EM_NONE)
  }

  private func refused() -> PackagingError {
    .archiveNotRead(code: Int(zip_error_code_zip(zip_get_error(archive))))
  }
}
