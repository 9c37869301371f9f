import Archive
import BriefingModel
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4's examples, and a length around the padding's edge against `sha256sum`.
  @Test func givesTheStandardsDigests() {
    #expect(SHA256.hex(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hex(of: [UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}

@Suite struct CalendarWeekTests {
  @Test func numbersWeeksAsISO8601() throws {
    let friday = CalendarDate(year: 2026, month: 11, day: 20)
    let week = CalendarWeek(holding: friday)
    #expect(week.name == "2026-W47")
    #expect(week.monday.iso == "2026-11-16" && week.sunday.iso == "2026-11-22")
    #expect(CalendarWeek(holding: CalendarDate(year: 2021, month: 1, day: 3)).name == "2020-W53")
    #expect(CalendarWeek(holding: CalendarDate(year: 2024, month: 12, day: 30)).name == "2025-W01")
    #expect(CalendarWeek(year: 2026, number: 47) == week)
    #expect(CalendarWeek(year: 2026, number: 53)?.name == "2026-W53")
    #expect(CalendarWeek(year: 2025, number: 53) == nil && CalendarWeek(year: 2025, number: 0) == nil)
  }

  @Test func countsDaysForthAndBack() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1).dayNumber == 0)
    for day in stride(from: -200_000, to: 200_000, by: 37) {
      #expect(CalendarDate(dayNumber: day).dayNumber == day)
    }
    #expect(!CalendarDate(year: 2026, month: 2, day: 29).exists)
    #expect(CalendarDate(year: 2024, month: 2, day: 29).exists)
  }
}
