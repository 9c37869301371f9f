#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why another program gave nothing.
public enum ProgramError: Error, Equatable, Sendable {
  /// No program of this name stands in a folder of `PATH`.
  case notFound
  /// The system would not start it; the number is `errno`'s.
  case notStarted(Int32)
  /// It ran longer than allowed and was ended.
  case timeOver(seconds: Int)
  /// It printed more than allowed and was ended.
  case outputTooLarge(limit: Int)
  /// It ended with this exit status (128 and the signal's number where it was killed); the first of what it said.
  case failed(status: Int32, messages: String)
}

/// What another program may take.
public struct ProgramLimits: Equatable, Sendable {
  public var seconds: Int
  public var outputBytes: Int

  public init(seconds: Int, outputBytes: Int) {
    self.seconds = seconds
    self.outputBytes = outputBytes
  }
}

/// Another program, started with a list of arguments: there is no shell that could misread a file's name.
///
///     try Program("pdftotext").run(["-v"], input: [], limits: limits)
///
/// (Not swift-subprocess: its calls are asynchronous, and everything from `read` up to the commands would have
/// to become so for one pipe. This costs no dependency and nothing at start-up.)
public struct Program: Sendable {
  private let name: String

  public init(_ name: String) { self.name = name }

  /// Its file in the first folder of `PATH` that has it.
  public var path: String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs it on `input` and gives back what it printed; whatever happens, the program has ended afterwards.
  public func run(
    _ arguments: [String], input: [UInt8], variables: [String: String] = [:], limits: ProgramLimits
  ) throws(ProgramError) -> [UInt8] {
    guard let path else { throw .notFound }
    let child = try Child(path: path, arguments: [name] + arguments, variables: variables)
    var exchange = Exchange(child: child, input: input, limits: limits)
    let ending = exchange.exchange()
    let status = child.end(killing: ending != .closed, until: exchange.deadline)
    switch ending {
    case .timeOver: throw .timeOver(seconds: limits.seconds)
    case .outputTooLarge: throw .outputTooLarge(limit: limits.outputBytes)
    case .closed: break
    }
    guard let status else { throw .timeOver(seconds: limits.seconds) }
    guard status == 0 else {
      throw .failed(status: status, messages: String(decoding: exchange.messages, as: UTF8.self))
    }
    return exchange.output
  }
}
