import Archive
import ArgumentParser

/// `jianbao remove NAME…`: takes sources out of the archive, so that they can be added anew.
struct RemoveCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "把收错的来源连同其中的报道移出资料库，改正后可以再收。", usage: "jianbao remove [选项] 来源…",
    discussion: """
      jianbao remove 第3版.txt --dry-run
      jianbao remove 2026-11-20/第3版.txt
      """)

  @Argument(help: ArgumentHelp("来源的名称，与收入时显示的一样；也可以只写路径的末尾", valueName: "来源"))
  var names: [String] = []

  @Flag(name: .long, help: "只显示会移出什么，不改动资料库") var dryRun = false
  @OptionGroup var place: ArchiveArguments
  @OptionGroup var config: ConfigArguments

  func execute(messages: inout Messages) throws(Failure) -> Int32 {
    guard !names.isEmpty else { throw .usage(.missingInput(command: "remove")) }
    let (archive, path) = try place.existing(config: config.config, isReadOnly: dryRun)
    let wanted = names.map(SourceName.init)
    let given = Set(wanted.map(\.given))
    let known = try ArchiveArguments.run(path) { () throws(ArchiveError) in
      try archive.sources { !given.isDisjoint(with: SourceName.spellings(of: $0)) }
    }
    var chosen: [Archive.Entry] = []
    var isComplete = true
    for name in wanted {
      let found = name.choose(among: known)
      if let found {
        chosen += found.filter { !chosen.contains($0) }
      } else {
        messages.remark(name.doubt(known))
        isComplete = false
      }
    }
    let removed =
      dryRun
      ? chosen : try ArchiveArguments.run(path) { () throws(ArchiveError) in try archive.remove(chosen) }
    let verb = dryRun ? "将移出" : "移出"
    for entry in removed {
      let paper = entry.paper.map { "，\(shown($0))" } ?? ""
      messages.remark("\(shown(entry.name))：\(verb)\(entry.articles)篇（\(entry.date.iso)\(paper)）。")
    }
    if !removed.isEmpty {
      let articles = removed.reduce(0) { $0 + $1.articles }
      messages.remark("资料库 \(shown(path))：\(verb)\(removed.count)个来源、\(articles)篇；已记录的期号不变。")
    }
    return isComplete && removed.count == chosen.count ? ExitStatus.done : ExitStatus.incomplete
  }
}

/// A source as a user names it: as `add` showed it, or by the end of its path.
struct SourceName {
  let given: String

  init(_ given: String) {
    let name = shown(given)
    self.given = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
  }

  /// How a source may be named, its full name first.
  static func spellings(of name: String) -> [String] {
    let whole = SourceName(name).given
    let ends = whole.indices.filter { whole[$0] == "/" }.map { String(whole[whole.index(after: $0)...]) }
    return [whole] + ends
  }

  /// The sources with the full name, or the only one that ends so.
  func choose(among known: [Archive.Entry]) -> [Archive.Entry]? {
    let whole = known.filter { Self.spellings(of: $0.name).first == given }
    if !whole.isEmpty { return whole }
    let near = matches(known)
    return near.count == 1 ? near : nil
  }

  /// Why none was chosen.
  func doubt(_ known: [Archive.Entry]) -> String {
    let near = matches(known)
    guard !near.isEmpty else {
      return "\(given)：资料库里没有这个来源。名称应与收入时显示的一样，可以用 jianbao search 查到。"
    }
    let list = near.map { "\(shown($0.name))（\($0.date.iso)）" }.joined(separator: "、")
    return "\(given)：资料库里有\(near.count)个来源与此相符，没有移出。请写全名称：\(list)"
  }

  private func matches(_ known: [Archive.Entry]) -> [Archive.Entry] {
    known.filter { Self.spellings(of: $0.name).contains(given) }
  }
}
