import BriefingModel
import Foundation
import Packaging
import SourceReaders
import TestSupport
import Testing

/// Archives made to exhaust who opens them; made here, since they are large or dangerous to keep.
@Suite struct BombTests {
  private func error(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) -> ReadError? {
    do {
      _ = try read(bytes, source: "a.docx", options: ReadOptions(limits: limits))
      return nil
    } catch {
      return error
    }
  }

  @Test func refusesWhatUnpacksToZeros() throws {
    let zeros = "<w:p><w:r><w:t>" + String(repeating: "0", count: 8 << 20) + "</w:t></w:r></w:p>"
    let bytes = try MadeDocument.docx(zeros)
    #expect(bytes.count < 20_000)
    guard case .tooLarge(.ratio, let found, 400) = error(bytes) else {
      return #expect(Bool(false), "\(String(describing: error(bytes)))")
    }
    #expect(found > 400)
    var limits = ReadLimits()
    limits.archiveBytes = 1 << 20
    guard case .tooLarge(.archive, _, _) = error(bytes, limits: limits) else {
      return #expect(Bool(false), "\(String(describing: error(bytes, limits: limits)))")
    }
  }

  /// Ten gigabytes of zeros: what the directory says of them is enough; where it lies, what it says is the most that is
  /// unpacked, and zeros are no XML from the first on.
  @Test(arguments: [nil, 1 << 30, 300 << 20, 4000])
  func refusesTenGigabytesOfZerosAtOnce(_ claimed: Int?) throws {
    #expect(ZeroBomb.size > 10_000_000_000)
    let bytes = ZeroBomb.document(claiming: claimed)
    #expect(bytes.count < 11_000_000)
    var found: ReadError?
    let duration = ContinuousClock().measure { found = error(bytes) }
    switch claimed {
    case nil: #expect(found == .tooLarge(.archive, found: ZeroBomb.size, limit: 512 << 20))
    case 1 << 30: #expect(found == .tooLarge(.archive, found: 1 << 30, limit: 512 << 20))
    default: #expect(found == .damaged(part: "word/document.xml"))
    }
    #expect(duration < .seconds(5))
  }

  /// Ten gigabytes in an archive in an archive: the inner one is never opened.
  @Test func refusesTenGigabytesInAnArchiveInAnArchive() throws {
    var zip = ZIPWriter(level: 9)
    try zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    try zip.add("word/document.xml", ZeroBomb.document())
    let bytes = try zip.finish()
    #expect(bytes.count < 100_000)
    guard case .tooLarge(.ratio, _, 400) = error(bytes) else {
      return #expect(Bool(false), "\(String(describing: error(bytes)))")
    }
  }

  /// The directory says that the part has ten bytes; it has a megabyte.
  @Test func refusesASizeThatIsALie() throws {
    let bytes = try MadeDocument.docx(String(repeating: "<w:p/>", count: 200_000))
    let size = UInt32(200_000 * 6)
    var lying = bytes
    var changed = 0
    for index in 0..<(bytes.count - 4) {
      let value = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[index + $1]) << (8 * UInt32($1)) }
      if value > size, value < size + 400 {
        lying.replaceSubrange(index..<index + 4, with: [10, 0, 0, 0])
        changed += 1
      }
    }
    try #require(changed >= 1)
    #expect(error(lying) == .damaged(part: "word/document.xml") || error(lying) == .damaged(part: ""))
  }

  @Test func refusesMoreEntriesThanTheLimit() throws {
    var zip = ZIPWriter()
    for index in 0..<50 { try zip.add("f\(index)", []) }
    var limits = ReadLimits()
    limits.archiveEntries = 49
    guard case .tooLarge(.entries, _, 49) = error(try zip.finish(), limits: limits) else {
      return #expect(Bool(false))
    }
  }

  @Test func doesNotOpenArchivesInArchives() throws {
    var zip = ZIPWriter()
    try zip.add("inner.zip", try MadeDocument.docx("<w:p/>"))
    #expect(error(try zip.finish()) == .document(.archive))
  }

  @Test func refusesMoreLinesThanTheLimit() throws {
    var limits = ReadLimits()
    limits.lines = 10
    let bytes = try MadeDocument.docx(String(repeating: "<w:p/>", count: 11))
    #expect(error(bytes, limits: limits) == .tooLarge(.lines, found: 11, limit: 10))
    #expect(error(Array(repeating: 10, count: 11), limits: limits) == .tooLarge(.lines, found: 11, limit: 10))
  }

  /// Flips bytes of every kind of file: the reader gives a transcript whose lines lie in its text, or an error.
  @Test func survivesFlippedBytes() throws {
    let paragraphs = try FormatsAgreeTests.paragraphs("official-three-level-with-plain-part")
    let sources = [
      Array(paragraphs.map(\.text).joined(separator: "\n").utf8), try MadeDocument.docx(paragraphs),
      try MadeDocument.odt(paragraphs), MadeDocument.page(paragraphs), MadeDocument.weChat(paragraphs),
      MadeDocument.newspaper(paragraphs),
    ]
    let folder = Repository.fixtures.appending(path: "hostile")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let hostile = try names.map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
    print("byte flips: NOISE_SEED=\(Noise.seed)")
    var noise = Noise(seed: Noise.seed)
    let end = ContinuousClock.now + .seconds(6)
    var runs = 0
    while ContinuousClock.now < end {
      guard var bytes = (sources + hostile).randomElement(using: &noise), !bytes.isEmpty else { continue }
      for _ in 0..<Int.random(in: 1...8, using: &noise) {
        bytes[Int.random(in: bytes.indices, using: &noise)] = UInt8.random(in: 0...255, using: &noise)
      }
      runs += 1
      guard let transcript = try? read(bytes, source: "a") else { continue }
      var last = 0
      for line in transcript.lines {
        #expect(line.bytes.lowerBound >= last && line.bytes.upperBound <= transcript.bytes.count)
        last = line.bytes.upperBound
      }
      #expect(String(validating: transcript.bytes, as: UTF8.self) != nil)
    }
    #expect(runs > 20)
  }
}
