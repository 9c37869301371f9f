import BriefingModel

/// What is said on standard error: failures, notices, progress. Colours only on a terminal that wants them.
struct Messages {
  /// Progress is shown once a run has taken this long, in seconds.
  private static let patience = 1.0
  private static let clearLine = "\r\u{1B}[K"

  private let isTerminal: Bool
  private let hasColours: Bool
  private let start: Double
  private var progressIsShown = false

  init() {
    isTerminal = Surroundings.isTerminal(2)
    let isDumb = Surroundings.variable("TERM") == "dumb"
    let refusesColours = Surroundings.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    hasColours = isTerminal && !isDumb && !refusesColours
    start = Surroundings.uptime()
  }

  mutating func report(_ failure: Failure) {
    say("\(label("错误：", colour: 31))\(failure.message)")
  }

  /// A doubt with its place: `page.txt:310: 提示：…`.
  mutating func report(_ notice: Notice, source: String) {
    let place = notice.origin.map { "\($0.source):\($0.lines.lowerBound)" } ?? source
    say("\(shown(place)): \(label("提示：", colour: 33))\(notice.message)")
  }

  mutating func remark(_ text: String) {
    say("\(label("提示：", colour: 33))\(text)")
  }

  /// Shows what is being done, on a terminal only, and only in a run that has become long.
  mutating func progress(_ text: String, large: Bool = false) {
    guard isTerminal, large || Surroundings.uptime() - start > Self.patience else { return }
    put(Self.clearLine + text)
    progressIsShown = true
  }

  /// Takes the progress line away.
  mutating func finishProgress() {
    guard progressIsShown else { return }
    put(Self.clearLine)
    progressIsShown = false
  }

  private mutating func say(_ text: String) {
    finishProgress()
    put(text + "\n")
  }

  private func label(_ text: String, colour: Int) -> String {
    hasColours ? "\u{1B}[1;\(colour)m\(text)\u{1B}[0m" : text
  }

  /// Nobody is left to be told when standard error itself fails.
  private func put(_ text: String) {
    try? Files.write(Array(text.utf8), to: 2)
  }
}

/// Standard input's name in messages; control characters in file names must not reach a terminal.
func shown(_ source: String) -> String {
  guard source != "-" else { return "标准输入" }
  guard !source.isEmpty else { return "（空名称）" }
  return String(
    String.UnicodeScalarView(source.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "?" : $0 }))
}
