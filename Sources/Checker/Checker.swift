import BriefingModel
import Packaging

/// A rule looks at the whole picture.
typealias Rule = @Sendable (Picture, LayoutProfile) -> [Departure]

/// The rules in the order of reports: page, text, page number, colophon.
private let rules: [Rule] = [
  PageRules.paper, PageRules.typeArea, PageRules.lines, PageRules.characters, MastheadRules.redRule,
  TitleRule.check, BodyRules.type, BodyRules.indent, HeadingRules.type, HeadingRules.levels, DateRule.check,
  ColophonRules.type, ColophonRules.rules, NumberRules.place, NumberRules.side, NumberRules.type,
  NumberRules.form,
  NumberRules.distance, QuoteRule.check,
]

/// What departs from a layout profile in an ODT or a DOCX; page first, then in the text's order.
///
///     try check(bytes).map(\.clause)   // ["GB/T 9704-2012 5.1"]
public func check(
  _ bytes: [UInt8], against layout: LayoutProfile = .gbt9704
) throws(CheckError) -> [Departure] {
  let picture = try Picture(bytes, layout)
  return gathered(rules.flatMap { $0(picture, layout) })
}

/// Departures that say the same of several places become one.
private func gathered(_ departures: [Departure]) -> [Departure] {
  var firsts: [Departure] = []
  var counts: [Int] = []
  for departure in departures {
    let same = firsts.firstIndex {
      $0.clause == departure.clause && $0.found == departure.found && $0.wanted == departure.wanted
    }
    if let same {
      counts[same] += 1
    } else {
      firsts.append(departure)
      counts.append(1)
    }
  }
  return zip(firsts, counts).map { departure, count in
    var departure = departure
    if count > 1 { departure.place += " 等\(count)处" }
    return departure
  }
}

/// Opens the parts of a document.
struct Parts: ~Copyable {
  private let archive: ZIPReader

  init(_ bytes: [UInt8]) throws(CheckError) {
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .unknownFormat }
    var limits = ZIPReader.Limits()
    limits.entryBytes = 32 << 20
    do throws(PackagingError) {
      archive = try ZIPReader(bytes, limits: limits)
    } catch {
      if case .tooLarge(let name) = error { throw .tooLarge(name) }
      throw .damaged
    }
  }

  func names() throws(CheckError) -> Set<String> {
    do throws(PackagingError) {
      return Set(try archive.entries().map(\.name))
    } catch {
      throw .damaged
    }
  }

  func tree(_ name: String) throws(CheckError) -> XMLTree {
    do throws(PackagingError) {
      return try XMLTree(try archive.bytes(of: name))
    } catch {
      switch error {
      case .entryMissing: throw .missingPart(name)
      case .tooLarge: throw .tooLarge(name)
      case .xmlNotRead: throw .unreadablePart(name)
      default: throw .damaged
      }
    }
  }

  /// `nil` where the document does without.
  func optionalTree(_ name: String) throws(CheckError) -> XMLTree? {
    do throws(CheckError) {
      return try tree(name)
    } catch .missingPart {
      return nil
    }
  }
}
