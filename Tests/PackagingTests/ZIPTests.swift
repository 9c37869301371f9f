import Packaging
import Testing

@Suite struct ZIPTests {
  private func archive() throws(PackagingError) -> [UInt8] {
    var zip = ZIPWriter(mimetype: "application/vnd.oasis.opendocument.text")
    try zip.add("content.xml", Array(String(repeating: "乡村振兴", count: 1000).utf8))
    try zip.add("META-INF/manifest.xml", [])
    return try zip.finish()
  }

  private func error(_ body: () throws(PackagingError) -> Void) -> PackagingError? {
    do { try body() } catch { return error }
    return nil
  }

  @Test func mimetypeStandsFirstStoredAndWithoutExtraField() throws {
    let bytes = try archive()
    #expect(Array(bytes[0..<4]) == Array("PK\u{3}\u{4}".utf8))
    #expect(bytes[6] & 8 == 0, "no data descriptor")
    #expect(Array(bytes[8..<10]) == [0, 0], "stored")
    #expect(Array(bytes[28..<30]) == [0, 0], "no extra field")
    #expect(
      String(decoding: bytes[30..<77], as: UTF8.self) == "mimetypeapplication/vnd.oasis.opendocument.text")
  }

  @Test func everyEntryBearsTheFirstDayOf1980() throws {
    #expect(Array(try archive()[10..<14]) == [0, 0, 0x21, 0])
  }

  @Test func sameEntriesGiveTheSameBytes() throws {
    #expect(try archive() == archive())
  }

  @Test func readsBackWhatItWroteInTheSameOrder() throws {
    let reader = try ZIPReader(try archive())
    #expect(try reader.entries().map(\.name) == ["mimetype", "content.xml", "META-INF/manifest.xml"])
    #expect(try reader.entries().map(\.isStored) == [true, false, true], "small ones are stored")
    #expect(try reader.bytes(of: "content.xml").count == 12_000)
    #expect(try reader.bytes(of: "META-INF/manifest.xml") == [])
  }

  @Test(arguments: ["", "/etc/passwd", "../a", "a/../b", "a\\b", "名.xml", "a\tb"])
  func refusesUnsafeName(name: String) {
    var zip = ZIPWriter()
    #expect(error { () throws(PackagingError) in try zip.add(name, []) } == .entryNameRefused(name))
  }

  @Test func refusesTheSameNameTwice() throws {
    var zip = ZIPWriter(mimetype: "text/plain")
    #expect(
      error { () throws(PackagingError) in try zip.add("mimetype", []) } == .entryNameRefused("mimetype"))
  }

  @Test func writesAnArchiveWithoutEntriesAsError() {
    let refusal = error { () throws(PackagingError) in _ = try ZIPWriter().finish() }
    #expect(refusal != nil)
  }

  @Test func refusesBytesThatAreNoArchive() {
    let refusal = error { () throws(PackagingError) in _ = try ZIPReader(Array("乡村振兴先锋".utf8)) }
    #expect(refusal == .archiveNotRead(code: 19))
  }

  @Test func saysWhichEntryIsMissing() throws {
    let reader = try ZIPReader(try archive())
    let refusal = error { () throws(PackagingError) in _ = try reader.bytes(of: "styles.xml") }
    #expect(refusal == .entryMissing("styles.xml"))
  }

  @Test func refusesMoreThanItsLimits() throws {
    var limits = ZIPReader.Limits()
    limits.entryBytes = 11_999
    let reader = try ZIPReader(try archive(), limits: limits)
    let refusal = error { () throws(PackagingError) in _ = try reader.bytes(of: "content.xml") }
    #expect(refusal == .tooLarge("content.xml"))
    limits.entries = 2
    let bytes = try archive()
    let crowded = error { () throws(PackagingError) in _ = try ZIPReader(bytes, limits: limits) }
    #expect(crowded == .tooLarge(""))
  }

  @Test func noticesAChangedByte() throws {
    var bytes = try archive()
    bytes[50] ^= 1
    let reader = try ZIPReader(bytes)
    let refusal = error { () throws(PackagingError) in _ = try reader.bytes(of: "mimetype") }
    guard case .archiveNotRead = refusal else {
      Issue.record("not refused: \(String(describing: refusal))")
      return
    }
  }
}
