/// Days as ODF spells them; never the clock's, so that the same briefing gives the same bytes.
enum ODTDate {
  /// Where the masthead's numbers are no day: changes must bear a date (ODF 1.3 part 3 §5.5.6).
  static let unknown = "1980-01-01T00:00:00"
}
