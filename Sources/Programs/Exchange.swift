#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// `Exchange` has methods of these names.
private let systemRead = read
private let systemSend = send
#if canImport(Darwin)
  private let withoutSignal: Int32 = 0
#else
  private let withoutSignal = Int32(MSG_NOSIGNAL)
#endif

/// Feeds a program and takes what it prints, both at once, within its limits.
struct Exchange {
  enum Ending {
    case closed, timeOver, outputTooLarge
  }

  private(set) var output: [UInt8] = []
  private(set) var messages: [UInt8] = []
  let deadline: ContinuousClock.Instant
  private let child: Child
  private let input: [UInt8]
  private let limits: ProgramLimits
  private var sent = 0
  /// Messages beyond this are read and forgotten.
  private static let longestMessages = 4096

  init(child: Child, input: [UInt8], limits: ProgramLimits) {
    self.child = child
    self.input = input
    self.limits = limits
    deadline = ContinuousClock.now + .seconds(limits.seconds)
  }

  /// Until both of the program's outputs are closed, or a limit is passed.
  mutating func exchange() -> Ending {
    var ends = [
      pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.messages, events: Int16(POLLIN), revents: 0),
    ]
    defer { if ends[0].fd >= 0 { _ = close(ends[0].fd) } }
    while ends[1].fd >= 0 || ends[2].fd >= 0 {
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { return .timeOver }
      guard poll(&ends, 3, Int32(min(left, 1000)) + 1) > 0 else { continue }
      if ends[0].fd >= 0, ends[0].revents != 0, !send() {
        _ = close(ends[0].fd)
        ends[0].fd = -1
      }
      if ends[1].revents != 0, !take(child.output, into: \.output) { ends[1].fd = -1 }
      if ends[2].revents != 0, !take(child.messages, into: \.messages) { ends[2].fd = -1 }
      if output.count > limits.outputBytes { return .outputTooLarge }
      if messages.count > Self.longestMessages { messages.removeLast(messages.count - Self.longestMessages) }
    }
    return .closed
  }

  /// Sends a piece of the input; false when nothing is left to send or nobody reads.
  private mutating func send() -> Bool {
    guard sent < input.count else { return false }
    let count = input.withUnsafeBytes { buffer in
      systemSend(
        child.input, UnsafeRawBufferPointer(rebasing: buffer[sent...]).baseAddress, input.count - sent,
        withoutSignal)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    sent += count
    return sent < input.count
  }

  /// Takes a piece of output; false at its end.
  private mutating func take(_ descriptor: Int32, into bytes: WritableKeyPath<Exchange, [UInt8]>) -> Bool {
    var length = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, filled in
      length = systemRead(descriptor, buffer.baseAddress, buffer.count)
      filled = max(0, length)
    }
    if length < 0 { return errno == EAGAIN || errno == EINTR }
    self[keyPath: bytes] += piece
    return length > 0
  }
}
