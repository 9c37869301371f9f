import BriefingModel
import Foundation
import GRDB

/// How values stand in columns.
enum Spelling {
  /// Hexadecimal digits as the bytes they stand for, anything else as it is.
  static func hash(_ text: String) -> DatabaseValue {
    let digits = Array(text.utf8)
    let numbers = digits.compactMap(digit)
    guard digits.count == 64, numbers.count == digits.count else { return text.databaseValue }
    return Data(stride(from: 0, to: 64, by: 2).map { numbers[$0] << 4 | numbers[$0 + 1] }).databaseValue
  }

  /// What `hash` was made from.
  static func text(ofHash value: DatabaseValue) -> String {
    guard case .blob(let bytes) = value.storage else { return String.fromDatabaseValue(value) ?? "" }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Four bytes a key, the lowest first.
  static func keys(_ keys: [UInt32]) -> Data {
    Data(keys.flatMap { key in (0..<4).map { UInt8(truncatingIfNeeded: key >> UInt32(8 * $0)) } })
  }

  static func keys(_ data: Data) -> [UInt32] {
    let bytes = Array(data)
    return stride(from: 0, to: bytes.count / 4 * 4, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }
  }

  private static let lineFeed = "\n"

  /// Lists of lines; lines never hold a line feed. `nil` is the empty list.
  static func text(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.joined(separator: lineFeed)
  }

  static func lines(_ text: String?) -> [String] {
    text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
  }

  static func text(_ paragraphs: [Paragraph]) -> String? {
    text(paragraphs.map { "\($0.origin.spelled)\t\($0.text)" })
  }

  static func paragraphs(_ text: String?, source: String) -> [Paragraph] {
    lines(text).compactMap { line in
      guard let tab = line.utf8.firstIndex(of: 0x09),
        let origin = Origin(spelled: String(line[..<tab]), source: source)
      else { return nil }
      return Paragraph(text: String(line[line.utf8.index(after: tab)...]), origin: origin)
    }
  }
}

extension Origin {
  /// `310-361 8000-9000 3000-3400`.
  var spelled: String {
    "\(lines.lowerBound)-\(lines.upperBound) \(bytes.lowerBound)-\(bytes.upperBound) "
      + "\(scalars.lowerBound)-\(scalars.upperBound)"
  }

  init?(spelled: String, source: String) {
    let numbers = spelled.utf8.split { $0 == 0x20 || $0 == 0x2D }.compactMap { Int(Substring($0)) }
    guard numbers.count == 6, numbers[0] <= numbers[1], numbers[2] <= numbers[3], numbers[4] <= numbers[5]
    else {
      return nil
    }
    self.init(
      source: source, lines: numbers[0]...numbers[1], bytes: numbers[2]..<numbers[3],
      scalars: numbers[4]..<numbers[5])
  }
}

extension ExactNumber {
  /// Reads what `description` writes.
  init?(spelled: String) {
    let parts = spelled.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let places = parts.count == 2 ? parts[1].utf8.count : 0
    // A number with many noughts has fewer digits than its spelling.
    var digits = parts.joined()
    var exponent = -places
    while digits.utf8.count > 18, digits.hasSuffix("0") {
      digits.removeLast()
      exponent += 1
    }
    guard let number = Int64(digits) else { return nil }
    self.init(digits: number, exponent: exponent)
  }
}
