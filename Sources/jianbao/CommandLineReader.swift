import ArgumentParser

/// What a command line asks for.
enum Request {
  case run(any ToolCommand)
  /// Help, the version, a completion script: for standard output.
  case show(String)
  /// The help, because nothing was asked for: for standard error.
  case remind(String)
}

/// Parses command lines with ArgumentParser and puts what it says into Chinese.
enum CommandLineReader {
  static func read(_ arguments: [String]) throws(Failure) -> Request {
    guard let first = arguments.first else { return .remind(HelpPage.text(for: Jianbao.self)) }
    let names = commands.map { $0._commandName }
    if !first.hasPrefix("-"), first != "help", !names.contains(first) {
      throw .usage(.unknownCommand(first, nearest: nearestName(to: first, among: names)))
    }
    do {
      var command = try Jianbao.parseAsRoot(arguments)
      if let command = command as? any ToolCommand { return .run(command) }
      // ArgumentParser's own commands (help) throw their text.
      try command.run()
      return .show(HelpPage.text(for: Jianbao.self))
    } catch {
      let message = Jianbao.message(for: error)
      if Jianbao.exitCode(for: error) == .success { return .show(shownPage(message)) }
      throw .usage(problem(message, command: names.first { $0 == first }))
    }
  }

  private static var commands: [any ParsableCommand.Type] { Jianbao.configuration.subcommands }

  /// Help pages are drawn anew; other texts (version, completion scripts) have their English words replaced.
  private static func shownPage(_ message: String) -> String {
    for command in [Jianbao.self] + commands {
      if message.contains("USAGE: \(command.configuration.usage ?? "")\n") { return HelpPage.text(for: command) }
    }
    return HelpPage.translated(message)
  }

  /// ArgumentParser keeps its errors to itself, but their messages quote what they are about. A wording that is
  /// not known here gives the general message.
  private static func problem(_ message: String, command: String?) -> UsageProblem {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
    let subject = quoted.count > 1 ? String(quoted[1]) : ""
    let option = String(subject.prefix { $0 != " " })
    if message.hasPrefix("Unknown option") {
      let nearest = nearestName(to: option, among: HelpPage.optionNames(of: command))
      return .unknownOption(option, nearest: nearest, command: command)
    }
    if message.hasPrefix("Missing value for") { return .missingValue(option: option) }
    if message.contains("does not take any value") { return .unexpected(String(quoted.dropFirst(3).first ?? "")) }
    if message.contains("completion script") {
      let shells = CompletionShell.allCases.map(\.rawValue).joined(separator: "、")
      return .badValue(
        option: "--generate-completion-script", value: subject, expects: " \(shells) 之一", nearest: nil)
    }
    if message.contains("nexpected argument") { return .unexpected(subject) }
    return .unreadable(command: command)
  }
}
