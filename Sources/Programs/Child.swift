#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that has been started, in a process group of its own, and this end of its three pipes.
struct Child {
  let process: pid_t
  let input: Int32
  let output: Int32
  let messages: Int32

  init(path: String, arguments: [String], variables: [String: String]) throws(ProgramError) {
    var pipes: [[Int32]] = []
    defer { for pipe in pipes { closeAll(pipe) } }
    for number in 0..<3 {
      var ends: [Int32] = [-1, -1]
      // Its input is a socket: writing to a program that has ended is then an error and no deadly signal.
      let result = number == 0 ? socketpair(AF_UNIX, socketStream, 0, &ends) : pipe(&ends)
      guard result == 0 else { throw .notStarted(errno) }
      pipes.append(ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    let theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
    let ours = [pipes[0][1], pipes[1][0], pipes[2][0]]
    process = try Self.spawn(path, arguments, Self.environment(variables), theirs)
    (input, output, messages) = (ours[0], ours[1], ours[2])
    for end in ours { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    closeAll(theirs)
    pipes = []
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], _ streams: [Int32]
  ) throws(ProgramError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    // A group of its own: what it starts in turn is ended with it.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words = arguments.map { strdup($0) } + [nil]
    var settings = environment.map { strdup($0) } + [nil]
    defer { for text in words + settings { free(text) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, path, &actions, &attributes, &words, &settings)
    guard result == 0 else { throw result == ENOENT ? .notFound : .notStarted(result) }
    return process
  }

  /// This process's variables that programs need, and some of the caller's; messages in English (they are read).
  private static func environment(_ variables: [String: String]) -> [String] {
    var all = ["LC_ALL": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_FILE"] {
      if let value = getenv(name) { all[name] = String(cString: value) }
    }
    return all.merging(variables) { $1 }.map { "\($0)=\($1)" }
  }

  /// Waits for the end, killing first if asked; `nil` if it does not come before the deadline (then it is killed).
  func end(killing: Bool, until deadline: ContinuousClock.Instant) -> Int32? {
    closeAll([output, messages])
    if killing { kill(-process, SIGKILL) }
    var status: Int32 = 0
    var wasLate = false
    while true {
      let ended = waitpid(process, &status, killing || wasLate ? 0 : WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { return wasLate ? nil : -1 }
      if ended == 0 {
        if ContinuousClock.now > deadline {
          kill(-process, SIGKILL)
          wasLate = true
        }
        usleep(2000)
      }
    }
    if wasLate { return nil }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

#if canImport(Glibc)
  private let socketStream = Int32(SOCK_STREAM.rawValue)
#else
  private let socketStream = SOCK_STREAM
#endif

func closeAll(_ descriptors: [Int32]) {
  for descriptor in descriptors { _ = close(descriptor) }
}
